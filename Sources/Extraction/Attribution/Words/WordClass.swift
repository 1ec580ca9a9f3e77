/// What a word can be, before its neighbours are looked at.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  static let determiner = WordClass(rawValue: 1 << 0)
  /// A pronoun that can be a subject.
  static let pronoun = WordClass(rawValue: 1 << 1)
  /// A pronoun that can only be an object.
  static let objectPronoun = WordClass(rawValue: 1 << 2)
  /// my, his, their.
  static let ownership = WordClass(rawValue: 1 << 3)
  static let number = WordClass(rawValue: 1 << 4)
  static let preposition = WordClass(rawValue: 1 << 5)
  static let coordinator = WordClass(rawValue: 1 << 6)
  static let subordinator = WordClass(rawValue: 1 << 7)
  static let that = WordClass(rawValue: 1 << 8)
  static let relative = WordClass(rawValue: 1 << 9)
  /// what, how, whether, if.
  static let wh = WordClass(rawValue: 1 << 10)
  static let to = WordClass(rawValue: 1 << 11)
  static let negation = WordClass(rawValue: 1 << 12)
  static let modal = WordClass(rawValue: 1 << 13)
  static let be = WordClass(rawValue: 1 << 14)
  static let have = WordClass(rawValue: 1 << 15)
  static let auxiliaryDo = WordClass(rawValue: 1 << 16)
  static let adverb = WordClass(rawValue: 1 << 17)
  static let adjective = WordClass(rawValue: 1 << 18)
  static let noun = WordClass(rawValue: 1 << 19)
  static let verbBase = WordClass(rawValue: 1 << 20)
  static let verbS = WordClass(rawValue: 1 << 21)
  static let verbPast = WordClass(rawValue: 1 << 22)
  static let participle = WordClass(rawValue: 1 << 23)
  static let verbIng = WordClass(rawValue: 1 << 24)
  /// Monday, week, yesterday.
  static let time = WordClass(rawValue: 1 << 25)
  /// however, meanwhile: stands between commas and belongs to no one.
  static let connective = WordClass(rawValue: 1 << 26)
  static let abbreviation = WordClass(rawValue: 1 << 27)
  /// An abbreviation that can end a sentence.
  static let mayEnd = WordClass(rawValue: 1 << 28)
  /// Begins with a letter beyond ASCII.
  static let foreignLetter = WordClass(rawValue: 1 << 29)
  static let endsInS = WordClass(rawValue: 1 << 30)
  /// What an apostrophe joins: 's.
  static let possessive = WordClass(rawValue: 1 << 31)
  /// A noun for something said or thought: demand, view.
  static let cueNoun = WordClass(rawValue: 1 << 32)
  /// I, we.
  static let firstPerson = WordClass(rawValue: 1 << 33)
  /// Written in Cyrillic.
  static let cyrillic = WordClass(rawValue: 1 << 34)
  /// Someone who can be named before a name: president, spokesman.
  static let role = WordClass(rawValue: 1 << 35)
  /// up, out, down, which can belong to a verb.
  static let particle = WordClass(rawValue: 1 << 36)
  /// according, за словами: begins a phrase that names a source.
  static let sourcePhrase = WordClass(rawValue: 1 << 37)
  /// reporters, journalists: who is spoken to as a rule.
  static let press = WordClass(rawValue: 1 << 38)
  /// interview, statement, speech: the occasion on which something is said.
  static let occasion = WordClass(rawValue: 1 << 39)
  static let plural = WordClass(rawValue: 1 << 40)

  static let anyVerb: WordClass = [.verbBase, .verbS, .verbPast, .participle, .verbIng]
  static let auxiliary: WordClass = [.modal, .be, .have, .auxiliaryDo]
}

/// What a word is where it stands.
enum Tag: UInt8 {
  case other
  case determiner
  case pronoun
  case objectPronoun
  case ownership
  case possessive
  case number
  case adjective
  case noun
  case name
  case time
  case adverb
  case connective
  case preposition
  case coordinator
  case subordinator
  case that
  case relative
  case wh
  case to
  case negation
  case modal
  case be
  case have
  case auxiliaryDo
  /// A form that can only be a finite verb.
  case verbFinite
  /// -ed and the like: past tense or participle.
  case verbPast
  /// Only a participle: taken, given.
  case participle
  case verbBase
  case verbIng

  var isNominal: Bool {
    switch self {
    case .determiner, .pronoun, .objectPronoun, .ownership, .possessive, .number, .adjective, .noun,
      .name, .time:
      true
    default: false
    }
  }

  var isVerb: Bool {
    switch self {
    case .verbFinite, .verbPast, .participle, .verbBase, .verbIng: true
    default: false
    }
  }

  var isAuxiliary: Bool {
    switch self {
    case .modal, .be, .have, .auxiliaryDo: true
    default: false
    }
  }
}
