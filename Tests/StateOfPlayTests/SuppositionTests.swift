import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// What would follow if a party accepted.
@Suite struct SuppositionTests {
  private func supposed(
    _ party: Case.Actor.ID, _ issue: Case.Issue.ID, _ option: String
  ) throws -> SuppositionView {
    let theCase = try CaseFile.open(
      Project.file("Examples/istanbul").path
    )
    .theCase
    return try supposition(
      theCase, that: party, accepts: option, on: issue, conditions: try preconditions(theCase))
  }

  @Test func thePackagesAreThoseThatHoldTheAnswer() throws {
    let view = try supposed("ukraine", "neutrality", "permanent")
    let line = try #require(view.settlements.first)
    let (before, after) = (line.before, line.after)
    let count = try #require(Int(after.zone.acceptable.atLeast))
    #expect(count <= (Int(before.zone.acceptable.atLeast) ?? 0) || !line.givenUp.isEmpty)
    let place = try #require(after.issues.firstIndex { $0.id == "neutrality" })
    for point in after.frontier.points where point.isAcceptable {
      #expect(point.package[place] == "permanent")
    }
    #expect(line.givenUp.map(\.words) == ["neutrality or staying out of NATO without guarantees"])
    #expect(line.givenUp.map(\.id) == ["ukraine.redline.4"])
  }

  /// A red line that rules the answer out is given up, or there would be no package at all.
  @Test func theRedLineAgainstTheAnswerFalls() throws {
    let view = try supposed("ukraine", "recognition", "five")
    let line = try #require(view.settlements.first)
    #expect(line.givenUp.map(\.words) == ["to recognise the annexations"])
    let place = try #require(line.after.issues.firstIndex { $0.id == "recognition" })
    #expect(line.after.frontier.count > 0)
    #expect(line.after.frontier.points.allSatisfy { $0.package[place] == "five" })
  }

  @Test func aConflictAsksTheDecisionMakerWhoCanTakeIt() throws {
    let view = try supposed("russia", "ceasefire", "unconditional-30-days")
    let line = try #require(view.conflicts.first)
    #expect((line.maker, line.option) == ("russia", "truce"))
    #expect(line.result.changes.first?.contains("accept the 30-day ceasefire") == true)
    #expect(!line.result.gained.isEmpty)
  }

  @Test func whatNoModelHasIsLeftOut() throws {
    let view = try supposed("turkiye", "ceasefire", "truce")
    #expect(view.settlements.isEmpty && view.conflicts.isEmpty)
  }

  /// A case without a scenario, a conflict or a number: options are enough.
  @Test func optionsAloneAreEnough() throws {
    let theCase = try record([
      "id: s1, speaker: north, act: demand, date: 2025-05-01, about: {issue: water, option: shared}",
      "id: s2, speaker: south, act: demand, date: 2025-05-01, about: {issue: water, option: metered}",
    ])
    let view = try supposition(
      theCase, that: "north", accepts: "metered", on: "water",
      conditions: try preconditions(theCase))
    let line = try #require(view.convergence.first)
    #expect(line.issue == "water" && line.before.state == .apart)
    #expect(line.after.state == .agreed)
    #expect(line.after.answers == ["By meter"] && view.title == "By meter")
    #expect(view.settlements.isEmpty && view.conflicts.isEmpty)
  }

  /// Where one party is silent, it is said who, and answered for those who have spoken.
  @Test func whoIsSilentIsNamedAndTheOthersAreAnsweredFor() throws {
    let three = "case: {id: valley, title: Talks on the valley, parties: [north, south, west]}"
    let theCase = try record(
      [
        "id: s1, speaker: north, act: demand, date: 2025-05-01, about: {issue: water, option: shared}",
        "id: s2, speaker: south, act: demand, date: 2025-05-01, about: {issue: water, option: metered}",
      ], with: three)
    let view = try supposition(
      theCase, that: "north", accepts: "metered", on: "water",
      conditions: try preconditions(theCase))
    let line = try #require(view.convergence.first)
    #expect(line.before.state == .apart && line.after.state == .agreed)
    #expect(line.before.silent == ["west"] && line.after.silent == ["west"])
    let own = try supposition(
      theCase, that: "west", accepts: "metered", on: "water",
      conditions: try preconditions(theCase))
    #expect(own.convergence.first?.after.silent == [])
  }

  /// The condition for a number falls away with the number accepted, as with any other answer.
  @Test func aNumberIsAnAnswerToo() throws {
    let pay = """
      issues:
        - {id: pay, title: Pay, kind: negotiable, value: quantity, unit: percent, wants: {north: more, south: less}}
        - {id: leave, title: Leave, kind: negotiable, options: [{id: more, title: More of it}]}
      """
    let theCase = try record(
      [
        "id: a, act: accept, date: 2025-05-01, about: {issue: pay, value: {quantity: 6, unit: percent}}, requires: [{issue: leave, option: more, kind: before}]"
      ], with: pay)
    let view = try supposition(
      theCase, that: "north", accepts: "6 percent", on: "pay",
      conditions: try preconditions(theCase))
    #expect(view.preconditions.dropped == [1] && view.preconditions.met.isEmpty)
  }

  /// What others wait for can be supposed to be done, and each condition to be given up.
  @Test func stepsAndConditionsCanBeSupposed() throws {
    let theCase = try CaseFile.open(Project.file("Examples/istanbul").path).theCase
    let conditions = try preconditions(theCase)
    #expect(!conditions.awaitedSteps.isEmpty && !conditions.givable.isEmpty)
    for step in conditions.awaitedSteps {
      let view = try #require(
        try supposition(theCase, taken: step.id, conditions: conditions))
      #expect(!view.preconditions.met.isEmpty && view.step == step)
      #expect(view.preconditions.deadlocksAfter <= view.preconditions.deadlocksBefore)
    }
    let edge = try #require(conditions.deadlocks.first?.edges.first)
    let view = try #require(try supposition(theCase, dropped: edge, conditions: conditions))
    #expect(view.preconditions.dropped == [edge])
    #expect(try supposition(theCase, taken: "meeting/none", conditions: conditions) == nil)
  }
}
