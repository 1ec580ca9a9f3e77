import CaseModel
import StateOfPlay
import Testing

/// What a conference of many parties showed: a text in force that not all have joined, a member of a
/// body that is not asked, and figures that their givers take back.
@Suite struct ConferenceTests {
  private static let issues = """
    issues:
      - {id: fund, title: The fund, kind: negotiable, options: [{id: made, title: It is set up}]}
      - {id: clause, title: Liability, kind: negotiable, options: [{id: out, title: The text excludes it, takenBy: [south]}, {id: silent, title: The text says nothing}]}
      - {id: money, title: Money a year, kind: negotiable, value: quantity, unit: million, wants: {north: less, south: more}}
      - {id: end, title: The last year of coal, kind: negotiable, value: date, wants: {north: less, south: more}}
    """

  private func outcome(_ clauses: String, _ more: String = "") -> String {
    """
    \(Self.issues)
    milestones: [{id: vote, title: The senate ratifies, kind: vote, by: [deputies], due: 2025-09-01, of: {draft: outcome}, basis: ana}]
    drafts:
      - {id: outcome, title: The outcome, date: 2025-05-20, by: west, to: [north, south], status: [{level: inForce, date: 2025-05-22, basis: ana}], clauses: [\(clauses)]\(more)}
    """
  }

  private let fund = "{id: p1, title: One, status: proposed, about: {issue: fund, option: made}}"
  private let asks =
    "id: asks, speaker: north, act: accept, date: 2025-05-05, about: {issue: fund, option: made}, requires: [{issue: clause, option: out, kind: before}]"
  private let joins =
    "id: joins, speaker: north, act: accept, date: 2025-05-22, about: {draft: outcome}"

  // MARK: Joining with a condition

