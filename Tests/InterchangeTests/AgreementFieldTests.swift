import CaseModel
import Interchange
import Testing

/// The fields of packages, deadlines, agreements and consent, as a file has them.
@Suite struct AgreementFieldTests {
  /// Each is written as it stands here.
  private static let canonical: [String] = [
    "statements:\n  - {id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: offer, requires: none, drops: r}",
    "statements:\n  - {id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: reject, about: {requirement: r}}",
    "statements:\n  - {id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: accept, about: {draft: d}}",
    "statements:\n  - {id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: state, due: 2025-06, until: 2025-07}",
    "milestones:\n  - {id: m, title: M, kind: vote, planned: 2025-07-01, due: 2025-07-15, by: [rada], enteredBy: ana}",
    "milestones:\n  - {id: m, title: M, entered: 2025-01, by: ana}",
    "milestones:\n  - {id: m, title: M, lost: {date: 2025-06, basis: ana}, of: {issue: i, option: o}}",
    "commitments:\n  - {id: c, what: W, strength: promised, dueStep: {before: {milestone: m}}}",
    "commitments:\n  - {id: c, what: W, strength: promised, dueStep: {milestone: m}}",
    "commitments:\n  - {id: c, what: W, strength: promised, window: {after: talks, months: [0, 6]}}",
    "commitments:\n  - {id: c, what: W, strength: promised, schedule: {every: year, on: 12-10, until: 2030}}",
    "commitments:\n  - {id: c, what: W, strength: promised, schedule: [{due: 2025-06, quantity: 10}, {due: 2025-12}]}",
    "commitments:\n  - {id: c, what: W, strength: promised, requires: none, status: [{level: denied}]}",
    "constraints:\n  - {id: c, holder: h, readings: [{id: r, forbids: {act: negotiate, with: p}}]}",
    "constraints:\n  - {id: c, holder: h, readings: [{id: r, requires: {issue: i, option: o}, since: 2025}]}",
    "constraints:\n  - {id: c, holder: h, readings: [{id: r, allows: [{act: meet}, {draft: d}]}]}",
    "drafts:\n  - {id: d, status: tabled, signed: {date: 2025, by: [a, b]}, binds: c, clauses: []}",
    "drafts:\n  - {id: d, clauses: [{id: x, text: T, alternatives: [{by: a, text: U}], status: alternatives}]}",
    "issues:\n  - {id: i, title: I, kind: negotiable, consent: [p, q], ended: {date: 2025-06, how: lapsed}}",
    "issues:\n  - {id: i, title: I, kind: negotiable, equivalents: [{is: {quantity: 1}, of: {quantity: 2, unit: u}}]}",
  ]

  @Test(arguments: canonical) func itIsWrittenAsItIsRead(_ text: String) throws {
    let theCase = try read(head + text + "\n").theCase
    let written = String(decoding: CaseWriter.write(theCase, as: .yaml), as: UTF8.self)
    // Lines, brackets and quotes are the writer's; the words and their order are the same.
    let words = { (text: String) in String(text.filter { !" \n{}[]\",-".contains($0) }) }
    let body = try #require(written.firstRange(of: "title: V}")).upperBound
    #expect(words(String(written[body...])) == words(text), "\(written)")
    #expect(try read(written).theCase == theCase)
  }

  @Test func aListOfSubjectsIsAPackage() throws {
    let statement =
      "statements:\n  - {id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: offer, about: "
    let parts = "[{issue: i, option: o}, {draft: d, clause: c}]"
    let listed = try read(head + statement + parts + "}\n").theCase
    let named = try read(head + statement + "{together: \(parts)}}\n").theCase
    #expect(listed == named)
    let about = try #require(listed.statements.first?.about)
    #expect(about.parts == [.issue("i", .options(["o"])), .draft("d", clause: "c")])
    #expect(about.issue == nil)
  }

  @Test func aPackageHoldsNoPackageAndNothingBeside() {
    let statement =
      "statements:\n  - {id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: offer, about: "
    for about in [
      "{together: [{issue: i}, {together: [{issue: j}]}]}", "{issue: i, together: [{issue: j}]}",
      "[]", "{together: []}", "[[{issue: i}]]",
    ] {
      #expect(faults(head + statement + about + "}\n").map(\.code) == ["bad-subject"], "\(about)")
    }
  }

  @Test func aMilestonesByIsItsAnalystOrAListOfActors() throws {
    let text = "milestones:\n  - {id: m, title: M, by: ana}\n  - {id: n, title: N, by: [ana]}\n"
    let milestones = try read(head + text).theCase.milestones
    #expect(milestones.map(\.provenance.by) == ["ana", nil])
    #expect(milestones.map(\.by) == [[], ["ana"]])
  }

  @Test(arguments: [
    ("milestones: [{id: m, title: M, of: {meeting: t}}]", "bad-step"),
    ("milestones: [{id: m, title: M, of: {issue: i}}]", "bad-step"),
    ("commitments: [{id: c, what: W, strength: promised, window: {after: t}}]", "bad-window"),
    (
      "commitments: [{id: c, what: W, strength: promised, window: {after: t, days: [1, 2], weeks: [1, 2]}}]",
      "bad-window"
    ),
    (
      "commitments: [{id: c, what: W, strength: promised, dueStep: {before: {milestone: m}, after: {milestone: n}}}]",
      "bad-step"
    ),
    (
      "commitments: [{id: c, what: W, strength: promised, schedule: {every: year, on: 13-01}}]",
      "bad-schedule"
    ),
    (
      "commitments: [{id: c, what: W, strength: promised, schedule: {every: week, on: 3}}]",
      "bad-schedule"
    ),
    ("constraints: [{id: c, holder: h, readings: [{id: r}]}]", "missing-key"),
    ("constraints: [{id: c, holder: h, readings: [{id: r, forbids: meeting}]}]", "wrong-type"),
    ("drafts: [{id: d, clauses: [], signed: {date: 2025}}]", "missing-key"),
    (
      "statements: [{id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: offer, requires: nothing}]",
      "wrong-type"
    ),
  ])
  func whatCannotBeReadIsNamed(_ text: String, _ code: String) {
    let found = faults(head + text + "\n")
    #expect(found.map(\.code) == [code], "\(found.map(\.message))")
  }
}
