import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Foundations
import TestSupport
import Testing

@testable import Workbench

/// Statements made in the browser, as its script and its plain form send them.
@Suite struct CodingTests {
  /// Line ends of two characters, a pair, a combining mark, Arabic and Cyrillic.
  static let text =
    "North must have water by turns, its envoy said.\r\nСевер ждёт, cafe\u{301} 👩‍👧 — لا.\r\n"

  static func weirs() throws -> (Case, CaseTexts) {
    var theCase = Case(Case.Header(id: "weirs", title: "Weirs", parties: ["north", "south"]))
    theCase.actors = [
      Case.Actor(id: "north", name: "North", kind: .state),
      Case.Actor(id: "south", name: "South", kind: .state),
    ]
    var water = Case.Issue(id: "water", title: "Sharing of water", kind: .negotiable)
    water.options = [
      Case.Issue.Option(id: "turns", title: "By turns"),
      Case.Issue.Option(id: "meters", title: "By meters"),
    ]
    var share = Case.Issue(id: "share", title: "Share of South", kind: .negotiable)
    (share.value, share.unit) = (.quantity, "percent")
    theCase.issues = [water, share]
    var paper = Case.Source()
    (paper.id, paper.title, paper.published) = ("paper", "The paper", try EDTFDate("2025-05-20"))
    paper.text.file = "texts/paper.txt"
    let source = SourceText(text)
    (paper.text.sha256, paper.text.length) = (source.digest, source.bytes.count)
    theCase.sources = [paper]
    for number in 0..<6 {
      var candidate = Case.Candidate()
      candidate.proposedBy = "a test"
      candidate.statement = try statement(number, source)
      theCase.candidates.append(candidate)
    }
    return (theCase, CaseTexts(["paper": .loaded(source)]))
  }

