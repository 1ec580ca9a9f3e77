import CaseModel
import Interchange
import Testing

/// Values that are none: dates, offsets, numbers, subjects.
@Suite struct BadValueTests {
  private func statement(_ field: String) -> String {
    head + "statements:\n  - {id: s, source: a, gist: g, speaker: n, act: state, \(field)}"
  }

  @Test(arguments: [
    "2025-02-30", "2025-13", "today", "1e3", "2025-05-16/2025-05-15", "16.05.2025", "-", "2025-5-1",
  ])
  func datesThatDoNotExist(_ date: String) {
    let found = faults(statement("quote: {start: 0, end: 1}, date: \"\(date)\""))
    #expect(found.map(\.code) == ["bad-date"])
    #expect(found.first?.place?.line == 4)
    #expect(found.first?.message.contains("`\(date)` is not a date: ") == true)
    #expect(found.first?.hint?.contains("2025-05-16") == true)
    #expect(found.first?.path.description == "statements[s].date.value")
  }

  @Test(arguments: [
    ("start: 5, end: 5", "backward-quote"), ("start: 5, end: 4", "backward-quote"),
    ("start: -1, end: 4", "wrong-type"),
    ("start: 0, end: 1.5", "wrong-type"), ("start: 0, end: 1e3", "wrong-type"),
    ("start: 0, end: 99999999999999999999", "wrong-type"),
    ("start: 0", "missing-key"), ("start: 0, end: 1, sha256: abc", "bad-digest"),
    ("start: 0, end: one", "wrong-type"),
  ])
  func quotes(_ quote: String, _ code: String) {
    #expect(faults(statement("quote: {\(quote)}")).map(\.code) == [code])
  }

  @Test func offsetsPastAnyEndRead() throws {
    // The text is not at hand here; the check compares.
    let theCase = try read(
      statement("quote: {start: 9223372036854775806, end: 9223372036854775807}")
    ).theCase
    #expect(theCase.statements.first?.quote.spans.first?.end == .max)
  }

  @Test(arguments: [
    ("quote: []", "empty-quote"), ("quote: 7", "wrong-type"), ("quote: [7]", "wrong-type"),
  ])
  func quotesOfNothing(_ field: String, _ code: String) {
    #expect(faults(statement(field)).map(\.code) == [code])
  }

  @Test(arguments: [
    ("{}", "bad-subject"), ("{issue: a, milestone: b}", "bad-subject"),
    ("{option: a}", "bad-subject"),
    ("{meeting: a, option: b}", "bad-subject"),
    ("{issue: a, option: b, value: {date: 2025}}", "bad-subject"),
    ("{issue: a, value: {set: x}}", "wrong-type"), ("{issue: a, value: {}}", "bad-value"),
    ("{issue: a, value: 7}", "wrong-type"),
    ("{issue: a, delegation: b}", "bad-subject"), ("{isue: a}", "unknown-key"),
    ("{issue: a, value: {quantity: x}}", "bad-number"),
  ])
  func subjects(_ about: String, _ code: String) {
    #expect(faults(statement("quote: {start: 0, end: 1}, about: \(about)")).first?.code == code)
  }

  @Test(arguments: [
    ("{milestone: a}", "missing-key"), ("{kind: before}", "bad-subject"),
    ("{actor: a, kind: before}", "bad-step"), ("7", "wrong-type"),
    ("{milestone: a, kind: befor}", "unknown-word"),
  ])
  func requirements(_ requirement: String, _ code: String) {
    let found = faults(statement("quote: {start: 0, end: 1}, requires: [\(requirement)]"))
    #expect(found.first?.code == code)
  }

  @Test(arguments: ["0", "7", "-1", "best", "1.0", "99999999999999999999"])
  func credibility(_ grade: String) {
    #expect(
      faults(statement("quote: {start: 0, end: 1}, credibility: \(grade)")).map(\.code) == [
        "bad-grade"
      ])
  }

  @Test(arguments: [
    "1e400", "99999999999999999999999999", "1_000", "1,000", "0x1F", ".inf", ".nan",
    "1.0000000000000000001",
    "ten", "-",
  ])
  func hugeAndOddNumbers(_ number: String) {
    let found = faults(
      head + "commitments: [{id: a, what: b, strength: promised, quantity: \"\(number)\"}]")
    #expect(found.map(\.code) == ["bad-number"])
  }

  @Test func hugeNumbersInJSON() {
    let file =
      "{\"dragoman\": 1, \"case\": {\"id\": \"v\", \"title\": \"V\"}, \"commitments\": [{\"id\": \"a\", \"what\": \"b\", \"strength\": \"promised\", \"quantity\": \(String(repeating: "9", count: 100_000))}]}"
    let found = faults(file, as: .json)
    #expect(found.map(\.code) == ["bad-number"])
    #expect((found.first?.message.count ?? 0) < 200, "the number itself is cut")
  }

  @Test(arguments: ["[3, 2]", "[1]", "[1, 2, 3]", "[0, 99999999]", "[]"])
  func windows(_ days: String) {
    let found = faults(
      head
        + "commitments: [{id: a, what: b, strength: promised, window: {after: c, days: \(days)}}]")
    #expect(found.map(\.code) == ["bad-window"])
  }

  @Test(arguments: [
    ("{file: /etc/passwd, sha256: D}", "path-outside"), ("{file: ../a, sha256: D}", "path-outside"),
    ("{file: a/../../b, sha256: D}", "path-outside"),
    ("{file: 'texts/a\\b.txt', sha256: D}", "path-outside"),
    ("{file: Makefile, sha256: D}", "path-outside"),
    ("{file: .ssh/authorized_keys, sha256: D}", "path-outside"),
    ("{file: texts/.hidden.txt, sha256: D}", "path-outside"),
    ("{file: texts/run.sh, sha256: D}", "path-outside"), ("{file: texts/a.txt}", "missing-key"),
    ("{withheld: true, sha256: D}", "missing-key"),
    ("{withheld: true, length: 1}", "missing-key"), ("{}", "no-text"),
    ("{file: texts/a.txt, withheld: true, sha256: D, length: 1}", "file-and-withheld"),
  ])
  func textRecords(_ record: String, _ code: String) {
    let text = record.replacing("D", with: String(repeating: "0", count: 64))
    #expect(faults(head + "sources: [{id: a, title: b, text: \(text)}]").map(\.code) == [code])
  }

  @Test func wantsTwice() {
    let found = faults(
      head + "issues: [{id: a, title: b, kind: negotiable, wants: {x: more, x: less}}]")
    #expect(found.map(\.brief) == ["3:63 duplicate-key"])
  }
}
