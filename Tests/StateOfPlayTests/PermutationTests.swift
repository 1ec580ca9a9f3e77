import CaseModel
import Foundations
import StateOfPlay
import TestSupport
import Testing

/// The order of entries that have nothing to do with each other decides nothing.
@Suite struct PermutationTests {
  private let sections = """
    milestones: [{id: rain, title: Rain}, {id: snow, title: Snow}]
    meetings:
      - {id: sat, kind: talks, status: held, date: 2025-05-03, basis: ana, delegations: [
          {party: north, basis: ana}, {party: south, basis: ana}]}
      - {id: next, kind: talks, status: planned, planned: 2025-06-03, basis: ana, delegations: [
          {party: north, basis: ana}, {party: south, basis: ana}]}
    issues:
      - {id: water, title: Water, kind: negotiable, options: [{id: shared, title: S}, {id: metered, title: M}]}
      - {id: gate, title: Gate, kind: negotiable, category: talks, options: [{id: shared, title: S, takenBy: [south]}, {id: metered, title: M}]}
      - {id: spring, title: Spring, kind: factual, options: [{id: shared, title: S}, {id: metered, title: M}]}
    constraints:
      - {id: decree, holder: north, basis: ana, readings: [
          {id: broad, forbids: {act: negotiate, with: [south]}, basis: ana}]}
    """
  private let issues = ["water", "gate", "spring"]

  private func statements(_ random: inout SplitMix64) -> [String] {
    (0..<24).map { number in
      let issue = issues[number % 3]
      let act =
        ["accept", "reject", "propose", "takeNote", "deny", "state"].randomElement(using: &random)
        ?? ""
      let option = ["shared", "metered"].randomElement(using: &random) ?? ""
      let who = ["north", "south", "envoy"].randomElement(using: &random) ?? ""
      let via = ["", ", via: consul", ", via: gazette"].randomElement(using: &random) ?? ""
      return "id: s-\(number), speaker: \(who), act: \(act), "
        + "about: {issue: \(issue), option: \(option)}, "
        + "date: 2025-05-0\(Int.random(in: 1...4, using: &random))\(via)"
    }
  }

  /// Moves whole issues' statements past each other, each issue's own order kept.
  private func interleaved(_ lines: [String], _ random: inout SplitMix64) -> [String] {
    var queues = issues.map { issue in lines.filter { $0.contains("issue: \(issue),") } }
    var mixed: [String] = []
    while let place = queues.indices.filter({ !queues[$0].isEmpty }).randomElement(using: &random) {
      mixed.append(queues[place].removeFirst())
    }
    return mixed
  }

  @Test(arguments: 0..<40) func theOrderOfUnrelatedEntriesDecidesNothing(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let lines = statements(&random)
    let one = try record(lines, with: sections)
    var other = try record(interleaved(lines, &random), with: sections)
    other.actors.shuffle(using: &random)
    other.sources.shuffle(using: &random)
    other.milestones.shuffle(using: &random)
    other.meetings.shuffle(using: &random)
    #expect(convergence(one) == convergence(other))
    let (a, b) = (changes(one), changes(other))
    #expect(a == b)
    let (x, y) = (contradictions(one), contradictions(other))
    #expect(x == y)
    for (act, same) in zip(constraints(one).rows, constraints(other).rows) {
      // Offers of one day stand in the order of the case, whatever their issue.
      #expect(act.readings.map { Set($0.breaches) } == same.readings.map { Set($0.breaches) })
    }
  }

  @Test(arguments: 0..<40) func theOrderOfStatementsDecidesNoFinding(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed + 1000))
    let lines = statements(&random)
    let one = try record(lines, with: sections)
    var other = one
    other.statements.shuffle(using: &random)
    other.header.parties.reverse()
    #expect(convergence(one).rows.map(\.state) == convergence(other).rows.map(\.state))
    func told(_ view: ChangesView) -> Set<[String]> {
      Set(
        view.changes.map { change in
          [change.party.raw, change.issue.raw, change.date.text] + change.kinds.map(\.rawValue)
            + change.after.map(\.statement.raw).sorted()
            + change.before.map(\.statement.raw).sorted()
        })
    }
    #expect(told(changes(one)) == told(changes(other)))
    func groups(_ groups: [ContradictionsView.Group]) -> Set<Set<Set<Case.Statement.ID>>> {
      Set(groups.map { Set($0.sides.map { Set($0.statements.map(\.statement)) }) })
    }
    #expect(groups(contradictions(one).groups) == groups(contradictions(other).groups))
    #expect(groups(contradictions(one).variants) == groups(contradictions(other).variants))
  }

  @Test func theSameCaseGivesTheSameViewEveryTime() throws {
    var random = SplitMix64(seed: 7)
    let theCase = try record(statements(&random), with: sections)
    for _ in 0..<5 {
      #expect(changes(theCase) == changes(theCase))
      #expect(contradictions(theCase) == contradictions(theCase))
      #expect(convergence(theCase) == convergence(theCase))
      #expect(constraints(theCase) == constraints(theCase))
    }
  }
}
