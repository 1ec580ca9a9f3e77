import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import Testing

@testable import Workbench

/// Everything a person does is undone by one key and done again by another, by the history alone.
@Suite struct UndoTests {
  /// 500 acts at random, of every kind, all undone: the case is what it was, to the byte; all done again: it
  /// is what it had become. The server is started again in between.
  @Test func fiveHundredActsUndoneLeaveWhatWas() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let token = try await desk.site.formToken(cookie: cookie)
    // Whoever codes becomes an analyst first, and stays one.
    try desk.store.write(
      Case.Analyst(id: "ana-coder", name: "Ana Coder"), expectedRevision: nil, by: "ana-coder",
      at: Desk.start, message: "analyst Ana Coder")
    let before = try desk.store.theCase()
    var random = Steps(seed: 7)
    var done = 0
    var kinds: Set<String> = []
    while done < 500 {
      let (kind, path, form) = try random.act(try desk.store.stored(), done)
      let answer = try await Self.post(desk.site, path, cookie, token, form)
      guard answer.status == 200 else { continue }
      kinds.insert(kind)
      done += 1
    }
    #expect(kinds.count == Steps.kinds, "\(kinds.sorted())")
    let after = try desk.store.theCase()
    #expect(after != before)

    // As another start of the program.
    let again = TestSite(StoreCaseProvider(try DragomanFile.open(desk.path)))
    let second = try await again.signIn()
    let newToken = try await again.formToken(cookie: second)
    var undone = 0
    while try await Self.post(again, "/coding/undo", second, newToken, [("do", "undo")]).status
      == 200
    {
      undone += 1
    }
    let whole = try desk.store.theCase()
    #expect(whole == before && whole.canonicalHash == before.canonicalHash, "\(undone) undone")
    var redone = 0
    while try await Self.post(again, "/coding/undo", second, newToken, [("do", "redo")]).status
      == 200
    {
      redone += 1
    }
    #expect(redone == undone)
    let result = try desk.store.theCase()
    #expect(result == after && result.canonicalHash == after.canonicalHash)
    #expect(try desk.store.verifyHistory().problems.isEmpty)
  }

  @Test func eachPersonUndoesTheirOwn() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let token = try await desk.site.formToken(cookie: cookie)
    for who in ["Ana Coder", "Ben Coder"] {
      let form = CodingTests.fields.map { $0.0 == "gist" ? ("gist", "By \(who)") : $0 }
      let made = try await Self.post(
        desk.site, "/coding/statements", cookie, token, form, by: who)
      #expect(made.status == 200, "\(made.text)")
    }
    let undone = try await Self.post(desk.site, "/coding/undo", cookie, token, [("do", "undo")])
    #expect(undone.text.contains("Undid: “By Ana Coder”."), "\(undone.text)")
    #expect(try desk.store.theCase().statements.map(\.gist) == ["By Ben Coder"])
    let nothing = try await Self.post(desk.site, "/coding/undo", cookie, token, [("do", "undo")])
    #expect(nothing.status == 409)
    let redone = try await Self.post(desk.site, "/coding/undo", cookie, token, [("do", "redo")])
    #expect(redone.text.contains("Redid: “By Ana Coder”."))
    #expect(try desk.store.theCase().statements.count == 2)
  }

  @Test func manyStatementsChangeAsOneAndOnlyAsTheyWereShown() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let token = try await desk.site.formToken(cookie: cookie)
    for number in 0..<4 {
      let form = CodingTests.fields.map { $0.0 == "gist" ? ("gist", "Number \(number)") : $0 }
      _ = try await Self.post(desk.site, "/coding/statements", cookie, token, form)
    }
    let address = "/statements?speaker=north&field=act&value.act=propose"
    let page = try await desk.site.get(address, cookie: cookie).text
    #expect(page.contains("4 statements would change") && page.contains("Number 3"))
    let shown = try #require(page.firstMatch(of: /name="shown" value="([0-9a-f]+)"/)).1
    let form = [
      ("speaker", "north"), ("field", "act"), ("value.act", "propose"), ("shown", String(shown)),
    ]
    let done = try await Self.post(desk.site, "/coding/bulk", cookie, token, form)
    #expect(done.status == 200, "\(done.text)")
    #expect(try desk.store.theCase().statements.allSatisfy { $0.act == .propose })
    let late = try await Self.post(desk.site, "/coding/bulk", cookie, token, form)
    #expect(late.status == 409 && late.text.contains("no longer those you saw"))
    _ = try await Self.post(desk.site, "/coding/undo", cookie, token, [("do", "undo")])
    #expect(try desk.store.theCase().statements.allSatisfy { $0.act == .demand })
  }

  static func post(
    _ site: TestSite, _ path: String, _ cookie: String, _ token: String,
    _ form: [(String, String)], by who: String = "Ana Coder"
  ) async throws -> TestSite.Answer {
    try await site.post(
      path, cookie: cookie, [("form-token", token), ("by", who)] + form,
      headers: [
        .origin: "http://\(TestSite.host)", .secFetchSite: "same-origin", .dragomanLive: "1",
      ])
  }
}

