internal import CaseModel

/// The statements than which none is later, while they come in by the end of their dates.
struct ActiveWords {
  private var members: [Int] = []
  /// Those before it are older than some other.
  private var first = 0
  private var newestBegin = Int64.min

  var isEmpty: Bool { first == members.count }
  var all: [Int] { Array(members[first...]) }

  /// To be called in order of `said.ends`.
  /// - Complexity: O(1) amortised.
  mutating func admit(_ member: Int, _ spoken: [PartyStatement]) {
    guard let said = spoken[member].said, said.ends >= newestBegin else { return }
    while first < members.count, spoken[members[first]].said.map({ $0.ends < said.begins }) ?? true
    {
      first += 1
    }
    newestBegin = max(newestBegin, said.begins)
    members.append(member)
  }

  /// Takes out those that are meant, and says which they were.
  mutating func removeAll(_ isMeant: (Int) -> Bool) -> [Int] {
    let removed = members[first...].filter(isMeant)
    if !removed.isEmpty {
      members = members[first...].filter { !isMeant($0) }
      first = 0
    }
    return removed
  }

  /// With those of another list.
  mutating func unite(_ other: ActiveWords) {
    members = Set(all + other.all).sorted()
    first = 0
  }

  mutating func remove(_ dropped: Int) {
    guard let place = members[first...].firstIndex(of: dropped) else { return }
    members.remove(at: place)
  }
}
