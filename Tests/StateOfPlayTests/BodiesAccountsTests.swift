import CaseModel
import StateOfPlay
import Testing

/// Accounts of one promise by two bodies of a party: a league's board, which owes it, and its clubs.
@Suite struct BodiesAccountsTests {
  private let actors = """
    actors:
      - {id: north, name: North, kind: organisation}
      - {id: south, name: South, kind: organisation}
      - {id: board, name: The board, kind: body, speaksFor: [{actor: south, basis: ana}]}
      - {id: clubs, name: The clubs, kind: organisation, speaksFor: [{actor: south, basis: ana}]}
      - {id: press, name: The press, kind: unnamed}
      - {id: gazette, name: The Gazette, kind: outlet}

    """

  @Test func eachBodysAccountIsItsOwnWhereOneOfThemOwesIt() throws {
    let theCase = try record(
      [
        "id: none, speaker: clubs, date: 2025-08-18, act: accuse, about: {commitment: open}",
        "id: one, speaker: board, date: 2025-09-15, act: state, about: {commitment: open}",
      ],
      with: actors + """
        commitments:
          - {id: open, what: Open two grounds, quantity: 2, unit: ground, strength: promised, debtors: [board], creditors: [north], agreed: 2025-06-18, due: 2025-08-18, status: [{date: 2025-08-18, level: 0, done: 0, evidence: [none]}, {date: 2025-09-15, level: 2, done: 1, evidence: [one]}]}
        """)
    let line = try #require(commitments(theCase).rows.first)
    #expect(line.accounts.map(\.by) == [["clubs"], ["board"]])
    #expect(line.shownAccounts.count == 2)
  }

  @Test func whoBrokeItIsNamedWhereItIsNotWhoOwesIt() throws {
    let theCase = try record(
      [
        "id: said, speaker: south, of: clubs, date: 2025-07-11, act: accuse, about: {commitment: quiet}"
      ],
      with: actors.replacing(
        "id: clubs, name: The clubs, kind: organisation, speaksFor: [{actor: south, basis: ana}]",
        with: "id: clubs, name: The clubs, kind: organisation") + """
          commitments:
            - {id: quiet, what: Keep quiet, strength: promised, debtors: [south], creditors: [north], agreed: 2025-01-18, until: 2025-06-30, status: [{date: 2025-06-25, level: breached, evidence: [said]}]}
          """)
    #expect(commitments(theCase).rows.first?.accounts.first?.of == ["clubs"])
  }

  @Test func aDenialOfOneReportIsSetAgainstThatReport() throws {
    let theCase = try record(
      [
        "id: seen, speaker: press, date: 2025-02-28, act: state, about: {commitment: pay}",
        "id: broken, speaker: south, of: north, date: 2025-03-03, act: accuse, about: {commitment: pay}",
        "id: denial, speaker: north, date: 2025-03-03, act: deny, about: {statement: broken}",
      ],
      with: actors + """
        commitments:
          - {id: pay, what: Pay, strength: promised, debtors: [north], creditors: [south], agreed: 2025-01-14, due: 2025-02-28, status: [{date: 2025-02-28, level: 0, evidence: [seen]}, {date: 2025-03-03, level: breached, evidence: [broken]}, {date: 2025-03-03, level: denied, evidence: [denial]}]}
        """)
    let group = try #require(contradictions(theCase).groups.first)
    #expect(group.sides.map { $0.statements.map(\.statement) } == [["broken"], ["denial"]])
  }

  @Test func ofTwoWhoOweItEachReportIsOnWhomItNames() throws {
    let theCase = try record(
      [
        "id: own, speaker: north, of: north, date: 2025-08-18, act: state, about: {commitment: both}",
        "id: other, speaker: press, of: south, date: 2025-08-20, act: accuse, about: {commitment: both}",
      ],
      with: actors + """
        commitments:
          - {id: both, what: Clear a path each, each: true, strength: promised, debtors: [north, south], creditors: [press], agreed: 2025-06-18, due: 2025-08-18, status: [{date: 2025-08-18, level: 3, evidence: [own]}, {date: 2025-08-20, level: breached, evidence: [other]}]}
        """)
    let line = try #require(commitments(theCase).rows.first)
    #expect(!line.isDisputed)
    #expect(line.shownAccounts.map(\.of) == [["north"], ["south"]])
  }

  @Test func twoCountsOfOneDegreeAreTwoSides() throws {
    let theCase = try record(
      [
        "id: three, speaker: north, date: 2025-02-12, act: state, about: {commitment: pay}",
        "id: two, speaker: south, date: 2025-02-12, act: state, about: {commitment: pay}",
      ],
      with: actors + """
        commitments:
          - {id: pay, what: Send five, quantity: 5, unit: file, strength: promised, debtors: [north], creditors: [south], agreed: 2025-01-14, status: [{date: 2025-02-12, level: 2, done: 3, evidence: [three]}, {date: 2025-02-12, level: 2, done: 2, evidence: [two]}]}
        """)
    let sides = try #require(contradictions(theCase).groups.first).sides
    #expect(sides.count == 2)
    #expect(sides.first?.answer.contains("3 files") == true)
  }
}
