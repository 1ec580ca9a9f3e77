import CaseModel
import StateOfPlay
import Testing

/// How statements become conditions, and what becomes of these.
@Suite struct PreconditionsEdgeTests {
  static let truceAfterDam =
    "about: {issue: truce, option: signed}, requires: [{milestone: dam, kind: before}]"

  @Test func aStepIsAnIssueSettledAMilestoneAMeetingOrACommitment() throws {
    let view = try Waiting.view(
      [
        "about: {milestone: calm}, requires: [{meeting: summit, kind: before}]",
        "about: {issue: water, option: shared}, requires: [{commitment: gift, kind: before}]",
        "about: {issue: truce, option: signed}, requires: [{issue: leaving, value: {set: [hill]}, kind: before}]",
      ], "commitments: [{id: gift, debtors: south, what: A gift, strength: promised, basis: ana}]")
    #expect(
      view.lines == [
        "north: milestone/calm → meeting/summit", "north: issue/water/shared → commitment/gift",
        "north: issue/truce/signed → issue/leaving/= hill",
      ])
    #expect(
      view.steps.map(\.kind) == [.reached, .held, .settled, .fulfilled, .settled, .settled])
    #expect(
      view.edges[0].sentence
        == "North will not proceed to “Calm on the border” until “The summit” is held")
  }

  @Test func anyActWithARequirementMakesAnEdge() throws {
    let view = try Waiting.view(["act: accept, \(Self.truceAfterDam)"])
    #expect(view.states == [.standing])
  }

  @Test func aSetOfOptionsGivesAnEdgeEach() throws {
    let view = try Waiting.view([
      "about: {issue: water, option: [shared, metered]}, requires: [{milestone: dam, kind: before}]"
    ])
    #expect(
      view.lines == [
        "north: issue/water/shared → milestone/dam", "north: issue/water/metered → milestone/dam",
      ])
  }

  @Test func aPersonsConditionIsThePartysItSpeaksFor() throws {
    let view = try Waiting.view([
      "speaker: consul, \(Self.truceAfterDam)", "speaker: [envoy, west], \(Self.truceAfterDam)",
    ])
    #expect(view.edges.map(\.holder) == ["south", "north", "west"])
  }

  @Test func statementsOnOneConditionAreOneEdge() throws {
    let view = try Waiting.view([Self.truceAfterDam, Self.truceAfterDam])
    #expect(view.edges.count == 1)
    #expect(view.edges[0].statements == ["s1", "s2"])
  }

  @Test func aTriggersSentenceEndsWithItsHolder() throws {
    let view = try Waiting.view([
      "speaker: envoy, act: threaten, about: {issue: truce, option: signed}, requires: [{milestone: dam, kind: trigger}]",
      Self.truceAfterDam,
    ])
    let start = try #require(view.edges[0].announcement)
    #expect(start + "North" == view.edges[0].sentence && start.hasSuffix("is threatened by "))
    #expect(view.edges[1].announcement == nil)
  }

  @Test func itIsOwnWordOrToldOrInferred() throws {
    let view = try Waiting.view([
      Self.truceAfterDam,
      "speaker: south, via: north, about: {issue: truce, option: signed}, requires: [{milestone: dam, kind: before}]",
      "about: {milestone: calm}, requires: [{milestone: dam, kind: before, inferred: ana}]",
      "speaker: critic, act: assess, of: north, about: {milestone: trust}, requires: [{milestone: dam, kind: before}]",
    ])
    #expect(view.edges.map(\.known.kind) == [.ownWord, .told, .inferred, .inferred])
    #expect(view.edges.map(\.known.by) == [[], ["north"], ["ana"], ["critic"]])
    #expect(view.edges[3].holder == "north")
  }

  @Test func ownWordsGoBeforeAnInference() throws {
    let view = try Waiting.view([
      "about: {milestone: calm}, requires: [{milestone: dam, kind: before, inferred: ana}]",
      "about: {milestone: calm}, requires: [{milestone: dam, kind: before}]",
    ])
    #expect(view.edges.map(\.known.kind) == [.ownWord])
  }

  @Test func itsOwnLaterWithdrawalDropsIt() throws {
    let withdrawal = "act: withdraw, date: {value: 2025-05-03}, \(Self.truceAfterDam)"
    let before = "date: {value: 2025-05-01}, \(Self.truceAfterDam)"
    #expect(try Waiting.view([before, withdrawal]).states == [.closed])
    // By as-of the withdrawal was not yet said.
    #expect(try Waiting.view([before, withdrawal], asOf: "2025-05-02").states == [.standing])
    // Not later than the condition.
    let same = "date: {value: 2025-05-03}, \(Self.truceAfterDam)"
    #expect(try Waiting.view([same, withdrawal]).states == [.standing])
    // Set again afterwards.
    let again = "date: {value: 2025-05-04}, \(Self.truceAfterDam)"
    #expect(try Waiting.view([before, withdrawal, again]).states == [.standing])
    // Someone else's, or of another requirement.
    #expect(
      try Waiting.view([before, "speaker: south, \(withdrawal)"]).states == [.standing])
    let other =
      "act: withdraw, date: {value: 2025-05-03}, about: {issue: truce, option: signed}, requires: [{milestone: calm, kind: before}]"
    let view = try Waiting.view([before, other])
    #expect(view.states == [.standing])
    #expect(view.unsupported.map(\.statement) == ["s2"])
  }

  @Test func aWithdrawalThatAnotherTellsOnlyMarksIt() throws {
    let view = try Waiting.view([
      "date: {value: 2025-05-01}, \(Self.truceAfterDam)",
      "act: withdraw, via: south, date: {value: 2025-05-03}, \(Self.truceAfterDam)",
    ])
    #expect(view.states == [.droppedAsOthersSay])
    #expect(view.edges[0].drops.map(\.by) == [["south"]])
  }

  @Test func whatOthersSayWasDroppedStaysAndIsMarked() throws {
    let claim = "speaker: critic, act: assess, of: north, change: withdrawn, \(Self.truceAfterDam)"
    let view = try Waiting.view([
      Self.truceAfterDam, claim,
      "speaker: south, about: {milestone: dam}, requires: [{issue: truce, option: signed, kind: before}]",
    ])
    #expect(view.states == [.droppedAsOthersSay, .standing])
    #expect(view.edges[0].drops.map(\.by) == [["critic"]])
    #expect(view.deadlocks.count == 1, "it stands, so the circle does")
    // What the party said after the claim is not what was dropped.
    let restated = try Waiting.view([
      "date: {value: 2025-05-03}, \(Self.truceAfterDam)", "date: {value: 2025-05-02}, \(claim)",
    ])
    #expect(restated.states == [.standing])
    // Of another party, or of nothing on record.
    let elsewhere = claim.replacing("of: north", with: "of: south")
    let other = try Waiting.view([Self.truceAfterDam, elsewhere])
    #expect(other.states == [.standing])
    #expect(other.unsupported.map(\.holder) == ["south"])
  }

  @Test func aDoubtedOneDecidesNothing() throws {
    let other =
      "speaker: south, about: {milestone: dam}, requires: [{issue: truce, option: signed, kind: before}]"
    for mark in ["doubted: unlikely", "credibility: 5"] {
      let view = try Waiting.view(["\(mark), \(Self.truceAfterDam)", other])
      #expect(view.states == [.doubted, .standing])
      #expect(view.deadlocks.isEmpty)
    }
    let doubtedDrop =
      "doubted: unlikely, act: withdraw, date: {value: 2025-05-03}, \(Self.truceAfterDam)"
    let view = try Waiting.view(["date: {value: 2025-05-01}, \(Self.truceAfterDam)", doubtedDrop])
    #expect(view.states == [.standing])
  }

  @Test func oneThatStraddlesAsOfIsPerhapsLaterAndALaterOneIsNotThere() throws {
    let view = try Waiting.view(
      [
        "date: {value: 2025-05}, \(Self.truceAfterDam)",
        "date: {value: 2025-06-01}, about: {milestone: calm}, requires: [{milestone: dam, kind: before}]",
      ], asOf: "2025-05-15")
    #expect(view.states == [.possiblyLater])
  }

  @Test func anUndatedOneDecidesOnlyWhereNothingDatedSpeaks() throws {
    let undated = "source: leaf, \(Self.truceAfterDam)"
    #expect(try Waiting.view([undated]).states == [.standing])
    let withdrawal = "act: withdraw, date: {value: 2025-05-03}, \(Self.truceAfterDam)"
    #expect(try Waiting.view([undated, withdrawal]).states == [.closed])
  }

  @Test func aRequirementOfNoStepIsListedApart() throws {
    let view = try Waiting.view([
      "about: {actor: south}, requires: [{milestone: dam, kind: before}]"
    ])
    #expect(view.edges.isEmpty)
    #expect(view.withoutStep == ["s1"])
  }

  @Test func aTriggerIsSetOffByTheStanceItNames() throws {
    let threat =
      "act: threaten, about: {issue: water, option: metered}, requires: [{issue: truce, option: signed, kind: trigger, party: south, stance: against}]"
    let refusal =
      "speaker: south, act: reject, about: {issue: truce, option: signed}, date: {value: 2025-05-02}"
    let view = try Waiting.view([threat, refusal])
    #expect(view.edges[0].setOff?.evidence == ["s2"])
    #expect(try Waiting.view([threat]).edges[0].setOff == nil)
    #expect(
      view.edges[0].sentence
        == "If South is against “The truce: It is signed”, “The water: By meter” is threatened by North"
    )
  }
}
