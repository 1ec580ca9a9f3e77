import CaseModel
import StateOfPlay
import Testing

/// Members of a party that do not speak for it, as member states of a union of states.
@Suite struct BlocMembersTests {
  private static let sections = """
    actors:
      - {id: north, name: The Northern Union, kind: organisation}
      - {id: south, name: South, kind: state}
      - {id: isle, name: The Isle, kind: state, partOf: north}
      - {id: premier, name: The premier, kind: person, speaksFor: [{actor: isle, basis: ana}]}
      - {id: clerk, name: A clerk (not named), kind: unnamed, partOf: north}
      - {id: gazette, name: The Gazette, kind: outlet}
    """

  private func members(_ lines: [String]) throws -> [PositionsView.Member]? {
    try positions(record(lines, with: Self.sections)).rows.first { $0.issue == "water" }?.members
  }

  private let bloc = "id: a, act: accept, date: 2031-03-01"
  private let no = "id: b, speaker: premier, act: reject, redLine: true, date: 2031-03-02"

  @Test func aDissentingMemberStandsWithinItsParty() throws {
    let found = try #require(try members([bloc, no]))
    #expect(found.map(\.party) == ["north"])
    #expect(found.map(\.member) == ["isle"])
    #expect(found.flatMap(\.words).map(\.statement) == ["b"])
    #expect(found.flatMap(\.words).map(\.stance) == [.against])
    #expect(found.flatMap(\.words).map(\.isRedLine) == [true])
    // It changes nothing in the party's own position.
    let own = try cell(try record([bloc, no], with: Self.sections))
    #expect(own["shared"]?.stances == [.for] && !own.isContested)
  }

  @Test func whatItWaitsForIsNamedUntilItIsMet() throws {
    let asks =
      "id: b, speaker: premier, act: condition, date: 2031-03-02, about: {issue: water, option: dammed}, requires: [{milestone: fund, kind: before}]"
    func words(_ reached: String) throws -> [PositionsView.Member.Words] {
      let fund = "\nmilestones: [{id: fund, title: The fund is paid\(reached)}]"
      return try positions(record([bloc, asks], with: Self.sections + fund)).rows
        .compactMap(\.members).joined().flatMap(\.words)
    }
    #expect(try words("").map(\.stance) == [.forIf])
    #expect(try words("").first?.conditions == ["if first: The fund is paid"])
    let met = try words(", reached: {date: 2031-03-04, basis: ana}")
    #expect(met.map(\.stance) == [.for] && met.first?.conditions == nil)
  }

  @Test func whatThePartySaysItselfIsNotSaidTwice() throws {
    #expect(try members([bloc, "id: b, speaker: isle, act: accept, date: 2031-03-02"]) == nil)
    #expect(try members([bloc, no, "id: c, speaker: isle, act: accept, date: 2031-03-03"]) == nil)
    #expect(
      try members([bloc, no, "id: c, speaker: premier, act: withdraw, drops: b, date: 2031-03-03"])
        == nil)
  }

  // MARK: Packages and texts

  private static let texts = """

    drafts:
      - {id: pact, title: The pact, date: 2031-03-01, by: south, to: [north], basis: ana,
         status: [{level: tabled, date: 2031-03-01, basis: ana}],
         clauses: [{id: turns, about: {issue: water, option: shared}, status: proposed, basis: ana}]}
    """
  private static let offer =
    "id: o, speaker: south, act: offer, date: 2031-03-01, until: 2031-03-20, about: {together: [{issue: water, option: shared}]}"

  private func view(_ lines: [String], asOf: String = "2031-03-20") throws -> PositionsView {
    positions(try record(lines, with: Self.sections + Self.texts), try .asOf(asOf))
  }

  @Test func itsAnswerToAPackageStandsWithinItsPartyWhileThePackageDoes() throws {
    let lines = [
      Self.offer, "id: a, act: reject, date: 2031-03-02, about: {statement: o}",
      "id: b, speaker: premier, act: accept, date: 2031-03-03, about: {statement: o}",
    ]
    let answer = try #require(try view(lines).memberAnswers?.first)
    #expect(answer.party == "north" && answer.member == "isle" && answer.stance == .for)
    #expect(answer.statements == ["b"] && answer.parts == ["Who draws the water: By turns"])
    #expect(try view(lines, asOf: "2031-03-21").memberAnswers == nil, "the package has lapsed")
    // What the party answers too is not said twice, and to take note is to say nothing.
    let same = lines[1].replacing("reject", with: "accept")
    #expect(try view([lines[0], same, lines[2]]).memberAnswers == nil)
    let note = lines[2].replacing("accept", with: "takeNote")
    #expect(try view([lines[0], lines[1], note]).memberAnswers == nil)
  }

  @Test func whatItAsksForIsNamedWithItsAnswerToAText() throws {
    let lines = [
      "id: a, act: accept, date: 2031-03-02, about: {draft: pact}",
      "id: b, speaker: isle, act: accept, date: 2031-03-03, about: {draft: pact}, requires: [{issue: water, option: metered, kind: before}]",
    ]
    let found = try view(lines)
    #expect(found.memberAnswers?.map(\.stance) == [.forIf])
    #expect(found.memberAnswers?.first?.conditions == ["if first: Who draws the water: By meter"])
    #expect(found.rows.allSatisfy { $0.members == nil })
  }

  @Test func whatItSaysOfAClauseIsSaidOfTheIssue() throws {
    let lines = [
      "id: a, act: accept, date: 2031-03-02, about: {draft: pact}",
      "id: b, speaker: isle, act: reject, date: 2031-03-03, about: {draft: pact, clause: turns}",
    ]
    let words = try view(lines).rows.compactMap(\.members).joined().flatMap(\.words)
    #expect(words.map(\.statement) == ["b"] && words.map(\.stance) == [.against])
    // Who takes the whole later has taken the clause.
    let yes = "id: c, speaker: isle, act: accept, date: 2031-03-04, about: {draft: pact}"
    #expect(try view(lines + [yes]).rows.allSatisfy { $0.members == nil })
  }

  @Test func anOfficialNotNamedIsInTheCellAlready() throws {
    #expect(try members([bloc, "id: b, speaker: clerk, act: reject, date: 2031-03-02"]) == nil)
  }
}
