internal import CaseModel

/// The accounts of a factual issue, and which sides cannot all be right.
struct Accounts {
  let sides: [ContradictionSides.Answering]
  /// Places in `sides` of those that conflict with another, so that a cause no one disputes stands
  /// in the table alone.
  let taking: [Int]
  /// Some sides differ without conflicting.
  let differ: Bool

  /// - Complexity: near-linear in the assertions.
  init(_ assertions: [Assertion], many: Bool) {
    let telling = assertions.filter { $0.isFor != nil }
    sides = ContradictionSides.answering(telling)
    // Within a side all say the same, and one that is not doubted speaks for it.
    let voices = sides.compactMap { side in
      side.members.first { !$0.isDoubted } ?? side.members.first
    }
    // One statement that names both answers leaves the question open.
    let sole = sides.map { side in
      Set(side.members.map(\.position)).count == 1 ? side.members.first?.position : nil
    }
    var place: [Answering: Int] = [:]
    for (index, voice) in voices.enumerated() { place[Answering(voice)] = index }
    let search = AssertionSearch(
      voices, Array(voices.indices),
      .init(mayHold: { many ? $0.mayConflict(with: $1) : $0.mayBeAlternative(to: $1) }) { a, b in
        guard let x = place[Answering(a)], let y = place[Answering(b)] else { return false }
        if let only = sole[x], only == sole[y] { return false }
        return a.relation(to: b, answersAreMany: many) == .conflict
      }, ignoringDates: true)
    taking = search.related().sorted()
    differ = sides.count > 1 && !(sole[0] != nil && sole.allSatisfy { $0 == sole[0] })
  }

  private struct Answering: Hashable {
    let number: Int
    let isFor: Bool?

    init(_ one: Assertion) { (number, isFor) = (one.number, one.isFor) }
  }
}
