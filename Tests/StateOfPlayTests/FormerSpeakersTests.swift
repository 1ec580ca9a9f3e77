import CaseModel
import StateOfPlay
import Testing

/// What becomes of the words of one who no longer speaks for a party: a ministry before talks on a port.
@Suite struct FormerSpeakersTests {
  private static let port = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
      - {id: minister, name: The minister, kind: person, speaksFor: [{actor: north, to: 2025-03-05, basis: ana}]}
    milestones: [{id: seal, title: The seal is put}]
    """
  private let asks =
    "id: asks, speaker: minister, act: condition, date: 2025-03-03, requires: [{milestone: seal, kind: before}]"
  private let comes =
    "id: comes, speaker: envoy, act: accept, date: 2025-03-03, requires: none"

  @Test(arguments: [false, true])
  func theConditionOfOneDismissedEndsWithTheWordsOfTheSameDay(_ isTurned: Bool) throws {
    let lines = isTurned ? [comes, asks] : [asks, comes]
    let theCase = try record(lines, with: Self.port)
    let edge = try #require(preconditions(theCase, .asOf("2025-04-01")).edges.first)
    #expect(edge.state == .closed)
    #expect(edge.closing?.statements == ["comes"])
    #expect(try cell(theCase, .asOf("2025-04-01"))["shared"]?.stances == [.for])
    // While both speak for it, neither word goes before the other.
    let before = try #require(preconditions(theCase, .asOf("2025-03-04")).edges.first)
    #expect(before.state == .standing)
  }

  @Test func theRefusalOfOneDismissedDividesNothing() throws {
    let theCase = try record(
      [
        "id: no, speaker: minister, act: reject, date: 2025-03-03",
        "id: yes, speaker: envoy, act: accept, date: 2025-03-03",
      ], with: Self.port)
    #expect(try cell(theCase, .asOf("2025-03-04")).isDivided)
    let after = try cell(theCase, .asOf("2025-04-01"))
    #expect(!after.isDivided)
    #expect(after["shared"]?.stances == [.for])
  }

  @Test func aThreatToResignIsThePersonsOwn() throws {
    let threat =
      "id: out, speaker: minister, act: threaten, date: 2025-03-03, about: {milestone: leaves}, requires: [{milestone: seal, kind: trigger}]"
    let sections = Self.port.replacing(
      "milestones: [",
      with: "milestones: [{id: leaves, title: The minister resigns, by: [minister]}, ")
    let edge = try #require(
      preconditions(record([threat], with: sections), .asOf("2025-03-04")).edges.first)
    #expect(edge.holder == "north")
    #expect(edge.body == "minister")
    #expect(edge.sentence.hasSuffix("by North (the minister)"))
  }

  @Test func whatOneDismissedSaidLastStands() throws {
    let theCase = try record(
      [
        "id: yes, speaker: envoy, act: accept, date: 2025-03-02",
        "id: no, speaker: minister, act: reject, date: 2025-03-03",
      ], with: Self.port)
    #expect(try cell(theCase, .asOf("2025-04-01"))["shared"]?.stances == [.against])
  }
}
