import CaseModel
import Networks
import StateOfPlay
import Testing

/// Who says the same as whom in the dispute over the water.
@Suite struct NetworksTests {
  private func made(
    _ lines: [String], asOf: String? = nil,
    _ change: (inout NetworkQuestions, inout Lens) -> Void = { _, _ in }
  ) throws -> NetworksView {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    var questions = NetworkQuestions()
    questions.draws = 20
    change(&questions, &lens)
    return try networks(try record(lines), lens, asking: questions)
  }

  private let shared = "about: {issue: water, option: shared}"
  private let metered = "about: {issue: water, option: metered}"

  @Test func agreementAndConflictStandSideBySide() throws {
    let view = try made([
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: south, act: accept, date: 2031-03-02, \(shared)",
      "id: c, speaker: north, act: accept, date: 2031-03-03, \(metered)",
      "id: d, speaker: south, act: reject, date: 2031-03-04, \(metered)",
    ])
    let tie = try #require(view.tie("south", "north"))
    #expect(tie.side == .ambivalent)
    #expect(tie.congruence == 1 && tie.conflict == 1)
    #expect(tie.same == 1 && tie.opposite == 1)
    let shared = view.shared("north", "south")
    #expect(shared.map(\.answer.id) == ["water/shared", "water/metered"])
    #expect(shared.flatMap { $0.first.statements + $0.second.statements } == ["a", "b", "c", "d"])
  }

  @Test func howMuchRestsOnOneCoder() throws {
    let lines = [
      "id: a, speaker: north, act: accept, date: 2031-03-01, by: ana, \(shared)",
      "id: b, speaker: south, act: accept, date: 2031-03-02, by: ana, \(shared)",
      "id: c, speaker: west, act: reject, date: 2031-03-03, by: bo, \(shared)",
    ]
    let coders = try #require(try made(lines).coders)
    #expect(coders.map(\.coder.raw) == ["ana", "bo"])
    #expect(coders.map(\.statements) == [2, 1])
    // Without Ana's no tie is left, without Bo's the one of north and south.
    #expect(coders.map(\.changed) == [3, 2])
    #expect(coders.allSatisfy { $0.polarisation == nil && $0.frustration == nil })
    #expect(try made(Array(lines.prefix(2))).coders == nil)
  }

  @Test func departuresAreAskedForByName() throws {
    let lines = [
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: north, act: accept, date: 2032-03-01, \(shared)",
    ]
    func count(_ names: String?) throws -> Int {
      try made(lines) { questions, _ in
        questions.duplicates = .month
        questions.departures = names.flatMap { NetworkQuestions.departures(named: $0) }
      }.statements
    }
    #expect(try count(nil) == 2 && count("dna") == 1 && count("period-without-year") == 1)
    #expect(try count("one-sided-triangle") == 2)
    #expect(NetworkQuestions.departures(named: "dna") == Departure.allCases)
    #expect(NetworkQuestions.departures(named: "period-without-year,other") == nil)
    #expect(NetworkQuestions.departures(named: "") == nil)
  }

  @Test func wordsCountForThoseSpokenForUnlessSpeakersAreAsked() throws {
    let lines = [
      "id: a, speaker: envoy, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: consul, act: reject, date: 2031-03-02, \(shared)",
    ]
    #expect(try made(lines).actors.map(\.id) == ["north", "south"])
    let speakers = try made(lines) { questions, _ in questions.actors = .speakers }
    #expect(speakers.actors.map(\.id) == ["consul", "envoy"])
    #expect(speakers.ties.map(\.side) == [.conflicting])
    let publishers = try made(lines) { questions, _ in questions.actors = .publishers }
    #expect(publishers.actors.map(\.id) == ["gazette"])
  }

  @Test func theWindowBeginsWithItsFirstDayAndEndsWithAsOf() throws {
    let lines = [
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: south, act: accept, date: 2031-03-02, \(shared)",
      "id: c, speaker: west, act: reject, date: 2031-03-03, \(shared)",
    ]
    #expect(try made(lines, asOf: "2031-03-02").actors.map(\.id) == ["north", "south"])
    let later = try made(lines) { questions, _ in questions.from = EDTFDate(day(2031, 3, 2)) }
    #expect(later.actors.map(\.id) == ["south", "west"])
    #expect(later.days?.first.text == "2031-03-02")
  }

  @Test func placesStayAsTheWindowMoves() throws {
    let lines = [
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: south, act: accept, date: 2031-03-02, \(shared)",
      "id: c, speaker: west, act: reject, date: 2031-03-03, \(shared)",
    ]
    let all = try made(lines)
    let late = try made(lines) { questions, _ in questions.from = EDTFDate(day(2031, 3, 2)) }
    #expect(late.actors.count == 2)
    for actor in late.actors {
      #expect(actor.place != nil)
      #expect(actor.place == all.actors.first { $0.id == actor.id }?.place)
    }
  }

