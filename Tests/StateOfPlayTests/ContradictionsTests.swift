import CaseModel
import StateOfPlay
import Testing

/// "Statements that cannot both be right, grouped": one speaker's.
@Suite struct ContradictionsTests {
  private let meetings = """
    meetings:
      - {id: held, kind: talks, status: held, date: 2025-05-16, basis: ana}
      - {id: dateless, kind: talks, status: held, basis: ana}
    sources:
      - {id: paper, publisher: gazette, title: P, published: 2025-06-01, text: \(withheld)}
      - {id: other, publisher: gazette, title: O, published: 2025-06-01, text: \(withheld)}
      - {id: leaf, publisher: gazette, title: L, text: \(withheld)}
    """

  private func view(_ statements: [String], _ lens: Lens = Lens()) throws -> ContradictionsView {
    try contradictions(record(statements, with: meetings), lens)
  }

  private let yes = "id: a, act: accept, date: 2025-05-01"
  private let no = "id: b, act: reject, date: 2025-05-01"
  private let elsewhere = ", source: other"

  @Test func sourcesOnTheSameSpeakerOnTheSameDateAreAnAttribution() throws {
    let found = try view([yes, no + elsewhere])
    #expect(found.groups.map(\.kind) == [.attribution])
    #expect(found.groups[0].actor == "north")
    #expect(found.groups[0].sides.map { $0.statements.map(\.statement) } == [["a"], ["b"]])
    #expect(found.groups[0].sides.map(\.answer) == ["By turns", "By turns"])
    #expect(found.groups[0].sides.map(\.isDenied) == [false, true])
    #expect(found.variants.isEmpty)
  }

  @Test func otherReportersAreAnAttributionToo() throws {
    #expect(try view([yes, no + ", via: consul"]).groups.map(\.kind) == [.attribution])
  }

  @Test func oneSpeakerByOneTellerIsASelfContradiction() throws {
    #expect(try view([yes, no]).groups.map(\.kind) == [.selfContradiction])
  }

  @Test func ofAnotherDateNothingConflicts() throws {
    let found = try view([yes, no.replacing("05-01", with: "05-02") + elsewhere])
    #expect(found.groups.isEmpty && found.variants.isEmpty)
  }

  @Test func theSameOccasionCountsThoughDatesDiffer() throws {
    let later = no.replacing("05-01", with: "05-17") + elsewhere
    #expect(try view([yes + ", at: held", later + ", at: held"]).groups.count == 1)
    #expect(try view([yes + ", at: held", later]).groups.isEmpty)
  }

  @Test func theSameOccasionCountsWithoutADate() throws {
    let found = try view([
      "id: a, act: accept, source: leaf, at: dateless",
      "id: b, act: reject, source: leaf, via: consul, at: dateless",
    ])
    #expect(found.groups.map(\.kind) == [.attribution])
    let apart = try view([
      "id: a, act: accept, source: leaf", "id: b, act: reject, source: leaf, via: consul",
    ])
    #expect(apart.groups.isEmpty, "undated, and of no one occasion")
  }