  private static func statement(_ number: Int, _ text: SourceText) throws -> Case.Statement {
    var statement = Case.Statement()
    statement.id = Case.Statement.ID("paper-c\(number)")
    statement.source = "paper"
    statement.quote = Quote([try #require(QuoteAnchor(number, number + 8, in: text))])
    (statement.gist, statement.speaker, statement.act) = ("Proposal \(number)", ["north"], .demand)
    statement.about = .issue("water", .options(["turns"]))
    return statement
  }

  static func desk() throws -> Desk {
    let (theCase, texts) = try weirs()
    return try Desk(theCase, texts: texts)
  }

  static func live(
    _ desk: Desk, _ path: String, _ cookie: String, _ form: [(String, String)]
  ) async throws -> (status: Int, answer: [String: Any]) {
    let token = try await desk.site.formToken(cookie: cookie)
    let answer = try await desk.site.post(
      path, cookie: cookie, [("form-token", token), ("by", "Ana Coder")] + form,
      headers: [
        .origin: "http://\(TestSite.host)", .secFetchSite: "same-origin", .dragomanLive: "1",
      ])
    let data = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
    return (answer.status, data as? [String: Any] ?? [:])
  }

  static let fields = [
    ("source", "paper"), ("span", "0-30"), ("exact", "North must have water by turns"),
    ("speaker", "north"), ("act", "demand"), ("about", "issue:water"), ("option", "turns"),
    ("stance", "for"), ("gist", "North asks for turns"),
  ]

  @Test func aStatementIsMadeWithWhatItNames() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    var form = Self.fields.filter { $0.0 != "speaker" && $0.0 != "option" }
    form += [
      ("speaker", "+The  envoy"), ("option", "+By lot"), ("via", "south"), ("date", "19 May"),
      ("requires.0.about", "+milestone:The weirs are repaired"), ("requires.0.kind", "before"),
      ("redLine", "yes"), ("verbatim", "yes"), ("hedge", "reportedly"),
    ]
    let made = try await Self.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    let theCase = try desk.store.theCase()
    let statement = try #require(theCase.statements.last)
    #expect(statement.id == "paper-01" && statement.speaker == ["the-envoy"])
    #expect(statement.about == .issue("water", .options(["by-lot"])))
    #expect(statement.requires.map(\.step) == [.milestone("the-weirs-are-repaired")])
    #expect(statement.date?.value.text == "2025-05-19" && statement.date?.text == "19 May")
    #expect(statement.redLine && statement.verbatim && statement.hedge == "reportedly")
    #expect(statement.provenance.by == "ana-coder")
    #expect(statement.quote.spans[0].exact == "North must have water by turns")
    #expect(statement.quote.spans[0].suffix == ", its envoy said.\r\nС")
    // Sent once more, as after a lost answer, it is there once.
    _ = try await Self.live(desk, "/coding/statements", cookie, form)
    #expect(try desk.store.theCase().statements.count == 1)
    // All of it is one change.
    let undone = try await Self.live(desk, "/coding/undo", cookie, [("do", "undo")])
    #expect((undone.answer["said"] as? String)?.hasPrefix("Undid: “North asks for turns”") == true)
    let before = try Self.weirs().0
    let after = try desk.store.theCase()
    #expect(after.actors == before.actors && after.issues == before.issues)
    #expect(after.statements.isEmpty && after.milestones.isEmpty)
  }

  /// What the page showed at the place is what is stored, or nothing is.
  @Test func wordsOtherThanThoseOfTheTextAreRefused() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let points = Array(Self.text.unicodeScalars)
    func words(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: points[range])
      return String(view)
    }
    let rest = Self.fields.filter { $0.0 != "span" && $0.0 != "exact" }
    for range in [46..<52, 55..<75, 60..<points.count] {
      let form =
        rest + [
          ("span", "\(range.lowerBound)-\(range.upperBound)"), ("exact", words(range)),
          ("gist", "\(range)"),
        ]
      let made = try await Self.live(
        desk, "/coding/statements", cookie, form.filter { $0 != ("gist", "North asks for turns") })
      #expect(made.status == 200, "\(made.answer)")
      let stored = try desk.store.theCase().statements.last?.quote.spans.first?.exact ?? ""
      #expect(Array(stored.utf8) == Array(words(range).utf8))
    }
    let count = try desk.store.theCase().statements.count
    // The composed form is canonically equal, and other bytes.
    let accent = try #require(points.firstIndex { $0.value == 0x301 })
    for (span, exact) in [
      ("\(accent - 1)-\(accent + 1)", "\u{e9}"), ("0-5", "South"), ("0-9999", "North"), ("5-5", ""),
      ("x", "North"),
    ] {
      let form = rest + [("span", span), ("exact", exact)]
      let refused = try await Self.live(desk, "/coding/statements", cookie, form)
      #expect(refused.status >= 400, "\(span) \(refused.answer)")
      #expect(refused.answer["message"] is String)
    }
    #expect(try desk.store.theCase().statements.count == count)
  }

  @Test func thePlainFormTakesWordsAlone() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.site.get("/documents/paper", cookie: cookie).text
    #expect(page.contains("action=\"/coding/statements\"") && page.contains("&#13;\n"))
    let form = [
      ("source", "paper"), ("exact", "water by turns"), ("speaker", "north"), ("act", "demand"),
      ("about", "issue:water/turns"), ("gist", "By turns"), ("back", "/documents/paper"),
    ]
    let made = try await desk.post("/coding/statements", cookie: cookie, form)
    #expect(made.status == 303 && made.headers[.location] == "/documents/paper", "\(made.text)")
    let statement = try #require(try desk.store.theCase().statements.last)
    #expect(
      statement.quote.spans[0].start == 16
        && statement.about == .issue("water", .options(["turns"])))
    let wrong = form.map { $0.0 == "exact" ? ("exact", "wine by turns") : $0 }
    let refused = try await desk.post("/coding/statements", cookie: cookie, wrong)
    #expect(refused.status == 400 && refused.text.contains("do not stand in the text"))
  }

  @Test func valuesAreTakenAsTheyAreTyped() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let rest =
      Self.fields.filter { $0.0 != "about" && $0.0 != "option" } + [("about", "issue:share")]
    let made = try await Self.live(
      desk, "/coding/statements", cookie, rest + [("value", "15–18 %")])
    #expect(made.status == 200, "\(made.answer)")
    guard case .issue("share", .value(let value))? = try desk.store.theCase().statements.last?.about
    else {
      Issue.record("no value")
      return
    }
    #expect(value.words == "15–18 percent")
    let refused = try await Self.live(
      desk, "/coding/statements", cookie, rest + [("value", "a lot")])
    #expect(refused.status == 400 && refused.answer["field"] as? String == "value")
    let read = try await desk.site.get(
      "/coding/reading.json?kind=date&source=paper&text=next%20Monday", cookie: cookie)
    #expect(read.text.contains("26 May 2025"), "\(read.text)")
  }

  @Test func suggestionsAreAcceptedRejectedAndEdited() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.site.get("/documents/paper", cookie: cookie).text
    let keys = page.matches(of: /id="line-c-(\d+)"/).map { String($0.1) }
    #expect(keys.count == 6 && page.contains("6 suggestions"))
    let accepted = try await Self.live(
      desk, "/coding/candidates", cookie, [("candidate", keys[0]), ("do", "accept")])
    #expect(accepted.status == 200, "\(accepted.answer)")
    _ = try await Self.live(
      desk, "/coding/candidates", cookie, [("candidate", keys[1]), ("do", "reject")])
    let edited = try await Self.live(
      desk, "/coding/statements", cookie,
      Self.fields.filter { $0.0 != "gist" } + [("candidate", keys[2]), ("gist", "Put right")])
    #expect(edited.status == 200, "\(edited.answer)")
    let theCase = try desk.store.theCase()
    #expect(theCase.statements.map(\.id) == ["paper-c0", "paper-c2"])
    #expect(theCase.statements.map(\.gist) == ["Proposal 0", "Put right"])
    #expect(theCase.statements.allSatisfy { $0.provenance.by == "ana-coder" })
    #expect(theCase.statements.map(\.proposedBy) == ["a test", "a test"])
    #expect(theCase.candidates.map(\.status) == [.rejected, .waiting, .waiting, .waiting])
    #expect(theCase.candidates[0].decidedBy == "ana-coder")
    let log = try desk.store.log().items.map(\.group.message)
    #expect(log.contains("statement paper-c0, suggested by a test"))
    let again = try await Self.live(
      desk, "/coding/candidates", cookie, [("candidate", keys[0]), ("do", "accept")])
    #expect(again.status == 409)
  }

  @Test func whatAnEntryChangesIsSaidBeforeItIsSaved() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let first = try await Self.live(desk, "/coding/preview", cookie, Self.fields)
    let sentences = first.answer["sentences"] as? [String] ?? []
    #expect(
      sentences == ["North on Sharing of water: now: for “By turns”; before: no position."],
      "\(first.answer)")
    #expect(try desk.store.theCase().statements.isEmpty)
    _ = try await Self.live(desk, "/coding/statements", cookie, Self.fields)
    let turned = Self.fields.map { $0.0 == "stance" ? ("stance", "against") : $0 }.map {
      $0.0 == "act" ? ("act", "reject") : $0
    }
    let second = try await Self.live(desk, "/coding/preview", cookie, turned)
    let words = (second.answer["sentences"] as? [String] ?? []).joined(separator: " ")
    #expect(words.contains("North on Sharing of water"), "\(second.answer)")
  }

  @Test func choicesAreRankedForThePassage() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let answer = try await desk.site.get(
      "/coding/choices.json?source=paper&start=0&end=30", cookie: cookie)
    let data = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
    let view = data?["view"] as? [String: Any] ?? [:]
    #expect((view["speakers"] as? [String])?.first == "north")
    #expect((view["issues"] as? [String])?.first == "water")
    let beyond = try await desk.site.get(
      "/coding/choices.json?source=paper&start=0&end=9999", cookie: cookie)
    #expect(beyond.status == 400)
  }
}
