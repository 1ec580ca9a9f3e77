import CaseModel
import StateOfPlay
import Testing

/// What convergence says where some are silent, where reports differ from own words, and whose consent
/// is there, on talks of three states about a shared lake.
@Suite struct ReachTests {
  private static let lake = """
    case: {id: lake, title: Talks on the lake, parties: [north, south, west]}
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: west, name: West, kind: state}
      - {id: envoy, name: The envoy, kind: person}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: diet, name: The Diet, kind: body, partOf: south}
    issues:
      - {id: catch, title: The catch, kind: negotiable, value: quantity, unit: tonne, wants: {north: more, south: less}}
      - {id: dam, title: The dam, kind: negotiable, consent: diet, options: [{id: built, title: It is built}, {id: lower, title: It is built lower}]}
    """

  private func dam(_ id: String, _ who: String, _ act: String, _ option: String = "built") -> String
  {
    "id: \(id), speaker: \(who), act: \(act), date: 2031-03-01, about: {issue: dam, option: \(option)}"
  }

  private func take(
    _ id: String, _ who: String, _ value: String, on day: String = "2031-03-01",
    _ more: String = ""
  ) -> String {
    "id: \(id), speaker: \(who), act: accept, date: \(day), about: {issue: catch, value: {\(value), unit: tonne}}\(more)"
  }

  private func line(
    _ lines: [String], _ issue: Case.Issue.ID = "catch", _ sections: String = lake,
    asOf: String? = nil
  ) throws -> ConvergenceView.Line {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    let view = try convergence(record(lines, with: sections), lens)
    return try #require(view.rows.first { $0.issue == issue })
  }

  // MARK: Who has spoken

  @Test func oneSilentPartyHidesNoClashOfTheOthers() throws {
    let opposed = try line(
      [
        dam("a", "north", "demand, redLine: true"), dam("b", "south", "reject, redLine: true"),
      ], "dam")
    #expect(opposed.state == .noEvidence && opposed.silent == ["west"])
    #expect(opposed.among == .apart)
    #expect(opposed.redLines.map(\.party) == ["north", "south"])
    #expect(opposed.redLines.map(\.isAgainst) == [false, true])
    let numbers = try line([take("a", "north", "quantity: 90"), take("b", "south", "quantity: 30")])
    #expect(numbers.among == .apart && numbers.gap == "60 tonnes")
    let near = try line([dam("a", "north", "accept"), dam("b", "south", "accept")], "dam")
    #expect(near.state == .noEvidence && near.among == .agreed)
    #expect(near.answers.map(\.answer) == ["built"])
    let one = try line([dam("a", "north", "accept")], "dam")
    #expect(one.among == nil)
    let all = try line(
      [dam("a", "north", "accept"), dam("b", "south", "accept"), dam("c", "west", "reject")], "dam")
    #expect(all.state == .apart && all.among == nil)
  }

  @Test func whoWouldTakeARangeTakesEachNumberInIt() throws {
    let found = try line([
      take("a", "north", "quantity: 60"), take("b", "west", "quantity: 30, comparator: ≥"),
      take("c", "south", "quantity: 20"),
    ])
    #expect(found.state == .apart)
    #expect(found.coalitions.map(\.parties) == [["north", "west"]])
    #expect(found.coalitions.map(\.title) == ["60 tonnes or more"])
    #expect(found.coalitions.map(\.outside) == [["south"]])
    #expect(found.coalitions.map(\.rejectedBy) == [[]])
    let refused = try line([
      take("a", "north", "quantity: 60"), take("b", "west", "quantity: 30, comparator: ≥"),
      take("c", "south", "quantity: 20"),
      "id: d, speaker: south, act: reject, date: 2031-03-01, about: {issue: catch, value: {quantity: 70, unit: tonne}}",
    ])
    #expect(refused.coalitions.map(\.rejectedBy) == [["south"]])
  }

  @Test func aMoveNamesWhatItTakesThePlaceOf() throws {
    let found = try line(
      [
        dam("a", "north", "demand"), dam("b", "south", "demand"),
        dam("c", "west", "demand", "lower"),
      ], "dam")
    #expect(found.moves.map(\.party) == ["west"])
    #expect(found.moves.map(\.instead) == ["It is built lower"])
  }

  // MARK: Reports newer than own words

  private static let two = lake.replacing("[north, south, west]", with: "[north, south]")

  private func report(_ id: String, _ who: String, _ value: String, _ day: String) -> String {
    take(id, who, "quantity: \(value)", on: day, ", via: envoy")
  }

