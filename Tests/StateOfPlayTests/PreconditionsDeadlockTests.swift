import CaseModel
import Foundation
import Foundations
import StateOfPlay
import Testing

/// Circles, what opens them, and in what order the steps can then be taken.
@Suite struct PreconditionsDeadlockTests {
  /// A statement of `party` that the milestone `step` waits for `awaited`.
  static func wait(
    _ party: String, _ step: String, _ awaited: String, _ kind: String = "before",
    _ more: String = ""
  ) -> String {
    "speaker: \(party), about: {milestone: \(step)}, requires: [{milestone: \(awaited), kind: \(kind)\(more)}]"
  }

  @Test func twoThatWaitOnEachOtherAreADeadlock() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "calm"),
      Self.wait("south", "trust", "calm"),
    ])
    let deadlock = try #require(view.deadlocks.first)
    #expect(view.deadlocks.count == 1)
    #expect(deadlock.parties == ["north", "south"])
    #expect(deadlock.edges == [1, 2])
    #expect(
      deadlock.cycle.sentence == """
        North will not proceed to “Calm on the border” until “The dam is built”; South \
        will not proceed to “The dam is built” until “Calm on the border” comes about.
        """)
    #expect(deadlock.cycle.isFirm)
    #expect(view.openings() == [[1], [2]])
    #expect(deadlock.openings.sets.map(\.parties) == [["north"], ["south"]])
    #expect(deadlock.openings.smallest == 2)
    #expect(deadlock.openings.isProven && deadlock.openings.isComplete)
  }

  @Test func theOrderOnceOpened() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "calm"),
      "speaker: south, about: {milestone: dam}, requires: [{milestone: trust, kind: before}]",
    ])
    // Without the first condition calm waits for nothing, and the dam for calm.
    #expect(
      view.deadlocks[0].order.map(\.bundles) == [[["milestone/calm"]], [["milestone/dam"]]])
    #expect(view.deadlocks[0].externalConditions == [3])
  }

  @Test func aChainIsNoDeadlock() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "trust"),
    ])
    #expect(view.deadlocks.isEmpty && view.trades.isEmpty)
  }

  @Test func exchangesAloneAreATrade() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam", "exchange"), Self.wait("south", "dam", "trust", "exchange"),
    ])
    #expect(view.deadlocks.isEmpty)
    #expect(view.trades.map(\.edges) == [[1, 2]])
    #expect(view.trades.map(\.parties) == [["north", "south"]])
  }

  /// One who offered an exchange and now refuses to give his half leaves nothing to trade.
  @Test func anExchangeWhoseHalfItsHolderRefusesEnds() throws {
    let offer =
      "speaker: north, date: 2025-05-01, act: offer, about: {issue: truce, option: signed}, requires: [{milestone: dam, kind: exchange}]"
    let other = Self.wait("south", "calm", "trust", "exchange")
    let refusal =
      "speaker: north, date: 2025-05-20, act: reject, about: {issue: truce, option: signed}"
    let before = try Waiting.view([offer, other])
    #expect(before.trades.map(\.edges) == [[1], [2]] && before.blocked.isEmpty)
    let after = try Waiting.view([offer, other, refusal])
    #expect(after.trades.map(\.edges) == [[2]])
    #expect(after.blocked.isEmpty)
    #expect(after.edges.map(\.closing?.reason) == [.refused, nil])
    // Offered again, it is a trade once more.
    let anew = offer.replacing("2025-05-01", with: "2025-05-30")
    let again = try Waiting.view([offer, other, refusal, anew])
    #expect(again.trades.map(\.edges) == [[1], [2]] && again.blocked.isEmpty)
  }

  /// Of several that hang together the rest are still to be traded, as far as they still hang.
  @Test func withoutARejectedHalfTheOtherExchangesStay() throws {
    let middle =
      "speaker: north, about: {issue: truce, option: signed}, requires: [{milestone: dam, kind: exchange}, {milestone: calm, kind: exchange}]"
    let rest = Self.wait("south", "dam", "trust", "exchange")
    let far =
      "speaker: south, about: {milestone: calm}, requires: [{meeting: summit, kind: exchange}]"
    let whole = try Waiting.view([middle, rest, far])
    #expect(whole.trades.map(\.edges) == [[1, 2, 3, 4]])
    let refusal = "speaker: south, act: reject, about: {issue: truce, option: signed}"
    let broken = try Waiting.view([middle, rest, far, refusal])
    #expect(broken.trades.map(\.edges) == [[3], [4]])
  }

  @Test func aCircleOfExchangesWithABeforeInItIsADeadlock() throws {
    // Calm and dam together; trust only after the dam; calm only after trust.
    let view = try Waiting.view([
      Self.wait("north", "dam", "calm", "exchange"), Self.wait("south", "trust", "dam"),
      Self.wait("south", "calm", "trust"),
    ])
    #expect(view.trades.isEmpty)
    #expect(view.deadlocks.map(\.edges) == [[1, 2, 3]])
    // The tie goes as a whole, and its holder gives it.
    #expect(view.openings() == [[1], [2], [3]])
    // Once a *before* is given up the exchange is one step of the way.
    let second = view.deadlocks[0].openings.sets.firstIndex { $0.waivers == [1] }
    #expect(second == 0)
  }

  @Test func whatIsGivenInExchangeStandsTogetherInTheOrder() throws {
    let view = try Waiting.view([
      "speaker: north, about: {milestone: calm}, requires: [{milestone: trust, kind: before}]",
      "speaker: south, about: {milestone: trust}, requires: [{milestone: calm, kind: before}]",
      Self.wait("south", "dam", "calm", "exchange"), Self.wait("south", "trust", "dam"),
    ])
    let order = view.deadlocks[0].order.map(\.bundles)
    #expect(view.openings()[0] == [1])
    #expect(order == [[["milestone/calm", "milestone/dam"]], [["milestone/trust"]]])
  }

  @Test func anExchangeNamedFromBothEndsIsOneTie() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam", "exchange"), Self.wait("north", "dam", "calm", "exchange"),
    ])
    #expect(view.edges.map(\.statements) == [["s1", "s2"]])
  }

  @Test func aTriggerIsNeverPartOfACircle() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "calm", "trigger"),
    ])
    #expect(view.deadlocks.isEmpty && view.trades.isEmpty)
    #expect(view.edges.map(\.kind) == [.before, .trigger])
  }

  @Test func aCircleThatRestsOnAnInferenceSaysSoAndWhose() throws {
    let inferred = Self.wait("south", "dam", "calm", "before", ", inferred: ana")
    let view = try Waiting.view([Self.wait("north", "calm", "dam"), inferred])
    #expect(view.deadlocks[0].cycle.inferences.map(\.by) == [["ana"]])
    #expect(view.deadlocks[0].cycle.inferences.map(\.edge) == [2])
    #expect(view.deadlocks[0].firm == nil)
    // A longer one that rests on none is shown beside it.
    let more = try Waiting.view([
      Self.wait("north", "calm", "dam"), inferred, Self.wait("south", "dam", "trust"),
      Self.wait("south", "trust", "calm"),
    ])
    #expect(more.deadlocks[0].cycle.edges == [1, 2])
    #expect(more.deadlocks[0].firm?.edges == [1, 3, 4])
    // Of two as short the stated one is shown.
    let both = try Waiting.view([
      Self.wait("north", "calm", "dam"), inferred, Self.wait("west", "dam", "calm"),
    ])
    #expect(both.deadlocks[0].cycle.edges == [1, 3])
  }

  @Test func aCircleThatRestsOnSameAsSaysSoAndWhose() throws {
    func milestones(_ link: String) -> String {
      "milestones: [{id: dam, title: The dam\(link)}, {id: works, title: The works}, {id: calm, title: Calm}]"
    }
    let statements = [Self.wait("north", "calm", "dam"), Self.wait("south", "works", "calm")]
    #expect(try Waiting.view(statements, milestones("")).deadlocks.isEmpty)
    let view = try Waiting.view(
      statements, milestones(", sameAs: [{milestone: works, by: ana}]"))
    #expect(view.deadlocks.count == 1)
    #expect(view.deadlocks[0].cycle.sameAs.map(\.by) == [["ana"]])
    #expect(view.deadlocks[0].firm == nil)
    let sentence = view.deadlocks[0].cycle.sentence
    #expect(sentence.hasSuffix("are treated as the same step (judgement of Ana)."))
    // Said by a statement, and by as-of not yet.
    let told = milestones(", sameAs: [{milestone: works, evidence: [s2]}]")
    #expect(try Waiting.view(statements, told).deadlocks[0].cycle.sameAs[0].by == ["south"])
  }

  @Test func asOfTakesConditionsOutOfTheCircle() throws {
    let statements = [
      "date: {value: 2025-05-01}, " + Self.wait("north", "calm", "dam"),
      "date: {value: 2025-05-03}, " + Self.wait("south", "dam", "calm"),
    ]
    #expect(try Waiting.view(statements, asOf: "2025-05-02").deadlocks.isEmpty)
    #expect(try Waiting.view(statements, asOf: "2025-05-03").deadlocks.count == 1)
    let withdrawal =
      "act: withdraw, date: {value: 2025-05-05}, " + Self.wait("north", "calm", "dam")
    #expect(try Waiting.view(statements + [withdrawal]).deadlocks.isEmpty)
    #expect(
      try Waiting.view(statements + [withdrawal], asOf: "2025-05-04").deadlocks.count == 1)
  }

  @Test func aPartyThatWillNotSettleAnIssueAtAllHoldsBackEachOption() throws {
    let view = try Waiting.view([
      "speaker: north, about: {issue: water}, requires: [{milestone: dam, kind: before}]",
      "speaker: south, about: {milestone: dam}, requires: [{issue: water, option: metered, kind: before}]",
    ])
    #expect(view.deadlocks.map(\.edges) == [[1, 2]])
  }

  @Test func impliedConditionsAreMarkedAndKept() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "trust"),
      Self.wait("north", "calm", "trust"),
    ])
    #expect(view.edges.map(\.isImplied) == [false, false, true])
    // Within a circle none is.
    let circle = try Waiting.view([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "trust"),
      Self.wait("north", "calm", "trust"), Self.wait("north", "trust", "calm"),
    ])
    #expect(circle.edges.map(\.isImplied) == [false, false, false, false])
  }

  @Test func openingsGoBySizeThenByPartiesWhoMoveAndStopWhereTold() throws {
    // Two circles through calm: with the dam, and with trust.
    let statements = [
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "calm"),
      Self.wait("north", "calm", "trust"), Self.wait("south", "trust", "calm"),
    ]
    let view = try Waiting.view(statements)
    #expect(view.openings() == [[1, 3], [2, 4], [1, 4], [2, 3]])
    #expect(view.deadlocks[0].openings.smallest == 4)
    #expect(view.deadlocks[0].openings.isComplete)
    var limits = PreconditionsView.Limits()
    limits.smallestSets = 3
    let short = try preconditions(Waiting.record(statements), limits: limits)
    #expect(!short.deadlocks[0].openings.hasAllSmallest)
    #expect(!short.deadlocks[0].openings.isComplete)
  }

  @Test func furtherMinimalSetsFollowTheSmallest() throws {
    // Calm waits for both; one condition of south's, or both of north's.
    let statements = [
      Self.wait("north", "calm", "dam"), Self.wait("north", "calm", "trust"),
      Self.wait("west", "dam", "signal"), Self.wait("west", "trust", "signal"),
      Self.wait("south", "signal", "calm"),
    ]
    let milestones =
      "milestones: [{id: dam, title: D}, {id: calm, title: C}, {id: trust, title: T}, {id: signal, title: S}]"
    let view = try Waiting.view(statements, milestones)
    #expect(view.deadlocks[0].openings.smallest == 1)
    #expect(view.openings() == [[5], [1, 2], [3, 4], [1, 4], [2, 3]])
    #expect(view.deadlocks[0].openings.isComplete)
    var limits = PreconditionsView.Limits()
    limits.sets = 3
    let short = try preconditions(Waiting.record(statements, milestones), limits: limits)
    #expect(short.openings() == [[5], [1, 2], [3, 4]])
    #expect(!short.deadlocks[0].openings.isComplete)
  }

  @Test func aLargeDeadlockIsMarkedUnprovenWhereItIs() throws {
    let statements = [Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "calm")]
    var limits = PreconditionsView.Limits()
    (limits.exactWaivers, limits.work) = (1, 0)
    let view = try preconditions(Waiting.record(statements), limits: limits)
    #expect(view.openings().count == 1)
    #expect(!view.deadlocks[0].openings.isComplete)
  }

  @Test func theCheckpointIsToldAndMayStopTheWork() throws {
    struct Cancelled: Error {}
    let theCase = try Waiting.record([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "calm"),
    ])
    #expect(throws: Cancelled.self) {
      try preconditions(theCase, checkpoint: Checkpoint { _, _ in throw Cancelled() })
    }
  }

  @Test func theViewIsTheSameReadBackFromJSON() throws {
    let view = try Waiting.view([
      Self.wait("north", "calm", "dam"), Self.wait("south", "dam", "calm"),
    ])
    let data = try JSONEncoder().encode(view)
    #expect(try JSONDecoder().decode(PreconditionsView.self, from: data) == view)
  }

  @Test func anEmptyCaseWaitsForNothing() throws {
    let view = try preconditions(Case(Case.Header(id: "none", title: "None")))
    #expect(view.edges.isEmpty && view.deadlocks.isEmpty)
  }
}
