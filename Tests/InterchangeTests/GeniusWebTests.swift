import CaseModel
import Interchange
import Testing

@Suite struct GeniusWebTests {
  static let domain = """
    {"name": "water", "issuesValues": {
      "Release": {"values": ["monthly", "on demand"]},
      "days": {"range": ["3", "13", "0.5"]}}}
    """

  static func profile(
    utilities: String =
      #"{"DiscreteValueSetUtilities": {"valueUtilities": {"on demand": 0.25, "monthly": 1}}}"#,
    weight: String = "0.6", reservation: String = "null", extra: String = ""
  ) -> String {
    """
    {"LinearAdditiveUtilitySpace": {
      "name": "upstream\(extra)",
      "issueUtilities": {
        "days": {"NumberValueSetUtilities":
          {"lowValue": 3, "lowUtility": 0.2, "highValue": 13, "highUtility": 1}},
        "Release": \(utilities)},
      "issueWeights": {"days": 0.4, "Release": \(weight)},
      "domain": \(domain),
      "reservationBid": \(reservation)}}
    """
  }

  @Test func aDomainAndAProfileAreRead() throws {
    let result = try ForeignScenario(["water.json": Self.domain, "up.json": Self.profile()]).read()
    #expect(result.format == .geniusweb && result.files.count == 2)
    let scenario = result.scenario
    #expect(scenario.title == "water" && scenario.issues.map(\.name.raw) == ["release", "days"])
    let party = scenario.parties[0]
    #expect(party.scale == .raw && party.title == "upstream" && party.id == "up")
    #expect(scenario.weights(0) == ["0.6", "0.4"])
    #expect(scenario.values(0, "release") == ["monthly": "1", "on-demand": "0.25"])
    #expect(scenario.values(0, "days") == ["3": "0.2", "13": "1"])
    #expect(scenario.issues[1].range?.step?.text == "0.5")
    #expect(party.reservation == nil)
    let alone = try ForeignScenario(["up.json": Self.profile()]).read().scenario
    #expect(alone == scenario)
  }

  /// The reservation is a package here: 0.6 × 0.25 + 0.4 × (0.2 + 0.8 × 5/10).
  @Test func theReservationIsWhatItsPackageIsWorth() throws {
    let bid = #"{"issuevalues": {"Release": "on demand", "days": 8}}"#
    let scenario = try ForeignScenario(["up.json": Self.profile(reservation: bid)]).read().scenario
    #expect(scenario.parties[0].reservation?.value?.text == "0.39")
    let partial = #"{"issuevalues": {"Release": "monthly"}}"#
    let other = try ForeignScenario(["up.json": Self.profile(reservation: partial)]).read().scenario
    #expect(other.parties[0].reservation?.value?.text == "0.6")
  }

  @Test func aReservedValueAndADiscountAreRead() throws {
    func party(_ keys: String, bid: String = "null") throws -> (Case.Scenario.Party, [String]) {
      let text = Self.profile(reservation: bid).replacing(
        "\"reservationBid\"", with: keys + ", \"reservationBid\"")
      let scenario = try ForeignScenario(["up.json": text]).read().scenario
      return (scenario.parties[0], scenario.notes)
    }
    let plain = try party(#""reserved_value": 0.45, "discount_factor": 0.9"#).0
    #expect(plain.reservation?.value?.text == "0.45" && plain.discount?.text == "0.9")
    #expect(try party(#""discount_factor": 1.0"#).0.discount == nil)
    let bid = #"{"issuevalues": {"Release": "on demand", "days": 8}}"#
    let both = try party(#""reserved_value": 0.45"#, bid: bid)
    #expect(both.0.reservation?.value?.text == "0.39" && both.1.joined().contains("0.45"))
    #expect(try party(#""temper": "mild""#).1.joined().contains("`temper`"))
  }

  @Test(arguments: [
    (Self.profile(weight: "-0.6"), "negative-weight"),
    (Self.profile(weight: "NaN"), "syntax"),
    (Self.profile(weight: "\"NaN\""), "bad-number"),
    (Self.profile(weight: "\"Infinity\""), "bad-number"),
    (Self.profile(weight: "1e999"), "bad-number"),
    (Self.profile(utilities: "{}"), "unknown-word"),
    (
      Self.profile(
        utilities: #"{"DiscreteValueSetUtilities": {"valueUtilities": {"monthly": 1}}}"#),
      "missing-option"
    ),
    (
      Self.profile(
        utilities: #"{"DiscreteValueSetUtilities": {"valueUtilities": {"never": 1}}}"#),
      "unknown-option"
    ),
    (Self.profile(reservation: #"{"issuevalues": {"Release": "never"}}"#), "unknown-option"),
    (Self.profile(reservation: #"{"issuevalues": {"tolls": "1"}}"#), "unknown-issue"),
    (String(Self.profile().dropLast(40)), "syntax"),
    (String(Self.profile().prefix(300)), "syntax"),
  ])
  func badProfilesAreRefused(_ bad: (text: String, code: String)) {
    let found = ForeignScenario(["water.json": Self.domain, "up.json": bad.text]).faults()
    #expect(found.first?.hasSuffix(bad.code) == true, "\(found)")
  }

  @Test(arguments: [
    (#"{"issuesValues": {}}"#, "no-issues"), (#"{"issuesValues": []}"#, "missing-key"),
    (#"{"issuesValues": {"a": {"values": []}}}"#, "empty-issue"),
    (#"{"issuesValues": {"a": {"values": ["x", "x"]}}}"#, "duplicate-id"),
    (#"{"issuesValues": {"a": {"range": [3, 1, 1]}}}"#, "bad-range"),
    (#"{"issuesValues": {"a": {"range": [3, 5, 0]}}}"#, "bad-range"),
    (#"{"issuesValues": {"a": {}}}"#, "missing-key"),
  ])
  func badDomainsAreRefused(_ bad: (text: String, code: String)) {
    let found = ForeignScenario(["water.json": bad.text, "up.json": Self.profile()]).faults()
    #expect(found.first?.hasSuffix(bad.code) == true, "\(found)")
  }

  @Test func nestingIsLimited() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let found = ForeignScenario(["p.json": #"{"issuesValues": "# + deep + "}"]).faults()
    #expect(found.first?.hasSuffix("too-deep") == true, "\(found)")
  }
}
