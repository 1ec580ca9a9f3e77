import CaseModel
import Extraction
import Testing

/// Kinds of words that are easily taken for another act.
@Suite struct ActKindTests {
  typealias Act = Case.Statement.Act

  /// `Would accept` is a yes, and leaves an offer open that waits for an answer.
  @Test(arguments: [
    ("The union would accept split shifts at two depots.", Act.accept),
    ("The islands could live with loans for a part of the sum.", .accept),
    ("The Front would be content with four crossings.", .accept),
    ("The employers would agree to a shorter week.", .offer),
    ("The ministry stressed its willingness to agree to an audit.", .offer),
    ("Karvia would accept monitors in exchange for the release of its pilots.", .offer),
  ])
  func openOffers(_ words: String, _ act: Act) {
    #expect(ActReader.read(words).act == act)
    #expect(ActReader.read(words).stance == .for)
  }

  /// What no longer matters, or is let rest, is given up; what is no longer opposed is accepted.
  @Test(arguments: [
    ("The union no longer made its signature depend on the parity clause.", Act.withdraw),
    ("The islands no longer tie the audit to the fund.", .withdraw),
    ("The Front no longer insists on independence.", .withdraw),
    ("The doctors would let the sixteen hours rest until the next round.", .withdraw),
    ("Karvia let its claim to the harbour drop.", .withdraw),
    ("The donors no longer oppose a new secretariat.", .accept),
    ("Aerolin no longer rules out crew meals.", .accept),
  ])
  func givenUp(_ words: String, _ act: Act) {
    #expect(ActReader.read(words).act == act)
  }

  /// A figure that stays where it was is still asked for.
  @Test(arguments: [
    "The union's demand stayed at 9 per cent.", "The islands' figure remained 40 billion dollars.",
    "Karvia's position was unchanged.",
    "The league has not moved from its line, its stance is unchanged.",
  ])
  func standing(_ words: String) {
    #expect(ActReader.read(words).act == .demand)
  }

  /// To insist that something is or would be so demands nothing; that it be so does.
  @Test(arguments: [
    ("insisted that the crews would be paid in full", false),
    ("insisted that the forests were safe", false),
    ("insisted that the army had left the valley", false),
    ("insisted that the convoys be searched", true),
    ("insisted that the donors must pay first", true),
    ("insisted that the overtime ban stay", true),
  ])
  func insisting(_ words: String, _ isDemand: Bool) {
    let reading = ActReader.read(
      words, cue: 0..<8, form: ActReader.CueForm(lemma: "insist", isClause: true, isAsked: false))
    #expect((reading.act == .demand) == isDemand)
  }

  /// A noun that is spelt as a verb does nothing, nor does one who asks not to be named.
  @Test(arguments: [
    "The minister spoke of the reports on the harbour.",
    "The envoys of the Forest States met in this regard.",
    "A manager, who asked not to be named, spoke of the crews.",
    "The crews carried the charge of the battery by hand.",
  ])
  func nouns(_ words: String) {
    #expect(ActReader.read(words).act == .state)
    #expect(ActReader.read(words).ranking == [.state])
  }

  /// A time is no condition.
  @Test(arguments: [
    "The union will not answer before midnight on 15 July.",
    "The Front said it would not leave until its last day.",
    "The donors will pay nothing until the end of the year.",
    "The truce will not end before dawn on Friday.",
  ])
  func times(_ words: String) {
    #expect(ActReader.read(words).conditions.isEmpty)
  }
}
