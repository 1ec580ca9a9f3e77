/// The words, numbers and signs of a span of text, in order, each with its place.
///
/// A hyphen, a point or an apostrophe at a word's edge is a sign of its own; whether a blank stands
/// before a piece is kept, so that `30-day`, `16th` and `€6.5m` can be put together again.
package struct SpanText {
  package enum Kind: Sendable { case word, number, sign }

  package struct Piece: Sendable {
    package var kind: Kind
    /// In lower case; dashes are `-`, apostrophes `'`.
    package var lower: String
    /// In code points from the start of the text; `end` is exclusive.
    package var start: Int
    package var end: Int
    /// A blank, or the start of the text, stands before it.
    package var isSpaced: Bool
    /// It begins with a capital letter.
    package var isCapital: Bool
    /// No letter of it is a small one.
    package var isUpper: Bool
  }

  package private(set) var pieces: [Piece] = []
  private let text: String
  private let offsets: [String.UnicodeScalarView.Index]

  /// - Complexity: O(text).
  package init(_ text: String) {
    self.text = text
    var maker = PieceMaker()
    var starts: [String.UnicodeScalarView.Index] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var offset = 0
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      maker.take(scalar, at: offset, next: next < scalars.endIndex ? scalars[next] : nil)
      // The place of each piece in the text, for its words.
      while starts.count < maker.pieces.count { starts.append(index) }
      index = next
      offset += 1
    }
    pieces = maker.pieces
    offsets = starts
  }

  package var count: Int { pieces.count }

  /// The piece, or nil where there is none.
  package subscript(place: Int) -> Piece? {
    pieces.indices.contains(place) ? pieces[place] : nil
  }

  /// The piece in lower case; empty where there is none.
  package func lower(_ place: Int) -> String {
    pieces.indices.contains(place) ? pieces[place].lower : ""
  }

  /// The pieces from a place on are these words.
  package func has(_ words: String..., at place: Int) -> Bool { has(words, at: place) }

  package func has(_ words: [String], at place: Int) -> Bool {
    guard place >= 0, place + words.count <= pieces.count else { return false }
    for (offset, word) in words.enumerated() where pieces[place + offset].lower != word {
      return false
    }
    return true
  }

  /// The text of some pieces as it stands, with what lies between them.
  package func words(_ range: Range<Int>) -> String {
    let range = range.clamped(to: pieces.indices)
    guard let first = range.first, let last = range.last else { return "" }
    let scalars = text.unicodeScalars
    let from = offsets[first]
    let to = scalars.index(
      offsets[last], offsetBy: pieces[last].end - pieces[last].start, limitedBy: scalars.endIndex)
    return String(scalars[from..<(to ?? scalars.endIndex)])
  }

  /// The code points that some pieces take up.
  package func place(_ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: pieces.indices)
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return pieces[first].start..<pieces[last].end
  }

  /// The piece ends a sentence: a point, question or exclamation mark before a blank and a capital, or
  /// before the end.
  package func endsSentence(_ place: Int) -> Bool {
    guard let piece = self[place], piece.kind == .sign, ".!?…".contains(piece.lower) else {
      return false
    }
    var next = place + 1
    while let sign = self[next], sign.kind == .sign, !sign.isSpaced { next += 1 }
    guard let following = self[next] else { return true }
    guard following.isSpaced, following.isCapital || following.kind != .word else { return false }
    guard piece.lower == ".", let before = self[place - 1], before.kind == .word else {
      return true
    }
    return !(before.end - before.start == 1 && before.isCapital)
      && !Self.shortened.contains(before.lower)
  }

  /// Words that are written with a point and do not end a sentence by it.
  private static let shortened: Set<String> = [
    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "capt", "maj", "adm", "sen", "rep", "gov",
    "st", "prof", "hon", "amb", "no", "art", "vol", "vs", "jan", "feb", "aug", "sept", "oct",
    "nov", "dec", "approx", "ca", "cf", "eg", "ie", "ст", "ул", "г", "им", "м", "р",
  ]
}

/// Puts pieces together from code points.
private struct PieceMaker {
  var pieces: [SpanText.Piece] = []
  private var isOpen = false
  private var wasBlank = true

  mutating func take(_ scalar: Unicode.Scalar, at offset: Int, next: Unicode.Scalar?) {
    if scalar.isLetter {
      append(scalar, .word, at: offset)
    } else if let digit = scalar.asDigit {
      // A digit inside a word, as in G7, belongs to it.
      append(digit, isOpen && pieces[pieces.count - 1].kind == .word ? .word : .number, at: offset)
    } else if scalar.isMark, isOpen {
      pieces[pieces.count - 1].end = offset + 1
    } else if scalar.isInvisible {
      if isOpen { pieces[pieces.count - 1].end = offset + 1 }
    } else if isOpen, joins(scalar, next) {
      append(scalar.isApostrophe ? "'" : scalar, pieces[pieces.count - 1].kind, at: offset)
    } else if scalar.isBlank {
      (isOpen, wasBlank) = (false, true)
    } else {
      isOpen = false
      let sign = scalar.isDash ? "-" : scalar.isApostrophe ? "'" : String(Character(scalar))
      add(
        SpanText.Piece(
          kind: .sign, lower: sign, start: offset, end: offset + 1, isSpaced: wasBlank,
          isCapital: false, isUpper: false))
    }
  }

  /// An apostrophe between letters, a point or comma between digits.
  private func joins(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
    guard let next else { return false }
    switch pieces[pieces.count - 1].kind {
    case .word: return scalar.isApostrophe && next.isLetter
    case .number: return (scalar == "." || scalar == ",") && next.asDigit != nil
    case .sign: return false
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ kind: SpanText.Kind, at offset: Int) {
    let isCapital = scalar.isCapital
    if isOpen, pieces[pieces.count - 1].kind == kind {
      let last = pieces.count - 1
      pieces[last].lower.append(lowered: scalar)
      pieces[last].end = offset + 1
      if !isCapital, scalar.isLetter { pieces[last].isUpper = false }
      return
    }
    var lower = ""
    lower.append(lowered: scalar)
    add(
      SpanText.Piece(
        kind: kind, lower: lower, start: offset, end: offset + 1, isSpaced: wasBlank,
        isCapital: isCapital, isUpper: isCapital))
    isOpen = true
  }

  private mutating func add(_ piece: SpanText.Piece) {
    pieces.append(piece)
    wasBlank = false
  }
}

extension String {
  fileprivate mutating func append(lowered scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let isCapital = ("A"..."Z").contains(scalar)
      unicodeScalars.append(
        isCapital ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20) : scalar)
    } else {
      unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    isASCII ? value <= 0x20 : properties.isWhitespace
  }

  fileprivate var isCapital: Bool {
    isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
  }

  fileprivate var isLetter: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return properties.isAlphabetic && !isMark
  }

  /// A decimal digit of any script, as the ASCII digit it is.
  fileprivate var asDigit: Unicode.Scalar? {
    if isASCII { return ("0"..."9").contains(self) ? self : nil }
    guard properties.generalCategory == .decimalNumber, let value = properties.numericValue,
      value >= 0, value <= 9
    else { return nil }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }

  fileprivate var isMark: Bool {
    guard !isASCII else { return false }
    let category = properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  fileprivate var isInvisible: Bool {
    value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
  }

  fileprivate var isApostrophe: Bool {
    switch value {
    case 0x27, 0x60, 0x2019, 0x2018, 0x2BC, 0x2B9, 0x2032: true
    default: false
    }
  }

  fileprivate var isDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212: true
    default: false
    }
  }
}
