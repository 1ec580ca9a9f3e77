import CaseModel
import StateOfPlay
import Testing

/// What overtakes a condition, and what blocks it.
@Suite struct PreconditionsStateTests {
  static let truceAfterDam =
    "about: {issue: truce, option: signed}, requires: [{milestone: dam, kind: before}]"

  @Test func anAwaitedMilestoneReachedOvertakesIt() throws {
    let reached =
      "milestones: [{id: dam, title: The dam, reached: {date: 2025-05-10, evidence: [s1], basis: ana}}]"
    let view = try Waiting.view(["date: {value: 2025-05-01}, \(Self.truceAfterDam)"], reached)
    #expect(view.states == [.fulfilled])
    #expect(view.edges[0].closing?.statements == ["s1"])
    #expect(view.edges[0].closing?.date?.text == "2025-05-10")
    let before = try Waiting.view(
      ["date: {value: 2025-05-01}, \(Self.truceAfterDam)"], reached, asOf: "2025-05-09")
    #expect(before.states == [.standing])
  }

  @Test func aStepTakenWithoutItOvertakesIt() throws {
    let condition =
      "date: {value: 2025-05-01}, about: {meeting: picnic}, requires: [{milestone: dam, kind: before}]"
    let view = try Waiting.view([condition])
    #expect(view.states == [.overtaken])
    #expect(view.edges[0].closing?.words == "held")
    #expect(try Waiting.view([condition], asOf: "2025-05-04").states == [.standing])
    // Planned, not held.
    let planned = condition.replacing("picnic", with: "summit")
    #expect(try Waiting.view([planned]).states == [.standing])
  }

