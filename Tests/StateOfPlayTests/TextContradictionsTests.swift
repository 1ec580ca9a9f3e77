import CaseModel
import StateOfPlay
import Testing

/// "Reports of one time of which one says that a party accepted or signed a text as a whole, and another
/// that it refused it or did not, are set against each other."
@Suite struct TextContradictionsTests {
  private static func sections(_ signed: String = "") -> String {
    """
    sources:
      - {id: paper, publisher: gazette, title: P, published: 2031-06-01, text: \(withheld)}
      - {id: other, publisher: gazette, title: O, published: 2031-06-01, text: \(withheld)}
    drafts:
      - {id: pact, title: The pact, date: 2031-05-01, by: south, to: [north], basis: ana\(signed),
         clauses: [{id: turns, about: {issue: water, option: shared}, status: proposed, basis: ana}]}
    """
  }

  private func view(_ lines: [String], _ signed: String = "") throws -> ContradictionsView {
    try contradictions(record(lines, with: Self.sections(signed)))
  }

  private let yes = "id: a, act: accept, date: 2031-05-03, about: {draft: pact}"
  private let no = "id: b, source: other, act: reject, date: 2031-05-03, about: {draft: pact}"

  @Test func acceptedByOneReportAndRefusedByAnotherIsAnAttribution() throws {
    let found = try view([yes, no])
    #expect(found.groups.map(\.kind) == [.attribution])
    #expect(found.groups.map(\.title) == ["The pact"])
    #expect(found.groups.map(\.actor) == ["north"] && found.groups.map(\.issue) == [nil])
    #expect(
      found.groups.first?.sides.map { $0.statements.map(\.statement) } == [["a"], ["b"]])
    #expect(found.groups.first?.sides.map(\.isDenied) == [false, true])
    #expect(try view([no, yes]).groups.count == 1, "either way about")
  }

  @Test func refusedLaterItIsAChange() throws {
    #expect(try view([yes, no.replacing("05-03", with: "05-04")]).groups.isEmpty)
    // With a condition it is not refused.
    let tied = no + ", requires: [{issue: water, option: metered, kind: before}]"
    #expect(try view([yes, tied]).groups.isEmpty)
  }

  @Test func aSignatureDeniedLaterIsDisputed() throws {
    let signed = ", signed: {date: 2031-05-03, by: [north, south], evidence: [s]}"
    let says = "id: s, speaker: west, act: state, date: 2031-05-03, about: {draft: pact}"
    let denies =
      "id: d, source: other, speaker: gazette, act: deny, of: north, date: 2031-05-06, about: {draft: pact}"
    let found = try view([says, denies], signed)
    #expect(found.groups.map(\.actor) == ["north"])
    #expect(found.groups.first?.sides.map(\.answer) == ["signed", "signed"])
    #expect(
      found.groups.first?.sides.map { $0.statements.map(\.statement) } == [["s"], ["d"]])
    // Denied before it was signed, it is not disputed.
    #expect(
      try view([says, denies.replacing("05-06", with: "05-02")], signed).groups.isEmpty)
  }

  @Test func twoOfOnePartyWhoDifferDivideIt() throws {
    let found = try view([
      yes + ", speaker: envoy", no.replacing("source: other, ", with: "") + ", speaker: minister",
    ])
    #expect(found.groups.map(\.kind) == [.divided])
  }

  @Test func whatATextMeansIsNoAnswerToIt() throws {
    let reads = "id: r, act: state, date: 2031-05-03, about: {draft: pact}"
    #expect(try view([reads, no]).groups.isEmpty)
  }
}
