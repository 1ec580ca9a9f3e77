import CaseModel
import StateOfPlay
import Testing

/// "Each place where the acceptable set or a red line or a requirement changes."
@Suite struct ChangesTests {
  /// The kinds of each change, in order.
  private func kinds(
    _ statements: [String], with sections: String = "", _ lens: Lens = Lens()
  ) throws -> [[ChangesView.Kind]] {
    try changes(record(statements, with: sections), lens).changes.map(\.kinds)
  }

  private let many = """
    milestones: [{id: rain, title: Rain}, {id: snow, title: Snow}]
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        answers: many
        options: [{id: shared, title: S}, {id: metered, title: M}]
    """

  private func valued(_ kind: String, _ wants: String = "") -> String {
    """
    issues:
      - {id: land, title: What is left, kind: negotiable, value: \(kind)\(wants),
         members: [{id: hill}, {id: dale}, {id: shore}]}
    """
  }

  private func land(_ day: Int, _ value: String, _ act: String = "demand") -> String {
    "id: s-\(day), act: \(act), date: 2025-05-0\(day), about: {issue: land, value: {\(value)}}"
  }

  @Test func bothQuotesAreGivenBeforeAndAfter() throws {
    let view = try changes(
      record([
        "id: a, act: reject, gist: never, date: 2025-05-01",
        "id: b, act: accept, gist: well then, date: 2025-05-02",
      ]))
    let change = try #require(view.changes.last)
    #expect(change.before.map(\.statement) == ["a"] && change.before.map(\.gist) == ["never"])
    #expect(change.after.map(\.statement) == ["b"] && change.after.map(\.gist) == ["well then"])
    #expect(change.date.text == "2025-05-02")
    #expect(change.answers.map(\.before) == [[.against]])
    #expect(change.answers.map(\.after) == [[.for]])
  }

  @Test func whatTheTextCallsARepetitionIsNoChange() throws {
    let rain = "milestones: [{id: rain, title: Rain}]"
    func said(_ more: String) throws -> ChangesView.Change {
      let asks = "act: condition, requires: [{milestone: rain, kind: before}]"
      let lines = [
        "id: a, date: 2025-05-01, \(asks)",
        "id: b, act: reject, redLine: true, date: 2025-05-02",
        "id: c, date: 2025-05-03, \(asks)\(more)",
      ]
      return try #require(changes(record(lines, with: rain)).changes.last)
    }
    let again = try said(", change: reaffirmed")
    #expect(again.kinds == [.reaffirmed])
    #expect(again.answers.flatMap(\.requirementsAdded).isEmpty)
    #expect(again.before.map(\.statement) == ["b"], "what no longer stands")
    #expect(try said("").kinds.contains(.reversed))
  }

  @Test func whatASignedTextPromisesIsNotDoneByThat() throws {
    let pact = """
      issues:
        - {id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns}]}
        - {id: hill, title: The hill, kind: negotiable, options: [{id: left, title: North leaves it, takenBy: [north]}]}
      drafts:
        - {id: pact, title: The pact, date: 2025-03-01, by: [north, south], status: [{level: signed, date: 2025-03-01, basis: ana}], signed: {date: 2025-03-01, by: [north, south], evidence: [sign]}, evidence: [sign], clauses: [{id: a, about: {issue: water, option: shared}, status: agreed, evidence: [sign]}, {id: b, about: {issue: hill, option: left}, status: agreed, evidence: [sign]}]}
      """
    let view = try changes(
      record(
        [
          "id: sign, speaker: [north, south], act: accept, date: 2025-03-01, about: {draft: pact}",
          "id: then, speaker: south, act: condition, date: 2025-03-05, requires: [{issue: hill, option: left, kind: before}]",
        ], with: pact))
    let change = try #require(view.changes.last)
    #expect(change.kinds == [.hardened])
    #expect(change.answers.map(\.after) == [[.forIf]])
    #expect(change.answers.flatMap(\.requirementsAdded).count == 1)
  }

