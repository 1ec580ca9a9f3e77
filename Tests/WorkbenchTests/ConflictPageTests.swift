import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Workbench

/// A conflict made and changed in the browser, each part with what it rests on.
@Suite struct ConflictPageTests {
  private static let actions = [
    ("title", "Turns or meters"), ("o.0.owner", "north"), ("o.0.title", "open the  gate"),
    ("o.0.now", "yes"), ("o.0.evidence", ""), ("o.1.owner", "south"),
    ("o.1.title", "accept meters"), ("o.1.evidence", ""),
  ]

  @Test func itIsMadeInTwoStepsAndAnswered() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let empty = try await desk.site.get("/stability", cookie: cookie).text
    #expect(empty.contains("/conflicts/build"), "\(empty.suffix(1500))")
    let made = try await CodingTests.live(desk, "/conflicts/build", cookie, Self.actions)
    #expect(made.status == 200, "\(made.answer)")
    var conflict = try #require(try desk.store.theCase().conflicts.first)
    #expect(conflict.options.map(\.title) == ["open the gate", "accept meters"])
    #expect(conflict.options.map(\.owners) == [["north"], ["south"]])
    #expect(conflict.statusQuo == "YN")
    #expect(conflict.options.allSatisfy { $0.evidence.basis == "ana-coder" })
    let gate = conflict.options[0].id.raw
    let meters = conflict.options[1].id.raw
    let page = try await desk.site.get("/conflicts/build", cookie: cookie).text
    #expect(page.contains("What North wants") && page.contains("judged by Ana Coder"))
    // One goes on at the first wish of the first who has none.
    #expect(page.split(separator: "data-next=\"/conflicts/build\"").count == 2)
    let revision = try #require(
      try desk.store.stored().revision(of: .conflicts, id: conflict.id.raw))
    let known = [
      ("conflict", conflict.id.raw), ("expected", "\(revision)"), ("o.0.id", gate),
      ("o.1.id", meters),
    ]
    let wishes = [
      ("p.north.there", "yes"), ("p.north.0.rank", "2"), ("p.north.0.that", "not \(gate)"),
      ("p.north.1.rank", "1"), ("p.north.1.that", meters), ("p.north.1.uncertain", "yes"),
      ("p.south.there", "yes"), ("p.south.0.rank", "1"), ("p.south.0.that", gate),
      ("x.there", "yes"), ("x.0.a", gate), ("x.0.b", meters),
    ]
    let wanted = try await CodingTests.live(
      desk, "/conflicts/build", cookie, Self.actions + known + wishes)
    #expect(wanted.status == 200, "\(wanted.answer)")
    conflict = try #require(try desk.store.theCase().conflicts.first)
    #expect(conflict.decisionMakers.map(\.id) == ["north", "south"])
    #expect(conflict.decisionMakers[0].prefers.map(\.that) == [meters, "not \(gate)"])
    #expect(conflict.decisionMakers[0].prefers[0].uncertain)
    #expect(conflict.infeasible.first?.exclusive.map(\.raw) == [gate, meters])
    let answer = try await desk.site.get("/stability", cookie: cookie)
    #expect(answer.status == 200 && answer.text.contains("open the gate"))
    // A wish is in words, not in ids.
    #expect(answer.text.contains("North: not open the gate"))
    // The form that was made for an earlier state is refused.
    let stale = try await CodingTests.live(
      desk, "/conflicts/build", cookie, Self.actions + known + wishes)
    #expect(stale.status == 409)
  }

  @Test func patternsFollowTheirOptions() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    _ = try await CodingTests.live(desk, "/conflicts/build", cookie, Self.actions)
    let conflict = try #require(try desk.store.theCase().conflicts.first)
    let revision = try #require(
      try desk.store.stored().revision(of: .conflicts, id: conflict.id.raw))
    // The first action goes, and another is added.
    let changed = try await CodingTests.live(
      desk, "/conflicts/build", cookie,
      [
        ("title", "Turns or meters"), ("conflict", conflict.id.raw), ("expected", "\(revision)"),
        ("o.0.id", conflict.options[0].id.raw), ("o.0.owner", "north"), ("o.0.title", ""),
        ("o.1.id", conflict.options[1].id.raw), ("o.1.owner", "south"),
        ("o.1.title", "accept meters"), ("o.2.owner", "south"), ("o.2.title", "not pay"),
        ("o.2.now", "yes"),
      ])
    #expect(changed.status == 200, "\(changed.answer)")
    let after = try #require(try desk.store.theCase().conflicts.first)
    #expect(after.statusQuo == "NY" && after.options.map(\.title) == ["accept meters", "not pay"])
    #expect(after.options[0].id == conflict.options[1].id)
    #expect(after.decisionMakers.map(\.id) == ["south"])
  }

  @Test(arguments: [
    ([("title", ""), ("o.0.owner", "north"), ("o.0.title", "go")], "title"),
    ([("title", "X")], "o.0.title"),
    ([("title", "X"), ("o.0.owner", "nobody"), ("o.0.title", "go")], "o.0.owner"),
    (
      [("title", "X"), ("o.0.owner", "north"), ("o.0.title", "go"), ("o.0.evidence", "none-01")],
      "o.0.evidence"
    ),
  ])
  func whatCannotBeIsSaidAtItsField(_ form: [(String, String)], _ field: String) async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let refused = try await CodingTests.live(desk, "/conflicts/build", cookie, form)
    #expect(
      refused.status == 400 && refused.answer["field"] as? String == field, "\(refused.answer)")
    #expect(try desk.store.theCase().conflicts.isEmpty)
  }
}