  @Test func toJoinATextWithAConditionEndsWhatWasAskedForItsParts() throws {
    let ratified = joins + ", requires: [{milestone: vote, kind: before}]"
    let theCase = try record([asks, ratified], with: outcome(fund))
    let edge = try #require(
      preconditions(theCase).edges.first { $0.grounds.first?.statement == "asks" })
    #expect(edge.closing?.reason == .undertaken)
    #expect(edge.closing?.statements == ["joins"])
    let answer = try #require(cell(theCase, on: "fund")["made"])
    #expect(answer.stances == [.forIf])
    #expect(!answer.standing.contains { $0.statement == "asks" })
    // What the signature itself waits for is not ended by it.
    let same = joins + ", requires: [{issue: clause, option: out, kind: before}]"
    let kept = try preconditions(record([asks, same], with: outcome(fund))).edges
    #expect(kept.first { $0.grounds.contains { $0.statement == "asks" } }?.state == .standing)
  }

  @Test func whatTheSameTextGivesIsNotGivenUp() throws {
    let both =
      fund
      + ", {id: p2, title: Two, status: proposed, about: {issue: clause, option: out}}"
    let theCase = try record([asks, joins], with: outcome(both))
    let edge = try #require(preconditions(theCase).edges.first)
    #expect(edge.closing?.reason == .settled)
    #expect(edge.closing?.reason.words == "settled in the same text")
    let without = try record([asks, joins], with: outcome(fund))
    #expect(try preconditions(without).edges.first?.closing?.reason == .undertaken)
  }

  @Test func whoIsNoPartyToATextHasNotTakenIt() throws {
    let late =
      "id: late, speaker: deputies, via: west, act: condition, date: 2025-05-26, about: {draft: outcome}, requires: [{issue: money, value: {quantity: 200, comparator: ≤, unit: million}, kind: before}]"
    let edges = try preconditions(record([joins, late], with: outcome(fund))).edges
    #expect(edges.first { $0.grounds.contains { $0.statement == "late" } }?.state.stands == true)
  }

  /// Two who speak for one party on one day do not differ where one takes a package that holds what the
  /// other asks for.
  @Test func aPackageThatHoldsThePriceIsNoOtherWord() throws {
    func said(_ parts: String) -> [String] {
      [
        "id: price, speaker: envoy, act: offer, date: 2025-05-16, about: {issue: fund, option: made}, requires: [{issue: clause, option: out, kind: exchange}]",
        "id: put, speaker: west, to: [north, south], act: propose, date: 2025-05-16, about: {together: [{issue: fund, option: made}, \(parts)]}",
        "id: takes, speaker: north, act: accept, date: 2025-05-16, about: {statement: put}",
      ]
    }
    let whole = try record(said("{issue: clause, option: out}"), with: Self.issues)
    #expect(try !cell(whole, on: "fund").isDivided)
    let other = try record(said("{issue: clause, option: silent}"), with: Self.issues)
    #expect(try cell(other, on: "fund").isDivided)
  }

  // MARK: In force, and not joined by all

  @Test func whatIsInForceIsSaidWhereNotAllHaveJoined() throws {
    let line = try #require(
      convergence(record([joins], with: outcome(fund))).rows.first { $0.issue == "fund" })
    #expect(line.state == .noEvidence)
    #expect(line.inForce.map(\.answerTitle) == ["It is set up"])
    #expect(line.inForce.first?.date?.text == "2025-05-22")
    let south = joins.replacing("id: joins, speaker: north", with: "id: too, speaker: south")
    let agreed = try #require(
      convergence(record([joins, south], with: outcome(fund))).rows.first { $0.issue == "fund" })
    #expect(agreed.state == .agreed && agreed.inForce.isEmpty)
    // Before it was put in force it is not said.
    let before = try convergence(record([joins], with: outcome(fund)), .asOf("2025-05-21"))
    #expect(before.rows.first { $0.issue == "fund" }?.inForce.isEmpty ?? true)
  }

  @Test func allOrNothingIsSaidOfThoseWhoHaveSpoken() throws {
    let sections = """
      case: {id: valley, title: Talks, parties: [north, south, west], singleUndertaking: true}
      \(Self.issues)
      """
    let words = ["north", "south"].map {
      "id: \($0), speaker: \($0), act: accept, date: 2025-05-05, about: {issue: fund, option: made}"
    }
    let line = try #require(convergence(record(words, with: sections)).rows.first)
    #expect(line.among == .agreed && line.isProvisional)
  }

  // MARK: Numbers

  @Test func yearsAreCountedFromYearToYear() throws {
    func gap(_ one: String, _ two: String) throws -> String? {
      let words = [
        "id: a, speaker: north, act: demand, date: 2025-05-05, about: {issue: end, value: {date: \(one)}}",
        "id: b, speaker: south, act: demand, date: 2025-05-06, about: {issue: end, value: {date: \(two)}}",
      ]
      return try convergence(record(words, with: Self.issues)).rows.first { $0.issue == "end" }?.gap
    }
    #expect(try gap("'2035'", "'2050'") == "15 years")
    #expect(try gap("'2035-06'", "'2035-09'") == "3 months")
    #expect(try gap("2035-12-31", "2036-01-01") == "1 day")
    #expect(try gap("'2035'", "2036-07-01") == "183 days")
  }

  @Test func whatOthersReportBesideItsOwnNumbersIsNoStep() throws {
    func money(_ id: String, _ day: Int, _ amount: Int, _ more: String) -> String {
      "id: \(id), act: accept, date: 2025-05-\(day), about: {issue: money, value: {quantity: \(amount), unit: million}}, \(more)"
    }
    let words = [
      money("first", 11, 180, "speaker: north"), money("leak", 16, 220, "speaker: official"),
      money("last", 22, 270, "speaker: north"),
    ]
    let actors = """
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: gazette, name: The Gazette, kind: outlet}
        - {id: official, name: An official, kind: unnamed, partOf: north}
      \(Self.issues)
      """
    let values = try cell(record(words, with: actors), on: "money").values
    #expect(values?.trajectory.map(\.statement) == ["first", "last"])
    // Of a party that has named none it is all that is known.
    let alone = try cell(record([words[1]], with: actors), on: "money").values
    #expect(alone?.trajectory.map(\.statement) == ["leak"])
  }

  // MARK: Accounts

  @Test func whatAGiverSaysLastOfItsDueCounts() throws {
    func line(_ second: String) throws -> CommitmentsView.Line? {
      let said = [
        "id: boast, speaker: north, act: state, date: 2025-10-20, about: {commitment: pay}",
        "id: admits, speaker: north, act: state, date: 2025-11-25, about: {commitment: pay}",
      ]
      let sections = """
        commitments:
          - {id: pay, what: Pay 40, quantity: 40, unit: million, strength: promised, debtors: [north], creditors: [south], agreed: '2022', due: '2024', basis: ana, status: [{date: 2025-10-20, level: 3, done: 40, evidence: [boast]}, {date: \(second), done: 30, level: 2, evidence: [admits]}]}
        """
      return try commitments(record(said, with: sections)).rows.first
    }
    let admitted = try line("2024-12-31")
    #expect(admitted?.accounts.map(\.done) == ["30 million"])
    #expect(admitted?.status == .intermediate)
    // What it says of a time before the due day takes nothing back.
    #expect(try line("2023-06-01")?.accounts.map(\.done) == ["40 million"])
  }

  @Test func promisesThatNobodyEnteredAreNamed() throws {
    let said = [
      "id: entered, speaker: north, act: commit, date: 2025-05-01, about: {issue: fund, option: made}",
      "id: loose, speaker: south, act: commit, date: 2025-05-02, about: {issue: fund, option: made}, due: 2025-06-01",
      "id: late, speaker: south, act: commit, date: 2025-05-20, about: {issue: fund, option: made}",
    ]
    let sections = """
      \(Self.issues)
      commitments: [{id: pay, what: Pay, strength: promised, debtors: [north], evidence: [entered]}]
      """
    #expect(
      try commitments(record(said, with: sections), .asOf("2025-05-10")).unentered == ["loose"])
  }

  @Test func theWordsThatSetAThreatOffAreCited() throws {
    let said = [
      "id: threat, speaker: south, act: threaten, date: 2025-05-01, about: {issue: fund, option: made}, stance: against, requires: [{issue: clause, option: out, kind: trigger, party: north, stance: against}]",
      "id: no, speaker: north, act: reject, date: 2025-05-05, about: {issue: clause, option: out}",
      "id: again, speaker: north, act: reject, date: 2025-05-09, about: {issue: clause, option: out}",
    ]
    let edge = try #require(preconditions(record(said, with: Self.issues)).edges.first)
    #expect(edge.setOff?.date?.text == "2025-05-05")
    #expect(edge.setOff?.evidence.first == "no")
  }
}
