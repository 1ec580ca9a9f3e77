import CaseModel
import StateOfPlay
import Testing

/// Whose words count in a network, and for what.
@Suite struct NetworkSidesTests {
  private static let sections = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: chair, name: The chair, kind: person, roles: [{role: mediator, basis: ana}]}
      - {id: clerk, name: A clerk (not named), kind: unnamed, partOf: north}
      - {id: gazette, name: The Gazette, kind: outlet}
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: By turns}, {id: metered, title: By meter}]}
      - {id: fish, title: The fish, kind: negotiable, options: [{id: kept, title: They are kept}]}
    drafts:
      - id: text
        title: The text
        date: 2031-03-01
        by: south
        to: north
        status: [{level: tabled, date: 2031-03-01}]
        clauses:
          - {id: one, about: {issue: water, option: shared}, status: proposed, basis: ana}
          - {id: two, about: {issue: fish, option: kept}, status: proposed, basis: ana}
        basis: ana
    """

  private func made(
    _ lines: [String], _ change: (inout NetworkQuestions, inout Lens) -> Void = { _, _ in }
  ) throws -> NetworksView {
    var (questions, lens) = (NetworkQuestions(), Lens())
    questions.draws = 20
    change(&questions, &lens)
    return try networks(try record(lines, with: Self.sections), lens, asking: questions)
  }

  private let south = "id: s, speaker: south, act: accept, date: 2031-03-02"

  @Test func aMediatorStandsOnNoSideUnlessAskedFor() throws {
    let lines = [south, "id: m, speaker: chair, act: propose, date: 2031-03-03"]
    let view = try made(lines)
    #expect(view.actors.map(\.id) == ["south"])
    #expect(view.leftOut.map(\.reason) == [.thirdParty])
    // Nor where the case lists it among its parties.
    var listed = try record(lines, with: Self.sections)
    listed.header.parties.append("chair")
    #expect(try networks(listed, Lens(), asking: NetworkQuestions()).actors.map(\.id) == ["south"])
    #expect(try made(lines) { $1.parties = ["chair"] }.ties.count == 1)
    #expect(try made(lines) { questions, _ in questions.actors = .speakers }.ties.count == 1)
  }

  @Test func anOfficialNotNamedCountsWithHisSide() throws {
    let view = try made([south, "id: c, speaker: clerk, act: reject, date: 2031-03-03"])
    #expect(view.actors.map(\.id) == ["north", "south"])
    #expect(view.tie("north", "south")?.side == .conflicting)
  }

  @Test func anAnswerToATextCountsForItsParts() throws {
    let yes = "id: y, speaker: north, act: accept, date: 2031-03-03, about: {draft: text}"
    let view = try made([south, yes])
    #expect(
      Set(view.positions.filter { $0.actor == "north" }.map(\.answer)) == [
        "water/shared", "fish/kept",
      ])
    #expect(view.tie("north", "south")?.side == .congruent)
    // Refused as a whole, it says nothing of each part.
    let no = yes.replacing("act: accept", with: "act: reject")
    #expect(try made([south, no]).actors.map(\.id) == ["south"])
  }
}