/// Acts of coding, drawn at random.
private struct Steps {
  static let kinds = 9
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func number(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }

  mutating func act(
    _ stored: StoredCase, _ round: Int
  ) throws -> (kind: String, path: String, form: [(String, String)]) {
    let theCase = stored.theCase
    let statement =
      theCase.statements.isEmpty
      ? nil : theCase.statements[number(theCase.statements.count)]
    let waiting = theCase.candidates.indices.filter { theCase.candidates[$0].status == .waiting }
    switch number(14) {
    case 0..<4: return ("new", "/coding/statements", try coded(theCase, round))
    case 4:
      let form = try coded(theCase, round).filter { $0.0 != "speaker" }
      return ("new actor", "/coding/statements", form + [("speaker", "+Person \(round)")])
    case 5:
      let form = try coded(theCase, round).filter { $0.0 != "about" && $0.0 != "option" }
      return ("new issue", "/coding/statements", form + [("about", "+issue:Issue \(round)")])
    case 6..<8:
      guard let statement else { break }
      let revision = stored.revision(of: .statements, id: statement.id.raw) ?? 0
      return (
        "edit", "/coding/statements",
        try coded(theCase, round) + [("id", statement.id.raw), ("expected", "\(revision)")]
      )
    case 8..<10:
      guard let statement else { break }
      return ("removal", "/coding/removal", [("id", statement.id.raw)])
    case 10:
      guard let place = waiting.first,
        case .entry(_, let key)? = stored.name(of: .candidates, at: place)
      else { break }
      let decision = number(2) == 0 ? "accept" : "reject"
      return ("suggestion", "/coding/candidates", [("candidate", key), ("do", decision)])
    case 11:
      guard theCase.actors.count > 3 else { break }
      let other = theCase.actors[2 + number(theCase.actors.count - 2)]
      return (
        "merge", "/coding/merge",
        [("section", "actors"), ("other", other.id.raw), ("kept", "north")]
      )
    case 12:
      guard let statement, let speaker = statement.speaker.first else { break }
      return (
        "split", "/coding/merge",
        [
          ("section", "actors"), ("split", speaker.raw), ("title", "Other \(round)"),
          ("statement", statement.id.raw),
        ]
      )
    default:
      let filter = StatementFilter(Query([.init(name: "act", value: "demand")]))
      let found = filter.statements(of: theCase.placed(in: stored.texts))
      guard !found.isEmpty else { break }
      let stance = ["for", "against", "none"][number(3)]
      return (
        "bulk", "/coding/bulk",
        [
          ("act", "demand"), ("field", "stance"), ("value.stance", stance),
          ("shown", StatementsPage.digest(found)),
        ]
      )
    }
    return ("new", "/coding/statements", try coded(theCase, round))
  }

  private mutating func coded(_ theCase: Case, _ round: Int) throws -> [(String, String)] {
    let points = Array(CodingTests.text.unicodeScalars)
    let start = number(points.count - 1)
    let end = start + 1 + number(points.count - start - 1)
    var words = String.UnicodeScalarView()
    words.append(contentsOf: points[start..<end])
    let actor = theCase.actors[number(theCase.actors.count)]
    return [
      ("source", "paper"), ("span", "\(start)-\(end)"), ("exact", String(words)),
      ("speaker", actor.id.raw), ("act", ["demand", "reject", "propose"][number(3)]),
      ("about", "issue:water"), ("option", ["turns", "meters"][number(2)]),
      ("gist", "Act \(round)"),
    ]
  }
}
