import CaseModel
import Foundation
import Foundations
import HTTPTypes
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

@testable import Workbench

/// A page and the HTML file of the same view say the same in the same words: the file has no forms, and
/// the page needs no list of what its references lead to.
@Suite struct OneRenderingTests {
  static let views: [String] = ViewCatalogue.all.compactMap { view in
    view.declaration.hasPage && view is any PlainView.Type ? view.declaration.name : nil
  }
  /// An example, and the date at which it is looked at: no page of these is so long that it is cut.
  static let looks = [("istanbul", "2022"), ("sarn", ""), ("corvane", "2025-04")]

  @Test(arguments: views, looks)
  func thePageSaysWhatTheFileSays(_ name: String, _ look: (example: String, asOf: String))
    async throws
  {
    let view = try #require(
      ViewCatalogue.all.first { $0.declaration.name == name } as? any PlainView.Type)
    let path = Project.file("Examples/\(look.example)").path
    let opened = try CaseFile.open(path)
    let site = TestSite(FixedKeeper(opened.theCase, texts: opened.texts))
    let page = try await site.get(
      "/\(name)" + (look.asOf.isEmpty ? "" : "?as-of=\(look.asOf)"),
      cookie: try await site.signIn())
    #expect(page.status == 200)
    var lens = Lens()
    if !look.asOf.isEmpty { lens.asOf = try EDTFDate(look.asOf) }
    let theCase = opened.theCase.placed(in: opened.texts)
    let file = try Self.file(view, theCase, lens, opened.texts)
    let (shown, printed) = (Self.words(page.text), Self.words(file))
    #expect(printed.count > 20)
    let place = zip(shown, printed).prefix { $0 == $1 }.count
    #expect(
      shown == printed,
      """
      from word \(place) on
      page: \(shown.dropFirst(max(0, place - 6)).prefix(30).joined(separator: " "))
      file: \(printed.dropFirst(max(0, place - 6)).prefix(30).joined(separator: " "))
      """)
  }

  private static func file<View: PlainView>(
    _: View.Type, _ theCase: Case, _ lens: Lens, _ texts: CaseTexts
  ) throws -> String {
    let view = try View.make(ViewSubject(theCase, lens, texts: texts), Checkpoint())
    let frame = ViewContext(theCase, lens, texts: texts, caseHash: "test", version: "test")
    return HTMLFace().render(view.document(in: frame))
  }

  /// The words between tags below the title, in order; references to statements are left out, as a
  /// cell that leads to them does not name them, and a page names who spoke and when.
  static func words(_ html: String) -> [String] {
    var text = html
    if let end = text.range(of: "</h1>") { text = String(text[end.upperBound...]) }
    if let end = text.range(of: "</main>") { text = String(text[..<end.lowerBound]) }
    for part in [
      "<form[\\s\\S]*?</form>", "<details class=\"write\"[\\s\\S]*?</details>",
      "<p class=\"write\"[\\s\\S]*?</p>", "<p class=\"remark refusal\"[\\s\\S]*?</p>",
      "<p class=\"export\"[\\s\\S]*?</p>", "<span class=\"only-read\">[\\s\\S]*?</span>",
      "<span class=\"reference\">\\[[\\s\\S]*?\\]</span>", "<a class=\"id\"[^>]*>[^<]*</a>",
      "<title[\\s\\S]*?</title>", "<desc[\\s\\S]*?</desc>",
    ] {
      text = text.replacingOccurrences(of: part, with: " ", options: .regularExpression)
    }
    // A term that leads to the glossary is no word apart.
    text = text.replacingOccurrences(
      of: "<a [^>]*class=\"term\"[^>]*>([^<]*)</a>", with: "$1", options: .regularExpression)
    text = text.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression)
    text = text.replacingOccurrences(
      of: "\\[[a-z0-9 ,+-]+\\]", with: " ", options: .regularExpression)
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
