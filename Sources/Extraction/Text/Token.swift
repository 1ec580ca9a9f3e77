/// A word, number or mark of a text.
struct Token {
  enum Kind: UInt8 {
    case word
    case number
    /// What an apostrophe joins to a word: 's, 're, 'll.
    case clitic
    case period
    case comma
    case semicolon
    case colon
    case question
    case exclamation
    case ellipsis
    case dash
    case openParenthesis
    case closeParenthesis
    /// A quotation mark of any style, not yet paired.
    case quote
    case symbol
  }

  /// Bytes from the beginning of the text.
  var start: Int
  var end: Int
  var kind: Kind
  var isCapital = false
  var isAllCapitals = false
  /// White space or the beginning of the paragraph stands before it.
  var followsSpace = false
  /// The mark, for quotation marks.
  var glyph: UInt32 = 0
  /// Of the word in lower case.
  var hash: UInt64 = 0
  var word: WordClass = []
  /// Place in the table of cues, 0 for none.
  var cue = 0
  var tag: Tag = .other
  var role: QuoteRole = .none

  /// What a quotation mark turned out to be.
  enum QuoteRole: UInt8 {
    case none
    case opens
    case closes
    case apostrophe
  }

  var isTerminal: Bool {
    switch kind {
    case .period, .question, .exclamation, .ellipsis: true
    default: false
    }
  }

  var isWord: Bool { kind == .word || kind == .number }
}
