internal import CaseModel

/// People a text introduces in passing, without a verb of saying: `Her deputy, Morten Lie, was cooler`,
/// `Morten Lie, the deputy minister, left`.
struct Appositions {
  /// As the words of a source would be: `Her deputy, Morten Lie`.
  private(set) var phrases: [String] = []
  /// Names of two or three words by their last: `Lie` of Morten Lie. Nil where several end so.
  private(set) var names: [String: String?] = [:]

  /// - Complexity: O(text).
  init(_ text: SourceText) {
    for paragraph in ParagraphReader(bytes: text.bytes).paragraphs() where paragraph.kind == .text {
      let words = SpanText(String(decoding: text.bytes[paragraph.bytes], as: UTF8.self))
      var place = 0
      while place < words.count {
        guard let end = Self.nameEnd(words, place) else {
          place += 1
          continue
        }
        take(words, place..<end)
        place = end
      }
    }
  }

  private mutating func take(_ words: SpanText, _ name: Range<Int>) {
    let spelled = words.words(name)
    let last = words.words(name.upperBound - 1..<name.upperBound)
    if let known = names[last], known != spelled {
      names[last] = .some(nil)
    } else {
      names[last] = spelled
    }
    if words.has(",", at: name.lowerBound - 1),
      [",", ".", ";", ")"].contains(words.lower(name.upperBound)),
      let start = Self.postStart(words, before: name.lowerBound - 1)
    {
      phrases.append(words.words(start..<name.upperBound))
    } else if words.has(",", at: name.upperBound), Self.isPost(words, from: name.upperBound + 1) {
      let end = (name.upperBound + 1..<words.count).first {
        words.pieces[$0].kind == .sign && words.lower($0) != "'" && words.lower($0) != "-"
      }
      phrases.append(words.words(name.lowerBound..<(end ?? words.count)))
    }
  }

  /// The end of two or three capitalised words in a row that are no post, no place and no date.
  private static func nameEnd(_ words: SpanText, _ place: Int) -> Int? {
    var end = place
    while end < words.count, end - place < 4, isName(words.pieces[end]),
      end == place || words.pieces[end].isSpaced
    {
      end += 1
    }
    guard (2...3).contains(end - place), !(words[place - 1].map { isName($0) } ?? false) else {
      return nil
    }
    return end
  }

  private static func isName(_ piece: SpanText.Piece) -> Bool {
    guard piece.kind == .word, piece.isCapital, !piece.isUpper, !piece.lower.hasSuffix("'s"),
      RoleWords.head(piece.lower) == nil, !RoleWords.isTitle(piece.lower),
      !RoleWords.qualifies(piece.lower), !isDate(piece.lower)
    else { return false }
    // A word that begins a sentence or a heading, or is part of the name of a place or a body.
    return Lexicon.shared.entry(Lexicon.hash(piece.lower)).map { $0.word.isDisjoint(with: common) }
      ?? true
  }

  /// A weekday or a month in full: `Jan` is a name, too.
  private static func isDate(_ word: String) -> Bool {
    switch DateWord.of(word) {
    case .weekday: true
    case .month: word.utf8.count > 3 || word == "may"
    default: false
    }
  }

  private static let common: WordClass = [
    .determiner, .pronoun, .objectPronoun, .ownership, .number, .preposition, .coordinator,
    .subordinator, .that, .relative, .wh, .to, .negation, .modal, .be, .have, .auxiliaryDo, .adverb,
    .connective,
  ]

  /// Where the words of a post begin that end before a comma: a determiner or a possessive, and no more
  /// than a few words of a post.
  private static func postStart(_ words: SpanText, before comma: Int) -> Int? {
    guard RoleWords.head(words.lower(comma - 1)) == .office else { return nil }
    var place = comma - 2
    while place >= 0, comma - place < 8, let piece = words[place] {
      if piece.lower == "'" || piece.lower.hasSuffix("'s") {
        if piece.lower == "'" { place -= 1 }
        // The Forest States', the union's.
        while place > 0, words.pieces[place - 1].kind == .word, words.pieces[place - 1].isCapital {
          place -= 1
        }
        if words.has("the", at: place - 1) { place -= 1 }
        return place
      }
      if openers.contains(piece.lower) { return place }
      guard piece.kind == .word || piece.lower == "-" else { return nil }
      place -= 1
    }
    return nil
  }

  private static func isPost(_ words: SpanText, from place: Int) -> Bool {
    guard let first = words[place], openers.contains(first.lower) || first.isCapital else {
      return false
    }
    for next in place..<min(place + 7, words.count) {
      let piece = words.pieces[next]
      if piece.kind == .sign, piece.lower != "'", piece.lower != "-" { return false }
      if RoleWords.head(piece.lower) == .office { return true }
    }
    return false
  }

  private static let openers: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "our",
  ]
}
