/// A report found in a sentence, in tokens.
struct Report {
  var source: [Range<Int>] = []
  var cue: [Range<Int>] = []
  var content: [Range<Int>] = []
  var lemma = ""
  var isThought = false
  var isNegated = false
  var rules: [Candidate.Rule] = []
  /// The verb's chunk.
  var verb: Int?
  var through: Int?

  /// From the first token to the last of all parts.
  var extent: Range<Int> {
    let parts = source + cue + content
    let start = parts.map(\.lowerBound).min() ?? 0
    return start..<max(start, parts.map(\.upperBound).max() ?? 0)
  }

  func holds(_ token: Int) -> Bool { content.contains { $0.contains(token) } }
}
