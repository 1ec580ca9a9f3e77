package import CaseModel
internal import Foundations

/// A gist of our own, made of what was read: who does what, about what. It never repeats nine words of the
/// text in a row, and ends with a whole clause or phrase where it can.
package enum Gist {
  private static let longestRow = 8
  private static let longest = 180
  private static let longestBeforeCondition = 110
  private static let longestTitle = 80

  static func of(
    speakers: [String], act: Case.Statement.Act, stance: Case.Statement.Stance?, title: String?,
    words: String, condition: String? = nil
  ) -> String {
    let verb = verb(act, several: speakers.count > 1)
    let against =
      stance == .against && ![.reject, .deny, .withdraw].contains(act) ? " (against)" : ""
    var gist = "\(speakers.isEmpty ? "Someone" : list(speakers)) \(verb)\(against)"
    if let title, ![.state, .assess, .accuse].contains(act) {
      gist += ": \(title)"
    } else {
      if let title { gist += ", on \(whole(title, longestTitle))" }
      let own = short(words)
      gist += ": \(own)"
      if condition == nil, act != .condition, act != .threaten, hasCondition(words, behind: own) {
        gist += ", on a condition"
      }
    }
    guard let condition else { return whole(gist, longest) }
    return "\(whole(gist, longestBeforeCondition)); waits on: \(short(condition))"
  }

  /// The act as a verb, for one speaker or for several.
  package static func verb(_ act: Case.Statement.Act, several: Bool) -> String {
    several ? plural(act) : singular(act)
  }

  /// Whole words, as many as there is room for.
  static func whole(_ text: String, _ limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    var words = text.split(separator: " ")
    while words.count > 1, words.joined(separator: " ").unicodeScalars.count > limit {
      words.removeLast()
    }
    return trimmed(words.joined(separator: " "))
  }

  /// The first words, up to the end of a clause or a phrase, without quotation marks round them.
  static func short(_ text: String) -> String {
    let words = text.split(whereSeparator: { $0.isWhitespace }).map(String.init)
    guard words.count > longestRow else { return trimmed(words.joined(separator: " ")) }
    let ends = (least...longestRow).reversed()
    let end =
      ends.first { isClauseEnd(words, $0) } ?? ends.first {
        isPhraseEnd(words, $0, before: phrases)
      }
      ?? ends.first { isPhraseEnd(words, $0, before: ["of"]) }
      ?? ends.first { !dangling.contains(bare(words[$0 - 1])) } ?? longestRow
    return trimmed(words.prefix(end).joined(separator: " "))
  }

  /// Fewer words say too little.
  private static let least = 3

  /// A mark ends the word, or the next one begins a clause.
  private static func isClauseEnd(_ words: [String], _ end: Int) -> Bool {
    guard !dangling.contains(bare(words[end - 1])) else { return false }
    if let last = words[end - 1].last(where: { !quotes.contains($0) }), ",.;:!?".contains(last) {
      return true
    }
    return clauses.contains(bare(words[end]))
      || ["—", "–", "-"].contains(words[end])
  }

  private static func isPhraseEnd(
    _ words: [String], _ end: Int, before openings: Set<String>
  ) -> Bool {
    let next = bare(words[end])
    guard openings.contains(next), !dangling.contains(bare(words[end - 1])) else { return false }
    // `to cut` belongs to what it follows; `to Norland's vessels` may be left out.
    guard next == "to", end + 1 < words.count else { return true }
    let kinds = Lexicon.shared.entry(Lexicon.hash(bare(words[end + 1])))?.word ?? []
    return !kinds.contains(.verbBase)
  }

  /// What depends on something is not reported as if it were promised.
  private static func hasCondition(_ text: String, behind own: String) -> Bool {
    let words = text.split(whereSeparator: { $0.isWhitespace })
    return words.dropFirst(own.split(separator: " ").count).contains {
      ["if", "unless", "provided", "until", "если", "якщо"].contains(bare(String($0)))
    }
  }

  private static func bare(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" }
  }

  private static func trimmed(_ text: String) -> String {
    var short = text[...]
    while let last = short.last, ",.;:…—– ".contains(last) { short.removeLast() }
    while let first = short.first, ",.;:…—– ".contains(first) { short.removeFirst() }
    // A mark stays where its counterpart does.
    for (open, close) in pairs {
      let isOpened = short.first == open
      let isClosed = short.count > 1 && short.last == close
      let inner = short.dropFirst(isOpened ? 1 : 0).dropLast(isClosed ? 1 : 0)
      if isOpened, isClosed, !inner.contains(open), !inner.contains(close) {
        return trimmed(String(inner))
      }
      if isOpened, !inner.contains(close), !isClosed { short.removeFirst() }
      if isClosed, !inner.contains(open), !isOpened { short.removeLast() }
    }
    while let last = short.last, ",.;: ".contains(last) { short.removeLast() }
    return String(short)
  }

  private static let pairs: [(Character, Character)] = [
    ("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"),
  ]
  private static let quotes: Set<Character> = ["\"", "“", "”", "«", "»", "„", "‘", "’", "'"]
  private static let clauses: Set<String> = [
    "and", "but", "or", "if", "unless", "until", "because", "since", "while", "whereas", "although",
    "though", "when", "after", "before", "who", "which", "provided", "и", "но", "а", "что", "если",
    "і", "але", "що", "якщо",
  ]
  private static let phrases: Set<String> = [
    "in", "on", "at", "by", "for", "with", "without", "from", "to", "under", "over", "above",
    "below", "within", "during", "against", "between", "through", "across", "into", "as", "than",
    "towards",
  ]
  /// Words that lead to others.
  private static let dangling: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "these", "those",
    "that", "and", "but", "or", "if", "of", "in", "on", "at", "by", "for", "with", "from", "to",
    "under", "over", "above", "below", "within", "between", "into", "as", "than", "not", "no",
    "will", "would", "can", "could", "may", "might", "must", "should", "shall", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "only", "more", "less", "very", "both", "each",
    "any", "every", "all", "some", "longer", "shorter", "higher", "lower", "larger", "smaller",
    "greater", "fewer",
  ]

  private static func list(_ names: [String]) -> String {
    names.count > 3 ? "\(names[0]) and \(names.count - 1) others" : names.listed()
  }

  private static func singular(_ act: Case.Statement.Act) -> String {
    switch act {
    case .state: "says"
    case .deny: "denies"
    case .demand: "demands"
    case .propose: "proposes"
    case .offer: "offers"
    case .accept: "accepts"
    case .reject: "rejects"
    case .condition: "sets a condition"
    case .concede: "concedes"
    case .withdraw: "withdraws"
    case .commit: "undertakes"
    case .threaten: "threatens"
    case .accuse: "accuses"
    case .takeNote: "takes note"
    case .silent: "does not answer"
    case .ask: "asks"
    case .confirm: "confirms"
    case .assess: "judges"
    }
  }

  private static func plural(_ act: Case.Statement.Act) -> String {
    switch act {
    case .state: "say"
    case .deny: "deny"
    case .condition: "set a condition"
    case .takeNote: "take note"
    case .silent: "do not answer"
    default: String(singular(act).dropLast())
    }
  }
}
