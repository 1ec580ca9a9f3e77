import CaseModel
import StateOfPlay
import Testing

/// Which way a party moved, on talks about a pay settlement between a union, a company and a ministry.
@Suite struct DirectionTests {
  private static let works = """
    case: {id: works, title: Talks at the works, parties: [union, company, ministry]}
    actors:
      - {id: union, name: The union, kind: organisation}
      - {id: company, name: The company, kind: organisation}
      - {id: ministry, name: The ministry, kind: body}
      - {id: secretary, name: The secretary, kind: person, speaksFor: [{actor: union, basis: ana}]}
      - {id: chair, name: The chair, kind: person, speaksFor: [{actor: union, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
    milestones: [{id: audit, title: The audit}]
    issues:
      - id: scheme
        title: The pension scheme
        kind: negotiable
        options: [{id: old, title: The old one}, {id: new, title: The new one}, {id: both, title: Both side by side}, {id: none, title: None}]
      - {id: close, title: When the pit closes, kind: negotiable, value: date, parties: [union, company], wants: {union: more, company: less}}
      - {id: rise, title: The rise, kind: negotiable, value: quantity, unit: percent, parties: [union, company], wants: {union: more, company: less}}
    """

  private func on(_ option: String) -> String { "about: {issue: scheme, option: \(option)}" }

  /// The kinds of the union's last change.
  private func last(_ lines: [String], of party: Case.Actor.ID = "union") throws
    -> [ChangesView.Kind]
  {
    let view = try changes(record(lines, with: Self.works))
    return try #require(view.changes.last { $0.party == party }).kinds
  }

  // MARK: Options that exclude each other

  @Test func toGiveWhereOneDemandedIsSofter() throws {
    let demanded = "id: a, speaker: union, act: demand, date: 2031-03-01, \(on("old"))"
    // Beside the demand a colleague had already accepted the other.
    let beside = "id: b, speaker: chair, act: accept, date: 2031-03-01, \(on("both"))"
    let takes = "id: c, speaker: secretary, act: accept, date: 2031-04-01, \(on("both"))"
    let ally = "id: d, speaker: ministry, act: demand, date: 2031-03-02, \(on("old"))"
    let foe =
      "id: e, speaker: company, act: reject, date: 2031-03-02, about: {issue: scheme, option: [old, both]}"
    #expect(try last([demanded, takes]) == [.softened])
    #expect(try last([demanded, beside, takes]) == [.softened])
    #expect(try last([demanded, beside, ally, foe, takes]) == [.softened], "though an ally stays")
  }

