import CaseModel
import Foundation
import Interchange
import Testing

@Suite struct NegMASTests {
  static let domain = """
    issues:
    - name: Release
      type: CategoricalIssue
      values:
      - monthly
      - 'No'
    - name: days
      type: ContiguousIssue
      values: [3, 7]
    - n_levels: 10
      name: share
      type: negmas.outcomes.ContinuousIssue
      values: [0.0, 1.5]
    - name: gauges
      type: DiscreteCardinalIssue
      values: [1, 2, 4]
    name: water
    path: null
    type: CartesianOutcomeSpace
    """

  static let function = """
    name: upstream
    outcome_space: null
    reserved_value: 0.3
    type: LinearAdditiveUtilityFunction
    values:
    - mapping: {'No': 0.25, monthly: 1.0}
      type: TableFun
    - {bias: 0.2, slope: 0.1, type: AffineFun}
    - {slope: 0.5, type: negmas.preferences.value_fun.LinearFun}
    - {type: IdentityFun}
    weights: [0.5, 0.25, 0.125, 0.125]
    """

  @Test func aFolderIsRead() throws {
    let result = try ForeignScenario([
      "water.yml": Self.domain, "a.yml": Self.function,
      "b.yml": Self.function.replacingOccurrences(
        of: "reserved_value: 0.3", with: "reserved_value: -.inf"),
      "_stats.yaml": "frontier: []",
    ]).read()
    #expect(result.format == .negmas)
    let scenario = result.scenario
    #expect(scenario.title == "water")
    #expect(scenario.issues.map(\.name.raw) == ["release", "days", "share", "gauges"])
    #expect(scenario.weights(0) == ["0.5", "0.25", "0.125", "0.125"])
    #expect(scenario.values(0, "release") == ["monthly": "1", "no": "0.25"])
    #expect(scenario.values(0, "gauges") == ["1": "1", "2": "2", "4": "4"])
    #expect(scenario.issues[2].range?.continuous == true)
    let line = try #require(scenario.parties[0].lines["days"])
    #expect([line.slope, line.offset].map(\.text) == ["0.1", "0.2"] && !line.clamped)
    #expect(scenario.parties[0].lines["share"]?.slope.text == "0.5")
    #expect(scenario.parties[0].reservation?.value?.text == "0.3")
    #expect(scenario.parties[1].reservation == nil && scenario.notes.count == 1)
  }

  @Test(arguments: [
    ("weights: [0.5, 0.25, 0.125, 0.125]", "weights: [0.5, 0.25]", "wrong-length"),
    ("weights: [0.5", "weights: [.nan", "bad-number"),
    ("weights: [0.5", "weights: [-0.5", "negative-weight"),
    ("weights: [0.5, 0.25, 0.125, 0.125]", "weights: [0, 0.0, 0, 0e5]", "no-weights"),
    ("reserved_value: 0.3", "reserved_value: .inf", "bad-number"),
    ("'No': 0.25, ", "", "missing-option"), ("'No': 0.25", "'Nej': 0.25", "unknown-option"),
    ("type: LinearAdditive", "type: Hyper", "not-additive"),
    ("type: IdentityFun", "type: CosFun", "unknown-word"),
    ("name: upstream", "name: upstream\nbias: 2", "not-additive"),
    ("weights: [", "weights: [*nothing, ", "unknown-alias"),
  ])
  func badFunctionsAreRefused(_ change: (old: String, new: String, code: String)) {
    #expect(Self.function.contains(change.old))
    let text = Self.function.replacingOccurrences(of: change.old, with: change.new)
    let found = ForeignScenario(["water.yml": Self.domain, "a.yml": text]).faults()
    #expect(found.first?.hasSuffix(change.code) == true, "\(found)")
  }

