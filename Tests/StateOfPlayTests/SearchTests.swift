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
    #expect(Set(hits.map(\.kind)) == [.entry(.statements), .text])
    #expect(hits.allSatisfy { $0.excerpt.count % 2 == 1 && $0.excerpt.count >= 3 })
  }

  /// The talks of two speakers on one issue, and what an analyst noted.
  private func talks() throws -> Case {
    var theCase = try record([
      "id: a, act: demand, gist: We shall meet the envoy in Riga, speaker: minister",
      "id: b, act: state, gist: The envoy will come to meet us",
      "id: c, act: state, gist: Riga is far away",
    ])
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "c"), "Meet in Riga, says the envoy")
    theCase.notes.append(note)
    return theCase
  }

  private func ids(_ query: String, _ choice: SearchChoice = .init()) throws -> [String] {
    search(try talks(), for: query, choosing: choice, texts: CaseTexts()).hits.map(\.id)
  }

  @Test func allWordsMustOccurInAnyOrder() throws {
    #expect(try ids("Riga envoy meet") == ["a", "#1"])
    #expect(try Set(ids("meet envoy")) == ["a", "b", "#1"])
    #expect(try ids("\"envoy in Riga\"") == ["a"])
    #expect(try ids("\"meet envoy\"").isEmpty)
    #expect(try ids("\"Riga meet") == ["a", "#1"], "a mark without a second one marks nothing")
  }

  @Test func anEntryIsFoundOnceAndNotByAPartOfItsId() throws {
    let hits = try search(talks(), for: "envoy", texts: CaseTexts()).hits
    #expect(Set(hits.map { "\($0.kind.rawValue) \($0.id)" }).count == hits.count)
    #expect(!hits.contains { $0.field == "id" || $0.field == "aliases" })
    #expect(try ids("c").first == "c")
  }

  @Test func theWordsOfAHitAreMarkedWhereTheyStand() throws {
    let hit = try #require(search(talks(), for: "riga meet", texts: CaseTexts()).hits.first)
    #expect(hit.excerpt.joined() == "We shall meet the envoy in Riga")
    #expect(
      hit.excerpt.enumerated().filter { $0.offset % 2 == 1 }.map(\.element) == ["meet", "Riga"])
  }

  @Test func everyFacetCountsWhatItsChoiceLeaves() throws {
    for query in ["envoy", "riga", "meet envoy"] {
      let view = search(try talks(), for: query, texts: CaseTexts())
      for facet in view.facets {
        for value in facet.values {
          var choice = SearchChoice()
          var lens = Lens()
          switch facet.name {
          case .kind: choice.kinds = [try #require(SearchView.Kind(rawValue: value.id))]
          case .speaker: choice.speakers = [Case.Actor.ID(value.id)]
          case .party: lens.parties = [Case.Actor.ID(value.id)]
          case .issue: lens.issues = [Case.Issue.ID(value.id)]
          case .source: lens.sources = [Case.Source.ID(value.id)]
          case .year:
            choice.from = try EDTFDate(value.id)
            choice.to = choice.from
          }
          let left = search(try talks(), lens, for: query, choosing: choice, texts: CaseTexts())
          #expect(left.hits.count == value.count, "\(query): \(facet.name) \(value.id)")
        }
      }
    }
  }

  @Test func whereNothingIsFoundEachWordIsCounted() throws {
    let view = search(try talks(), for: "riga xylophone", texts: CaseTexts())
    #expect(view.hits.isEmpty)
    #expect(view.words.map(\.word) == ["riga", "xylophone"])
    #expect(view.words.map(\.count) == [3, 0])
    #expect(search(try talks(), for: "riga", texts: CaseTexts()).words.isEmpty)
  }

  @Test func aTextIsOneResultWithItsNearestPassage() throws {
    let theCase = try record(["id: a, act: demand"])
    var texts = CaseTexts()
    let far = String(repeating: "Nothing of note was said. ", count: 40)
    texts.states["paper"] = .loaded(
      SourceText("The sluice. \(far) The envoy spoke of the sluice. \(far) The envoy left."))
    let hits = search(theCase, for: "sluice envoy", texts: texts).hits.filter { $0.kind == .text }
    #expect(hits.count == 1)
    #expect(hits.first?.excerpt.joined().contains("The envoy spoke of the sluice") == true)
    #expect(hits.first?.passages == 1)
  }

  @Test func aTextThatIsWithheldIsNamed() throws {
    let view = search(
      try record(["id: a, act: demand"]), Lens(), for: "sluice", texts: CaseTexts())
    #expect(view.hits.isEmpty)
    #expect(view.unsearched == ["paper", "leaf"])
  }

  /// One word of another name finds the actor and its words, in scripts that have no Latin spelling
  /// as well.
  @Test(arguments: ["شوقي", "Sluices"])
  func oneWordOfAnotherNameFindsTheActor(_ word: String) throws {
    let actors = """
      actors:
        - {id: north, name: North, kind: state}
        - {id: gazette, name: The Gazette, kind: outlet}
        - {id: shawqi, name: Karim Shawqi, aliases: [كريم شوقي, Keeper of the Sluices], kind: person, speaksFor: [{actor: north, basis: ana}]}
      """
    let theCase = try record(["id: a, speaker: shawqi, act: accept"], with: actors)
    let hits = search(theCase, for: word, texts: CaseTexts()).hits
    #expect(hits.map(\.id) == ["a", "shawqi"])
  }

  /// What was said later is not found, nor a later text, nor what came later of an entry.
  @Test func asOfLeavesOutWhatCameLater() throws {
    let theCase = try record(
      [
        "id: early, act: demand, gist: The sluice stays open, date: 2025-05-02",
        "id: late, act: demand, gist: The sluice is shut, date: 2025-06-02",
        "id: bounded, act: demand, gist: The sluice leaks, date: ../2025-06-02",
      ],
      with: """
        commitments:
          - {id: grease, what: Grease the sluice, strength: promised, debtors: [north], agreed: 2025-05-03, evidence: [early, late]}
        """)
    var lens = Lens()
    lens.asOf = try EDTFDate("2025-05-20")
    let found = search(theCase, lens, for: "sluice", texts: CaseTexts()).hits.map(\.id)
    #expect(found == ["early", "grease"])
    lens.asOf = try EDTFDate("2025-05-02")
    #expect(search(theCase, lens, for: "sluice", texts: CaseTexts()).hits.map(\.id) == ["early"])
  }
}
