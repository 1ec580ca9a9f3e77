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

  /// What stands in a file that is no text is said to be none, and is read without harm.
  @Test(arguments: [
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52],
    Array("%PDF-1.7\n".utf8) + Array(repeating: [0xFF, 0x00, 0x13, 0x41], count: 200).joined(),
    Array((UInt8.min...UInt8.max)) + Array((UInt8.min...UInt8.max)),
  ])
  func binaryFiles(_ bytes: [UInt8]) {
    #expect(throws: SourceText.Invalid.self) { try SourceText(utf8: bytes) }
    let text = SourceText(String(decoding: bytes, as: UTF8.self))
    #expect(TextSurvey(text).isBinary)
    #expect(TextSurvey(text).caution?.hasPrefix("is no text") ?? false)
    #expect(BuiltInExtractor.candidates(in: text).isEmpty)
  }

  private static let sentence =
    "“Café owners won’t pay,” said Zoë Müller. Boris said that he would."

  /// UTF-8 that was read as Latin-1 or Windows-1252 is noticed.
  @Test func wrongEncodings() {
    var misread = ""
    for byte in Self.sentence.utf8 {
      switch byte {
      case 0x80: misread.unicodeScalars.append("\u{20AC}")
      case 0x9C: misread.unicodeScalars.append("\u{0153}")
      case 0x99: misread.unicodeScalars.append("\u{2122}")
      default: misread.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    let survey = TextSurvey(SourceText(misread))
    #expect(survey.misreadLetters >= 3)
    #expect(survey.caution?.contains("wrong encoding") ?? false)
    #expect(TextSurvey(SourceText(Self.sentence)).caution == nil)
  }

  /// Latin-1 bytes are no UTF-8: refused as they are, and read with marks where letters were lost.
  @Test func lostLetters() {
    let latin = Self.sentence.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x93 }
    #expect(throws: SourceText.Invalid.self) { try SourceText(utf8: latin) }
    let text = SourceText(String(decoding: latin, as: UTF8.self))
    #expect(TextSurvey(text).isBinary)
    let found = BuiltInExtractor.candidates(in: text)
    #expect(found.contains { text.text($0.content[0].start, $0.content[0].end) == "that he would" })
  }
}