  @Test func whatStandsBetweenHidesNothing() throws {
    // The month overlaps the first day, whatever was said on the fifth.
    let found = try view([
      yes, "id: m, act: reject, date: 2025-05, source: other",
      "id: c, act: accept, date: 2025-05-05, about: {issue: water, option: metered}",
    ])
    #expect(found.groups.isEmpty, "perhaps a change")
    #expect(
      found.variants.map { $0.sides.flatMap(\.statements).map(\.statement) } == [["a", "m"]])
  }

  @Test func whoSpeaksForAPartySpeaksAsIt() throws {
    let found = try view([yes + ", speaker: envoy", no + ", speaker: minister, source: other"])
    #expect(found.groups.map(\.actor) == ["north"])
    let others = try view([yes + ", speaker: envoy", no + ", speaker: consul, source: other"])
    #expect(others.groups.isEmpty)
  }

  @Test func takingNoteAgainstRecognisingIsAVariant() throws {
    let found = try view([yes, "id: b, act: takeNote, date: 2025-05-01, source: other"])
    #expect(found.groups.isEmpty)
    #expect(found.variants.map(\.kind) == [.attribution])
    let sides = found.variants.flatMap(\.sides)
    #expect(sides.map(\.answer) == ["By turns", "By turns"])
    #expect(sides.map(\.act) == [.accept, .takeNote])
  }

  @Test func otherDifferencesOfActOrStanceAreVariants() throws {
    for words in ["propose", "state, stance: open", "state, stance: unclear", "condition"] {
      let found = try view([yes, "id: b, act: \(words), date: 2025-05-01, source: other"])
      #expect(found.groups.isEmpty && found.variants.count == 1, "\(words)")
    }
    #expect(
      try view([yes, "id: b, act: propose, date: 2025-05-01"]).variants.isEmpty, "one reporter")
  }

  @Test func aPartyMayFavourSeveralOptionsAtOnce() throws {
    let found = try view([
      yes,
      "id: b, act: accept, date: 2025-05-01, source: other, about: {issue: water, option: metered}",
    ])
    #expect(found.groups.isEmpty && found.variants.isEmpty)
  }

  @Test func doubtedWordsConflictWithNothingAndAreShown() throws {
    let found = try view([yes, no + elsewhere + ", doubted: a rumour"])
    #expect(found.groups.isEmpty)
    #expect(
      found.variants.flatMap { $0.sides.flatMap(\.statements).map(\.isDoubted) }.contains(true))
    #expect(try view([yes, no + elsewhere + ", credibility: 5"]).groups.isEmpty)
  }

  @Test func sidesAreNeverMergedAndTheVerdictIsTheAnalysts() throws {
    let verdict = """

      verdicts:
        - {statements: [a, b], verdict: explained, taken: [b], reason: two audiences, by: ana}
        - {statements: [a], verdict: oneWrong, reason: on another matter, by: ana}
      """
    let theCase = try record([yes, no + elsewhere], with: meetings + verdict)
    let group = try #require(contradictions(theCase).groups.first)
    #expect(group.verdict == .explained && group.reason == "two audiences")
    #expect(group.verdictBy != nil && group.taken == ["b"])
    #expect(group.sides.count == 2)
    #expect(try view([yes, no + elsewhere]).groups.map(\.verdict) == [.open])
  }

  @Test func aLensChoosesWhatIsRead() throws {
    var lens = Lens()
    lens.sources = ["paper"]
    #expect(try view([yes, no + elsewhere], lens).groups.isEmpty)
    #expect(try view([yes, no + elsewhere], .asOf("2025-04-30")).groups.isEmpty)
    lens = Lens()
    lens.parties = ["south"]
    #expect(try view([yes, no + elsewhere], lens).groups.isEmpty)
    lens = Lens()
    lens.issues = ["land"]
    #expect(try view([yes, no + elsewhere], lens).groups.isEmpty)
  }

  // MARK: Claims

  private let claim =
    "id: claim, speaker: gazette, act: assess, of: north, change: withdrawn, date: 2025-05-05"

  @Test(arguments: ["date: 2025-05-05", "date: 2025-11-06, change: reaffirmed"])
  func aClaimedChangeThatWordsOfTheDayOrAReaffirmationBelieIsAnAttribution(
    _ words: String
  ) throws {
    let found = try view([claim, "id: b, act: demand, \(words)"])
    #expect(found.groups.map(\.kind) == [.attribution])
    #expect(found.groups[0].sides.map { $0.statements.map(\.statement) } == [["claim"], ["b"]])
  }

  @Test func whatIsAskedForAgainLaterMayBeAReturnToIt() throws {
    let found = try view([claim, "id: b, act: demand, date: 2025-11-06"])
    #expect(found.groups.isEmpty)
    #expect(
      found.variants.map { $0.sides.map { $0.statements.map(\.statement) } } == [
        [["claim"], ["b"]]
      ])
  }

  @Test func onlyThePartysOwnLaterWordsBelieAClaim() throws {
    for words in [
      "accept, date: 2025-05-04", "reject, date: 2025-05-05",
      "accept, date: 2025-05-05, via: consul",
      "accept, date: 2025-05-05, speaker: south", "accept, date: 2025-05-05, doubted: a rumour",
      "accept, date: 2025-05-05, about: {issue: water, option: metered}",
    ] {
      #expect(try view([claim, "id: b, act: \(words)"]).groups.isEmpty, "\(words)")
    }
    #expect(
      try view([claim + ", doubted: yes", "id: b, act: accept, date: 2025-05-05"]).groups.isEmpty)
  }

  // MARK: Denials that name what they deny

  private let assertion = "id: a, speaker: west, act: state, date: 2025-04-01"

  @Test(arguments: ["", ", date: 2025-05-09"])
  func aDenialOfAStatementStandsAgainstItWhateverTheDates(_ date: String) throws {
    let denial = "id: b, speaker: south, act: deny, about: {statement: a}, source: leaf\(date)"
    let found = try view([assertion, denial])
    #expect(found.groups.map(\.kind) == [.account])
    #expect(found.groups.first?.sides.map(\.answer) == ["By turns", "By turns"])
    #expect(found.groups.first?.sides.map(\.isDenied) == [false, true])
    #expect(found.groups.first?.sides.map { $0.statements.map(\.statement) } == [["a"], ["b"]])
  }

  @Test func officialsWhoSpeakForNoOneDifferOnWhatTheirSideHolds() throws {
    let people = """

      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: gazette, name: The Gazette, kind: outlet}
        - {id: one, name: An official (not named), kind: unnamed, partOf: north}
        - {id: other, name: Another official (not named), kind: unnamed, partOf: north}
      """
    let lines = [
      "id: a, speaker: one, act: accept, date: 2025-04-01",
      "id: b, speaker: other, act: deny, date: 2025-04-02, about: {statement: a}",
    ]
    let found = try contradictions(record(lines, with: meetings + people))
    #expect(found.groups.map(\.kind) == [.attribution])
    #expect(found.groups.first?.actor == "north")
    let spokesmen = people.replacing(
      "partOf: north", with: "speaksFor: [{actor: north, basis: ana}]")
    #expect(
      try contradictions(record(lines, with: meetings + spokesmen)).groups.map(\.kind) == [
        .divided
      ])
  }

  @Test func whoAsksForMoreAndTakesLessHasGivenWay() throws {
    let issue = """

      issues:
        - {id: water, title: Days of water, kind: negotiable, value: quantity, unit: day, options: [{id: shared, title: S}]}
      """
    func found(_ first: String, _ second: String) throws -> Int {
      try contradictions(
        record(
          [
            "id: a, act: \(first), at: held, about: {issue: water, value: {quantity: 9, unit: day}}",
            "id: b, act: \(second), at: held, about: {issue: water, value: {quantity: 6, unit: day}}",
          ], with: meetings + issue)
      ).groups.count
    }
    #expect(try found("demand", "accept") == 0)
    #expect(try found("propose", "concede") == 0)
    #expect(try found("demand", "demand") == 1)
  }

  @Test func aDeclarationThatAnotherRefusesIsDisputed() throws {
    let refusal = "id: b, speaker: south, act: reject, about: {statement: a}, date: 2025-05-02"
    let found = try view([assertion, refusal])
    #expect(
      found.groups.map { $0.sides.map { $0.statements.map(\.statement) } } == [[["a"], ["b"]]])
    let against = try view([assertion + ", stance: against", refusal])
    #expect(against.groups.map { $0.sides.map(\.answer) } == [["By turns", "disputed"]])
    #expect(against.groups.map { $0.sides.map(\.isDenied) } == [[true, false]])
    // To refuse what is asked is an answer.
    let demand = assertion.replacing("act: state", with: "act: demand")
    #expect(try view([demand, refusal]).groups.isEmpty)
  }

  @Test func aDenialOfABreachIsTitledWithTheBreachAndWhoseItIs() throws {
    let promise = """

      commitments:
        - {id: quiet, debtors: [north, south], creditors: [north, south], what: Keep the peace at the mill, strength: promised,
           evidence: [p], status: [{date: 2025-05-03, level: breached, evidence: [a]}]}
      """
    let lines = [
      "id: p, speaker: [north, south], act: commit, about: {commitment: quiet}, date: 2025-04-01",
      "id: a, act: accuse, of: south, about: {commitment: quiet}, date: 2025-05-03",
      "id: b, speaker: south, act: deny, about: {statement: a}, date: 2025-05-04",
    ]
    let found = try contradictions(record(lines, with: meetings + promise))
    #expect(found.groups.map(\.title) == ["Keep the peace at the mill"])
    #expect(found.groups.first?.sides.map(\.answer) == ["breached by South", "denied"])
  }

  @Test func aDenialOfHavingPromisedStandsAgainstThePromise() throws {
    let promise = """

      commitments:
        - {id: grain, what: Send grain, strength: promised, debtors: [north], evidence: [a]REPORT}
      """
    let lines = [
      "id: a, speaker: north, act: commit, date: 2025-04-01, about: {commitment: grain}",
      "id: b, speaker: envoy, act: deny, date: 2025-04-09, about: {commitment: grain}",
      "id: c, speaker: south, act: state, date: 2025-04-05, about: {commitment: grain}",
    ]
    func groups(_ report: String) throws -> [ContradictionsView.Group] {
      let sections = meetings + promise.replacing("REPORT", with: report)
      return try contradictions(record(lines, with: sections)).groups
    }
    let found = try groups("")
    #expect(found.map(\.commitment) == ["grain"])
    #expect(found.first?.sides.map { $0.statements.map(\.statement) } == [["a"], ["b"]])
    // Of a promise said to be broken it is the breach that is denied.
    let broken = try groups(", status: [{date: 2025-04-05, level: breached, evidence: [c]}]")
    #expect(broken.first?.sides.map { $0.statements.map(\.statement) } == [["c"], ["b"]])
  }
}
