import CaseModel
import CaseStore
import Foundation
import TestSupport
import Testing

@testable import Workbench

/// What becomes of a document's other suggestions where the speaker of one is corrected.
@Suite struct SpeakerCorrectionTests {
  private static let text =
    "Norland cannot accept tracking. Norland took more than its quota. It opposes any total. Lie denied it. Lie said no."

  private static func desk() throws -> Desk {
    var theCase = Case(Case.Header(id: "quota", title: "Quota", parties: ["norland", "veska"]))
    theCase.actors = [
      Case.Actor(id: "norland", name: "Norland", kind: .state),
      Case.Actor(id: "veska", name: "Veska", kind: .state),
    ]
    var paper = Case.Source()
    (paper.id, paper.title, paper.published) = ("paper", "The paper", try EDTFDate("2025-10-14"))
    paper.text.file = "texts/paper.txt"
    let source = SourceText(text)
    (paper.text.sha256, paper.text.length) = (source.digest, source.bytes.count)
    theCase.sources = [paper]
    let brez = "new actor halina-brez: Halina Brez (person, veska)"
    let lie = "new actor lie: Lie (person)"
    for (number, (words, verb, rule)) in [
      ("Norland cannot accept tracking", "sets a condition", brez),
      ("Norland took more than its quota", "accuses", brez),
      ("It opposes any total", "rejects", brez),
      ("Lie denied it", "denies", lie), ("Lie said no", "says", lie),
    ].enumerated() {
      var candidate = Case.Candidate()
      candidate.proposedBy = "a test"
      candidate.rules = [rule]
      let isBrez = rule == brez
      var statement = Case.Statement()
      statement.id = Case.Statement.ID("paper-c\(number)")
      statement.source = "paper"
      let start = try #require(text.firstRange(of: words)).lowerBound
      let at = text[..<start].unicodeScalars.count
      statement.quote = Quote([
        try #require(QuoteAnchor(at, at + words.unicodeScalars.count, in: source))
      ])
      statement.speaker = [isBrez ? "halina-brez" : "lie"]
      statement.gist = "\(isBrez ? "Halina Brez" : "Lie") \(verb): \(words)"
      candidate.statement = statement
      theCase.candidates.append(candidate)
    }
    return try Desk(theCase, texts: CaseTexts(["paper": .loaded(source)]))
  }

  /// Accepts the suggestion with these words, with someone else as its speaker.
  private static func correct(
    _ desk: Desk, _ words: String, to speaker: String
  ) async throws -> [String: Any] {
    let cookie = try await desk.site.signIn()
    let stored = try desk.store.stored()
    let place = try #require(
      stored.theCase.candidates.firstIndex { $0.statement.quote.spans.first?.exact == words })
    let offered = stored.offered(of: "paper", in: stored.theCase)
    let key = try #require(offered.first { $0.place == place }?.key)
    let span = try #require(stored.theCase.candidates[place].statement.quote.spans.first)
    let made = try await CodingTests.live(
      desk, "/coding/statements", cookie,
      [
        ("source", "paper"), ("candidate", key), ("span", "\(span.start)-\(span.end)"),
        ("exact", words), ("speaker", speaker), ("speaksFor", "norland"), ("act", "reject"),
        ("gist", "Corrected"),
      ])
    #expect(made.status == 200, "\(made.answer)")
    return made.answer
  }

  private static func waiting(_ desk: Desk) throws -> [String] {
    try desk.store.theCase().candidates.map { "\($0.statement.speaker[0]) \($0.statement.gist)" }
  }

  @Test func aDifferentPersonChangesNoOtherSuggestion() async throws {
    let desk = try Self.desk()
    let answer = try await Self.correct(desk, "Norland cannot accept tracking", to: "+Morten Lie")
    let waiting = try Self.waiting(desk)
    #expect(waiting.filter { $0.hasPrefix("halina-brez Halina Brez") }.count == 2, "\(waiting)")
    // Once Morten Lie is of the case, the text's “Lie” is he.
    #expect(waiting.filter { $0.hasPrefix("morten-lie Morten Lie") }.count == 2, "\(waiting)")
    let others = try #require(answer["others"] as? [[String: Any]])
    #expect(
      others.compactMap { $0["gist"] as? String } == [
        "Morten Lie denies: Lie denied it", "Morten Lie says: Lie said no",
      ])
    // Each leads to where it waits.
    let cookie = try await desk.site.signIn()
    let page = try await desk.site.get("/documents/paper", cookie: cookie).text
    for mark in others.compactMap({ $0["mark"] as? String }) {
      #expect(page.contains("data-mark=\"\(mark)\""), "\(mark)")
    }
  }

  @Test func anotherSpellingIsCarriedOver() async throws {
    let desk = try Self.desk()
    let answer = try await Self.correct(desk, "Lie denied it", to: "+Morten Lie")
    #expect((answer["others"] as? [Any])?.count == 1)
    let waiting = try Self.waiting(desk)
    #expect(waiting.contains("morten-lie Morten Lie says: Lie said no"), "\(waiting)")
    #expect(waiting.filter { $0.hasPrefix("halina-brez") }.count == 3)
  }

  @Test func theSpeakerOfASuggestionOnTheWordsComesFirst() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let words = "took more"
    let start = Self.text[..<(try #require(Self.text.firstRange(of: words)).lowerBound)]
      .unicodeScalars.count
    let answer = try await desk.site.get(
      "/coding/choices.json?source=paper&start=\(start)&end=\(start + 9)", cookie: cookie)
    let data = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
    let view = try #require(data?["view"] as? [String: Any])
    #expect((view["speakers"] as? [String])?.first == "+Halina Brez")
    let fresh = try #require((view["fresh"] as? [[String: Any]])?.first)
    #expect(fresh["of"] as? [String] == ["veska"] && fresh["kind"] as? String == "person")
  }

  @Test func aSuggestionAboutNoIssueSaysThatItCountsForNone() async throws {
    let desk = try Self.desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.site.get("/documents/paper", cookie: cookie).text
    #expect(page.contains("about no issue: counts for no position"))
    let stored = try desk.store.stored()
    let key = try #require(stored.offered(of: "paper", in: stored.theCase).first?.key)
    let accepted = try await CodingTests.live(
      desk, "/coding/candidates", cookie, [("candidate", key), ("do", "accept")])
    let said = try #require(accepted.answer["said"] as? String)
    #expect(said.hasSuffix("About no issue: counts for no position."), "\(said)")
  }
}