  @Test func whatIsSaidAgainHardensNothingThoughItIsMarkedARedLine() throws {
    let lines = [
      "id: a, speaker: union, act: demand, date: 2031-03-01, \(on("old"))",
      "id: b, speaker: union, act: reject, date: 2031-03-01, \(on("none"))",
      "id: c, speaker: union, act: concede, date: 2031-03-09, \(on("both")), requires: [{milestone: audit, kind: before}]",
      "id: d, speaker: secretary, act: accept, date: 2031-04-01, requires: none, \(on("both"))",
      "id: e, speaker: secretary, act: reject, change: reaffirmed, redLine: true, date: 2031-04-01, \(on("none"))",
    ]
    #expect(try last(lines) == [.softened])
    let fresh = lines.dropLast() + [lines[4].replacing(" change: reaffirmed,", with: "")]
    #expect(try last(Array(fresh)) == [.mixed], "a line drawn now hardens")
    #expect(
      try cell(record(lines, with: Self.works), of: "union", on: "scheme").isRedLine,
      "the line stands all the same")
  }

  @Test func oneDemandInAnothersPlaceIsNeverHarderWhereOthersStillRefusedTheFirst() throws {
    let lines = [
      "id: a, speaker: union, act: demand, date: 2031-03-01, \(on("old"))",
      "id: b, speaker: ministry, act: accept, date: 2031-03-02, \(on("old"))",
      "id: c, speaker: company, act: demand, date: 2031-03-02, \(on("new"))",
      "id: d, speaker: union, act: demand, date: 2031-04-01, \(on("both"))",
    ]
    #expect(try last(lines) == [.changed])
    // Where all the others had accepted the first, it leaves common ground.
    let common = [
      lines[0], lines[1],
      lines[2].replacing("(new", with: "(old").replacing("option: new", with: "option: old"),
      lines[3],
    ]
    #expect(try last(common) == [.hardened])
    // What it had given itself it takes back.
    let given = [lines[0].replacing("demand", with: "offer")] + lines.dropFirst()
    #expect(try last(given) == [.hardened])
    // Towards what another accepts it is softer.
    let met =
      lines + [
        "id: e, speaker: company, act: accept, date: 2031-03-20, \(on("both"))"
      ]
    #expect(try last(met) == [.softened])
  }

  @Test func whoWasContentWithSeveralConcedesNothingByAFurtherAnswer() throws {
    let lines = [
      "id: a, speaker: union, act: accept, date: 2031-03-01, about: {issue: scheme, option: [old, new]}",
      "id: b, speaker: company, act: demand, date: 2031-03-01, \(on("new"))",
      "id: c, speaker: ministry, act: demand, date: 2031-03-01, \(on("old"))",
      "id: all, speaker: [union, company, ministry], act: accept, date: 2031-04-01, \(on("both"))",
    ]
    #expect(try last(lines) == [.changed])
    #expect(try last(lines, of: "company") == [.softened])
    // Neither answer was another's: it moves towards them.
    let alone = [
      lines[0], lines[3],
      "id: n, speaker: [company, ministry], act: demand, date: 2031-03-01, \(on("none"))",
    ]
    #expect(try last(alone) == [.softened])
  }

  @Test func whatTheTextCallsARepetitionIsNoMove() throws {
    let lines = [
      rise("03-01", "quantity: 6"), rise("04-01", "quantity: 8", ", change: reaffirmed"),
    ]
    #expect(try last(lines) == [.reaffirmed])
  }

  @Test func aPackageRefusedMovesNothingOnItsParts() throws {
    let parts =
      "about: {together: [{issue: scheme, option: both}, {issue: rise, value: {quantity: 3, unit: percent}}]}"
    let lines = [
      "id: a, speaker: union, act: accept, date: 2031-03-01, until: 2031-06-01, \(parts)",
      "id: b, speaker: company, act: offer, date: 2031-03-05, \(parts)",
      "id: c, speaker: union, act: reject, date: 2031-04-01, \(parts)",
    ]
    #expect(try last(lines) == [.new])
    // On the part itself it would be a move.
    let part = "id: d, speaker: union, act: reject, date: 2031-04-01, \(on("both"))"
    #expect(try last([lines[0], lines[1], part]) == [.reversed, .hardened])
  }

  @Test func aPlainYesIsSofterThanAYesWithAnIf() throws {
    let iffy = "id: a, speaker: union, act: condition, date: 2031-03-01, \(on("both"))"
    let plain = "id: b, speaker: union, act: accept, date: 2031-04-01, \(on("both"))"
    #expect(try last([iffy, plain]) == [.softened])
    #expect(
      try last([plain.replacing("04-01", with: "03-01"), iffy.replacing("03-01", with: "04-01")])
        == [.hardened])
  }

  // MARK: The same set

  private func rise(_ day: String, _ value: String, _ more: String = "") -> String {
    "id: r-\(day), speaker: union, act: demand, date: 2031-\(day), about: {issue: rise, value: {\(value), unit: percent}}\(more)"
  }

  private func close(_ day: String, _ date: String, _ by: String = "union") -> String {
    "id: c-\(day)-\(by), speaker: \(by), act: propose, date: 2031-\(day), about: {issue: close, value: {date: \(date)}}"
  }

  @Test func aValueByWhichOneWouldTakeTheSameIsSaidAgain() throws {
    let lines = [
      rise("03-01", "quantity: 6"), rise("04-01", "quantity: 6, comparator: ≥"),
      rise("05-01", "quantity: 5"),
    ]
    let theCase = try record(lines, with: Self.works)
    #expect(changes(theCase).changes.map(\.kinds) == [[.new], [.reaffirmed], [.softened]])
    let values = try cell(theCase, of: "union", on: "rise").values
    #expect(values?.trajectoryWords == "6 → 5")
    // Who wants nothing of it may mean the number alone.
    let without = Self.works.replacing("wants: {union: more, company: less}", with: "answers: one")
    #expect(
      try changes(record(lines, with: without)).changes.map(\.kinds)
        == [[.new], [.changed], [.changed]])
    let days = [close("03-01", "2032-09-30/.."), close("04-01", "2032-09-30")]
    #expect(
      try changes(record(days, with: Self.works)).changes.map(\.kinds) == [[.new], [.reaffirmed]])
  }

  // MARK: Dates

  @Test func datesGoByWhatEachWants() throws {
    let lines = [
      close("03-01", "2032-09-30"), close("03-02", "2032-06-01", "company"),
      close("04-01", "2032-08-20"), close("04-02", "2032-05-01", "company"),
      close("05-02", "2032-08-15", "company"),
    ]
    let theCase = try record(lines, with: Self.works)
    let kinds = changes(theCase).changes.map(\.kinds)
    #expect(kinds == [[.new], [.new], [.softened], [.hardened], [.softened]])
    let line = try #require(convergence(theCase).rows.first { $0.issue == "close" })
    #expect(line.state == .apart && line.gap == "5 days" && line.moves.isEmpty)
    #expect(
      line.trajectories.map(\.values.range) == [
        "20 August 2032 or later", "15 August 2032 or earlier",
      ])
    #expect(
      line.trajectories.map(\.values.trajectoryWords)
        == ["30 September 2032 → 20 August 2032", "1 June 2032 → 1 May 2032 → 15 August 2032"])
    let met = try record(lines + [close("06-01", "2032-08-10")], with: Self.works)
    let within = try #require(convergence(met).rows.first { $0.issue == "close" })
    #expect(within.state == .withinReach)
    #expect(within.answers.map(\.title) == ["10 August 2032 to 15 August 2032"])
  }

  @Test func aDayBeyondARedLineIsRejected() throws {
    let line = close("03-01", "2032-09-30") + ", redLine: true"
    let ballot =
      "id: ballot, speaker: company, act: condition, date: 2031-03-02, about: {milestone: audit}, requires: [{issue: close, value: {date: 2032-06-01}, kind: before}]"
    let view = try preconditions(record([line, ballot], with: Self.works))
    #expect(view.blocked.flatMap(\.rejections).flatMap(\.statements) == ["c-03-01-union"])
  }

  @Test func aDateOfWhichOnlyTheEndIsKnownStandsAtItsEnd() throws {
    let lines = [
      rise("03-01", "quantity: 9"), rise("04-01", "quantity: 6"),
      "id: told, speaker: union, via: ministry, act: propose, date: ../2031-03-20, told: 2031-03-20, about: {issue: rise, value: {quantity: 8, unit: percent}}",
    ]
    let theCase = try record(lines, with: Self.works)
    #expect(try cell(theCase, of: "union", on: "rise").values?.trajectoryWords == "9 → 6")
    #expect(timeline(theCase).events.map(\.id) == ["r-03-01", "told", "r-04-01"])
  }

  // MARK: Words for a change

  @Test func aRedLineGivenUpInWordsIsNotCrossed() throws {
    let lines = [
      "id: a, speaker: union, act: reject, redLine: true, date: 2031-03-01, \(on("new"))",
      "id: b, speaker: union, act: withdraw, drops: a, date: 2031-04-01, \(on("new"))",
      "id: c, speaker: union, act: accept, date: 2031-04-01, requires: [{milestone: audit, kind: exchange}], \(on("new"))",
    ]
    let view = try changes(record(lines, with: Self.works))
    let change = try #require(view.changes.last)
    #expect(change.kinds == [.reversed, .softened], "two words at most")
    #expect(change.answers.map(\.redLineDropped) == [true])
    #expect(change.answers.map(\.redLineCrossed) == [false])
    let crossed = try changes(record([lines[0], lines[2]], with: Self.works))
    #expect(crossed.changes.last?.answers.map(\.redLineCrossed) == [true])
  }

  @Test func takingBackOneAnswerForAnotherIsOneMove() throws {
    let lines = [
      "id: a, speaker: union, act: demand, date: 2031-03-01, \(on("old"))",
      "id: b, speaker: company, act: demand, date: 2031-03-02, \(on("both"))",
      "id: c, speaker: union, act: withdraw, drops: a, date: 2031-04-01, \(on("old"))",
      "id: d, speaker: union, act: accept, date: 2031-04-01, \(on("both"))",
    ]
    #expect(try last(lines) == [.softened, .withdrawn])
  }

  @Test func aThreatTakenBackIsNoFirstWord() throws {
    let lines = [
      "id: a, speaker: union, act: threaten, date: 2031-03-01, \(on("none")), requires: [{milestone: audit, kind: trigger}]",
      "id: b, speaker: union, act: withdraw, drops: a, date: 2031-04-01, \(on("none"))",
    ]
    #expect(try last(lines) == [.withdrawn])
  }

  @Test func whatACoderNotesOfAPartysOwnWordsIsNoClaim() throws {
    let own = "id: a, speaker: secretary, act: demand, change: new, date: 2031-03-01, \(on("old"))"
    #expect(try changes(record([own], with: Self.works)).unsupportedClaims.isEmpty)
    let author =
      "id: b, speaker: gazette, act: assess, of: union, change: softened, date: 2031-04-01, \(on("old"))"
    #expect(
      try changes(record([own, author], with: Self.works)).unsupportedClaims.map(\.statement)
        == ["b"])
  }

  @Test func firstWordsOnAnIssueAreNotFirstWordsOnAFurtherAnswer() throws {
    let lines = [
      "id: a, speaker: union, act: reject, date: 2031-03-01, \(on("new"))",
      "id: b, speaker: union, act: reject, date: 2031-04-01, \(on("none"))",
    ]
    let view = try changes(record(lines, with: Self.works))
    #expect(view.changes.map(\.kinds) == [[.new], [.new]])
    #expect(view.changes.map(\.isFirst) == [true, false])
  }
}
