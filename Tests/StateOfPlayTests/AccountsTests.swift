import CaseModel
import StateOfPlay
import Testing

/// Different answers to a question of what happened.
@Suite struct AccountsTests {
  private enum Outcome {
    case same, variant, conflict
  }

  private func sections(_ value: String, many: Bool = false) -> String {
    """
    issues:
      - {id: water, title: What happened, kind: factual, value: \(value),
         answers: \(many ? "many" : "one"), members: [{id: hill}, {id: dale}, {id: shore}],
         options: [{id: shared, title: S}, {id: metered, title: M}]}
    """
  }

  private func view(_ statements: [String], _ value: String, many: Bool = false) throws
    -> ContradictionsView
  {
    try contradictions(record(statements, with: sections(value, many: many)))
  }

  private func tell(_ id: String, _ speaker: String, _ answer: String) -> String {
    "id: \(id), speaker: \(speaker), act: state, date: 2025-05-01, about: {issue: water, \(answer)}"
  }

  private func outcome(_ kind: String, _ a: String, _ b: String) throws -> Outcome {
    let lines = [tell("a", "north", "value: {\(a)}"), tell("b", "south", "value: {\(b)}")]
    let found = try view(lines, kind)
    let turned = try view(lines.reversed(), kind)
    #expect(found.groups.count == turned.groups.count, "either way about")
    #expect(found.variants.count == turned.variants.count)
    #expect(found.accounts.count == 1, "tabled all the same")
    #expect(found.accounts[0].isContradicted == !found.groups.isEmpty)
    for group in found.groups + found.variants { #expect(group.sides.count == 2, "never merged") }
    return found.groups.isEmpty ? found.variants.isEmpty ? .same : .variant : .conflict
  }

  @Test func differentAnswersToAFactualIssueAreAnAccount() throws {
    let found = try view(
      [tell("a", "north", "option: shared"), tell("b", "south", "option: metered")], "option")
    #expect(found.groups.map(\.kind) == [.account])
    #expect(found.groups[0].actor == nil)
    #expect(found.groups[0].sides.map { $0.statements.map(\.statement) } == [["a"], ["b"]])
  }

  @Test func whereAnswersAreManyOnlyForAgainstAgainstOnOneConflicts() throws {
    let lines = [
      tell("a", "north", "option: shared"), tell("b", "south", "option: metered"),
      tell("c", "west", "option: metered").replacing("state", with: "deny"),
    ]
    let found = try view(Array(lines.prefix(2)), "option", many: true)
    #expect(found.groups.isEmpty)
    #expect(found.accounts.map(\.sides.count) == [2], "the reporters are tabled all the same")
    let denied = try view(lines, "option", many: true)
    #expect(denied.groups.map(\.kind) == [.account])
    #expect(
      denied.groups[0].sides.flatMap { $0.statements.map(\.statement) } == ["b", "c"],
      "only the sides that take part")
  }

  @Test func whoNamesTwoAnswersDoesNotContradictHimself() throws {
    let both = try view([tell("a", "north", "option: [shared, metered]")], "option")
    #expect(both.groups.isEmpty && both.variants.isEmpty)
    #expect(both.accounts.map(\.sides.count) == [2])
    let other = tell("b", "south", "option: metered")
    let found = try view([tell("a", "north", "option: [shared, metered]"), other], "option")
    #expect(found.groups.map(\.kind) == [.account])
  }

  @Test func aQuestionOrNoteTellsNothing() throws {
    let found = try view(
      [
        tell("a", "north", "option: shared"),
        tell("b", "south", "option: metered").replacing("state", with: "ask"),
        tell("c", "south", "option: metered").replacing("state", with: "takeNote"),
      ], "option")
    #expect(found.groups.isEmpty && found.variants.isEmpty)
    #expect(found.accounts.map(\.sides.count) == [1])
  }

  @Test func doubtedTellersAreShownAndConflictWithNothing() throws {
    let found = try view(
      [
        tell("a", "north", "option: shared"),
        tell("b", "south", "option: metered") + ", doubted: a rumour",
      ], "option")
    #expect(found.groups.isEmpty)
    #expect(found.accounts.map(\.sides.count) == [2])
    #expect(found.accounts.map(\.isContradicted) == [false])
  }

  @Test(arguments: [
    ("quantity: 2", "quantity: 3", true), ("quantity: 2", "quantity: 1, to: 3", false),
    ("quantity: 2, comparator: <", "quantity: 2", true),
    ("quantity: 2, comparator: ≤", "quantity: 2", false),
    ("quantity: 2, comparator: <", "quantity: 2, comparator: \">\"", true),
    ("quantity: 2, comparator: ≤", "quantity: 2, comparator: ≥", false),
    ("quantity: 2, comparator: <", "quantity: 1", false),
    ("quantity: 100, comparator: ≈", "quantity: 110", false),
    ("quantity: 100, comparator: ≈", "quantity: 111", true),
    ("quantity: 100, comparator: ≈, within: 0.5", "quantity: 149", false),
    ("quantity: 100, comparator: ≈, within: 0.01", "quantity: 102", true),
    ("quantity: 100, comparator: ≈", "quantity: 100, comparator: ≈, within: 0.5", false),
    ("quantity: 2, unit: hour", "quantity: 120, unit: minute", false),
    ("quantity: 2, unit: hour", "quantity: 3, unit: hour", true),
  ]) func quantitiesConflictOnlyWhenDisjoint(_ a: String, _ b: String, _ isConflict: Bool) throws {
    #expect(try outcome("quantity", a, b) == (isConflict ? .conflict : .variant))
  }

