import CaseModel
import Foundation
import Interchange
import Testing

/// The rules of GENIUS files, one by one: each is broken by some reader of these files.
@Suite struct GeniusTests {
  let whole: Case.Scenario

  init() throws { whole = try ForeignScenario(GeniusFixture.files).read().scenario }

  private func changed(_ old: String, _ new: String, in file: String = "upstream.xml")
    -> ForeignScenario
  {
    var files = GeniusFixture.files
    let text = files[file] ?? ""
    #expect(text.contains(old), "the fixture does not hold \(old)")
    files[file] = text.replacingOccurrences(of: old, with: new)
    return ForeignScenario(files)
  }

  @Test func theDomainGivesIssuesAndOptions() {
    #expect(whole.title == "Water" && whole.id == "water")
    #expect(whole.issues.map(\.name.raw) == ["release", "gauge", "days-of-notice", "share"])
    #expect(whole.issues[0].options.map(\.id.raw) == ["monthly", "on-demand", "never"])
    #expect(whole.issues[0].options.map(\.title) == ["monthly", "on demand", "never"])
    #expect(whole.parties.map(\.id.raw) == ["upstream"])
  }

  /// Value = evaluation ÷ the issue's largest; the file's own numbers stay, the scale says so.
  @Test func discreteValuesAreDividedByTheLargest() {
    #expect(whole.parties[0].scale == .largest)
    #expect(whole.values(0, "release") == ["monthly": "8", "on-demand": "4", "never": "0"])
    #expect(whole.values(0, "gauge") == ["yes": "0.5", "no": "2"])
  }

  /// clamp(slope × (x − lower) + offset, 0, 1).
  @Test func integersCountFromTheLowerBound() throws {
    let range = try #require(whole.issues[2].range)
    #expect([range.from.text, range.to.text, range.step?.text] == ["3", "13", "1"])
    let line = try #require(whole.parties[0].lines["days-of-notice"])
    #expect([line.slope, line.offset, line.origin].map(\.text) == ["0.125", "0.0625", "3"])
    #expect(line.clamped)
  }

  /// clamp(slope × x + offset, 0, 1): from nought, whatever the lower bound.
  @Test func realNumbersCountFromNought() throws {
    let range = try #require(whole.issues[3].range)
    #expect(range.continuous && range.from.text == "0.5" && range.to.text == "2.5")
    let line = try #require(whole.parties[0].lines["share"])
    #expect([line.slope, line.offset, line.origin].map(\.text) == ["0.5", "-0.25", "0"])
    #expect(line.clamped)
  }

  /// They sum to 0.7 in the file, and here.
  @Test func weightsAreNotRenormalised() {
    #expect(whole.weights(0) == ["0.25", "0.15", "0.2", "0.1"])
  }

