import CaseModel
import StateOfPlay
import Testing

/// What is offered for the case that something comes about, in a quarrel over a canal.
@Suite struct PromiseIfTests {
  private static let canal = """
    case: {id: canal, title: The canal, parties: [north, south]}
    milestones: [{id: dredged, title: The canal is dredged}]
    issues:
      - {id: toll, title: The toll, kind: negotiable, options: [{id: halved, title: It is halved}, {id: kept, title: It is kept}]}
      - {id: lock, title: The lock, kind: negotiable, options: [{id: open, title: It is opened}]}
    """

  private func views(_ lines: [String]) throws -> LedgerTests.Views {
    try .init(record(lines, with: Self.canal), .asOf("2025-12-01"))
  }

  private static let trigger = "requires: [{kind: trigger, issue: lock, option: open}]"
  private static let yes =
    "id: b, speaker: south, act: accept, date: 2025-05-02, about: {issue: toll, option: halved}"

  @Test(arguments: ["offer", "propose", "commit", "concede"])
  func itIsGivenWithAnIf(_ act: String) throws {
    let offer =
      "id: a, act: \(act), date: 2025-05-01, about: {issue: toll, option: halved}, \(Self.trigger)"
    let views = try views([offer, Self.yes])
    let answer = try #require(views.answer("north", "toll", "halved"))
    #expect(answer.stances == [.forIf])
    #expect(answer.standing.map(\.step) == ["The lock: It is opened"])
    #expect(views.line("toll")?.state == .conditional)
    #expect(views.preconditions.deadlocks.isEmpty, "a promise is no part of a deadlock")
  }

  @Test func onceThatIsDoneItIsGiven() throws {
    let offer =
      "id: a, act: offer, date: 2025-05-01, about: {issue: toll, option: halved}, requires: [{kind: trigger, milestone: dredged}]"
    #expect(try views([offer, Self.yes]).answer("north", "toll", "halved")?.stances == [.forIf])
    let done = """

      milestones: [{id: dredged, title: The canal is dredged, reached: {date: 2025-06-01, basis: ana}}]
      """
    let record = Self.canal.replacing(
      "milestones: [{id: dredged, title: The canal is dredged}]", with: "")
    let after = try LedgerTests.Views(
      StateOfPlayTests.record([offer, Self.yes], with: record + done), .asOf("2025-12-01"))
    #expect(after.answer("north", "toll", "halved")?.stances == [.for])
  }

  @Test func aThreatGivesNothing() throws {
    let threat =
      "id: a, act: threaten, date: 2025-05-01, about: {issue: toll, option: kept}, \(Self.trigger)"
    #expect(try views([threat, Self.yes]).answer("north", "toll", "kept")?.isAccepted != true)
  }

  /// A later offer of the same, with no if, is plain.
  @Test func offeredAgainWithoutTheIfItIsGiven() throws {
    let lines = [
      "id: a, act: commit, date: 2025-05-01, about: {issue: toll, option: halved}, \(Self.trigger)",
      "id: c, act: offer, date: 2025-06-01, about: {issue: toll, option: halved}", Self.yes,
    ]
    #expect(try views(lines).answer("north", "toll", "halved")?.stances == [.for])
    #expect(try views(lines).line("toll")?.state == .agreed)
  }
}