  @Test func aNewerReportAgainstWhatIsAgreedContestsIt() throws {
    let agreed = [take("a", "north", "quantity: 40"), take("b", "south", "quantity: 40")]
    #expect(try line(agreed, "catch", Self.two).state == .agreed)
    let later = try line(agreed + [report("r", "north", "55", "2031-04-01")], "catch", Self.two)
    #expect(later.state == .contested)
    #expect(later.answers.map(\.title) == ["40 tonnes"])
    #expect(later.otherwise.map(\.title) == ["55 tonnes"])
    #expect(later.otherwise.map(\.saidBy) == [["envoy"]])
    #expect(later.otherwise.map(\.party) == ["north"])
    // An older report, one that means no more, an opponent's, and one it denied contest nothing.
    for other in [
      [report("r", "north", "55", "2031-02-01")], [report("r", "north", "35", "2031-04-01")],
      [take("r", "north", "quantity: 55", on: "2031-04-01", ", via: south")],
      [
        report("r", "north", "55", "2031-04-01"),
        "id: no, speaker: north, act: deny, date: 2031-04-02, about: {statement: r}",
      ],
    ] {
      #expect(try line(agreed + other, "catch", Self.two).state == .agreed)
    }
    let refusal =
      "id: r, speaker: south, via: envoy, act: reject, date: 2031-04-01, about: {issue: dam, option: built}"
    let dams = [dam("a", "north", "accept"), dam("b", "south", "accept"), refusal]
    let contested = try line(dams, "dam", Self.two)
    #expect(contested.state == .contested && contested.otherwise.map(\.isAgainst) == [true])
  }

  @Test func whatOthersReportOfBothAfterTheirOwnWordsIsSaidToBeAgreed() throws {
    let apart = [take("a", "north", "quantity: 40"), take("b", "south", "quantity: 30")]
    #expect(try line(apart, "catch", Self.two).state == .apart)
    let both = try line(
      apart + [report("r", "[north, south]", "40", "2031-04-01")], "catch", Self.two)
    #expect(both.state == .saidAgreed)
    #expect(both.answers.map(\.title) == ["40 tonnes"])
    #expect(both.answers.map(\.saidBy) == [["envoy"]])
    #expect(both.otherwise.map(\.title) == ["30 tonnes"], "its own last words stand beside")
    #expect(both.otherwise.map(\.saidBy) == [[]])
    let denied = "id: no, speaker: south, act: deny, date: 2031-04-02, about: {statement: r}"
    #expect(
      try line(
        apart + [report("r", "[north, south]", "40", "2031-04-01"), denied], "catch", Self.two
      ).state == .apart)
    let older = try line(
      apart + [report("r", "[north, south]", "40", "2031-02-01")], "catch", Self.two)
    #expect(older.state == .apart)
  }

  // MARK: Consent and texts

  @Test func aVoteWonIsTheConsentOfWhoVoted() throws {
    let agreed = [
      dam("a", "north", "accept"), dam("b", "south", "accept"),
      "id: vote, speaker: gazette, act: state, date: 2031-05-01, about: {milestone: ballot}",
    ]
    func vote(_ how: String) -> String {
      Self.two
        + "\nmilestones: [{id: ballot, title: The Diet votes, kind: vote, by: [diet], enteredBy: ana, planned: 2031-05-01, of: {issue: dam, option: built}\(how)}]"
    }
    let won = vote(", reached: {date: 2031-05-01, evidence: [vote]}")
    #expect(try line(agreed, "dam", vote("")).consentMissing == ["diet"])
    #expect(try line(agreed, "dam", won).consentMissing == [])
    #expect(try line(agreed, "dam", won, asOf: "2031-04-30").consentMissing == ["diet"])
    let view = try positions(record(agreed, with: won))
    let words = try #require(view.vetoPlayers.first { $0.actor == "diet" }?.words.first)
    #expect(words.cell["built"]?.stances == [.for])
    #expect(words.cell["built"]?.decidedBy == ["vote"])
    let lost = vote(", lost: {date: 2031-05-01, evidence: [vote]}")
    #expect(try line(agreed, "dam", lost).consentMissing == ["diet"])
    let refused = try positions(record(agreed, with: lost)).vetoPlayers.first?.words.first?.cell
    #expect(refused?["built"]?.stances == [.against])
  }

  @Test func aClauseAgreedForTheTimeBeingStandsInTheLineThatSaysApart() throws {
    let text = """

      drafts:
        - {id: text, title: The text, date: 2031-04-01, evidence: [t], clauses: [{id: c, about: {issue: dam, option: lower}, status: provisional, by: [north, south], evidence: [t]}]}
      """
    let lines = [
      dam("a", "north", "demand"), dam("b", "south", "reject"),
      "id: t, speaker: gazette, act: state, date: 2031-04-01, about: {draft: text}",
    ]
    let found = try line(lines, "dam", Self.two + text)
    #expect(found.state == .apart)
    #expect(found.provisional.map(\.answerTitle) == ["It is built lower"])
    #expect(found.provisional.map(\.statements) == [["t"]])
    // One that spoke otherwise since no longer agrees to it.
    let since =
      "id: s, speaker: north, act: demand, date: 2031-05-01, about: {issue: dam, option: built}"
    #expect(try line(lines + [since], "dam", Self.two + text).provisional.isEmpty)
  }
}
