import CaseModel
import CaseStore
import Foundation
import Testing

@testable import Workbench

/// As many suggestions are rejected as the question named.
@Suite struct RejectAllTests {
  private static func rejected(_ desk: Desk) throws -> Int {
    try desk.store.theCase().candidates.count { $0.status == .rejected }
  }

  @Test func thoseThatThePageShowsAndNoOthers() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    // By hand over the words of one that waits: it is shown no longer.
    let text = SourceText(CodingTests.text)
    let words = text.text(0, 8)
    let form = CodingTests.fields.map {
      $0.0 == "span" ? ("span", "0-8") : $0.0 == "exact" ? ("exact", words) : $0
    }
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    let page = try await desk.site.get("/documents/paper", cookie: cookie).text
    let shown = page.components(separatedBy: "id=\"line-c-").count - 1
    #expect(shown > 0 && shown < 6, "\(shown)")
    let answer = try await CodingTests.live(
      desk, "/coding/candidates", cookie, [("source", "paper"), ("do", "rejectAll")])
    #expect((answer.answer["said"] as? String)?.hasPrefix("Rejected \(shown) suggestion") == true)
    #expect(try Self.rejected(desk) == shown)
  }

  @Test func thoseThatWereNamedWhereOthersCameInMeanwhile() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let stored = try desk.store.stored()
    let keys = stored.offered(of: "paper", in: stored.theCase.placed(in: stored.texts)).map(\.key)
    #expect(keys.count == 6)
    let answer = try await CodingTests.live(
      desk, "/coding/candidates", cookie,
      [("source", "paper"), ("do", "rejectAll"), ("candidate", keys[0]), ("candidate", keys[1])])
    #expect(answer.answer["said"] as? String == "Rejected 2 suggestions. Undo brings them back.")
    #expect(try Self.rejected(desk) == 2)
  }
}