  @Test func aFulfilledCommitmentOvertakesIt() throws {
    let condition =
      "date: {value: 2025-05-01}, about: {milestone: calm}, requires: [{commitment: gift, kind: before}]"
    func commitments(_ level: String) -> String {
      "commitments: [{id: gift, debtors: south, what: A gift, strength: promised, basis: ana, status: [{date: 2025-05-10, level: \(level), basis: ana}]}]"
    }
    #expect(try Waiting.view([condition], commitments("3")).states == [.fulfilled])
    #expect(try Waiting.view([condition], commitments("2")).states == [.standing])
    #expect(
      try Waiting.view([condition], commitments("3"), asOf: "2025-05-09").states == [.standing])
  }

  /// Terms are met once they are agreed: all concerned are for them in their own words, and nothing
  /// that they ask for it stands.
  @Test func termsAreMetOnceAllAreForThemAndAskNothing() throws {
    let old =
      "id: old, date: {value: 2025-05-01}, about: {milestone: calm}, requires: [{issue: water, option: shared, kind: before}]"
    let north =
      "speaker: north, act: accept, date: {value: 2025-05-10}, about: {issue: water, option: shared}"
    let south = north.replacing("north", with: "south")
    let view = try Waiting.view([old, north, south])
    #expect(view.states == [.fulfilled])
    #expect(view.edges[0].closing?.statements == ["s2", "s3"])
    #expect(view.step("issue/water/shared")?.state == .agreed)
    #expect(try Waiting.view([old, north]).states == [.standing])
    #expect(try Waiting.view([old, north, "via: west, \(south)"]).states == [.standing])
    let asking = south + ", requires: [{milestone: trust, kind: before}]"
    #expect(try Waiting.view([old, north, asking]).states == [.standing, .standing])
    #expect(try Waiting.view([old, north, south], asOf: "2025-05-09").states == [.standing])
  }

  /// What is promised is not yet done.
  @Test func aPromiseSettlesNothing() throws {
    func promise(_ creditors: String) -> String {
      "commitments: [{id: c, debtors: north, creditors: [\(creditors)], what: Sign, strength: promised, agreed: 2025-05-10, about: {issue: truce, option: signed}, basis: ana}]"
    }
    let condition =
      "date: {value: 2025-05-01}, about: {milestone: calm}, requires: [{issue: truce, option: signed, kind: before}]"
    let view = try Waiting.view([condition], promise("south"))
    #expect(view.states == [.standing])
    #expect(view.step("issue/truce/signed")?.state == .promised)
    #expect(view.step("issue/truce/signed")?.promise?.commitment == "c")
    let before = try Waiting.view([condition], promise("south"), asOf: "2025-05-09")
    #expect(before.step("issue/truce/signed")?.state == .open)
  }

  @Test func anotherWordingReachedSaysSo() throws {
    let milestones =
      "milestones: [{id: dam, title: The dam, sameAs: [{milestone: works, by: ana}]}, {id: works, title: The works, reached: {date: 2025-05-10, basis: ana}}]"
    let view = try Waiting.view(["date: {value: 2025-05-01}, \(Self.truceAfterDam)"], milestones)
    #expect(view.states == [.fulfilled])
    #expect(view.step("milestone/dam")?.taken?.through.map(\.by) == [["ana"]])
  }

  static let truceAfterLeaving =
    "speaker: north, about: {issue: truce, option: signed}, requires: [{issue: leaving, value: {set: [hill]}, kind: before}]"

  @Test func aChainThatEndsInAStepRejectedIsBlocked() throws {
    let calm =
      "speaker: south, about: {milestone: calm}, requires: [{issue: truce, option: signed, kind: before}]"
    let refusal =
      "speaker: south, act: reject, about: {issue: leaving, value: {set: [hill]}}"
    let view = try Waiting.view([Self.truceAfterLeaving, calm, refusal])
    #expect(view.deadlocks.isEmpty)
    let blocked = try #require(view.blocked.first)
    #expect(blocked.step == "issue/leaving/= hill")
    #expect(blocked.rejections.map(\.party) == ["south"])
    #expect(blocked.rejections.map(\.statements) == [["s3"]])
    #expect(blocked.chains == [[2, 1]])
  }

  @Test func onlyAnUncontestedRefusalBlocks() throws {
    let refusal = "speaker: south, act: reject, about: {issue: leaving, value: {set: [hill]}}"
    let consent = "speaker: south, act: accept, about: {issue: leaving, value: {set: [hill]}}"
    #expect(
      try Waiting.view([Self.truceAfterLeaving, refusal, consent]).blocked.isEmpty)
    let condition =
      "speaker: south, about: {issue: leaving, value: {set: [hill]}}, requires: [{milestone: dam, kind: before}]"
    #expect(try Waiting.view([Self.truceAfterLeaving, condition]).blocked.isEmpty)
    // Rejected and, the same day, taken back to an unknown extent: not outright.
    let withdrawal = "speaker: south, act: withdraw, about: {issue: leaving, value: {set: [hill]}}"
    #expect(try Waiting.view([Self.truceAfterLeaving, refusal, withdrawal]).blocked.isEmpty)
  }

  @Test func onlyOnesWhoMustTakeTheStepBlockIt() throws {
    let calm =
      "about: {milestone: calm}, requires: [{issue: water, option: shared, kind: before}]"
    let refusal = "speaker: north, act: reject, about: {issue: water, option: shared}"
    func water(_ takenBy: String) -> String {
      "issues: [{id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns, takenBy: [\(takenBy)]}]}]"
    }
    // A person named takes it for whom it speaks; without names it is every party's.
    #expect(try Waiting.view([calm, refusal], water("envoy")).blocked.count == 1)
    #expect(try Waiting.view([calm, refusal], water("south")).blocked.isEmpty)
    #expect(try Waiting.view([calm, refusal]).blocked.count == 1)
    // One who is no party of the case, where the step is its to take.
    let west = refusal.replacing("north", with: "west")
    #expect(try Waiting.view([calm, west], water("west")).blocked.count == 1)
    #expect(try Waiting.view([calm, west]).blocked.isEmpty)
  }

  @Test func theLensChoosesRowsAfterwards() throws {
    let theCase = try Waiting.record([
      Self.truceAfterDam,
      "speaker: south, about: {milestone: dam}, requires: [{issue: truce, option: signed, kind: before}]",
      "speaker: south, about: {milestone: calm}, requires: [{milestone: trust, kind: before}]",
    ])
    var lens = Lens()
    lens.parties = ["north"]
    let view = try preconditions(theCase, lens)
    #expect(view.deadlocks.count == 1)
    #expect(view.edges.map(\.id) == [1, 2])
    lens.parties = []
    lens.issues = ["water"]
    #expect(try preconditions(theCase, lens).edges.isEmpty)
  }

  @Test func redactionAndGradesChooseStatements() throws {
    let theCase = try Waiting.record([
      "confidential: true, \(Self.truceAfterDam)",
      "credibility: 4, about: {milestone: calm}, requires: [{milestone: dam, kind: before}]",
    ])
    var lens = Lens()
    lens.redact = true
    #expect(try preconditions(theCase, lens).lines == ["north: milestone/calm → milestone/dam"])
    lens.worstCredibility = 3
    #expect(try preconditions(theCase, lens).edges.isEmpty)
  }
}
