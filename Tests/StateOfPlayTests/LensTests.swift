import CaseModel
import StateOfPlay
import Testing

/// Which filters work before a view is derived, and which after.
@Suite struct LensTests {
  private func theCase() throws -> Case {
    try record([
      "id: a, act: accept, date: 2025-05-01, credibility: 2",
      "id: b, act: reject, date: 2025-05-09, source: leaf, credibility: 4, verbatim: true",
      "id: c, speaker: south, act: accept, date: 2025-05-09, via: west",
    ])
  }

  @Test func sourcesAreChosenBeforeDerivation() throws {
    var lens = Lens()
    lens.sources = ["paper"]
    let one = try cell(theCase(), lens)
    #expect(one["shared"]?.decidedBy == ["a"])
    #expect(one.role("a") == .decides)
  }

  @Test func credibilityIsChosenBeforeDerivation() throws {
    var lens = Lens()
    lens.worstCredibility = 3
    #expect(try cell(theCase(), lens)["shared"]?.decidedBy == ["a"])
    #expect(try cell(theCase(), lens, of: "south").statements.isEmpty, "ungraded is left out")
  }

  @Test func directnessIsChosenBeforeDerivation() throws {
    var lens = Lens()
    lens.directness = .ascribed
    #expect(try cell(theCase(), lens, of: "south").statements.isEmpty)
    lens.directness = .quoted
    #expect(try cell(theCase(), lens).statements.map(\.statement) == ["b"])
  }

  @Test func partiesAreChosenAfterDerivation() throws {
    // What another party tells stays another party's telling though that party is not shown.
    let theCase = try record(["id: a, act: accept, via: south"])
    var lens = Lens()
    lens.parties = ["north"]
    let view = positions(theCase, lens)
    #expect(view.parties == ["north"])
    #expect(view.rows.map { $0.cells.map(\.party) } == [["north"]])
    #expect(try cell(theCase, lens).directness("a") == .otherParty)
  }

  @Test func issuesAreChosenAfterDerivation() throws {
    let issues = """
      issues:
        - {id: water, title: A, kind: negotiable, options: [{id: shared, title: S}]}
        - {id: land, title: B, kind: negotiable}
      """
    let theCase = try record(["id: a, act: accept"], with: issues)
    var lens = Lens()
    lens.issues = ["land"]
    #expect(positions(theCase, lens).rows.map(\.issue) == ["land"])
    #expect(positions(theCase).rows.map(\.issue) == ["water", "land"])
  }

  @Test func sourcesFilterTheTimeline() throws {
    var lens = Lens()
    lens.sources = ["paper"]
    let ids = timeline(try theCase(), lens).events.map(\.id)
    #expect(ids == ["a", "c"])
  }

  @Test func partiesOfTheTimelineAreThoseWhoSpeak() throws {
    var lens = Lens()
    lens.parties = ["south"]
    #expect(timeline(try theCase(), lens).events.map(\.id) == ["c"])
  }

  @Test func eachViewStatesItsRule() throws {
    let theCase = try theCase()
    let rules = [
      positions(theCase).rule, commitments(theCase).rule, delegations(theCase).rule,
      timeline(theCase).rule, sources(theCase, texts: CaseTexts()).rule,
    ]
    #expect(rules.allSatisfy { !$0.isEmpty })
    #expect(Set(rules).count == rules.count)
  }
}
