/// Words that belong together: a noun phrase, a group of verbs, a quotation, a mark.
struct Chunk {
  enum Kind: UInt8 {
    case nounPhrase
    /// Monday, last week: says when and is no one.
    case time
    case verb
    case preposition
    case comma
    case coordinator
    case subordinator
    case that
    case relative
    case wh
    case adverb
    /// however: between commas, and no one's.
    case connective
    case quotation
    case parenthesis
    case dash
    case colon
    case semicolon
    case end
    case other
  }

  var kind: Kind
  var tokens: Range<Int>
  /// The last noun, or the main verb.
  var head: Int
  var form: VerbForm = .finite
  var isPassive = false
  var isNegated = false
  /// A pronoun alone.
  var isPronoun = false
  /// Ends in a possessive, with nothing possessed.
  var isPossessive = false

  enum VerbForm: UInt8 {
    case finite
    /// -ed: past tense, or a participle after a noun.
    case past
    case participle
    case ing
    case infinitive
    case base
  }

  var isVerb: Bool { kind == .verb }
  var isNominal: Bool { kind == .nounPhrase }
  /// A verb that can have a subject of its own.
  var canBeFinite: Bool { kind == .verb && (form == .finite || form == .past) }
}
