import CaseModel
import CaseStore
import Foundation
import TestSupport
import Testing

@testable import Workbench

/// Who a new speaker is, on whose side, and what a form says where words count for nothing.
@Suite struct CodingActorsTests {
  private static func fields(_ changed: [(String, String)]) -> [(String, String)] {
    let names = Set(changed.map(\.0))
    return CodingTests.fields.filter { !names.contains($0.0) } + changed
  }

  private static func sentences(
    _ desk: Desk, _ cookie: String, _ form: [(String, String)]
  ) async throws -> [String] {
    let answer = try await CodingTests.live(desk, "/coding/preview", cookie, form).answer
    return try #require(answer["sentences"] as? [String], "\(answer)")
  }

  @Test func someoneNotNamedIsOnASideAndSpeaksForNoOne() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form = Self.fields([
      ("speaker", "+senior official"), ("newKind", "unnamed"), ("speaksFor", "north"),
    ])
    let moved = try await Self.sentences(desk, cookie, form)
    #expect(moved.first?.hasPrefix("North on Sharing of water: now: for") == true, "\(moved)")
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    let actor = try #require(desk.store.theCase().actors.last)
    #expect(actor.kind == .unnamed && actor.partOf == ["north"] && actor.speaksFor.isEmpty)
    // A spokesman speaks for the side though the text leaves out his name.
    _ = try await CodingTests.live(
      desk, "/coding/statements", cookie,
      Self.fields([
        ("speaker", "+spokesman for South"), ("newKind", "unnamed"), ("speaksFor", "south"),
        ("gist", "Another"),
      ]))
    let spokesman = try #require(desk.store.theCase().actors.last)
    #expect(spokesman.speaksFor.map(\.actor) == ["south"] && spokesman.partOf.isEmpty)
  }

  @Test func aNameSaysWhatItsBearerIs() throws {
    var (theCase, _) = try CodingTests.weirs()
    for name in ["senior Northern official", "An insider", "Norland's miner"] {
      #expect(NewActorReading(name, theCase).kind == .unnamed, "\(name)")
    }
    for name in ["Ingrid Solano", "Lie", "van der Berg", "Jona al-Amin"] {
      #expect(NewActorReading(name, theCase).kind == .person, "\(name)")
    }
    // A party that was entered by its name alone has people too.
    theCase.actors[0] = Case.Actor(id: "north", name: "Veska", kind: .organisation)
    let official = NewActorReading("senior Veskan official", theCase)
    #expect(official.kind == .unnamed && official.sides == ["north"])
  }

  @Test func everyoneButAPersonCanBeSpokenFor() async throws {
    var (theCase, texts) = try CodingTests.weirs()
    theCase.actors.append(Case.Actor(id: "council", name: "River Council", kind: .body))
    let desk = try Desk(theCase, texts: texts)
    let cookie = try await desk.site.signIn()
    let form = Self.fields([("speaker", "+Ruth Okafor"), ("speaksFor", "council")])
    let said = try await Self.sentences(desk, cookie, form)
    #expect(
      said.first
        == "Counts for no party: Ruth Okafor speaks for River Council, which is not a party.")
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    #expect(try desk.store.theCase().actors.last?.speaksFor.map(\.actor) == ["council"])
    let book = CodingBook(try desk.store.theCase())
    #expect(book.bodies.map(\.id) == ["council"])
    #expect(book.actors.last?.isUncounted == nil)
  }

  @Test func whosePositionThatAddsNothingIsSaid() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form = Self.fields([("act", "concede"), ("of", "south")])
    let said = try await Self.sentences(desk, cookie, form)
    #expect(
      said.first?.hasPrefix("“Whose position” adds nothing to the position of South") == true,
      "\(said)")
    // Judged, South's position is what the statement is about.
    let judged = try await Self.sentences(
      desk, cookie, Self.fields([("act", "assess"), ("of", "south")]))
    #expect(!judged.contains { $0.contains("Whose position") }, "\(judged)")
  }

  @Test func aNewIssueMayBeAQuestionOfFact() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form = Self.fields([
      ("act", "accuse"), ("about", "+issue:Catch above the quota"), ("newIssueKind", "factual"),
      ("newIssue", "quantity"), ("unit", "tonne"), ("value", "22,000"),
    ]).filter { $0.0 != "option" }
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    let issue = try #require(desk.store.theCase().issues.last)
    #expect(issue.kind == .factual && issue.value == .quantity)
  }

  @Test func howAStoredConditionBindsCanBeChanged() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form =
      CodingTests.fields + [
        ("requires.0.about", "+milestone:Rain"), ("requires.0.kind", "trigger"),
      ]
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    let id = try #require(made.answer["statement"] as? String)
    let answer = try await desk.site.get("/coding/entry.json?statement=\(id)", cookie: cookie).text
    #expect(answer.contains("\"own\" : \"Rain\"") || answer.contains("\"own\":\"Rain\""))
    let revision = try #require(
      desk.store.stored().revision(of: .statements, id: id))
    let changed = try await CodingTests.live(
      desk, "/coding/statements", cookie,
      CodingTests.fields + [
        ("id", id), ("expected", "\(revision)"), ("requires.keep", "0"),
        ("requires.keep.0.kind", "exchange"),
      ])
    #expect(changed.status == 200, "\(changed.answer)")
    let requires = try desk.store.theCase().statements.first { $0.id.raw == id }?.requires
    #expect(requires?.map(\.kind) == [.exchange])
  }
}
