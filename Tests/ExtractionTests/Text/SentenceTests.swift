import CaseModel
import Extraction
import Testing

/// Where sentences begin and end, as candidates show them, and what is no text.
@Suite struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let source = SourceText(text)
    return BuiltInExtractor.candidates(in: source).filter { $0.through == nil }.map {
      source.text($0.sentence.start, $0.sentence.end)
    }
  }

  @Test(arguments: [
    "Gen. Smith said that the U.S. Army would stay.",
    "Sen. J. D. Vance of Ohio said on Oct. 9 that 3.5 percent of St. Louis had voted.",
    "Blackwater Corp. said it would appeal.",
    "Mr. and Mrs. Hall said no. 4 Elm St. was theirs.",
    "Президент І. П. Коваль заявив, що угоду підписано.",
    "Ms. Ruiz said that the talks, i.e. both rounds, began at 9 a.m. on Monday.",
  ])
  func abbreviationsEndNoSentence(_ sentence: String) {
    #expect(sentences("It rained. \(sentence) It rained.") == [sentence])
  }

  @Test func anAbbreviationCanEndASentence() {
    #expect(
      sentences("He said that it was made by Acme Corp. The price said nothing of it.").first
        == "He said that it was made by Acme Corp.")
  }

  @Test func codePointsAndBytesAgree() throws {
    let source = SourceText("Été 🙂: Weber said that «жовтень» was over.")
    let candidate = try #require(BuiltInExtractor.candidates(in: source).first)
    let content = try #require(candidate.content.first)
    #expect(source.text(content.start, content.end) == "that «жовтень» was over")
    #expect(
      String(decoding: source.bytes[content.bytes], as: UTF8.self) == "that «жовтень» was over")
  }

  @Test(arguments: [
    "By Jane Ruiz said", "Advertisement", "Follow us on Facebook, where our editor says more",
    "Photo: Minister Anna Weber says goodbye. Credit: J. Doe", "Read more: Weber says no to truce",
    "© 2025 The Courier, which says all rights are reserved", "Share this article",
  ])
  func furnitureSaysNothing(_ line: String) {
    #expect(sentences("It rained all day.\n\n\(line)\n\nIt rained all night.").isEmpty)
  }

  @Test func linesOfAFixedWidthAreOneParagraph() {
    let text = """
      The ministry of the interior said on Monday that it would not
      sign the agreement before the chamber had voted on the credit
      for the hospitals, and that it had told the unions as much in
      the week before.

      The unions were silent about it for the rest of the long day,
      but their lawyers said that they would look at the letter and
      answer it.
      """
    #expect(sentences(text).count == 2)
    #expect(sentences(text).first?.hasSuffix("week before.") ?? false)
  }

  @Test func aDatelineIsNoPartOfTheFirstSentence() {
    #expect(
      sentences("NAIROSSA, 14 October (Reuters) – The envoy said that talks had failed.")
        == ["The envoy said that talks had failed."])
  }
}
