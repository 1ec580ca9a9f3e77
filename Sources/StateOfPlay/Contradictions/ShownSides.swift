internal import CaseModel

/// On which sides of which groups some statements stand.
struct ShownSides {
  private struct Side: Hashable {
    let group: Int
    let side: Int
  }

  private let wanted: Set<Case.Statement.ID>
  private var sides: [Case.Statement.ID: [Side]] = [:]
  private var groups = 0

  /// - Parameter wanted: the statements that are asked about.
  init(of wanted: Set<Case.Statement.ID>) { self.wanted = wanted }

  /// - Complexity: O(statements of the group).
  mutating func add(_ group: ContradictionsView.Group) {
    defer { groups += 1 }
    if wanted.isEmpty { return }
    for (number, side) in group.sides.enumerated() {
      for reporter in side.statements where wanted.contains(reporter.statement) {
        sides[reporter.statement, default: []].append(Side(group: groups, side: number))
      }
    }
  }

  /// Two of them stand on different sides of one group.
  func areOpposed(_ statements: [Case.Statement.ID]) -> Bool {
    var first: [Int: Int] = [:]
    for side in statements.flatMap({ sides[$0] ?? [] }) {
      if let known = first[side.group] {
        if known != side.side { return true }
      } else {
        first[side.group] = side.side
      }
    }
    return false
  }
}
