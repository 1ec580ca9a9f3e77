import CaseModel
import Foundation
import Interchange
import Testing

@Suite struct GeniusExportTests {
  private func again(_ scenario: Case.Scenario) throws -> Case.Scenario {
    let export = try GeniusExport(scenario)
    var files: [String: [UInt8]] = [:]
    for file in export.files { files[file.name] = file.bytes }
    return try ForeignScenario(bytes: files).read().scenario
  }

  @Test func whatCameFromGENIUSGoesBackTheSame() throws {
    let scenario = try ForeignScenario(GeniusFixture.files).read().scenario
    let export = try GeniusExport(scenario)
    #expect(export.losses.isEmpty && export.remarks.isEmpty)
    #expect(export.files.map(\.name) == ["domain.xml", "upstream.xml"])
    var back = try again(scenario)
    back.parties[0].reservation = scenario.parties[0].reservation
    #expect(back == scenario)
  }

  @Test func namesAreEscaped() throws {
    var scenario = try ForeignScenario(GeniusFixture.files).read().scenario
    scenario.title = "a \"b\" <c> & d"
    scenario.issues[0].options[0].title = "5 < 6 & \"7\" > ü"
    #expect(try again(scenario).title == scenario.title)
    #expect(try again(scenario).issues[0].options[0].title == "5 < 6 & \"7\" > ü")
  }

  /// Raw values: the weight takes the largest value in, so that weight × value ÷ largest stays.
  /// The best package is worth 36, so all is divided: 4 × 5 + 2 × 8 = 36.
  private var raw: Case.Scenario {
    var scenario = Case.Scenario(id: "raw", title: "raw")
    scenario.issues = [
      .init(id: "a", options: [.init(id: "x"), .init(id: "y")]),
      .init(id: "b", options: [.init(id: "x"), .init(id: "y")]),
    ]
    var party = Case.Scenario.Party(id: "p")
    party.weights = NameMap([("a", .init(Amount(4))), ("b", .init(Amount(2)))])
    party.values = NameMap([
      ("a", NameMap([("x", .init(Amount(5))), ("y", .init(Amount(1)))])),
      ("b", NameMap([("x", .init(Amount(0))), ("y", .init(Amount(8)))])),
    ])
    party.reservation = .init(Amount(9))
    scenario.parties = [party]
    return scenario
  }

  @Test func rawValuesKeepTheirProportions() throws {
    let export = try GeniusExport(raw)
    #expect(export.remarks.count == 1)
    let back = try again(raw)
    // 36 does not divide 20 in decimals; 100 does.
    #expect(back.weights(0) == ["0.2", "0.16"])
    #expect(back.parties[0].reservation?.value?.text == "0.09")
    #expect(back.values(0, "a") == ["x": "5", "y": "1"])
    var even = raw
    even.parties[0].weights["b"] = .init(Amount("2.5") ?? Amount(0))
    #expect(try again(even).weights(0) == ["0.5", "0.5"])
    #expect(try again(even).parties[0].reservation?.value?.text == "0.225")
  }

  @Test func whatGENIUSCannotHoldIsSaid() throws {
    var scenario = raw
    var link = Case.Scenario.Link()
    link.excludes = [.init("a", "x"), .init("b", "x")]
    scenario.links = [link]
    scenario.parties[0].redLines = [.init(never: "a=x"), .init(never: "b=x")]
    scenario.parties[0].weights["a"] = .init(Amount(4), from: Amount(3), to: Amount(5))
    #expect(
      try GeniusExport(scenario).losses
        == ["1 link", "2 red lines", "1 range of an uncertain number"])
    scenario.parties[0].utility = .mean
    #expect(throws: CaseFileError.self) { try GeniusExport(scenario) }
    var negative = raw
    negative.parties[0].values["a"]?["y"] = .init(Amount("-1") ?? Amount(0))
    #expect(throws: CaseFileError.self) { try GeniusExport(negative) }
  }

  /// A range by steps with values in between becomes items, each with its worth.
  @Test func otherRangesBecomeItems() throws {
    var scenario = raw
    var issue = Case.Scenario.Issue(id: "days", options: [])
    issue.range = .init(from: Amount(2), to: Amount(6), step: Amount(2))
    scenario.issues.append(issue)
    scenario.parties[0].weights["days"] = .init(Amount(1))
    scenario.parties[0].values["days"] = NameMap([("2", .init(Amount(0))), ("6", .init(Amount(4)))])
    let back = try again(scenario)
    #expect(back.values(0, "days") == ["2": "0", "4": "2", "6": "4"])
    issue.range = .init(from: Amount(2), to: Amount(6), step: nil)
    scenario.issues[2] = issue
    #expect(throws: CaseFileError.self) { try GeniusExport(scenario) }
  }
}
