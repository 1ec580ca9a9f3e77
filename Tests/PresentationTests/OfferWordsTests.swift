import CaseModel
import Testing

@testable import Presentation
@testable import StateOfPlay

/// Words for the answers to offers, and for days by which something is due.
@Suite struct OfferWordsTests {
  private static let union = Case.Actor(id: "union", name: "The Union", kind: .organisation)

  private func frame(_ lens: Lens = Lens()) -> ViewContext {
    var theCase = Case(.init(id: "valley", title: "Talks on the valley"))
    var isle = Case.Actor(id: "isle", name: "The Isle", kind: .state)
    isle.partOf = ["union"]
    var leader = Case.Actor(id: "leader", name: "The leader", kind: .person)
    leader.partOf = ["union"]
    theCase.actors = [
      Self.union, isle, leader, Case.Actor(id: "west", name: "West", kind: .state),
    ]
    return ViewContext(theCase, lens, caseHash: "h", version: "1")
  }

  private func answer(_ party: Case.Actor.ID, isAsked: Bool) -> OffersView.Answer {
    OffersView.Answer(
      party: party, body: nil, act: .accept, conditions: [], stance: .for, date: nil,
      statements: ["s"], isAsked: isAsked)
  }

  @Test(arguments: [
    ("isle", " (not asked; a member of the Union)"), ("leader", " (not asked; of the Union)"),
    ("west", " (not asked)"),
  ])
  func whoWasNotAskedIsMarked(_ actor: String, _ words: String) {
    let party = Case.Actor.ID(actor)
    #expect(frame().notAskedWords(answer(party, isAsked: false)) == words)
    #expect(frame().notAskedWords(answer(party, isAsked: true)) == "")
  }

  @Test func whatWasSaidOfAClosedOfferIsHistory() {
    var silent = answer("west", isAsked: true)
    silent.onParts = [.init(title: "Pay", stance: .against, statements: ["s"], isRedLine: true)]
    func words(_ state: OffersView.State) -> String {
      let offer = OffersView.Offer(
        draft: nil, statements: [], title: "", by: [], date: nil, until: nil, reportedUntil: nil,
        parts: [], clauses: [], answers: [], state: state, isOpen: false)
      return frame().partAnswers(silent, to: offer).text
    }
    #expect(words(.onTheTable) == "; against “Pay” (its red line) [s]")
    #expect(words(.lapsed) == "; had been against “Pay” (its red line) [s]")
  }

  private func row(
    _ date: String, isLimit: Bool = false, _ state: CalendarView.State = .ahead
  ) throws -> CalendarView.Entry {
    CalendarView.Entry(
      kind: .vote, section: .milestones, id: "vote", number: nil, date: try EDTFDate(date),
      isLimit: isLimit, title: "The vote", actors: [], state: state, settled: nil, accounts: [],
      isProposed: false, evidence: ["s"], basis: nil)
  }

  @Test func aDayByWhichSomethingIsDueSaysSo() throws {
    #expect(frame().whenWords(try row("2026-03-31", isLimit: true)) == "by 31 March 2026")
    #expect(frame().whenWords(try row("2026-03-31")) == "31 March 2026")
    let period = try row("2026-03-01/2026-03-31", isLimit: true)
    #expect(frame().whenWords(period) == period.date.words, "a period has no last day alone")
    #expect(
      frame().calendarLine(try row("2026-03-31", isLimit: true)).text
        == "by 31 March 2026 · vote: The vote [s]")
  }

  @Test func aSessionLastsUntilItsLastPlannedDay() throws {
    let session = try row("2025-11-03/2025-11-21", .inSession)
    var lens = Lens()
    lens.asOf = try EDTFDate("2025-11-19")
    #expect(frame(lens).outcome(session).text == "in session until 21 November 2025")
    lens.asOf = try EDTFDate("2025-11-22")
    #expect(frame(lens).outcome(session).text == "in session")
  }
}