  @Test func theFirstWordsAreNew() throws {
    let view = try changes(record(["id: a, act: accept, date: 2025-05-01"]))
    #expect(view.changes.map(\.kinds) == [[.new]])
    #expect(view.changes[0].before.isEmpty)
  }

  @Test func aDemandWithdrawnIsSoftenedAndAnOfferWithdrawnHardened() throws {
    for (act, kind) in [("demand", ChangesView.Kind.softened), ("offer", .hardened)] {
      let found = try kinds([
        "id: a, act: \(act), date: 2025-05-01", "id: b, act: withdraw, date: 2025-05-02",
      ])
      #expect(found == [[.new], [kind, .withdrawn]], "\(act)")
    }
  }

  @Test func forBecomingAgainstIsReversedAndTheOtherWayAboutToo() throws {
    let found = try kinds([
      "id: a, act: accept, date: 2025-05-01", "id: b, act: reject, date: 2025-05-02",
      "id: c, act: accept, date: 2025-05-03",
    ])
    // All that apply are listed: the set shrank and grew, too.
    #expect(found == [[.new], [.reversed, .hardened], [.reversed, .softened]])
    // A demand that no one else accepts is no concession.
    let asked = try kinds([
      "id: a, act: reject, date: 2025-05-01", "id: b, act: demand, date: 2025-05-02",
    ])
    #expect(asked == [[.new], [.reversed]])
  }

  @Test func theSameAgainIsReaffirmed() throws {
    let found = try kinds([
      "id: a, act: accept, date: 2025-05-01", "id: b, act: accept, date: 2025-05-02",
    ])
    #expect(found == [[.new], [.reaffirmed]])
  }

