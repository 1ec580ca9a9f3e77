import CaseModel
import StateOfPlay
import Testing

/// Options and values of an issue, and how one takes another's place.
@Suite struct AnswersTests {
  private let metered = "about: {issue: water, option: metered}"

  @Test func withNeitherOptionNorValueAStatementIsListedAndDecidesNothing() throws {
    let one = try cell(record(["id: a, act: accept, date: 2025-05-01, about: {issue: water}"]))
    #expect(one.isEmpty)
    #expect(one.role("a") == .listed)
  }

  @Test func aLaterForOnAnotherOptionSupersedes() throws {
    let one = try cell(
      record([
        "id: old, act: accept, date: 2025-05-01",
        "id: new, act: accept, date: 2025-05-09, \(metered)",
      ]))
    #expect(one["shared"]?.isSuperseded == true)
    #expect(one["shared"]?.isAccepted == false)
    #expect(one["metered"]?.isSuperseded == false)
    #expect(one.answers.map(\.answer) == ["metered", "shared"])
  }

  @Test func whatWasSupersededIsKeptAndShown() throws {
    let one = try cell(
      record([
        "id: old, act: accept, date: 2025-05-01",
        "id: new, act: accept, date: 2025-05-09, \(metered)",
      ]))
    #expect(one.role("old") == .superseded)
    #expect(one["shared"]?.stances == [.for])
  }