  /// Indices begin at 2; the profile lists issues and weights in other orders than the domain.
  @Test func issuesAreKnownByIndexAndNameNotByPosition() throws {
    #expect(whole.weights(0) == ["0.25", "0.15", "0.2", "0.1"])
    let one = changed(#"index="3" name="Gauge""#, #"index="3" name="Gate""#)
    #expect(one.faults() == ["16:5 missing-issue", "16:5 unknown-issue"])
  }

  /// Two files that number differently, with the same names: the profile's weights go by its own.
  @Test func aProfileMayNumberForItself() throws {
    var text = GeniusFixture.profile
    for (old, new) in [("5", "9"), ("4", "8"), ("3", "7"), ("2", "6")] {
      text = text.replacingOccurrences(
        of: "<issue index=\"\(old)\"", with: "<issue index=\"\(new)\""
      )
      .replacingOccurrences(of: "<weight index=\"\(old)\"", with: "<weight index=\"\(new)\"")
    }
    let scenario = try ForeignScenario(["domain.xml": GeniusFixture.domain, "a.xml": text]).read()
      .scenario
    #expect(scenario.weights(0) == whole.weights(0))
  }

  @Test func aWeightOfTheObjectiveIsNoIssues() throws {
    #expect(whole.parties[0].weights.pairs.count == 4)
    let other = try changed(#"<weight index="0" value="1.0"/>"#, "").read().scenario
    #expect(other.weights(0) == whole.weights(0))
    #expect(
      changed(#"<weight index="0""#, #"<weight index="17""#).faults().map {
        $0.split(separator: " ")[1]
      }
        == ["unknown-issue"])
  }

  @Test func reservationAndDiscountStandOnTheScale() throws {
    #expect(whole.parties[0].reservation?.value?.text == "0.35")
    #expect(whole.parties[0].discount?.text == "0.9")
    #expect(
      changed(#"<reservation value="0.35"/>"#, #"<reservation value="35"/>"#).faults()
        == ["26:3 off-scale"])
  }

  @Test func reservationAndDiscountMayBeAbsent() throws {
    let scenario = try changed(
      "  <reservation value=\"0.35\"/>\n  <discount_factor value=\"0.9\"/>\n", ""
    ).read().scenario
    #expect(scenario.parties[0].reservation == nil && scenario.parties[0].discount == nil)
  }

  @Test func theNumberOfIssuesMayBeWrong() throws {
    #expect(GeniusFixture.profile.contains(#"number_of_issues="0""#))
    #expect(whole.issues.count == 4)
  }

  @Test(arguments: [" ", "\n\n\t ", "\u{FEFF}", "\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"])
  func blanksMayStandBeforeTheFirstElement(_ blanks: String) throws {
    var files = GeniusFixture.files.mapValues { blanks + $0 }
    #expect(try ForeignScenario(files).read().scenario == whole)
    files["domain.xml"] = files["domain.xml"].map {
      $0.replacingOccurrences(of: "</issue>", with: "")
    }
    #expect(ForeignScenario(files).faults().allSatisfy { $0.hasSuffix("bad-xml") })
  }

  @Test func latin1AndUTF16AreRead() throws {
    let named = GeniusFixture.files.mapValues {
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
        + $0.replacingOccurrences(of: "never", with: "jamás, señor")
    }
    let latin = named.mapValues { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
    let scenario = try ForeignScenario(bytes: latin).read().scenario
    #expect(scenario.issues[0].options[2].title == "jamás, señor")
    let wide = named.mapValues { text -> [UInt8] in
      [0xFF, 0xFE]
        + text.utf16.flatMap { unit -> [UInt8] in
          [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }
    #expect(try ForeignScenario(bytes: wide).read().scenario == scenario)
    #expect(try ForeignScenario(named).read().scenario == scenario)
  }

  @Test func objectivesMayBeNested() throws {
    let open = #"<objective index="7" name="Rules" type="objective"><issue index="3""#
    var files = GeniusFixture.files.mapValues {
      $0.replacingOccurrences(of: "<issue index=\"3\"", with: open)
    }
    for (name, text) in files {
      let parts = text.components(separatedBy: "<objective index=\"7\"")
      let tail = parts[1].replacingOccurrences(
        of: "</issue>", with: "</issue></objective>",
        range: parts[1].range(of: "</issue>"))
      files[name] = parts[0] + "<objective index=\"7\"" + tail
    }
    #expect(try ForeignScenario(files).read().scenario == whole)
  }

  @Test func aProfileAloneHoldsItsDomain() throws {
    let scenario = try ForeignScenario(["upstream.xml": GeniusFixture.profile]).read().scenario
    #expect(scenario.issues.map(\.name.raw) == ["share", "release", "days-of-notice", "gauge"])
    #expect(scenario.values(0, "gauge") == whole.values(0, "gauge"))
  }

  @Test func otherEvaluatorsAreReadAsWhatTheyAre() throws {
    let constant = try changed(
      #"ftype="linear" parameter0="-0.25" parameter1="0.5""#, #"ftype="constant" parameter0="0.4""#
    ).read().scenario
    #expect(constant.parties[0].lines["share"]?.slope.text == "0")
    #expect(constant.parties[0].lines["share"]?.offset.text == "0.4")
    let triangle = try changed(
      #"ftype="linear" parameter0="-0.25" parameter1="0.5""#,
      #"ftype="triangular" parameter0="0.5" parameter1="2.5" parameter2="1""#
    ).read().scenario
    #expect(triangle.values(0, "share") == ["0.5": "0", "1": "1", "2.5": "0"])
  }

  @Test func numbersAreReadAsWritten() throws {
    let scenario = try changed(#"evaluation="8""#, #"evaluation="8.0E-2""#).read().scenario
    #expect(scenario.values(0, "release")["monthly"] == "0.08")
    let long = try changed(#"evaluation="8""#, #"evaluation="0.12345678901234567891""#).read()
      .scenario
    #expect(long.values(0, "release")["monthly"] == "0.12345678901234568")
    #expect(long.notes.count == 1)
  }

  @Test(arguments: [
    (#"evaluation="8""#, #"evaluation="NaN""#, "bad-number"),
    (#"evaluation="8""#, #"evaluation="-8""#, "negative-value"),
    (#"evaluation="8""#, #"evaluation="many""#, "bad-number"),
    (#" evaluation="8""#, "", "missing-key"),
    (#"<weight index="5" value="0.1"/>"#, #"<weight index="5" value="Infinity"/>"#, "bad-number"),
    (#"<weight index="5" value="0.1"/>"#, #"<weight index="5" value="-0.1"/>"#, "negative-weight"),
    (#"<weight index="5" value="0.1"/>"#, #"<weight index="4" value="0.1"/>"#, "duplicate-key"),
    (#"value="monthly""#, #"value="weekly""#, "unknown-option"),
    (#"<item index="3" value="never" evaluation="0"/>"#, "", "missing-option"),
    (#"ftype="linear" parameter0"#, #"ftype="spline" parameter0"#, "unknown-word"),
    (#"type="any""#, #"type="nonlinear""#, "not-additive"),
    (#"discount_factor value="0.9""#, #"discount_factor value="1.9""#, "off-scale"),
    ("</utility_space>", "", "bad-xml"), ("<utility_space", "<space", "not-genius"),
  ])
  func badProfilesAreRefused(_ change: (old: String, new: String, code: String)) {
    let found = changed(change.old, change.new).faults()
    if change.code == "not-genius" {
      #expect(found.count == 1)
    } else {
      #expect(found.first?.hasSuffix(change.code) == true, "\(found)")
    }
  }

  @Test(arguments: [
    (#"<item index="1" value="yes"/>"#, #"<item index="1" value="no"/>"#, "duplicate-id"),
    (#"index="3" name="Gauge""#, #"index="2" name="Gauge""#, "duplicate-id"),
    (#"lowerbound="3" upperbound="13""#, #"lowerbound="13" upperbound="3""#, "backward-range"),
    (#"lowerbound="3" upperbound="13""#, #"lowerbound="3.5" upperbound="13""#, "bad-range"),
    (
      #"name="Gauge" type="discrete" vtype="discrete""#, #"name="Gauge" vtype="fuzzy""#,
      "unknown-word"
    ),
    (#"index="2" name="Release""#, #"index="two" name="Release""#, "missing-key"),
  ])
  func badDomainsAreRefused(_ change: (old: String, new: String, code: String)) {
    let found = changed(change.old, change.new, in: "domain.xml").faults()
    #expect(found.first?.hasSuffix(change.code) == true, "\(found)")
  }

  @Test func emptyIssuesAndWeightsOfZeroAreRefused() {
    let empty = """
      <negotiation_template><utility_space><objective index="0" name="a">
      <issue index="1" name="b" type="discrete"></issue></objective></utility_space>
      </negotiation_template>
      """
    #expect(
      ForeignScenario(["domain.xml": empty, "p.xml": GeniusFixture.profile]).faults()
        .first?.hasSuffix("empty-issue") == true)
    var text = GeniusFixture.profile
    for index in 2...5 {
      text = text.replacingOccurrences(
        of: "<weight index=\"\(index)\" value=\"0.[0-9]+\"/>", with: "", options: .regularExpression
      )
    }
    #expect(
      ForeignScenario(["domain.xml": GeniusFixture.domain, "p.xml": text]).faults()
        .first?.hasSuffix("no-weights") == true)
    #expect(ForeignScenario(["domain.xml": GeniusFixture.domain]).faults().count == 1)
    #expect(
      ForeignScenario(["a.xml": GeniusFixture.domain, "b.xml": GeniusFixture.domain]).faults()
        .count == 1)
  }

  /// As `dragoman settle` opens them: a folder, a profile alone, and never a case.
  @Test func theyOpenAsModels() throws {
    try ForeignScenario(GeniusFixture.files).inFolder { folder in
      let opened = try #require(try ModelFile.open(folder, \.scenarios))
      #expect(opened.theCase.scenarios == [whole])
      let alone = try #require(try ModelFile.open(folder + "/upstream.xml", \.scenarios))
      #expect(alone.theCase.scenarios.first?.issues.count == 4)
      #expect(try ModelFile.open(folder, \.conflicts) == nil)
    }
    try ForeignScenario(["p.json": GeniusWebTests.profile()]).inFolder { folder in
      let opened = try ModelFile.open(folder + "/p.json", \.scenarios)
      #expect(opened != nil)
    }
    try ForeignScenario(["d.yml": NegMASTests.domain, "p.yml": NegMASTests.function])
      .inFolder { folder in
        let opened = try ModelFile.open(folder, \.scenarios)
        #expect(opened?.theCase.scenarios.first?.title == "water")
      }
    let istanbul = SeedTextTests.example.path
    #expect(try ModelFile.open(istanbul, \.scenarios) == nil)
    #expect(try ModelFile.open(istanbul + "/istanbul.yaml", \.scenarios) == nil)
  }
}
