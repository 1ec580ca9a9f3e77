internal import CaseModel

/// The statements than which none is later, while they come in by the end of their dates; and those
/// before them, which stand again where what took their place lapses.
struct ActiveWords {
  private var members: [Int] = []
  /// Those before it are older than some other.
  private var first = 0
  private var newestBegin = Int64.min
  /// Taken out while some other was newer.
  private var gone: Set<Int> = []

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

  /// Takes out those that are meant, older ones among them, and says which were active.
  mutating func removeAll(_ isMeant: (Int) -> Bool) -> [Int] {
    let removed = members[first...].filter(isMeant)
    if !removed.isEmpty { keep(members[first...].filter { !isMeant($0) }) }
    return removed
  }

  /// With those of another list.
  mutating func unite(_ other: ActiveWords) {
    keep(Set(all + other.all).sorted())
  }

  /// Takes one out for good, with what was said before it.
  mutating func remove(_ dropped: Int) {
    if members[first...].contains(dropped) {
      keep(members[first...].filter { $0 != dropped })
    } else {
      gone.insert(dropped)
    }
  }

  mutating func removeAll() { keep([]) }

  private mutating func keep(_ left: [Int]) {
    (members, first, gone) = (left, 0, [])
    if left.isEmpty { newestBegin = .min }
  }

  /// Takes one out as if it had never been said; false where it was not active.
  /// - Complexity: O(active) amortised.
  mutating func retract(_ member: Int, _ spoken: [PartyStatement]) -> Bool {
    guard let place = members[first...].firstIndex(of: member) else {
      gone.insert(member)
      return false
    }
    members.remove(at: place)
    newestBegin = .min
    first = members.count
    while first > 0, let said = spoken[members[first - 1]].said {
      if gone.remove(members[first - 1]) != nil {
        members.remove(at: first - 1)
      } else if said.ends < newestBegin {
        break
      } else {
        newestBegin = max(newestBegin, said.begins)
      }
      first -= 1
    }
    return true
  }
}
