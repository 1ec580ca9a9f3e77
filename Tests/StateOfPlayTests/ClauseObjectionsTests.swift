import CaseModel
import StateOfPlay
import Testing

/// A text taken with an objection to one clause, which is taken later: a pact on a river.
@Suite struct ClauseObjectionsTests {
  private static let pact = """
    issues:
      - {id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns}]}
      - {id: fish, title: The fish, kind: negotiable, options: [{id: kept, title: They are kept}]}
    drafts:
      - id: pact
        title: The pact
        date: 2025-05-01
        by: west
        to: [north, south]
        status: [{level: tabled, date: 2025-05-01, basis: ana}]
        clauses:
          - {id: one, title: Turns, about: {issue: water, option: shared}, status: proposed, basis: ana}
          - {id: two, title: Fish, about: {issue: fish, option: kept}, status: proposed, basis: ana}
        basis: ana
    """
  private static let lines = [
    "id: south, speaker: south, act: accept, date: 2025-05-03, about: {draft: pact}",
    "id: but, speaker: south, act: reject, date: 2025-05-03, about: {draft: pact, clause: two}",
    "id: north, speaker: north, act: accept, date: 2025-05-05, about: {draft: pact}",
    "id: too, speaker: south, act: accept, date: 2025-05-09, about: {draft: pact, clause: two}",
  ]

  private func offer(_ lines: [String], asOf: String) throws -> OffersView.Offer {
    try #require(offers(record(lines, with: Self.pact), .asOf(asOf)).offers.first)
  }

  @Test func aTextWithAClauseRefusedIsNotAcceptedByAll() throws {
    let open = try offer(Self.lines, asOf: "2025-05-06")
    #expect(open.state == .onTheTable)
    #expect(open.answers.first { $0.party == "south" }?.reservations.map(\.statements) == [["but"]])
    #expect(try offer([Self.lines[0], Self.lines[2]], asOf: "2025-05-06").state == .accepted)
  }

  @Test(arguments: [false, true])
  func anObjectionEndsOnceTheClauseIsTaken(_ isTurned: Bool) throws {
    let lines = isTurned ? Self.lines.reversed() : Self.lines
    let taken = try offer(lines, asOf: "2025-05-10")
    #expect(taken.state == .accepted)
    #expect(taken.answers.allSatisfy { $0.reservations.isEmpty })
  }

  @Test func anObjectionTakenBackByNameEnds() throws {
    let back =
      "id: back, speaker: south, act: withdraw, date: 2025-05-08, about: {draft: pact, clause: two}, drops: [but]"
    let taken = try offer(Array(Self.lines[0...2]) + [back], asOf: "2025-05-10")
    #expect(taken.answers.allSatisfy { $0.reservations.isEmpty })
  }
}
