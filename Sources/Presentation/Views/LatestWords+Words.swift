internal import StateOfPlay

extension LatestWords {
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
