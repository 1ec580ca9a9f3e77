import CaseModel
import Extraction
import Testing

/// Who is quoted with which words, whatever marks stand round them.
@Suite struct QuotationTests {
  private func quoted(_ text: String) -> [String] {
    let source = SourceText(text)
    return BuiltInExtractor.candidates(in: source).filter { $0.through == nil }.map { candidate in
      let who = candidate.source.map { source.text($0.start, $0.end) }.joined(separator: " ")
      let what = candidate.content.map { source.text($0.start, $0.end) }.joined(separator: " | ")
      return "\(who): \(what)"
    }
  }

  @Test(arguments: [
    ("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("''", "''"), ("``", "''"),
    ("‘", "’"),
    ("'", "'"), ("‹", "›"), ("„", "”"), ("”", "”"), ("«", "”"), ("“", "\""),
  ])
  func marksOfAllStylesArePaired(_ open: String, _ close: String) {
    #expect(
      quoted("\(open)We will sign the workers' text, not theirs,\(close) Weber said. It rained.")
        == ["Weber: \(open)We will sign the workers' text, not theirs,\(close)"])
  }

  @Test func apostrophesCloseNothing() {
    #expect(
      quoted("‘The miners’ demand isn’t new; in the ’90s they’d asked for it,’ Weber said.")
        == ["Weber: ‘The miners’ demand isn’t new; in the ’90s they’d asked for it,’"])
    #expect(quoted("The workers' hall and the unions' flag were red.").isEmpty)
  }

  @Test func quotationsWithinQuotationsBelongToTheOuter() {
    #expect(
      quoted("“He told me ‘never’, and I said ‘fine’,” Weber said.")
        == ["Weber: “He told me ‘never’, and I said ‘fine’,”"])
  }

  @Test func aQuotationGoesOnOverParagraphs() {
    #expect(
      quoted("“We tried,” Weber said. “We tried twice.\n\n“Nobody came.”\n\nIt rained.")
        == ["Weber: “We tried,” | “We tried twice.", "Weber: “Nobody came.”"])
  }

  @Test func aMarkThatIsNeverClosedHarmsItsParagraphAlone() {
    let found = quoted("The “truce has held.\n\n“We will see,” Weber said.")
    #expect(found == ["Weber: “We will see,”"])
  }

  @Test func wordsInMarksThatNobodySaysAreNoSpeech() {
    #expect(quoted("The so-called “grey zone” begins behind the bridge.").isEmpty)
    #expect(quoted("The ship “Aurora” sailed on Monday.").isEmpty)
  }

  @Test func theNameBehindAQuestionIsWhoAsked() {
    #expect(quoted("“Who pays?” Weber asked. Nobody knew.") == ["Weber: “Who pays?”"])
  }

  @Test func partsOfAQuotationAreOne() {
    #expect(
      quoted("“We came,” said Ms. J. D. Ruiz of the union, “and they left.”")
        == ["Ms. J. D. Ruiz of the union: “We came,” | “and they left.”"])
  }

  @Test func turnsOfATranscriptAreSpeech() {
    #expect(
      quoted("Mr BRASSAC: It will. The Chamber will vote.\n\nThe CHAIR (Ms Roussel): Thank you.")
        == ["Mr BRASSAC: It will. The Chamber will vote.", "The CHAIR (Ms Roussel): Thank you."])
  }
}
