import CaseModel
import StateOfPlay
import Testing

/// Words in what analysts wrote and in the texts at hand.
@Suite struct SearchTests {
  @Test func gistsAndTextsAreSearchedWhateverTheirCase() throws {
    let theCase = try record(["id: a, act: demand, gist: The Sluice stays open"])
    var texts = CaseTexts()
    texts.states["paper"] = .loaded(SourceText("Nothing of the sluice was said."))
    let hits = search(theCase, Lens(), for: "sluice", texts: texts).hits
    #expect(Set(hits.map(\.kind)) == ["statement", "text"])
    #expect(hits.allSatisfy { $0.excerpt.count == 3 })
  }

  @Test func aTextThatIsWithheldIsNamed() throws {
    let view = search(
      try record(["id: a, act: demand"]), Lens(), for: "sluice", texts: CaseTexts())
    #expect(view.hits.isEmpty)
    #expect(view.withheld == ["paper", "leaf"])
  }
}
