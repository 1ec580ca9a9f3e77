import CaseModel
import Foundation
import StateOfPlay
import Testing

/// Two issues and two parties, small enough to be calculated by hand.
private let valley = """
  scenarios:
    - id: valley
      title: The valley
      basis: ana
      issues:
        - {issue: water, options: [shared, metered]}
        - {id: days, title: Days of notice, range: {from: 0, to: 30, step: 10}, unit: day}
      parties:
        - id: n
          actors: north
          weights: {water: {value: 0.6, from: 0.4, to: 0.8, evidence: [s1]}, days: 0.4}
          values: {water: {shared: 1, metered: 0}, days: {0: 0, 30: 1}}
          reservation: 0.3
        - id: s
          actors: south
          weights: {water: 0.2, days: 0.8}
          values: {water: {shared: 0, metered: {value: 1, basis: default}}, days: {0: 1, 30: 0}}
          reservation: 0.25
          redLines: [{never: days>20, title: a month of notice, evidence: [s1]}]
      packages: [{id: first, title: The first draft, choose: {water: metered, days: 0}}]
  """

private func fixture(_ scenarios: String = valley) throws -> Case {
  try record(["id: s1, act: demand"], with: scenarios)
}

private func view(
  _ scenarios: String = valley, _ change: (inout SettlementQuestions) -> Void = { _ in }
) throws -> SettlementView {
  var questions = SettlementQuestions()
  questions.draws = 20
  change(&questions)
  return try settlement(try fixture(scenarios), asking: questions)
}

private func fault(
  _ scenarios: String = valley, _ change: (inout SettlementQuestions) -> Void = { _ in }
) -> ModelError? {
  do {
    _ = try view(scenarios, change)
    return nil
  } catch {
    return error as? ModelError
  }
}

@Suite struct SettlementTests {
  /// Shared water with notice of 0, 10 or 20 days: north gets 0.6, 0.733…, 0.866…; south 0.8,
  /// 0.533…, 0.266…, all above what each asks; metered water leaves north at most 0.266….
  @Test func theZoneIsCountedByHand() throws {
    let view = try view()
    #expect(view.packageCount == "8")
    #expect(view.zone.feasible.atLeast == "6" && view.zone.feasible.isExact)
    #expect(view.zone.acceptable.atLeast == "3" && !view.zone.isEmpty)
    #expect(view.obstruction == nil)
    let nash = try #require(view.points.first { $0.solution == .nash })
    // Gains 0.3 × 0.55, 0.433 × 0.283, 0.566 × 0.016: the first is the largest.
    #expect(nash.packages.compactMap { view.package($0)?.options } == [["shared", "0"]])
    #expect(nash.score?.exact == "0.165")
    let package = try #require(nash.packages.first.flatMap { view.package($0) })
    #expect(package.parties.map(\.utility.exact) == ["0.6", "0.8"])
    #expect(package.parties.map(\.margin.exact) == ["0.3", "0.55"])
    #expect(package.isAcceptable && package.isEfficient)
    // North's weight of water lies between 0.4 and 0.8.
    #expect(package.parties[0].least.exact == "0.1" && package.parties[0].most.exact == "0.5")
  }

  @Test func everyNumberSaysWhatItRestsOn() throws {
    let view = try view()
    let numbers = Dictionary(uniqueKeysWithValues: view.numbers.map { ($0.id, $0) })
    #expect(numbers["n.weight.water"]?.grounds.statements == ["s1"])
    #expect(numbers["n.weight.water"]?.from == 0.4)
    #expect(numbers["n.weight.days"]?.grounds.basis == "ana")
    #expect(numbers["s.value.water.metered"]?.grounds.isDefault == true)
    #expect(view.parties.map(\.defaults) == [0, 1])
    #expect(view.parties.map(\.name) == ["North", "South"])
    #expect(view.constraints.map(\.words) == ["a month of notice"])
    #expect(view.audit.contains { $0.words.contains("1 of South's") })
  }

  @Test func aDraftIsExplainedAndMended() throws {
    let view = try view {
      $0.packages = ["first"]
      ($0.next, $0.singleText, $0.certificates) = (true, true, true)
    }
    let draft = try #require(view.package("first"))
    #expect(draft.parties.map(\.utility.exact) == ["0", "1"])
    #expect(draft.isFeasible && !draft.isAcceptable)
    let move = try #require(view.moves?.toAcceptable.first)
    #expect(move.changes.map { [$0.issue, $0.from, $0.to] } == [["water", "metered", "shared"]])
    #expect(move.gains.map(\.exact) == ["0.6", "-0.2"])
    #expect(view.singleText?.drafts.first == "first")
    #expect(view.certificates.contains { $0.claim.contains("product") })
  }

