import CaseModel
import Extraction
import Testing

/// Texts that hold little or nothing to be read, named as what they are.
@Suite struct TextSurveyTests {
  @Test(arguments: ["", " \n\t", "\u{FEFF}", "\u{2003}\n\u{2028}"])
  func emptyTexts(_ text: String) {
    #expect(TextSurvey(SourceText(text)).caution == "is empty")
  }

  @Test(arguments: [
    "Home\nMenu\nLog in\nShare this\n", "Advertisement\n\nRead more: Weber says no to truce\n",
    "Photo: Minister Anna Weber. Credit: J. Doe\n", "The talks in the valley",
  ])
  func pagesWithoutSentences(_ text: String) {
    #expect(
      TextSurvey(SourceText(text)).caution
        == "holds no sentence: nothing but headings, menus or captions")
    #expect(BuiltInExtractor.candidates(in: SourceText(text)).count <= 1)
  }

  @Test func marksThatDoNotPair() {
    let text = """
      “We will not sign, Ana Lund said after the meeting in the valley on Monday.

      Boris Oun said that South would wait for the answer, “as long as it takes”, and left.
      """
    #expect(TextSurvey(SourceText(text)).unclosedQuotations == 1)
    // What stands beyond the mark is read all the same.
    let found = BuiltInExtractor.candidates(in: SourceText(text))
    #expect(found.count >= 2)
  }

  /// A quotation of several paragraphs opens each of them and closes the last.
  @Test(arguments: [
    "“The first part of it goes on here.\n\n“And here it ends,” she said at the end of the day.",
    "She said: “Yes.” He said: ‘No.’ «So», it was «said» by all of them in the end.",
    "The workers’ demands and the states’ answers were read in the ’90s.",
  ])
  func marksThatPair(_ text: String) {
    #expect(TextSurvey(SourceText(text)).caution == nil)
  }
}
