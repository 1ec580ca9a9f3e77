import CaseModel
import StateOfPlay
import Testing

/// Texts signed subject to something, voted down, or gone back on, and numbers beyond what a party had
/// refused, in a dispute over a quarry's noise.
@Suite struct SignedTextTests {
  private static let quarry = """
    case: {id: quarry, title: The quarry, parties: [village, quarry]}
    actors:
      - {id: village, name: The village, kind: organisation}
      - {id: quarry, name: The quarry, kind: organisation}
      - {id: bishop, name: The bishop, kind: person}
      - {id: hamlet, name: The hamlet, kind: group}
      - {id: gazette, name: The Gazette, kind: outlet}
    milestones:
      - {id: poll, title: The hamlet approves, kind: vote, by: [hamlet]}
    issues:
      - {id: hours, title: Hours of blasting, kind: negotiable, value: quantity, unit: hour, wants: {village: less, quarry: more}}
      - {id: wall, title: A wall, kind: negotiable, options: [{id: built, title: It is built}, {id: none, title: There is none}]}
    """

  private static func deed(_ more: String = "", _ clauses: String = "") -> String {
    """

    drafts:
      - id: deed
        title: The deed
        date: 2042-03-01
        by: [village, quarry]
        consent: [hamlet]
        \(more)
        signed: {date: 2042-03-01, by: [village, quarry], evidence: [sign]}
        clauses: [{id: a, about: {issue: hours, value: {quantity: 6, unit: hour}}, status: agreed, evidence: [sign]}\(clauses)]
        evidence: [sign]
    """
  }
  private static let sign =
    "id: sign, speaker: [village, quarry], act: accept, date: 2042-03-01, about: {draft: deed}"

  private func views(
    _ lines: [String], _ more: String = "", asOf: String = "2042-06-01"
  ) throws -> LedgerTests.Views {
    try .init(record(lines, with: Self.quarry + more), .asOf(asOf))
  }