  @Test func anEmptyZoneSaysWhy() throws {
    let most = try number("0.95")
    let view = try view { $0.settings = [.reservation(party: "n", to: most)] }
    #expect(view.zone.isEmpty && view.points.allSatisfy { $0.packages.isEmpty })
    let why = try #require(view.obstruction)
    #expect(why.openings.contains(["n.reservation"]))
    #expect(why.conflicts.allSatisfy { !$0.isEmpty })
    #expect(why.nearestMiss?.packages.isEmpty == false)
    #expect(view.changes == ["North has the reservation value 0.95"])
  }

  @Test func settingsChangeWhatTheySay() throws {
    #expect(
      try view { $0.settings = [.withoutRedLine(party: "s", number: 1)] }.zone.feasible.atLeast
        == "8")
    let zero = try number("0")
    #expect(
      try view { $0.settings = [.reservation(party: "n", to: zero)] }.zone.acceptable.atLeast == "6"
    )
    let low = try #require(Amount("0.1"))
    let high = try #require(Amount("0.3"))
    let range = try #require(ScenarioChange.Value(from: low, to: high))
    let ranged = try view {
      $0.settings = [.weight(party: "s", issue: "water", to: range)]
    }
    #expect(ranged.numbers.first { $0.id == "s.weight.water" }?.to == 0.3)
    #expect(ranged.changes == ["South gives “Who draws the water” the weight 0.1 to 0.3"])
    #expect(
      fault { $0.settings = [.weight(party: "n", issue: "watr", to: zero)] }?.hint
        == "did you mean `water`?")
    #expect(
      fault { $0.settings = [.withoutRedLine(party: "s", number: 9)] }?.message
        == "there is no red line `9`")
  }

  private func number(_ text: String) throws -> ScenarioChange.Value {
    ScenarioChange.Value(try #require(Amount(text)))
  }

  @Test func aTableAnswersAgainAndAgainAlike() throws {
    let table = try SettlementTable(try fixture())
    var questions = SettlementQuestions()
    questions.draws = 0
    questions.flips = false
    questions.settings = [.weight(party: "n", issue: "water", to: try number("0.5"))]
    let first = try table.view(asking: questions)
    #expect(try table.view(asking: questions) == first)
    questions.settings = []
    #expect(try table.view(asking: questions) != first)
  }

  @Test func twoPackagesSideBySide() throws {
    let pair = try #require(
      try view { $0.compare = ["first", "water=shared,days=10"] }.comparison)
    #expect(pair.changes.map(\.issue) == ["water", "days"])
    #expect(pair.gains.map { $0.value > 0 } == [true, false])
  }

  @Test func faultsNameTheirPlace() {
    let best = fault(valley.replacing("reservation: 0.3", with: "reservation: 3"))
    #expect(best?.path.description == "scenarios[valley].parties[#1].reservation")
    let zero = fault(
      valley.replacing("{water: 0.2, days: 0.8}", with: "{water: 0, days: 0}"))
    #expect(zero?.path.description == "scenarios[valley].parties[#2].weights")
    #expect(fault { $0.packages = ["frst"] }?.hint == "did you mean `first`?")
    #expect(
      fault { $0.packages = ["water=shared"] }?.message.contains("no option for `days`") == true)
    #expect(fault { $0.packages = ["water=shared,days=15"] }?.message.contains("`15`") == true)
    #expect(fault { $0.tolerance = "2" }?.message.contains("is not a share") == true)
  }

  @Test func theViewReadsBackFromJSON() throws {
    let view = try view { $0.next = true }
    let data = try JSONEncoder().encode(view)
    #expect(try JSONDecoder().decode(SettlementView.self, from: data) == view)
  }

  @Test func hagglingEndsAndIsTheSameAgain() throws {
    var questions = SimulationQuestions()
    (questions.strategies, questions.trace) = (["conceder", "s=boulware:8"], true)
    let theCase = try fixture()
    let view = try simulation(theCase, asking: questions)
    #expect(try simulation(theCase, asking: questions) == view)
    let game = try #require(view.game)
    #expect(game.agreement != nil && game.trace.count == game.offers)
    // A party that concedes early gets less.
    #expect(game.shares[0] <= game.shares[1])
    questions.strategies = ["n=bulware"]
    #expect(throws: ModelError.self) { try simulation(theCase, asking: questions) }
  }

  /// A pie cut anywhere: each gets its part, and no one less than a tenth.
  private static let pie = """
    scenarios:
      - id: pie
        title: A pie
        basis: ana
        issues: [{id: cut, title: The cut, range: {from: 0, to: 1, continuous: true}}]
        parties:
          - {id: n, actors: north, values: {cut: {0: 0, 1: 1}}, reservation: 0.1, discount: 0.5}
          - {id: s, actors: south, values: {cut: {0: 1, 1: 0}}, reservation: 0.1}
        packages: [{id: third, choose: {cut: "0.333"}}]
    """

  @Test func anIssueMayBeAnyNumber() throws {
    let view = try view(Self.pie) { $0.packages = ["cut=0.123456789"] }
    let nash = try #require(view.points.first { $0.solution == .nash })
    #expect(nash.packages.compactMap { view.package($0)?.options } == [["0.5"]])
    #expect(nash.score?.exact == "0.16")
    #expect(view.issues.map(\.isContinuous) == [true])
    // The whole step of a sixty-fourth, as packages name numbers.
    #expect(view.parties.map(\.gridLoss.exact) == ["0.015625", "0.015625"])
    #expect(view.zone.isDecided && view.zone.acceptable.isExact)
    #expect(view.package("third")?.parties.map(\.utility.exact) == ["0.333", "0.667"])
    #expect(view.packages.contains { $0.options == ["0.123456789"] })
    #expect(fault(Self.pie) { $0.packages = ["cut=1.5"] }?.message.contains("no option") == true)
  }

  @Test func conditionsTurnAtNumbersOfAnIssueThatMayBeAny() throws {
    let lines = "redLines: [{never: cut>0.37}, {never: cut=0.36}, {never: cut<0.35}]"
    let view = try view(Self.pie.replacing("discount: 0.5", with: lines))
    let cuts = view.frontier.points.compactMap { $0.package.first }.compactMap { Double($0) }
    #expect(cuts.allSatisfy { (0.35...0.37).contains($0) && $0 != 0.36 })
    // The bounds themselves, and a number between any two that are named.
    #expect(cuts.max() == 0.37 && cuts.min() == 0.35 && cuts.contains(0.365))
    let mean = fault(
      Self.pie.replacing("reservation: 0.1}", with: "utility: mean, reservation: 0.1}"))
    #expect(mean?.path.description == "scenarios[pie].parties[#2].utility")
  }

  @Test func delayCostsEachByItsOwnDiscount() throws {
    var questions = SimulationQuestions()
    (questions.strategies, questions.rounds) = (["linear"], 10)
    let own = try simulation(try fixture(Self.pie), asking: questions)
    #expect(own.parties.map(\.discount) == ["0.5", "1"] && own.discount == "1")
    let game = try #require(own.game)
    #expect(game.round > 1 && game.remaining[0] < 1 && game.remaining[1] == 1)
    // 0.5^(t/10), ten times over.
    let whole = (0..<10).reduce(1.0) { value, _ in value * game.remaining[0] }
    let passed = (1..<game.round).reduce(1.0) { value, _ in value * 0.5 }
    #expect(abs(whole - passed) < 1e-9)
    questions.discount = "0.9"
    let common = try #require(try simulation(try fixture(Self.pie), asking: questions).game)
    #expect(common.remaining[0] == common.remaining[1] && common.remaining[0] < 1)
    questions.discount = nil
    let wrong = try fixture(Self.pie.replacing("discount: 0.5", with: "discount: 1.5"))
    #expect(throws: ModelError.self) { try simulation(wrong, asking: questions) }
  }

  @Test func aScenarioIsDraftedFromPositions() throws {
    let theCase = try record(
      [
        "id: s1, speaker: north, act: demand, about: {issue: water, option: shared}",
        "id: s2, speaker: south, act: reject, about: {issue: water, option: shared}, redLine: true",
        "id: s3, speaker: south, act: propose, about: {issue: water, option: metered}",
      ])
    let draft = try draftScenario(theCase)
    #expect(draft.faults.isEmpty)
    #expect(draft.issues.map(\.name.raw) == ["water"])
    let south = try #require(draft.parties.first { $0.id == "south" })
    let value = try #require(south.values["water"]?["shared"])
    #expect(value.value == Amount(0) && value.evidence == ["s2"])
    #expect(south.redLines.map(\.never) == ["water=shared"])
    let north = try #require(draft.parties.first { $0.id == "north" })
    #expect(north.values["water"]?["metered"]?.isDefault == true)
    #expect(north.weights["water"]?.isDefault == true && north.reservation?.isDefault == true)
    #expect(north.values["water"]?["shared"]?.value == Amount(1))
  }
}
