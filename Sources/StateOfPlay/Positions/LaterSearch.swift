internal import CaseModel

/// Finds the first of many days, in their order, that is after a given one.
///
/// A tree of maxima: each node holds the latest day of the two below it, the days themselves stand
/// in the second half. Where an issue's answers are numbers, a party may name as many as there are
/// statements, and comparing each with each would take their square.
struct LaterSearch {
  private var latest: [Int]
  private let leaves: Int

  /// Nil never counts as later.
  /// - Complexity: O(days).
  init(_ days: [CivilDay?]) {
    var leaves = 1
    while leaves < days.count { leaves *= 2 }
    self.leaves = leaves
    latest = [Int](repeating: .min, count: leaves * 2)
    for (place, day) in days.enumerated() {
      if let day { latest[leaves + place] = Int(day.number) }
    }
    for node in stride(from: leaves - 1, to: 0, by: -1) {
      latest[node] = max(latest[node * 2], latest[node * 2 + 1])
    }
  }

  /// The first place from `start` on whose day is after `day`.
  /// - Complexity: O(log days).
  func first(from start: Int, after day: CivilDay) -> Int? {
    guard start < leaves else { return nil }
    let bound = Int(day.number)
    var node = leaves + start
    while latest[node] <= bound {
      // Up past every right-hand branch, then to the branch beside.
      while node & 1 == 1 { node /= 2 }
      // Only the root and what hangs leftmost of it come to nothing.
      guard node > 0 else { return nil }
      node += 1
    }
    while node < leaves { node = latest[node * 2] > bound ? node * 2 : node * 2 + 1 }
    return node - leaves
  }
}
