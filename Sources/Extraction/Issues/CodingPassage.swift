package import CaseModel

/// A passage that is being coded, with what is known of it so far.
package struct CodingPassage: Sendable {
  /// The quote.
  package var words: String
  /// The sentence, or the sentences, that it stands in.
  package var sentence: String
  package var source: Case.Source.ID?
  /// Once chosen: who speaks helps to rank acts, and who and what helps to rank issues.
  package var speaker: [Case.Actor.ID]
  package var act: Case.Statement.Act?
  /// What the statement before it in the text is about, and who speaks there.
  package var date: EDTFDate?

  package init(
    words: String, sentence: String, source: Case.Source.ID? = nil, speaker: [Case.Actor.ID] = [],
    act: Case.Statement.Act? = nil, date: EDTFDate? = nil
  ) {
    self.words = words
    self.sentence = sentence
    self.source = source
    self.speaker = speaker
    self.act = act
    self.date = date
  }
}

/// A choice with the grounds for its rank, as a person may see them.
package struct RankedChoice<Choice: Hashable & Sendable>: Hashable, Sendable {
  package var choice: Choice
  package var score: Double
  package var grounds: [String]
}
