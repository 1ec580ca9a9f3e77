/// Which parties accept and reject which answers of an issue while a sweep goes on, and how many
/// answers two of them share. Parties and answers are numbers.
struct CommonGround {
  private var accepting: [Int: Set<Int>] = [:]
  private var rejecting: [Int: Set<Int>] = [:]
  /// How many answers two parties both accept.
  private var shared: [PartyPair: Int] = [:]
  // As they were when the day began, where the day changed them.
  private var acceptingBefore: [Int: Set<Int>] = [:]
  private var sharedBefore: [PartyPair: Int] = [:]

  private struct PartyPair: Hashable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
  }

  /// A new day.
  mutating func begin() {
    acceptingBefore.removeAll(keepingCapacity: true)
    sharedBefore.removeAll(keepingCapacity: true)
  }

  mutating func note(_ delta: AnswerDelta, of party: Int) {
    let answer = delta.answer
    if delta.after == [.against] {
      rejecting[answer, default: []].insert(party)
    } else if delta.before == [.against] {
      rejecting[answer]?.remove(party)
    }
    guard delta.wasAccepted != delta.isAccepted else { return }
    if acceptingBefore[answer] == nil { acceptingBefore[answer] = accepting[answer] ?? [] }
    for other in accepting[answer] ?? [] where other != party {
      let pair = PartyPair(party, other)
      let count = shared[pair] ?? 0
      if sharedBefore[pair] == nil { sharedBefore[pair] = count }
      shared[pair] = count + (delta.isAccepted ? 1 : -1)
    }
    if delta.isAccepted {
      accepting[answer, default: []].insert(party)
    } else {
      accepting[answer]?.remove(party)
    }
  }

  /// By the answer the party met another with which it had shared nothing.
  func hasMet(_ party: Int, on answer: Int) -> Bool {
    holds(party, accepting[answer]) { $0 == 0 && $1 > 0 }
  }

  /// With the answer the party left another with which it now shares nothing.
  func hasParted(_ party: Int, on answer: Int) -> Bool {
    holds(party, acceptingBefore[answer]) { $0 > 0 && $1 == 0 }
  }

  private func holds(
    _ party: Int, _ others: Set<Int>?, _ test: (_ before: Int, _ now: Int) -> Bool
  ) -> Bool {
    (others ?? []).contains { other in
      guard other != party else { return false }
      let now = shared[PartyPair(party, other)] ?? 0
      return test(sharedBefore[PartyPair(party, other)] ?? now, now)
    }
  }

  /// What the others make of an answer.
  func reception(of answer: Int, besides party: Int) -> Demand.Reception {
    Demand.Reception(
      isAccepted: accepting[answer]?.contains { $0 != party } ?? false,
      isRejected: rejecting[answer]?.contains { $0 != party } ?? false)
  }
}