  /// Aliases are read; those that would stand for billions of values are not.
  @Test func aliasesAreReadWithinLimits() throws {
    let text = Self.function.replacingOccurrences(
      of: "weights: [0.5, 0.25, 0.125, 0.125]", with: "weights: [&w 0.5, *w, *w, *w]")
    let scenario = try ForeignScenario(["water.yml": Self.domain, "a.yml": text]).read().scenario
    #expect(scenario.weights(0) == ["0.5", "0.5", "0.5", "0.5"])
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      bomb +=
        "a\(level): &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let found = ForeignScenario(["water.yml": Self.domain + "\n" + bomb, "a.yml": Self.function])
      .faults()
    #expect(found.first?.hasSuffix("alias-bomb") == true, "\(found)")
  }

  @Test func aFunctionNeedsItsDomain() {
    #expect(ForeignScenario(["a.yml": Self.function]).faults().count == 1)
    #expect(ForeignScenario(["water.yml": Self.domain]).faults().count == 1)
    #expect(ForeignScenario(["a.yml": "hello: world"]).faults().count == 1)
    #expect(ForeignScenario([String: String]()).faults().count == 1)
    let empty = "issues:\n- {name: a, type: CategoricalIssue, values: []}\n- {name: b, values: [1]}"
    #expect(
      ForeignScenario(["water.yml": empty, "a.yml": Self.function]).faults().first?
        .hasSuffix("empty-issue") == true)
  }

  /// 0.5 × 0.25 + 0.25 × (0.1 × 5 + 0.2) + 0.125 × 0.5 × 1 + 0.125 × 2.
  @Test func theReservedOutcomeIsWorthWhatItsPackageIs() throws {
    func reservation(_ lines: String) throws -> (Case.Scenario.Party, [String]) {
      let text = Self.function.replacingOccurrences(of: "reserved_value: 0.3", with: lines)
      let scenario = try ForeignScenario(["water.yml": Self.domain, "a.yml": text]).read().scenario
      return (scenario.parties[0], scenario.notes)
    }
    let outcome = "reserved_outcome: ['No', 5, 1.0, 2]"
    #expect(try reservation(outcome).0.reservation?.value?.text == "0.6125")
    #expect(
      try reservation("reserved_value: -.inf\n" + outcome).0.reservation?.value?.text == "0.6125")
    #expect(
      try reservation("reserved_value: 0.3\n" + outcome).0.reservation?.value?.text == "0.6125")
    #expect(
      try reservation("reserved_value: 0.9\n" + outcome).0.reservation?.value?.text == "0.9")
    let named = "reserved_outcome: {Release: 'No', days: 5, share: 1.0, gauges: 2}"
    #expect(try reservation(named).0.reservation?.value?.text == "0.6125")
    #expect(
      try reservation("reserved_value: 0.3\nreserved_outcome: null").0.reservation?.value?.text
        == "0.3")
    #expect(try reservation("reserved_value: 0.3\nmood: 4").1.joined().contains("`mood`"))
  }

  @Test(arguments: [
    ("reserved_outcome: ['No', 5]", "wrong-length"),
    ("reserved_outcome: ['Nej', 5, 1.0, 2]", "unknown-option"),
    ("reserved_outcome: sometimes", "wrong-type"),
    ("reserved_value: 1234567890123456789012", "bad-number"),
  ])
  func badReservationsAreRefused(_ lines: String, _ code: String) {
    let text = Self.function.replacingOccurrences(of: "reserved_value: 0.3", with: lines)
    let found = ForeignScenario(["water.yml": Self.domain, "a.yml": text]).faults()
    #expect(found.first?.hasSuffix(code) == true, "\(found)")
  }

  @Test func longNumbersAreRoundedOnce() throws {
    let text = Self.function.replacingOccurrences(
      of: "reserved_value: 0.3", with: "reserved_value: 0.12345678901234567449999")
    let scenario = try ForeignScenario(["water.yml": Self.domain, "a.yml": text]).read().scenario
    #expect(scenario.parties[0].reservation?.value?.text == "0.12345678901234567")
    #expect(scenario.notes.contains { $0.contains("rounded") })
  }
}