  @Test func withdrawnAsNamed() throws {
    #expect(
      try kinds([
        "id: a, act: accept, date: 2025-05-01", "id: b, act: withdraw, date: 2025-05-02",
      ]).last == [.hardened, .withdrawn])
    // A no can be withdrawn as well, and nothing is accepted thereby.
    #expect(
      try kinds([
        "id: a, act: reject, date: 2025-05-01", "id: b, act: withdraw, date: 2025-05-02",
      ]).last == [.withdrawn])
    // Words that read as unclear without the act withdraw nothing.
    #expect(
      try kinds([
        "id: a, act: accept, date: 2025-05-01",
        "id: b, act: state, stance: unclear, date: 2025-05-02",
      ]).last == [.hardened])
  }

  @Test func meetingAnothersSetIsSoftenedThoughOneAnswerTookAnothersPlace() throws {
    let lines = [
      "id: a, act: accept, date: 2025-05-01",
      "id: b, act: accept, date: 2025-05-03, about: {issue: water, option: metered}",
    ]
    #expect(try kinds(lines).last == [.changed])
    let other =
      "id: o, speaker: south, act: accept, date: 2025-05-02, about: {issue: water, option: "
    #expect(try kinds(lines + [other + "metered}"]).last == [.softened])
    #expect(try kinds(lines + [other + "shared}"]).last == [.hardened], "it met and no more does")
  }

  @Test func whereTwoCrossNeitherMeetsTheOther() throws {
    let found = try kinds([
      "id: a, act: accept, date: 2025-05-01",
      "id: o, speaker: south, act: accept, date: 2025-05-01, about: {issue: water, option: metered}",
      "id: b, act: accept, date: 2025-05-02, about: {issue: water, option: metered}",
      "id: p, speaker: south, act: accept, date: 2025-05-02",
    ])
    #expect(found == [[.new], [.new], [.changed], [.changed]])
  }

  @Test func aSetThatGrowsIsSoftenedAndOneThatShrinksHardened() throws {
    let found = try kinds(
      [
        "id: a, act: accept, date: 2025-05-01",
        "id: b, act: reject, date: 2025-05-02, about: {issue: water, option: metered}",
        "id: c, act: accept, date: 2025-05-03, about: {issue: water, option: metered}",
        "id: d, act: reject, date: 2025-05-04",
      ], with: many)
    #expect(found == [[.new], [.new], [.reversed, .softened], [.reversed, .hardened]])
  }

  // MARK: Several answers at once

  private let metered = "about: {issue: water, option: metered}"

  /// What north's `act` for a second answer is, of which it has spoken before and left it open.
  private func second(_ act: String, _ others: [String] = []) throws -> [ChangesView.Kind] {
    let lines = [
      "id: a, act: demand, date: 2025-05-01",
      "id: z, act: state, stance: unclear, date: 2025-05-01, \(metered)",
      "id: b, act: \(act), date: 2025-05-03, \(metered)",
    ]
    return try #require(
      changes(record(lines + others, with: many)).changes.last { $0.party == "north" }
    ).kinds
  }

  private func south(_ act: String) -> String {
    "id: o-\(act), speaker: south, act: \(act), date: 2025-05-02, \(metered)"
  }

  /// A first word is new, whatever the issue's kind.
  @Test func aFirstWordOnAnAnswerIsNew() throws {
    for act in ["demand", "offer", "accept", "condition", "reject"] {
      let found = try kinds(
        [
          "id: a, act: demand, date: 2025-05-01",
          "id: b, act: \(act), date: 2025-05-03, \(metered)",
        ], with: many)
      #expect(found == [[.new], [.new]], "\(act)")
    }
    let again = try kinds(
      [
        "id: a, act: demand, date: 2025-05-01",
        "id: b, act: demand, change: reaffirmed, date: 2025-05-03, \(metered)",
      ], with: many)
    #expect(again == [[.new], [.reaffirmed]], "the text says that it was said before")
  }

  @Test func oneMoreThatIsAskedForIsHardened() throws {
    for act in ["demand", "propose", "condition", "state, stance: for"] {
      #expect(try second(act) == [.hardened], "\(act): nobody has accepted it")
      #expect(try second(act, [south("reject")]) == [.hardened], "\(act): it is rejected")
    }
  }

  @Test func oneMoreThatIsGivenOrAcceptedByAnotherIsSoftened() throws {
    for act in ["offer", "concede", "accept", "commit", "state, stance: open"] {
      #expect(try second(act) == [.softened], "\(act)")
    }
    #expect(try second("demand", [south("accept")]) == [.softened])
    let west =
      "id: w, speaker: west, act: reject, date: 2025-05-02, about: {issue: water, option: metered}"
    let parties = "\ncase: {id: v, title: V, parties: [north, south, west]}"
    let lines = [
      "id: a, act: demand, date: 2025-05-01",
      "id: z, act: state, stance: unclear, date: 2025-05-01, \(metered)",
      "id: b, act: demand, date: 2025-05-03, \(metered)",
    ]
    let view = try changes(record(lines + [south("accept"), west], with: many + parties))
    #expect(view.changes.last?.kinds == [.mixed], "one accepts it and another rejects it")
  }

  @Test func oneThatIsAskedForNoLongerIsSoftenedAndOneGivenNoLongerHardened() throws {
    func after(_ act: String, _ others: [String] = []) throws -> [ChangesView.Kind] {
      let lines = [
        "id: a, act: \(act), date: 2025-05-01, \(metered)",
        "id: b, act: withdraw, date: 2025-05-03, \(metered)",
      ]
      return try #require(
        changes(record(lines + others, with: many)).changes.last { $0.party == "north" }
      ).kinds
    }
    #expect(try after("demand") == [.softened, .withdrawn])
    #expect(try after("demand", [south("reject")]) == [.softened, .withdrawn])
    #expect(try after("offer") == [.hardened, .withdrawn])
    #expect(try after("demand", [south("accept")]) == [.hardened, .withdrawn], "it was common")
  }

  @Test func openAndForIfArePartOfTheAcceptableSet() throws {
    // To leave open what one had refused reverses nothing.
    for (words, expected) in [
      ("state, stance: open", [ChangesView.Kind.softened]), ("condition", [.reversed, .softened]),
    ] {
      let found = try kinds([
        "id: a, act: reject, date: 2025-05-01", "id: b, act: \(words), date: 2025-05-02",
      ])
      #expect(found.last == expected)
    }
  }

  @Test func conditionsAddUpUntilTheStepIsUndertakenWithoutThem() throws {
    func requires(_ what: String) -> String { ", requires: [{milestone: \(what), kind: before}]" }
    let lines = ["", requires("rain"), requires("snow"), ""].enumerated().map { day, words in
      "id: s-\(day), act: \(day == 3 ? "offer" : "accept"), date: 2025-05-0\(day + 1)\(words)"
    }
    let view = try changes(record(lines, with: many))
    #expect(view.changes.map(\.kinds) == [[.new], [.hardened], [.hardened], [.softened]])
    #expect(view.changes[1].answers.map(\.requirementsAdded.count) == [1])
    #expect(view.changes[2].answers.map(\.requirementsDropped.count) == [0])
    #expect(view.changes[3].answers.map(\.requirementsDropped.count) == [2])
    // A vaguer yes leaves both standing, and is a sign for an analyst.
    let vague = try changes(
      record(
        lines.dropLast() + ["id: s-3, act: accept, date: 2025-05-04"], with: many))
    #expect(vague.changes.last?.kinds == [.reaffirmed])
    #expect(vague.possibleMoves.map(\.kind) == [.saidWithout])
    #expect(vague.possibleMoves.map(\.conditions.count) == [2])
  }

  @Test func wordsThatMoveOneRequirementForAnotherAreMixed() throws {
    let view = try changes(
      record(
        [
          "id: a, act: accept, date: 2025-05-01, requires: [{milestone: rain, kind: before}]",
          "id: b, act: accept, date: 2025-05-02, drops: a, requires: [{milestone: snow, kind: before}]",
        ], with: many))
    #expect(view.changes.map(\.kinds) == [[.new], [.mixed]])
  }

  @Test func aTriggerIsNoRequirement() throws {
    let found = try kinds(
      [
        "id: a, act: accept, date: 2025-05-01",
        "id: b, act: accept, date: 2025-05-02, requires: [{milestone: rain, kind: trigger}]",
      ], with: many)
    #expect(found.last == [.reaffirmed])
  }

  @Test func aWithdrawalDropsTheRequirementItNames() throws {
    let theCase = try record(
      [
        "id: a, act: accept, date: 2025-05-01, requires: [{milestone: rain, kind: before}]",
        """
        id: b, act: withdraw, stance: for, date: 2025-05-02, \
        requires: [{milestone: rain, kind: before}]
        """,
      ], with: many)
    #expect(try cell(theCase)["shared"]?.requirements == [])
    let view = changes(theCase)
    let change = try #require(view.changes.last)
    #expect(change.kinds == [.softened], "the offer stands")
    #expect(change.answers.map(\.requirementsDropped.count) == [1])
    #expect(change.answers.map(\.after) == [[.for]])
  }

  @Test func aRedLineDrawnHardensAndOneGivenUpInWordsSoftens() throws {
    let lines = [
      "id: a, act: reject, date: 2025-05-01", "id: b, act: reject, redLine: true, date: 2025-05-02",
    ]
    // Said again without the mark it is renewed.
    let again = lines + ["id: c, act: reject, date: 2025-05-03"]
    #expect(try kinds(again) == [[.new], [.hardened], [.reaffirmed]])
    #expect(try cell(record(again))["shared"]?.isRedLine == true)
    let given = lines + ["id: c, act: reject, drops: b, date: 2025-05-03"]
    #expect(try kinds(given) == [[.new], [.hardened], [.softened]])
    #expect(try cell(record(given))["shared"]?.isRedLine == false)
    // Crossed by an offer of its own, and shown as that.
    let crossed = try changes(record(lines + ["id: c, act: offer, date: 2025-05-03"]))
    #expect(crossed.changes.last?.kinds == [.reversed, .softened])
    #expect(crossed.changes.last?.answers.map(\.redLineCrossed) == [true])
  }

  @Test func aDemandedSetThatGrowsIsHardenedAndOneThatShrinksSoftened() throws {
    let lines = [land(1, "set: [hill]"), land(2, "set: [hill, dale]"), land(3, "set: [dale]")]
    #expect(try kinds(lines, with: valued("set")) == [[.new], [.hardened], [.softened]])
    let less = valued("set", ", wants: {north: less}")
    #expect(try kinds(lines, with: less) == [[.new], [.softened], [.hardened]])
  }

  @Test func anOfferedSetThatGrowsIsSoftened() throws {
    let lines = [land(1, "set: [hill]", "offer"), land(2, "set: [hill, dale]", "offer")]
    #expect(try kinds(lines, with: valued("set")).last == [.softened])
  }

  @Test func setsThatDoNotHoldEachOtherAreChanged() throws {
    let lines = [land(1, "set: [hill]"), land(2, "set: [dale]")]
    #expect(try kinds(lines, with: valued("set")).last == [.changed])
  }

  @Test func whatIsExceptedMakesADemandedSetSmaller() throws {
    let lines = [land(1, "set: [hill, dale]"), land(2, "set: [hill, dale], except: [dale]")]
    #expect(try kinds(lines, with: valued("set")).last == [.softened])
    let part = [land(1, "set: [hill]"), land(2, "set: [hill], except: [shore]")]
    #expect(try kinds(part, with: valued("set")).last == [.softened])
  }

  @Test func quantitiesNeedWantsElseTheKindIsChanged() throws {
    let lines = [land(1, "quantity: 10"), land(2, "quantity: 20"), land(3, "quantity: 5, to: 20")]
    func found(_ wants: String) throws -> [[ChangesView.Kind]] {
      try kinds(lines, with: valued("quantity", wants))
    }
    #expect(try found("") == [[.new], [.changed], [.changed]])
    #expect(try found(", wants: {north: more}") == [[.new], [.hardened], [.softened]])
    // Who wants less and would take up to 20 says no more with a range that ends there.
    #expect(try found(", wants: {north: less}") == [[.new], [.softened], [.reaffirmed]])
    #expect(try found(", wants: {south: more}") == [[.new], [.changed], [.changed]])
  }

  @Test func hoursAndPersonsHaveNoDirection() throws {
    let lines = [land(1, "quantity: 10, unit: hour"), land(2, "quantity: 20, unit: person")]
    let sections = valued("quantity", ", wants: {north: more}")
    #expect(try kinds(lines, with: sections).last == [.changed])
  }

  /// What was replaced for good does not come back with the refusal of what took its place.
  @Test func whoRefusesWhatItHadAcceptedAsksForNothingElse() throws {
    func answers(_ act: String) throws -> [PositionsView.OptionPosition] {
      let lines = [
        "id: a, act: accept, date: 2025-05-01",
        "id: b, act: \(act), date: 2025-05-02, about: {issue: water, option: metered}",
        "id: c, act: reject, date: 2025-05-03, about: {issue: water, option: metered}",
      ]
      return try positions(record(lines), Lens()).rows.first?.cells.first?.answers ?? []
    }
    #expect(try answers("accept").filter { !$0.isSuperseded }.map(\.stances) == [[.against]])
    // An offer had left what was said before as it was.
    #expect(try answers("offer").filter(\.isAccepted).map(\.answer) == ["shared"])
  }
}
