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

  @Test func aCaseWithoutStatementsHasNoNetwork() throws {
    let view = try made([])
    #expect(view.actors.isEmpty && view.ties.isEmpty && view.polarisation == nil)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: year, month: month, day: day) ?? CivilDay(number: 0)
  }
}
