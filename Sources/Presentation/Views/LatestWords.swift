internal import CaseModel
internal import StateOfPlay

/// How often the latest words of two actors on an answer are the same, and how often opposite.
package struct LatestWords: Sendable, Hashable, Codable {
  package var same = 0
  package var opposite = 0

  package init() {}

  /// Of two of one group, and of two of different groups.
  static func of(
    _ groups: [[Case.Actor.ID]], _ ties: [NetworksView.Tie]
  ) -> (within: LatestWords, across: LatestWords) {
    let members = groups.map(Set.init)
    var (within, across) = (LatestWords(), LatestWords())
    for tie in ties {
      let first = members.firstIndex { $0.contains(tie.first) }
      let second = members.firstIndex { $0.contains(tie.second) }
      guard let first, let second else { continue }
      if first == second { within.add(tie) } else { across.add(tie) }
    }
    return (within, across)
  }

  private mutating func add(_ tie: NetworksView.Tie) {
    same += tie.same
    opposite += tie.opposite
  }

  /// `the same 12 times and opposite once`
  var words: String { "the same \(Self.times(same)) and opposite \(Self.times(opposite))" }

  private static func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }
}
