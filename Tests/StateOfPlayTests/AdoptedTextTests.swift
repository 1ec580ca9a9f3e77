import CaseModel
import StateOfPlay
import Testing

/// Texts put in force by a decision rather than a signature, as at a conference: who joins one, who refuses
/// it, and what it makes of what each had said before.
@Suite struct AdoptedTextTests {
  private static let conference = """
    case: {id: sea, title: The conference on the sea, parties: [south, union, isles]}
    actors:
      - {id: south, name: The South, kind: group}
      - {id: union, name: The Union, kind: state}
      - {id: isles, name: The Isles, kind: state}
      - {id: chair, name: The chair, kind: person, roles: [{role: mediator, basis: ana}]}
      - {id: league, name: The Sea League, kind: organisation}
    milestones:
      - {id: senate, title: The Senate approves, kind: vote}
    issues:
      - {id: fund, title: The fund, kind: negotiable, value: quantity, unit: crown, wants: {south: more, isles: more, union: less}}
      - {id: closed, title: The closed season, kind: negotiable, options: [{id: long, title: Six months}, {id: short, title: Three months}]}
      - {id: share, title: The share of the isles, kind: negotiable, value: quantity, unit: crown}
    """

  private static func clause(_ id: String, _ about: String, _ status: String = "proposed") -> String
  {
    "{id: \(id), about: {\(about)}, status: \(status), evidence: [tabled]}"
  }
  private static let fund = clause("fund", "issue: fund, value: {quantity: 300, unit: crown}")
  private static let season = clause("season", "issue: closed, option: long")

  private static func text(
    _ clauses: [String], status: String = ", {level: inForce, date: 2040-05-03, evidence: [gavel]}"
  ) -> String {
    """

    drafts:
      - id: decision
        title: The decision
        date: 2040-05-02
        by: chair
        to: [south, union, isles]
        status: [{level: tabled, date: 2040-05-02}\(status)]
        clauses: [\(clauses.joined(separator: ", "))]
        evidence: [tabled]
    """
  }

  private static let about = "about: {draft: decision}"
  private static let tabled = "id: tabled, speaker: chair, act: propose, date: 2040-05-02, \(about)"
  private static let gavel = "id: gavel, speaker: chair, act: state, date: 2040-05-03, \(about)"
  private static func answer(
    _ id: String, _ who: String, _ act: String = "accept", _ more: String = ""
  ) -> String {
    "id: \(id), speaker: \(who), act: \(act), date: 2040-05-03, \(about)\(more)"
  }

  private func all(_ lines: [String]) throws -> (Overview, OffersView, DraftsView) {
    let theCase = try record(
      [Self.tabled, Self.gavel] + lines,
      with: Self.conference + Self.text([Self.fund, Self.season]))
    let lens = try Lens.asOf("2040-06-01")
    return (try Overview(theCase, lens), offers(theCase, lens), drafts(theCase, lens))
  }

  private func views(
    _ lines: [String], _ clauses: [String] = [fund, season], asOf: String = "2040-06-01"
  ) throws -> LedgerTests.Views {
    try .init(
      record([Self.tabled, Self.gavel] + lines, with: Self.conference + Self.text(clauses)),
      .asOf(asOf))
  }

  private static let only =
    "id: only, speaker: south, act: condition, date: 2040-04-01, about: {issue: closed, option: long}, requires: [{issue: fund, kind: before}]"
  private static let first =
    "id: first, speaker: union, act: condition, date: 2040-04-02, about: {issue: fund}, requires: [{issue: closed, option: long, kind: before}]"

  @Test func whoJoinsATextWithBothHalvesWaitsForNeither() throws {
    let joined = [answer("s"), answer("u"), answer("i")]
    func answer(_ id: String) -> String {
      Self.answer(id, ["s": "south", "u": "union", "i": "isles"][id] ?? "south")
    }
    let before = try views([Self.only, Self.first], asOf: "2040-05-01")
    #expect(before.preconditions.deadlocks.count == 1)
    let after = try views([Self.only, Self.first] + joined)
    #expect(after.preconditions.deadlocks.isEmpty)
    #expect(after.preconditions.edges.allSatisfy { !$0.state.stands })
    #expect(after.line("fund")?.state == .agreed && after.line("closed")?.state == .agreed)
    // One that goes back on it reverses itself, and the others wait for nothing that they had.
    let broken =
      "id: broken, speaker: south, act: reject, date: 2040-06-01, about: {issue: closed, option: long}"
    let undone = try views([Self.only, Self.first] + joined + [broken])
    #expect(undone.preconditions.edges.allSatisfy { !$0.state.stands })
    #expect(undone.kinds("south").last?.contains(.reversed) == true)
  }

