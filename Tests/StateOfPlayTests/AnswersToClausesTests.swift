import CaseModel
import StateOfPlay
import Testing

/// Contradictions about texts: reports of what was answered to a clause, and readings of what it
/// says.
@Suite struct AnswersToClausesTests {
  private static let sections = """
    drafts:
      - id: plan
        title: The plan
        date: 2025-05-01
        by: west
        to: [north, south]
        status: [{level: tabled, date: 2025-05-01, evidence: [tabled]}]
        clauses:
          - {id: four, title: Paragraph 4, about: {issue: water, option: shared}, status: proposed, basis: ana}
          - {id: five, title: Paragraph 5, about: [{issue: water, option: metered}, {issue: fish, option: kept}], status: proposed, basis: ana}
        basis: ana
    issues:
      - {id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns}, {id: metered, title: By meter}]}
      - {id: fish, title: The fish, kind: negotiable, options: [{id: kept, title: They are kept}]}
    sources:
      - {id: paper, publisher: gazette, title: P, published: 2025-06-01, text: \(withheld)}
      - {id: other, publisher: gazette, title: O, published: 2025-06-01, text: \(withheld)}
    """

  private func view(_ statements: [String]) throws -> ContradictionsView {
    try contradictions(record(statements, with: Self.sections))
  }

  private let clause = "about: {draft: plan, clause: four}"
  private let issue = "about: {issue: water, option: shared}"
  private let accepted = "id: yes, act: accept, date: 2025-05-03, via: consul, "
  private let reserved =
    "id: open, act: state, stance: open, date: 2025-05-03, via: gazette, source: other, "

  @Test func reportsOnAClauseAreComparedAsThoseOnItsIssue() throws {
    for (one, two) in [(clause, clause), (clause, issue), (issue, clause), (issue, issue)] {
      let found = try view([accepted + one, reserved + two])
      #expect(found.groups.isEmpty)
      #expect(
        found.variants.map { $0.sides.map(\.answer) } == [["By turns", "By turns (left open)"]])
      #expect(found.variants.map(\.actor) == ["north"])
    }
    let refused = "id: no, act: reject, date: 2025-05-03, source: other, \(clause)"
    #expect(try view([accepted + clause, refused]).groups.map(\.kind) == [.attribution])
  }

  @Test func whatATextSaysIsNoOnesAnswer() throws {
    let found = try view([
      accepted + clause, "id: says, act: state, date: 2025-05-03, source: other, \(clause)",
    ])
    #expect(found.groups.isEmpty && found.variants.isEmpty)
    // To refuse a clause on several things refuses none of them.
    let both = try view([
      "id: no, act: reject, date: 2025-05-03, about: {draft: plan, clause: five}",
      "id: fish, act: accept, date: 2025-05-03, source: other, about: {issue: fish, option: kept}",
    ])
    #expect(both.groups.isEmpty && both.variants.isEmpty)
  }

  @Test func aDeniedAnswerToAClauseIsNamedByTheClause() throws {
    let denied = "id: deny, speaker: envoy, act: deny, date: 2025-05-04, about: {statement: yes}"
    let found = try view([accepted + clause, denied])
    let answer = "Paragraph 4: accepted"
    #expect(found.groups.map { $0.sides.map(\.answer) } == [[answer, answer]])
    #expect(found.groups.flatMap(\.sides).map(\.isDenied) == [false, true])
    let whole = try view([accepted + "about: {draft: plan}", denied])
    #expect(whole.groups.first?.sides.first?.answer == "accepted as a whole")
  }

  @Test func whoDisputesWhatATextMeansDisputesAReading() throws {
    func kinds(_ said: String) throws -> [ContradictionsView.Kind] {
      try view([
        "id: tabled, speaker: west, act: state, date: 2025-05-01, about: {draft: plan}",
        "id: reads, speaker: north, act: state, date: 2025-05-03, about: {draft: plan}, gist: North reads it so",
        "id: para, speaker: north, act: state, date: 2025-05-03, \(clause)",
        "id: deny, speaker: south, act: deny, date: 2025-05-04, about: {statement: \(said)}",
      ]).groups.map(\.kind)
    }
    #expect(try kinds("reads") == [.reading])
    #expect(try kinds("para") == [.reading])
    // That it was tabled is an event.
    #expect(try kinds("tabled") == [.account])
  }
}
