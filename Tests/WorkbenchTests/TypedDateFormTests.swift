import CaseModel
import CaseStore
import Foundation
import TestSupport
import Testing

@testable import Workbench

/// Every form that takes a date takes it as people write it, shows what it was read as, and asks where it can be read
/// in two ways.
@Suite struct TypedDateFormTests {
  private static func promise(_ due: String, _ act: String = "save") -> [(String, String)] {
    [
      ("section", "commitments"), ("key", ""), ("expected", ""), ("back", "/record"), ("do", act),
      ("f.~here", "yes"), ("f.what", "Repair the weirs"), ("f.strength", "promised"),
      ("f.debtors.0", "north"), ("f.evidence.0", ""), ("f.basis", "analyst"), ("f.due", due),
      ("anyway", "yes"),
    ]
  }

  @Test(arguments: [
    ("before 12 May 2026", "2026-05-11"), ("by 12.5.2026", "2026-05-12"),
    ("May 12, 2026", "2026-05-12"), ("12–14 May 2026", "2026-05-12/2026-05-14"),
    ("early May 2026", "2026-05-01~/2026-05-10~"), ("mid-2026", "2026-05~/2026-08~"),
    ("between 3 and 5 June 2026", "2026-06-03/2026-06-05"), ("about May 2026", "2026-05~"),
    ("spring 2026", "2026-21"), ("after May 2026", "2026-06/.."),
  ])
  func aPromiseIsDueWhenSomeoneWritesIt(_ written: String, _ notation: String) async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let saved = try await desk.post("/entries", cookie: cookie, Self.promise(written))
    #expect(saved.status == 303, "\(saved.text)")
    #expect(try desk.store.theCase().commitments.last?.due?.text == notation)
    // Its form shows the words, and the notation beside them.
    let id = try #require(try desk.store.theCase().commitments.last?.id)
    let page = try await desk.site.get("/edit?section=commitments&key=\(id)", cookie: cookie).text
    #expect(page.contains("<code>\(notation)</code></output>"))
  }

  @Test func anAmbiguousDateIsAskedAbout() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let asked = try await desk.post("/entries", cookie: cookie, Self.promise("5/6/2026")).text
    #expect(try desk.store.theCase().commitments.isEmpty)
    #expect(asked.contains("“5/6/2026” is not a date: it can be read in two ways"))
    #expect(!asked.contains("a year has four digits"))
    #expect(asked.contains("value=\"date f.due=2026-06-05\""))
    #expect(asked.contains(">6 May 2026</button>"))
    // The button puts it into the box, without a script.
    let chosen = try await desk.post(
      "/entries", cookie: cookie, Self.promise("5/6/2026", "date f.due=2026-06-05")
    ).text
    #expect(chosen.contains("name=\"f.due\" value=\"5 June 2026\""))
  }

  @Test func theReasonIsThatOfTheWords() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.post("/entries", cookie: cookie, Self.promise("12 May")).text
    #expect(page.contains("the year is missing; write it with four digits"))
  }

  @Test(arguments: [
    ("kind=written&text=before%2012%20May%202026", "../2026-05-11"),
    ("kind=written&ahead=yes&text=before%2012%20May%202026", "2026-05-11"),
    ("kind=date&source=paper&text=early%20May%202025", "2025-05-01~/2025-05-10~"),
    ("kind=date&source=paper&ahead=yes&text=by%201%20June%202025", "2025-06-01"),
    ("kind=date&source=paper&text=19%20May", "2025-05-19"),
  ])
  func whatIsTypedIsReadAsItIsTyped(_ question: String, _ notation: String) async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let read = try await desk.site.get("/coding/reading.json?\(question)", cookie: cookie).text
    let given = [notation, notation.replacing("/", with: "\\/")]
    #expect(given.contains { read.contains("\"notation\" : \"\($0)\"") }, "\(read)")
  }

  @Test(arguments: ["kind=written", "kind=date&source=paper"])
  func bothReadingsAreGiven(_ kind: String) async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let read = try await desk.site.get(
      "/coding/reading.json?\(kind)&text=5/6/2026", cookie: cookie
    ).text
    #expect(read.contains("5 June 2026") && read.contains("6 May 2026"), "\(read)")
    // Nor does the coding form take one of them by itself.
    let form = CodingTests.fields + [("date", "5/6/2026")]
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 400 && made.answer["field"] as? String == "date", "\(made)")
  }

  @Test func aStatementWithoutADateIsMarked() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, CodingTests.fields)
    let id = try #require(made.answer["statement"] as? String)
    let mark = "20 May 2025 (dated by its publication)"
    for path in ["/statements/\(id)", "/entries/issues/water", "/statements", "/timeline"] {
      #expect(try await desk.site.get(path, cookie: cookie).text.contains(mark), "\(path)")
    }
    #expect(try await desk.site.get("/positions", cookie: cookie).text.contains("20 May 2025"))
    #expect(
      try await desk.site.get("/documents/paper", cookie: cookie).text
        .contains("data-published=\"20 May 2025\""))
    // With a date of its own it has none.
    let dated =
      CodingTests.fields.filter { $0.0 != "gist" } + [("gist", "Again"), ("date", "19 May 2025")]
    let again = try await CodingTests.live(desk, "/coding/statements", cookie, dated)
    let other = try #require(again.answer["statement"] as? String)
    let page = try await desk.site.get("/statements/\(other)", cookie: cookie).text
    #expect(page.contains("19 May 2025") && !page.contains("dated by its publication"))
  }
}
