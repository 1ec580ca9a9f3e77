import CaseModel
import Interchange
import Testing

/// The title of a document is its headline, whatever stands before it.
@Suite struct DocumentTitleTests {
  private func title(_ text: String, isMarkdown: Bool = false) -> String? {
    DocumentTitle.of(SourceText(text), isMarkdown: isMarkdown)?.words
  }

  @Test(arguments: [
    "Ferries stay in port\nMore", "\u{A0}\nFerries stay in port\n",
    "\u{3000}\n\t\nFerries stay in port",
    "\u{FEFF}Ferries stay in port\r\nMore", "Ferries stay in port\rMore\r",
    "* * *\n\nFerries stay in port\n", "Skip to main content\nMenu\nFerries stay in port\n",
    "Zum Inhalt springen\nAnzeige\n\nFerries stay in port", "\u{200B}\n=====\nFerries stay in port",
    "---\ntitle: 'Ferries stay in port'\ndate: 2025-09-12\n---\n\nOther words\n",
    "---\ndate: 2025-09-12\n---\n\nFerries stay in port\n",
    "+++\ntitle = \"Ferries stay in port\"\n+++\nText\n",
    "---\nFerries stay in port\n---\nText",
    "<!DOCTYPE html><html><head><title>\n Ferries stay\n in port</title></head><body>x</body></html>",
    "<html><body><h1 class=\"a\">Ferries <b>stay</b> in&nbsp;port</h1></body></html>",
  ])
  func theHeadlineIsFound(_ text: String) {
    #expect(title(text) == "Ferries stay in port")
  }

  @Test func aMarkdownHeadingComesBeforeWhatStandsBeforeIt() {
    let text = "![logo](a.png)\nPublished by the union\n\n# **Strike vote** #\n"
    #expect(
      title(text, isMarkdown: true) == "**Strike vote**"
        || title(text, isMarkdown: true) == "Strike vote")
    #expect(title("# \u{A0}\n\nWords", isMarkdown: true) == "Words")
  }

  @Test(arguments: [
    "", "\n\n", "***\n---\n", "\u{A0}\u{200B}\n", "<html><body>words</body></html>",
  ])
  func whereThereIsNoneNothingIsMadeUp(_ text: String) {
    #expect(title(text) == nil)
  }

  @Test func aTitleIsOneLineWithoutControls() throws {
    let found = try #require(title("A\u{1B}[31m red\u{7} line\u{2028}next"))
    #expect(!found.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(try #require(title(String(repeating: "wide ", count: 500))).count <= 200)
  }
}