  /// "A signed text counts as each signatory's own words on what it promises in the text."
  @Test(arguments: [
    (", {id: b, about: {commitment: wall}, status: agreed, basis: ana}", "basis: ana"),
    ("", "evidence: [sign]"),
  ])
  func aPromiseInASignedTextEndsTheRefusalOfTheStep(_ clause: String, _ rests: String) throws {
    let promise = """

      commitments:
        - {id: wall, debtors: quarry, creditors: village, what: Build the wall, strength: promised,
           agreed: 2042-03-01, about: {issue: wall, option: built}, \(rests)}
      """
    let no =
      "id: no, speaker: quarry, act: reject, date: 2042-02-01, about: {issue: wall, option: built}"
    let found = try views([no, Self.sign], Self.deed("", clause) + promise)
    #expect(found.answer("quarry", "wall", "built")?.stances == [.for])
    #expect(found.answer("village", "wall", "built") == nil, "who owes it promises it")
    let before = try views([no, Self.sign], Self.deed("", clause) + promise, asOf: "2042-02-28")
    #expect(before.answer("quarry", "wall", "built")?.stances == [.against])
    let apart = promise.replacing("evidence: [sign]", with: "basis: ana")
    #expect(
      try views([no, Self.sign], Self.deed() + apart).answer("quarry", "wall", "built")?.stances
        == [.against], "a promise that is not in the text")
  }

  @Test func aTextThatHasEndedAgreesOnNothing() throws {
    let ended = Self.deed("status: [{level: ended, date: 2042-04-01, basis: ana}]")
    #expect(try views([Self.sign], ended, asOf: "2042-03-31").line("hours")?.state == .agreed)
    for day in ["2042-04-01", "2042-06-01"] {
      let views = try views([Self.sign], ended, asOf: day)
      #expect(views.line("hours")?.state == .noEvidence, "\(day)")
      #expect(views.answer("quarry", "hours", "6 hours") == nil, "\(day)")
    }
  }

  @Test func aSignatureSubjectToAVoteIsNoAgreementYet() throws {
    let tied = Self.sign + ", requires: [{milestone: poll, kind: before}]"
    let views = try views([tied], Self.deed())
    #expect(views.answer("quarry", "hours", "6 hours")?.stances == [.forIf])
    #expect(views.line("hours")?.state == .conditional)
    #expect(
      views.line("hours")?.answers.first?.obstacles.map(\.requirement) == [
        "The hamlet approves", "The hamlet approves",
      ])
    let held =
      Self.deed() + """

        milestones:
          - {id: poll, title: The hamlet approves, kind: vote, by: [hamlet], reached: {date: 2042-04-01, basis: ana}}
        """
    let quarry = Self.quarry.replacing(
      "milestones:\n  - {id: poll, title: The hamlet approves, kind: vote, by: [hamlet]}\n",
      with: "")
    let after = try LedgerTests.Views(
      record([tied], with: quarry + held), .asOf("2042-06-01"))
    #expect(after.line("hours")?.state == .agreed)
  }

  @Test func aTextNamesThoseWhoMustConsent() throws {
    #expect(try views([Self.sign], Self.deed()).line("hours")?.consentMissing == ["hamlet"])
    let yes = "id: yes, speaker: hamlet, act: accept, date: 2042-04-01, about: {draft: deed}"
    #expect(try views([Self.sign, yes], Self.deed()).line("hours")?.consentMissing == [])
  }

  @Test func whatIsSignedInBracketsIsNoOnesWord() throws {
    let open =
      ", {id: b, about: {issue: wall, option: built}, status: bracketed, by: [quarry], evidence: [sign]}"
    let no =
      "id: no, speaker: quarry, act: reject, date: 2042-04-01, about: {issue: wall, option: built}"
    let views = try views([Self.sign, no], Self.deed("", open))
    #expect(views.answer("village", "wall", "built") == nil)
    #expect(
      views.changes.changes.filter { $0.issue == "wall" }.map(\.kinds) == [[.new]])
  }

  // MARK: Going beyond

  private static let line =
    "id: line, speaker: quarry, act: reject, date: 2042-01-10, redLine: true, about: {issue: hours, value: {quantity: 8, comparator: \"<\", unit: hour}}"

  @Test func aNumberOfItsOwnCrossesTheRedLineItDrewBelowAnother() throws {
    #expect(try views([Self.line]).answer("quarry", "hours", "< 8 hours")?.isRedLine == true)
    let views = try views([Self.line, Self.sign], Self.deed())
    let refusal = views.answer("quarry", "hours", "< 8 hours")
    #expect(refusal?.isSuperseded == true && refusal?.isRedLine == false)
    let crossed = views.changes.changes.flatMap(\.answers).filter(\.redLineCrossed)
    #expect(crossed.map(\.answer) == ["< 8 hours"])
    // What keeps to the line leaves it.
    let nine =
      "id: nine, speaker: quarry, act: offer, date: 2042-03-01, about: {issue: hours, value: {quantity: 9, unit: hour}}"
    #expect(
      try self.views([Self.line, nine]).answer("quarry", "hours", "< 8 hours")?.isRedLine == true)
    // So does what it says on the same day.
    let same = nine.replacing("2042-03-01", with: "2042-01-10").replacing(
      "quantity: 9", with: "quantity: 7")
    #expect(
      try self.views([Self.line, same]).answer("quarry", "hours", "< 8 hours")?.isRedLine == true)
  }

  @Test func aRefusalOfNumbersHasAGap() throws {
    let ask =
      "id: ask, speaker: village, act: demand, date: 2042-01-05, about: {issue: hours, value: {quantity: 5, unit: hour}}"
    let line = try #require(try views([Self.line, ask]).line("hours"))
    #expect(line.state == .apart)
    #expect(line.gap == "3 hours")
    #expect(line.moves.isEmpty)
    // To refuse less is not to offer as much.
    let eight = ask.replacing("quantity: 5", with: "quantity: 8")
    let met = try #require(try views([Self.line, eight]).line("hours"))
    #expect(met.state == .apart && met.gap == nil)
    #expect(met.moves.map(\.isAgainst) == [false])
  }

  @Test func leavingASignedNumberForLessIsAReversal() throws {
    let back =
      "id: back, speaker: quarry, act: demand, date: 2042-05-01, about: {issue: hours, value: {quantity: 9, unit: hour}}"
    let views = try views([Self.sign, back], Self.deed())
    #expect(views.kinds("quarry") == [[.new], [.reversed, .hardened]])
    let further = back.replacing("quantity: 9", with: "quantity: 4")
    #expect(
      try self.views([Self.sign, further], Self.deed()).kinds("quarry") == [[.new], [.softened]])
  }

  @Test func aClaimThatANumberWasGivenUpIsBorneOutByTheNext() throws {
    let lines = [
      "id: a, speaker: village, act: demand, date: 2042-01-05, about: {issue: hours, value: {quantity: 3, unit: hour}}",
      "id: b, speaker: village, act: demand, date: 2042-02-05, about: {issue: hours, value: {quantity: 5, unit: hour}}",
    ]
    let claim =
      "id: claim, speaker: bishop, of: village, act: assess, change: withdrawn, date: 2042-02-09, about: {issue: hours, value: {quantity: 3, unit: hour}}"
    let changes = try views(lines + [claim]).changes
    #expect(changes.unsupportedClaims.isEmpty)
    #expect(changes.changes.last?.claims.map(\.statement) == ["claim"])
    let other = claim.replacing("quantity: 3", with: "quantity: 5")
    #expect(try views(lines + [other]).changes.unsupportedClaims.map(\.statement) == ["claim"])
  }
}