  @Test func onlyALaterOneSupersedes() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-09", "id: b, act: accept, date: 2025-05-09, \(metered)",
      ]))
    #expect(one.answers.filter(\.isSuperseded).isEmpty)
  }

  /// "A vague date never makes a statement the newest", in whichever order the two are on record.
  @Test func aVagueDateNeverSupersedesAndGivesWay() throws {
    let lines = [
      "id: a, act: accept, date: 2025-05", "id: b, act: accept, date: 2025-05-09, \(metered)",
    ]
    for lines in [lines, lines.reversed()] {
      let one = try cell(record(lines))
      #expect(one["shared"]?.isSuperseded == true)
      #expect(one["metered"]?.isSuperseded == false)
      #expect(try changes(record(lines)).changes.allSatisfy { $0.kinds == [.new] }, "no change")
    }
  }

  @Test(arguments: ["reject", "condition", "withdraw"])
  func onlyAForSupersedes(_ act: String) throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01", "id: b, act: \(act), date: 2025-05-09, \(metered)",
      ]))
    #expect(one["shared"]?.isSuperseded == false)
  }

  @Test(arguments: ["reject", "condition"])
  func onlyAForIsSuperseded(_ act: String) throws {
    let one = try cell(
      record([
        "id: a, act: \(act), date: 2025-05-01", "id: b, act: accept, date: 2025-05-09, \(metered)",
      ]))
    #expect(one["shared"]?.isSuperseded == false)
  }

  @Test func aVagueWordBesideAPreciseOneDoesNotKeepItStanding() throws {
    // Of two that decide for the one, the month may be later than the day of the other.
    let one = try cell(
      record([
        "id: day, act: accept, date: 2025-05-10", "id: month, act: accept, date: 2025-05",
        "id: b, act: accept, date: 2025-05-15, \(metered)",
      ]))
    #expect(one["shared"]?.decidedBy == ["day", "month"])
    #expect(one["shared"]?.isSuperseded == true, "the month makes nothing the newest")
  }

  @Test func optionsOfAnIssueWithManyAnswersStandTogether() throws {
    let issues = """
      issues:
        - {id: water, title: Causes, kind: negotiable, answers: many,
           options: [{id: shared, title: A}, {id: metered, title: B}]}
      """
    let one = try cell(
      record(
        [
          "id: a, act: accept, date: 2025-05-01",
          "id: b, act: accept, date: 2025-05-09, \(metered)",
        ], with: issues))
    #expect(one.answers.filter(\.isSuperseded).isEmpty)
    #expect(one.role("a") == .decides)
  }

  @Test func aStatementThatNamesBothOptionsSupersedesNeither() throws {
    let one = try cell(
      record([
        "id: old, act: accept, date: 2025-05-01",
        "id: both, act: accept, date: 2025-05-09, about: {issue: water, option: [shared, metered]}",
      ]))
    #expect(one.answers.filter(\.isSuperseded).isEmpty)
    #expect(one.answers.map(\.decidedBy) == [["both"], ["both"]])
  }

  @Test func anyIsEveryOption() throws {
    let one = try cell(
      record(["id: a, act: accept, date: 2025-05-01, about: {issue: water, option: any}"]))
    #expect(one.answers.map(\.answer) == ["shared", "metered", "dammed"])
    #expect(one.answers.allSatisfy { $0.stances == [.for] })
  }

  @Test func aStatementThatStillDecidesOnOneOptionIsNotMarkedSuperseded() throws {
    let one = try cell(
      record([
        "id: both, act: accept, date: 2025-05-01, about: {issue: water, option: [shared, metered]}",
        "id: new, act: accept, date: 2025-05-09, about: {issue: water, option: dammed}",
        "id: again, act: condition, date: 2025-05-09, about: {issue: water, option: metered}",
      ]))
    #expect(one["shared"]?.isSuperseded == true)
    #expect(one["metered"]?.decidedBy == ["again"])
    #expect(one.role("both") == .superseded)
  }

  private let sized = """
    issues:
      - {id: water, title: How much water, kind: negotiable, value: quantity, unit: litre}
      - {id: land, title: Which land, kind: negotiable, value: set, answers: many,
         members: [{id: hill, name: The hill}, {id: dale}]}
    """

  @Test func eachDistinctValueIsAnOption() throws {
    let one = try cell(
      record(
        [
          "id: a, act: offer, date: 2025-05-01, about: {issue: water, value: {quantity: 2}}",
          "id: b, act: reject, date: 2025-05-01, about: {issue: water, value: {quantity: 3}}",
          "id: c, act: offer, date: 2025-05-01, about: {issue: water, value: {quantity: 2.0}}",
        ], with: sized))
    #expect(one.answers.count == 2)
    #expect(one.answers.map(\.decidedBy) == [["a", "c"], ["b"]])
  }

  @Test func aComparatorMakesAnotherValue() throws {
    let one = try cell(
      record(
        [
          "id: a, act: offer, date: 2025-05-01, about: {issue: water, value: {quantity: 2}}",
          """
          id: b, act: offer, date: 2025-05-01,
              about: {issue: water, value: {quantity: 2, comparator: ≈}}
          """,
        ], with: sized))
    #expect(one.answers.count == 2)
  }

  @Test func setsWithTheSameMembersAreOneValueWhateverTheirOrder() throws {
    let one = try cell(
      record(
        [
          "id: a, act: demand, date: 2025-05-01, about: {issue: land, value: {set: [hill, dale]}}",
          "id: b, act: demand, date: 2025-05-01, about: {issue: land, value: {set: [dale, hill]}}",
          """
          id: c, act: demand, date: 2025-05-01,
              about: {issue: land, value: {set: [dale, hill], open: true}}
          """,
        ], with: sized), on: "land")
    #expect(one.answers.map(\.decidedBy) == [["a", "b"], ["c"]])
    #expect(one.answers.first?.title == "The hill, dale")
  }

  @Test func aValueIsNeverTakenForAnOptionOfTheSameName() throws {
    let issues = """
      issues:
        - {id: land, title: Which land, kind: negotiable, value: set, members: [{id: hill}],
           options: [{id: hill, title: As on the hill}]}
      """
    let one = try cell(
      record(
        [
          "id: a, act: accept, date: 2025-05-01, about: {issue: land, value: {set: [hill]}}",
          "id: b, act: reject, date: 2025-05-01, about: {issue: land, option: hill}",
        ], with: issues), on: "land")
    #expect(one.answers.count == 2)
    #expect(!one.isDivided && !one.isContested)
  }

  @Test func factualIssuesHaveNoPositions() throws {
    let issues = "issues: [{id: water, title: What happened, kind: factual}]"
    let view = positions(try record(["id: a, act: accept"], with: issues))
    #expect(view.rows.isEmpty)
  }

  @Test func aRedLineOfWhatDecidesMarksTheCell() throws {
    let one = try cell(record(["id: a, act: reject, date: 2025-05-01, redLine: true"]))
    #expect(one.isRedLine)
    #expect(one["shared"]?.isRedLine == true)
    #expect(one["shared"]?.stances == [.against])
    let other = try cell(record(["id: a, act: reject, date: 2025-05-01"]))
    #expect(!other.isRedLine)
  }

  @Test func aRedLineThatDecidesNothingMarksNothing() throws {
    let one = try cell(
      record([
        "id: a, act: reject, date: 2025-05-01, redLine: true, doubted: forged",
        "id: b, act: accept, date: 2025-05-01",
      ]))
    #expect(!one.isRedLine)
  }
}
