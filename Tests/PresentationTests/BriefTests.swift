import CaseModel
import Presentation
import StateOfPlay
import Testing

/// The briefing paper as a whole; the goldens have its words.
@Suite struct BriefTests {
  @Test func aCaseWithNothingInItHasABriefThatSaysSo() throws {
    var header = Case.Header()
    header.title = "Talks on the valley"
    let brief = try Brief(Case(header), Lens(), texts: CaseTexts())
    let frame = ViewContext(Case(header), Lens(), caseHash: "h", version: "test")
    let text = TextFace().render(brief.document(in: frame))
    #expect(text.contains("Talks on the valley"))
    #expect(text.contains("No document is on record."))
  }
}