  @Test func equalValuesAgree() throws {
    #expect(try outcome("quantity", "quantity: 2", "quantity: 2") == .same)
    #expect(try outcome("set", "set: [hill, dale]", "set: [dale, hill, dale]") == .same)
    #expect(try outcome("date", "date: 2025-05-01", "date: 2025-05-01") == .same)
  }

  @Test func datesConflictOnlyWhenNoDayIsInBoth() throws {
    #expect(try outcome("date", "date: 2025-05-01", "date: 2025-05-02") == .conflict)
    #expect(try outcome("date", "date: 2025-05-01", "date: 2025-05") == .variant)
  }

  @Test(arguments: [
    ("set: [hill]", "set: [hill, dale]", true), ("set: [hill]", "set: [dale]", true),
    ("set: [hill], open: true", "set: [hill, dale]", false),
    ("set: [hill], open: true", "set: [dale]", true),
    ("set: [hill, dale], open: true", "set: [hill]", true),
    ("set: [hill], open: true", "set: [dale], open: true", false),
    ("set: [hill], except: [shore]", "set: [hill]", true),
    ("set: [hill, dale], except: [dale]", "set: [hill]", false),
    ("set: [hill, dale], except: [dale]", "set: [hill, dale]", true),
    ("set: [hill], open: true, except: [dale]", "set: [hill, dale]", true),
    ("set: [hill], open: true, except: [dale]", "set: [hill, shore]", false),
    ("set: [hill, dale], open: true, except: [dale]", "set: [hill]", false),
    ("set: [hill], open: true, except: [dale]", "set: [dale], open: true", false),
  ]) func setsConflictByWhatIsOpenAndExcepted(_ a: String, _ b: String, _ isConflict: Bool) throws {
    #expect(try outcome("set", a, b) == (isConflict ? .conflict : .variant))
  }

  @Test func notThisAndThatAreCompatible() throws {
    let no = tell("b", "south", "value: {quantity: 3}").replacing("state", with: "deny")
    let one = try view([tell("a", "north", "value: {quantity: 2}"), no], "quantity")
    #expect(one.groups.isEmpty)
    let same = try view([tell("a", "north", "value: {quantity: 3}"), no], "quantity")
    #expect(same.groups.map { $0.sides.map(\.answer) } == [["3", "3"]])
    #expect(same.groups.map { $0.sides.map(\.isDenied) } == [[false, true]])
  }

  @Test func oneTellerAgainstHimselfIsNoSecondAccount() throws {
    let lines = [tell("a", "north", "option: shared"), tell("b", "north", "option: metered")]
    #expect(try view(lines, "option").groups.map(\.kind) == [.account, .selfContradiction])
    let told = [lines[0], lines[1] + ", via: consul"]
    #expect(try view(told, "option").groups.map(\.kind) == [.account])
  }

  // MARK: Replies to accounts

  private let told =
    "id: a, speaker: north, act: accuse, of: south, date: 2025-05-01, about: {issue: water, option: shared}"

  private func sides(_ replies: [String]) throws -> [String] {
    let found = try view([told] + replies, "quantity")
    return try #require(found.accounts.first).sides.map { side in
      "\(side.isDenied ? "not: " : "")\(side.answer): \(side.statements.map(\.statement.raw).joined(separator: " "))"
    }
  }

  @Test(arguments: ["", ", hedge: knows nothing of it"])
  func aDenialOfAnAccountIsAnAccount(_ mark: String) throws {
    let denial = "id: b, speaker: south, act: deny, about: {statement: a}\(mark)"
    #expect(try sides([denial]) == ["S: a", "not: S: b"])
    let found = try view([told, denial], "quantity")
    #expect(found.accounts[0].isContradicted)
    #expect(found.groups.count == 1, "once, as an account and not as a denial beside it")
  }

  @Test func aConfirmationIsAnAccountAndTheDenialOfADenialIsOne() throws {
    #expect(
      try sides([
        "id: b, speaker: gazette, act: confirm, about: {statement: a}",
        "id: c, speaker: south, act: deny, about: {statement: a}",
        "id: d, speaker: west, act: deny, about: {statement: c}",
      ]) == ["S: a b d", "not: S: c"])
    // What only takes note says nothing of it; a circle of replies says nothing of anything.
    #expect(try sides(["id: b, speaker: south, act: takeNote, about: {statement: a}"]) == ["S: a"])
    #expect(
      try sides([
        "id: b, speaker: south, act: deny, about: {statement: c}",
        "id: c, speaker: west, act: deny, about: {statement: b}",
      ]) == ["S: a"])
  }

  @Test func whoLeavesItOpenIsListedAndContradictsNothing() throws {
    let monitor = "id: b, speaker: west, act: state, stance: unclear, about: {issue: water}"
    #expect(try sides([monitor]) == ["S: a", "not known, or left open: b"])
    let found = try view([told, monitor], "quantity")
    #expect(!found.accounts[0].isContradicted && found.groups.isEmpty)
  }
}