  @Test func joiningTakesThePlaceOfWhatWasAskedBefore() throws {
    let asked =
      "id: asked, speaker: south, act: demand, date: 2040-05-01, about: {issue: fund, value: {quantity: 500, unit: crown}}"
    let tied = Self.answer(
      "s", "south", "accept", ", requires: [{milestone: senate, kind: before}]")
    let views = try views([asked, tied, Self.answer("u", "union"), Self.answer("i", "isles")])
    #expect(views.answer("south", "fund", "300 crowns")?.stances == [.forIf])
    #expect(views.answer("south", "fund", "500 crowns")?.isSuperseded == true)
    #expect(views.line("fund")?.state == .conditional)
  }

  @Test func anAgreedClauseIsNoOnesWordBeforeTheTextIsAdopted() throws {
    let agreed = Self.clause(
      "fund", "issue: fund, value: {quantity: 300, unit: crown}", "agreed, by: [south, union]")
    let joined = [Self.answer("s", "south"), Self.answer("u", "union")]
    #expect(try views(joined, [agreed], asOf: "2040-05-02").changes.changes.isEmpty)
    #expect(
      try views(joined, [agreed]).changes.changes.map(\.date.text) == ["2040-05-03", "2040-05-03"])
  }

  @Test func aReservationIsShownWithTheYesAndKeepsItsClauseOut() throws {
    let reserved =
      "id: r, speaker: union, act: reject, date: 2040-05-03, about: {draft: decision, clause: season}"
    let (all, offers, _) = try all([Self.answer("u", "union"), Self.answer("s", "south"), reserved])
    let offer = try #require(offers.offers.first)
    #expect(offer.state == .inForce)
    let union = try #require(offer.answers.first { $0.party == "union" })
    #expect(union.stance == .for && union.reservations.map(\.statements) == [["r"]])
    let season = all.positions.rows.first { $0.issue == "closed" }?.cells.first {
      $0.party == "union"
    }
    #expect(season?.answers.map(\.stances) == [[.against]])
  }

  @Test func whatWasTakenLaterWithTheWholeIsNotExceptedFromIt() throws {
    let early =
      "id: r, speaker: union, act: reject, date: 2040-05-02, about: {draft: decision, clause: season}"
    let (_, offers, texts) = try all([early, Self.answer("u", "union")])
    let union = try #require(offers.offers.first?.answers.first { $0.party == "union" })
    #expect(union.stance == .for && union.reservations.isEmpty)
    #expect(texts.drafts.first?.clauses.allSatisfy { $0.objections == nil } == true)
  }

  @Test func theClausesOfAnAdoptedTextAreAsFarAsTheTextIs() throws {
    let (_, offers, texts) = try all([])
    #expect(texts.drafts.first?.clauses.map(\.statusWords) == ["in force", "in force"])
    #expect(offers.offers.first?.parts.allSatisfy { $0.hasSuffix("(in force)") } == true)
    // Before it was adopted they were proposed.
    let theCase = try record(
      [Self.tabled, Self.gavel], with: Self.conference + Self.text([Self.fund, Self.season]))
    let before = drafts(theCase, try .asOf("2040-05-02")).drafts.first
    #expect(before?.clauses.map(\.statusWords) == ["proposed", "proposed"])
  }

  @Test func whoObjectsToAClauseIsNamedWithIt() throws {
    func no(_ id: String, _ who: String, _ more: String = "date: 2040-05-03") -> String {
      "id: \(id), speaker: \(who), act: reject, \(more), about: {draft: decision, clause: season}"
    }
    let (_, _, texts) = try all([
      Self.answer("u", "union"), no("r", "union"), no("i", "isles"), no("l", "league"),
    ])
    let clauses = try #require(texts.drafts.first).clauses
    #expect(clauses[0].objections == nil)
    #expect(clauses[1].objections?.map(\.actor) == ["union", "isles", "league"])
    #expect(clauses[1].objections?.map(\.takesTheRest) == [true, false, false])
    // Taken since, and taken back by name.
    let yes =
      "id: y, speaker: isles, act: accept, date: 2040-05-09, about: {draft: decision, clause: season}"
    let back =
      "id: b, speaker: league, act: withdraw, date: 2040-05-09, drops: [l], about: {draft: decision, clause: season}"
    let (_, _, since) = try all([no("i", "isles"), no("l", "league"), yes, back])
    #expect(since.drafts.first?.clauses[1].objections == nil)
  }

  @Test func whoRefusesTheTextIsNotSilentAndIsNamedWithIt() throws {
    let (all, offers, texts) = try all([
      Self.answer("s", "south"), Self.answer("u", "union"), Self.answer("i", "isles", "reject"),
      Self.answer("l", "league", "reject"),
    ])
    let line = try #require(all.convergence.rows.first { $0.issue == "fund" })
    #expect(line.refusingWhole.map(\.party) == ["isles"])
    let text = try #require(texts.drafts.first)
    #expect(text.refusedBy == ["isles"], "the League was not asked")
    #expect(text.joined.map(\.party) == ["south", "union"])
    #expect(offers.offers.first?.rejectedBy == ["isles"])
  }

  @Test func aLaterTextOfOneAuthorTakesThePlaceOfOneThatHadMore() throws {
    let earlier = """

        - id: draft1
          title: First text
          date: 2040-04-20
          by: chair
          to: [south, union, isles]
          status: [{level: tabled, date: 2040-04-20}]
          clauses: [{id: a, about: {issue: fund, value: {quantity: 200, unit: crown}}, status: proposed, evidence: [one]}, {id: b, about: {issue: closed, option: long}, status: proposed, evidence: [one]}, {id: c, about: {issue: share, value: {quantity: 9, unit: crown}}, status: proposed, evidence: [one]}]
          evidence: [one]
      """
    let one = "id: one, speaker: chair, act: propose, date: 2040-04-20, about: {draft: draft1}"
    let theCase = try record(
      [one, Self.tabled, Self.gavel],
      with: Self.conference + Self.text([Self.fund, Self.season], status: "") + earlier)
    let offers = try offers(theCase, .asOf("2040-05-02"))
    #expect(offers.offers.map(\.state) == [.onTheTable, .replaced])
    #expect(offers.last?.draft == "decision")
  }

  @Test func aWordingOfItsOwnInATextIsAProposal() throws {
    let both =
      "{id: season, status: alternatives, alternatives: [{by: south, about: {issue: closed, option: long}}, {by: union, about: {issue: closed, option: short}}], evidence: [tabled]}"
    let open = try record(
      [Self.tabled], with: Self.conference + Self.text([both], status: ""))
    let views = try LedgerTests.Views(open, .asOf("2040-05-02"))
    #expect(views.answer("union", "closed", "short")?.stances == [.for])
    let said =
      "id: said, speaker: union, act: demand, date: 2040-05-01, about: {issue: closed, option: long}"
    let own = try LedgerTests.Views(
      record([said, Self.tabled], with: Self.conference + Self.text([both], status: "")),
      .asOf("2040-05-02"))
    #expect(own.answer("union", "closed", "long")?.isSuperseded == false)
  }

  @Test func repeatingANumberGivenBeforeDropsNothing() throws {
    func offer(_ id: String, _ day: String) -> String {
      "id: \(id), speaker: union, act: offer, date: \(day), about: {issue: fund, value: {quantity: 200, to: 250, unit: crown}}"
    }
    let none = Self.conference
    let again = try LedgerTests.Views(
      record([offer("a", "2040-04-02"), Self.first, offer("b", "2040-04-09")], with: none))
    #expect(again.preconditions.edges.map(\.state) == [.standing])
    // The first time it is given after the condition, nothing is asked for it.
    let given = try LedgerTests.Views(record([Self.first, offer("b", "2040-04-09")], with: none))
    #expect(given.preconditions.edges.map(\.closing?.reason) == [.undertaken])
  }
}
