internal import CaseModel
internal import Presentation

/// What a statement promises, without who promises it and that it is promised.
enum PromisedWords {
  /// `Send a draft text by 24 October` of `Petersen promises to send a draft text by 24 October`; the whole line
  /// where it begins otherwise.
  static func of(_ statement: Case.Statement, _ index: CaseIndex) -> String {
    let voices = statement.speaker + statement.speaker.flatMap { index.spokenFor(by: $0, on: nil) }
    let names = voices.compactMap { index.actor($0) }.flatMap { actor in
      let last = actor.kind == .person ? actor.name.split(separator: " ").last : nil
      return [actor.name, last.map(String.init)].compactMap(\.self) + actor.aliases
    }.sorted { ($1.count, $0) < ($0.count, $1) }
    var words = statement.gist[...]
    var isPromised = false
    // `Dahl: Norland will publish …` names two.
    for _ in 0..<2 {
      guard let rest = without(names, words) else { break }
      words = rest
      if let rest = withoutVerb(words) { (words, isPromised) = (rest, true) }
    }
    words = words.drop { " :,".contains($0) }
    guard isPromised, words.contains(where: \.isLetter) else { return statement.gist }
    return String(words).capitalisedFirst
  }

  private static func without(_ names: [String], _ words: Substring) -> Substring? {
    let words = words.lowercased().hasPrefix("the ") ? words.dropFirst(4) : words
    for name in names where words.lowercased().hasPrefix(name.lowercased()) {
      let rest = words.dropFirst(name.count)
      guard rest.first.map({ !$0.isLetter && $0 != "'" && $0 != "’" }) ?? false else { continue }
      return rest.drop { " :,".contains($0) }
    }
    return nil
  }

  private static func withoutVerb(_ words: Substring) -> Substring? {
    let verb =
      /(?i)(?:(?:has|have|had|also|again|now)\s+)*(?:(?:promis|pledg|undert(?:ake|ook|aken)|vow|agree|offer|guarante|commit)\w*(?:\s+(?:itself|himself|herself|themselves))?|says|said|say)(?:\s*:\s*to|\s+to|\s*:|\s+(?:that\s+)?(?:it|he|she|they)\s+(?:will|would|is\s+to)|(?=\s+(?:that\s+)?\p{Lu}))\s+/
    let plain = /(?i)(?:will|would|shall|is\s+to|are\s+to)\s+(?!not\b|never\b)/
    if let found = words.prefixMatch(of: verb) { return words[found.range.upperBound...] }
    if let found = words.prefixMatch(of: plain) { return words[found.range.upperBound...] }
    return nil
  }
}
