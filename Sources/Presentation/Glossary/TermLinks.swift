internal import CaseModel

/// Links the terms of the glossary where a page uses them first.
struct TermLinks {
  private var used: Set<String> = []

  /// Words that everybody knows as they are meant here, or that cases use in another sense.
  private static let plain: Set<String> = [
    "case", "actor", "party", "issue", "option", "source", "quote", "statement", "act", "state",
    "position", "interest", "draft", "gap", "package", "commitment", "delegation", "as of",
    "milestone", "scenario", "witness", "divided", "attribution", "concession", "waiver",
    "contradiction", "verdict", "known at", "precondition", "stance",
  ]

  private static let terms: [(words: [String], anchor: String)] = Glossary.terms.compactMap {
    term -> (words: [String], anchor: String)? in
    let name = term.name.lowercased()
    return plain.contains(name) || name.contains(" and ")
      ? nil : (name.split(separator: " ").map(String.init), term.anchor)
  }.sorted { ($1.words.count, $0.anchor) < ($0.words.count, $1.anchor) }

  /// The same text with a link on each term that is used for the first time.
  mutating func link(_ inline: Inline) -> Inline {
    var linked = Inline("")
    for span in inline.spans { linked.spans += self.spans(span) }
    return linked
  }

  private mutating func spans(_ span: Inline.Span) -> [Inline.Span] {
    guard span.link == nil, span.links.isEmpty, Self.canLink(span.style) else { return [span] }
    for term in Self.terms where !used.contains(term.anchor) {
      guard let range = Self.range(of: term.words, in: span.text) else { continue }
      used.insert(term.anchor)
      var (before, middle, after) = (span, span, span)
      before.text = String(span.text[..<range.lowerBound])
      middle.text = String(span.text[range])
      middle.link = .term(term.anchor)
      after.text = String(span.text[range.upperBound...])
      return spans(before).filter { !$0.text.isEmpty } + [middle]
        + spans(after).filter { !$0.text.isEmpty }
    }
    return [span]
  }

  private static func canLink(_ style: Inline.Style) -> Bool {
    switch style {
    case .plain, .strong, .faint, .warning, .contested, .redLine: true
    case .reference, .stance, .condition, .match, .removed, .added: false
    }
  }

  /// Whole words alone, the last of them in the plural too.
  private static func range(of words: [String], in text: String) -> Range<String.Index>? {
    // What one types is no word of the field.
    guard !text.contains("`") else { return nil }
    let sought = words.joined(separator: " ")
    let low = text.lowercased()
    guard low.utf8.count == text.utf8.count else { return nil }
    var start = low.startIndex
    while let found = low[start...].firstRange(of: sought) {
      var end = found.upperBound
      if end < low.endIndex, low[end] == "s" { end = low.index(after: end) }
      let isWhole =
        (found.lowerBound == low.startIndex
          || !isWord(low[low.index(before: found.lowerBound)]))
        && (end == low.endIndex || !isWord(low[end]))
      if isWhole {
        let from = low.utf8.distance(from: low.startIndex, to: found.lowerBound)
        let to = low.utf8.distance(from: low.startIndex, to: end)
        return text.utf8.index(
          text.startIndex, offsetBy: from)..<text.utf8.index(text.startIndex, offsetBy: to)
      }
      start = found.upperBound
    }
    return nil
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "–"
  }
}