  @Test func aTurnIsDatedByTheWordsThatBroughtItAbout() throws {
    let view = try made([
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: south, act: reject, date: 2031-03-02, \(shared)",
      "id: c, speaker: south, act: accept, date: 2031-04-05, \(shared)",
    ])
    let turn = try #require(view.tie("north", "south")?.turn)
    #expect(turn.date.text == "2031-04-05")
    #expect(turn.isTowards && turn.statement == "c")
    // The earlier conflict is not cancelled.
    #expect(view.tie("north", "south")?.side == .ambivalent)
  }

  @Test func withdrawnWordsNoLongerStand() throws {
    let tie = try made([
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: south, act: accept, date: 2031-03-02, \(shared)",
      "id: c, speaker: south, act: withdraw, date: 2031-03-09, \(shared)",
    ]).tie("north", "south")
    #expect(tie?.congruence == 1)
    #expect(tie?.same == 0 && tie?.opposite == 0)
  }

  @Test func whatDoesNotCountIsListedByItsReason() throws {
    let view = try made([
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: c, speaker: south, act: takeNote, date: 2031-03-02, \(shared)",
      "id: d, speaker: south, act: accept, doubted: unclear, date: 2031-03-02, \(shared)",
      "id: e, speaker: south, act: accept, via: north, date: 2031-03-02, \(shared)",
      "id: f, speaker: west, act: state, date: 2031-03-02, about: {actor: north}",
    ])
    #expect(view.statements == 1)
    let left = Dictionary(uniqueKeysWithValues: view.leftOut.map { ($0.reason, $0.statements) })
    #expect(
      left == [.noAnswer: 1, .noStance: 1, .doubted: 1, .reportedByAnother: 1, .repeated: 1])
    let open = try made(
      ["id: e, speaker: south, act: accept, via: north, date: 2031-03-02, \(shared)"]
    ) { _, lens in lens.directness = .otherParty }
    #expect(open.actors.map(\.id) == ["south"])
  }

  @Test func campsAndTheTieThatDoesNotFit() throws {
    // North and south agree; west is against both on one answer and with south on the other.
    let view = try made([
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: south, act: accept, date: 2031-03-01, \(shared)",
      "id: c, speaker: west, act: reject, date: 2031-03-01, \(shared)",
    ])
    let polarisation = try #require(view.polarisation)
    #expect(polarisation.isProven && polarisation.draws == 20)
    #expect(polarisation.camps == [["north", "south"], ["west"]])
    #expect(view.balance?.frustration == 0)
    #expect(view.balance?.signed == 3)
    #expect(view.actors.map(\.camp) == [1, 1, 2])
  }

  @Test func aPartyChoosesItsTies() throws {
    let lines = [
      "id: a, speaker: north, act: accept, date: 2031-03-01, \(shared)",
      "id: b, speaker: south, act: accept, date: 2031-03-01, \(shared)",
      "id: c, speaker: west, act: reject, date: 2031-03-01, \(shared)",
    ]
    let view = try made(lines) { _, lens in lens.parties = ["west"] }
    #expect(view.ties.count == 2 && view.ties.allSatisfy { $0.second == "west" })
  }

  private let through = [
    "id: a, speaker: north, act: accept, date: 2031-03-01, about: {issue: water, option: shared}",
    "id: b, speaker: south, act: accept, date: 2031-03-20, about: {issue: water, option: shared}",
    "id: c, speaker: west, act: reject, date: 2031-05-03, about: {issue: water, option: shared}",
    "id: d, speaker: north, act: reject, date: 2031-05-09, about: {issue: water, option: metered}",
    "id: e, speaker: west, act: reject, date: 2031-06-01, about: {issue: water, option: metered}",
  ]

  @Test func aWindowEndsOnItsLastDayAndMovesNoOne() throws {
    let all = try made(through)
    let early = try made(through) { questions, _ in
      questions.until = EDTFDate(day(2031, 3, 20))
    }
    #expect(early.actors.map(\.id) == ["north", "south"])
    #expect(early.span == all.span && early.known == 3)
    #expect(early.days?.last.text == "2031-03-20")
    for actor in early.actors {
      #expect(actor.place == all.actors.first { $0.id == actor.id }?.place)
    }
    let before = try made(through) { questions, _ in
      questions.until = EDTFDate(day(2031, 3, 19))
    }
    #expect(before.actors.map(\.id) == ["north"])
  }

  /// The engine's own smoothing and the view's give the same ties.
  @Test(arguments: Kernel.allCases) func aKernelWeighsByTheDistance(_ kernel: Kernel) throws {
    let centre = day(2031, 4, 10)
    let view = try made(through) { questions, _ in
      (questions.kernel, questions.centre, questions.width) = (kernel, EDTFDate(centre), 120)
    }
    let whole = try made(through)
    func coded(_ id: String, _ actor: String, _ concept: String, _ agrees: Bool, _ date: CivilDay)
      -> CodedStatement
    {
      CodedStatement(
        actor: actor, concept: concept, stance: .agreement(agrees), day: Int(date.number),
        document: id)
    }
    let table = try StatementTable([
      coded("a", "north", "shared", true, day(2031, 3, 1)),
      coded("b", "south", "shared", true, day(2031, 3, 20)),
      coded("c", "west", "shared", false, day(2031, 5, 3)),
      coded("d", "north", "metered", false, day(2031, 5, 9)),
      coded("e", "west", "metered", false, day(2031, 6, 1)),
    ])
    let network = try #require(
      try table.smoothed(kernel: kernel, width: 120, at: [Int(centre.number)]).first)
    #expect(!network.ties.isEmpty)
    for tie in network.ties {
      let own = try #require(
        view.tie(
          Case.Actor.ID(network.members[tie.first]), Case.Actor.ID(network.members[tie.second])))
      #expect(abs(own.congruence - tie.congruence) < 1e-9)
      #expect(abs(own.conflict - tie.conflict) < 1e-9)
    }
    #expect(view.ties.count == network.ties.count)
    // A position weighs its own weight, not the root of it.
    let north = view.positions.first { $0.actor == "north" && $0.answer == "water/shared" }
    let expected = kernel.weight(
      days: Int(day(2031, 3, 1).number) - Int(centre.number), width: 120)
    #expect(abs((north?.agreement ?? 0) - expected) < 1e-9)
    #expect(view.changes == nil && whole.ties.count == 3)
  }

  @Test func aSeriesHasEveryWindow() throws {
    let view = try made(through) { questions, _ in questions.windows = .month }
    let series = try #require(view.series)
    #expect(series.map(\.first.text) == ["2031-03-01", "2031-04-01", "2031-05-01", "2031-06-01"])
    #expect(series.map(\.actors) == [2, 0, 2, 1])
    #expect(series.map(\.congruent) == [1, 0, 0, 0])
    let years = try made(through) { questions, _ in questions.windows = .year }
    #expect(years.series?.last?.first.text == "2030-07-01")
    #expect(years.series?.last?.congruent == 1 && years.series?.last?.ambivalent == 1)
    let smooth = try made(through) { questions, _ in
      (questions.windows, questions.kernel) = (.month, .gaussian)
    }
    #expect(smooth.series?.allSatisfy { $0.congruence > 0 } == true)
    #expect(try made(through).series == nil)
  }

  @Test func theBackboneIsWhatTheNetworkRestsOn() throws {
    let view = try made(through) { questions, _ in questions.backbone = true }
    let backbone = try #require(view.backbone)
    #expect(Set(backbone.answers.map(\.answer)) == ["water/shared", "water/metered"])
    #expect(backbone.answers.map(\.loss) == backbone.answers.map(\.loss).sorted(by: >))
    #expect(backbone.size >= 1 && backbone.size <= 2)
    #expect(try made(through).backbone == nil)
  }

  @Test func periodsFollowTheCalendar() {
    let first = day(2031, 2, 28)
    #expect(NetworkPeriod(.month, endingWith: first).start == day(2031, 2, 1))
    #expect(NetworkPeriod(.month, endingWith: first).last == first)
    #expect(NetworkPeriod(.quarter, endingWith: first).start == day(2030, 12, 1))
    #expect(NetworkPeriod(.year, endingWith: first).start == day(2030, 3, 1))
    #expect(NetworkPeriod(.month, endingWith: first).words == "February 2031")
    for number in stride(from: -2000, through: 40_000, by: 13) {
      let date = CivilDay(number: Int32(number))
      let week = NetworkPeriod(.week, endingWith: date)
      #expect(week.start <= date && date <= week.last && week.days == 7 && week.start.weekday == 0)
      let month = NetworkPeriod(.month, endingWith: date)
      #expect(month.start <= date && date <= month.last)
    }
  }

  @Test func aCaseWithoutStatementsHasNoNetwork() throws {
    let view = try made([])
    #expect(view.actors.isEmpty && view.ties.isEmpty && view.polarisation == nil)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }
}
