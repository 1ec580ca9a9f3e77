package import CaseModel

/// Something that a document says someone said or thought: a proposal for the analyst, never a
/// record.
package struct Candidate: Sendable, Hashable {
  /// How the words are given.
  package enum Manner: String, Sendable, Hashable, CaseIterable {
    /// In quotation marks, or as a speaker's turn in a transcript.
    case direct
    case indirect
    /// Reported, with some words in quotation marks.
    case mixed
  }

  /// The sentence in which it is reported.
  package var sentence: TextSpan
  /// Whose words they are, as the document puts it; empty where it names no one.
  package var source: [TextSpan]
  /// The words by which it is reported; empty for a quotation that nothing introduces.
  package var cue: [TextSpan]
  /// What was said, in order; a quotation that a report interrupts has several parts.
  package var content: [TextSpan]
  package var manner: Manner
  /// Base form of the cue, in lower case: "say", "demand".
  package var lemma: String
  /// Thought or wished rather than said.
  package var isThought: Bool
  /// The cue is negated: "does not accept".
  package var isNegated: Bool
  /// The document's author speaks, as "I" or "we" outside quotation marks.
  package var isAuthor: Bool
  /// Place in the same list of the candidate within whose content this one stands: "Reuters
  /// reported that Kyiv had agreed" gives Kyiv's words through Reuters.
  package var through: Int?
  /// Why it was taken for a report, in the order in which the rules applied.
  package var rules: [Rule]
  /// From 0 to 1: how often candidates by these rules are right, roughly.
  package var confidence: Double
  /// What the program that found it says of it beyond its places.
  package var given: Given?

  package struct Given: Sendable, Hashable {
    package var act: Case.Statement.Act?
    package var issue: Case.Issue.ID?

    package init(act: Case.Statement.Act?, issue: Case.Issue.ID?) {
      self.act = act
      self.issue = issue
    }
  }

  /// Why a passage was taken for a report.
  package enum Rule: String, Sendable, Hashable, CaseIterable {
    case quotation
    case quotationGoesOn = "quotation goes on"
    case clauseWithThat = "clause with that"
    case bareClause = "clause without that"
    case question
    case infinitive
    case object
    case objectInfinitive = "object and infinitive"
    case objectAs = "object with as"
    case naming
    case gerund
    case preposition
    case preposed = "words before the report"
    case noun = "noun of saying"
    case accordingTo = "according to"
    case asSays = "as someone says"
    case view = "in someone's view"
    case passive
    /// "the 640,000 tonnes it asked for".
    case objectBefore = "object before its clause"
    case turn = "speaker's turn"
    case inversion = "verb before its subject"
    case sharedSubject = "subject of the verb before"
    case heading = "in a heading"
    case nested = "within other words"
    case speakerBefore = "speaker of the sentence before"
    case model = "language model"

    /// How far a report by this rule alone is to be trusted, from 0 to 1.
    var weight: Double {
      switch self {
      case .quotation, .turn: 0.9
      case .clauseWithThat, .accordingTo, .preposed: 0.85
      case .bareClause, .objectInfinitive, .infinitive, .asSays, .question: 0.75
      case .objectAs, .naming, .gerund, .preposition, .noun, .view: 0.65
      case .object, .passive, .objectBefore: 0.6
      case .inversion: 1
      case .sharedSubject, .nested, .quotationGoesOn: 0.9
      case .heading: 0.7
      case .speakerBefore, .model: 0.6
      }
    }
  }

  package init(
    sentence: TextSpan, source: [TextSpan] = [], cue: [TextSpan] = [], content: [TextSpan] = [],
    manner: Manner = .indirect, lemma: String = "", isThought: Bool = false,
    isNegated: Bool = false,
    isAuthor: Bool = false, through: Int? = nil, rules: [Rule] = [], confidence: Double = 0
  ) {
    self.sentence = sentence
    self.source = source
    self.cue = cue
    self.content = content
    self.manner = manner
    self.lemma = lemma
    self.isThought = isThought
    self.isNegated = isNegated
    self.isAuthor = isAuthor
    self.through = through
    self.rules = rules
    self.confidence = confidence
  }
}
