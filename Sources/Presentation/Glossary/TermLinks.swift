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

  private struct Term {
    /// In lower case.
    var bytes: [UInt8]
    var anchor: String
  }

  /// By the first byte, longer ones before shorter ones.
  private static let terms: [UInt8: [Term]] = Dictionary(
    grouping: Glossary.terms.compactMap { term in
      let name = term.name.lowercased()
      return plain.contains(name) || name.contains(" and ")
        ? nil : Term(bytes: Array(name.utf8), anchor: term.anchor)
    }.sorted { ($1.bytes.count, $0.anchor) < ($0.bytes.count, $1.anchor) }
  ) { $0.bytes[0] }

  /// The same text with a link on each term that is used for the first time.
  mutating func link(_ inline: Inline) -> Inline {
    var linked = Inline("")
    for span in inline.spans { linked.spans += self.spans(span) }
    return linked
  }

  /// - Complexity: O(length), as bytes are compared; searching by characters is quadratic in a run of
  ///   flags.
  private mutating func spans(_ span: Inline.Span) -> [Inline.Span] {
    // What one types is no word of the field.
    guard span.link == nil, span.links.isEmpty, Self.canLink(span.style),
      !span.text.utf8.contains(UInt8(ascii: "`"))
    else { return [span] }
    let text = span.text
    let bytes = Array(text.utf8)
    var spans: [Inline.Span] = []
    var written = 0
    func piece(_ range: Range<Int>) -> Inline.Span {
      var piece = span
      piece.text = String(decoding: bytes[range], as: UTF8.self)
      return piece
    }
    var place = 0
    while place < bytes.count {
      guard let term = term(at: place, of: bytes), !Self.isWord(before: place, in: text),
        case let end = term.end, !Self.isWord(at: end, in: text)
      else {
        place += 1
        continue
      }
      used.insert(term.anchor)
      if written < place { spans.append(piece(written..<place)) }
      var linked = piece(place..<end)
      linked.link = .term(term.anchor)
      spans.append(linked)
      (written, place) = (end, end)
    }
    guard written > 0 else { return [span] }
    if written < bytes.count { spans.append(piece(written..<bytes.count)) }
    return spans
  }

  /// The longest term that is not linked yet and stands here, the last of its words in the plural too.
  private func term(at place: Int, of bytes: [UInt8]) -> (anchor: String, end: Int)? {
    for term in Self.terms[Self.lower(bytes[place])] ?? [] where !used.contains(term.anchor) {
      var end = place + term.bytes.count
      guard end <= bytes.count,
        zip(term.bytes, bytes[place..<end]).allSatisfy({ $0 == Self.lower($1) })
      else { continue }
      if end < bytes.count, Self.lower(bytes[end]) == UInt8(ascii: "s") { end += 1 }
      // A longer word, of which the term is but the beginning.
      if end < bytes.count, Self.isLetter(bytes[end]) { continue }
      return (term.anchor, end)
    }
    return nil
  }

  private static func canLink(_ style: Inline.Style) -> Bool {
    switch style {
    case .plain, .strong, .faint, .warning, .contested, .redLine: true
    default: false
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte))
  }

  private static func isWord(at place: Int, in text: String) -> Bool {
    let index = text.utf8.index(text.startIndex, offsetBy: place)
    return index < text.endIndex && isWord(text.unicodeScalars[index])
  }

  private static func isWord(before place: Int, in text: String) -> Bool {
    guard place > 0 else { return false }
    let scalars = text.unicodeScalars
    let index = text.utf8.index(text.startIndex, offsetBy: place)
    return isWord(scalars[scalars.index(before: index)])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "-" || scalar == "–"
    }
  }
}
