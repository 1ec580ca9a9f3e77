import Foundation
import TestSupport
import Testing

/// Models that cannot be meant, through the program: each names its place and says what to do.
@Suite struct ModelErrorTests {
  /// A model of two gates, with parts to be replaced.
  private static let gates = """
    id: gates
    title: Two gates
    decisionMakers:
      - {id: n, title: North, prefers: [{that: theirs}]}
      - {id: s, title: South, prefers: [{that: ours}]}
    options:
      - {id: ours, title: open the upper gate, owners: n}
      - {id: theirs, title: open the lower gate, owners: s}

    """

  private func stability(
    _ text: String, _ more: [String] = [], name: String = "model.yaml"
  ) throws -> Program.Result {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    return try withExtendedLifetime(folder) {
      try Program.run(["stability", name] + more, in: folder.url)
    }
  }

  /// A coalesced state may begin with a dash, and so may a pattern that only one state matches.
  @Test func patternsThatBeginWithADashAreNotOptions() throws {
    // No one minds whether the upper gate is open once the lower one is.
    let merged =
      Self.gates.replacing("[{that: ours}]", with: "[{that: not theirs}]") + "coalesced: [-Y]\n"
    for option in ["--state", "--want"] {
      let result = try stability(merged, [option, "-Y"])
      #expect(result.code == 0 && result.output.contains("-Y"), "\(result.error)")
    }
    let several = try stability(Self.gates, ["--state", "-N"])
    #expect(several.code == 2 && several.error.contains("2 states match it"))
    let one = Self.gates + "infeasible: [{pattern: YN}]\n"
    #expect(try stability(one, ["--state", "-N"]).code == 0)
  }

  @Test(arguments: [
    ("theirs, title", "theirs, titel", "model.yaml:8:", "unknown key `titel`"),
    (
      "owners: s}", "owners: []}", "model.yaml:8:", "option \"theirs\" has no owner"
    ),
    ("owners: s}", "owners: south}", "model.yaml:8:", "names \"south\", which does not exist"),
    (
      "{that: ours}", "{that: oars}", "model.yaml:5:", "did you mean \"ours\"?"
    ),
    ("{that: ours}", "{that: ours or}", "model.yaml:5:", "column 8"),
    (
      "prefers: [{that: ours}]", "compares: [{better: YN, than: NN}, {better: NN, than: YN}]",
      "model.yaml:5:", "says two different things about"
    ),
    (
      "prefers: [{that: ours}]",
      "compares: [{better: YN, than: NN}, {better: NN, than: YY}, {better: YY, than: YN}]",
      "model.yaml:5:", "goes round in a circle"
    ),
    (
      "prefers: [{that: ours}]", "ranking: [{states: YN}, {states: YN}]", "model.yaml:5:",
      "names the state YN twice"
    ),
    (
      "prefers: [{that: ours}]", "compares: [{better: YN}]", "model.yaml:5:",
      "a comparison names two states"
    ),
    (
      "prefers: [{that: ours}]", "prefers: [{that: ours}], weights: [{option: ours, taken: 1}]",
      "model.yaml:5:", "given in one way"
    ),
  ])
  func aFaultNamesItsPlace(
    _ old: String, _ new: String, _ place: String, _ message: String
  ) throws {
    let result = try stability(Self.gates.replacing(old, with: new))
    #expect(result.code == 3 && result.output.isEmpty)
    #expect(result.error.contains(place), "\(result.error)")
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test(arguments: [
    (
      "infeasible: [{pattern: \"--\"}]", "no feasible state is left",
      "relax the infeasibility rules"
    ),
    ("feasible: [YYY]", "3 signs, not 2", "one sign per option"),
    ("forbidden: [{mover: n, from: YN, to: YY}]", "does not exist", "check the mover"),
    ("statusQuo: YX", "no option `YX`", "write a pattern such as NN"),
    ("moves: [{mover: n, from: YN, to: YY}]", "lists no moves", "drop `moves`"),
  ])
  func aPartThatCannotBeIsRefused(_ line: String, _ message: String, _ hint: String) throws {
    let result = try stability(Self.gates + line + "\n")
    #expect(result.code == 3 && result.output.isEmpty)
    #expect(
      result.error.contains("model.yaml:9:") || line.hasPrefix("statusQuo"), "\(result.error)")
    #expect(result.error.contains(message), "\(result.error)")
    #expect(result.error.contains(hint), "\(result.error)")
  }

  private static func manyOptions(_ count: Int) -> String {
    let options = (0..<count).map { "  - {id: o\($0), title: take step \($0), owners: n}" }
    return """
      id: many
      title: Many options
      decisionMakers: [{id: n, title: North, prefers: [{that: o1}]}]
      options:
      \(options.joined(separator: "\n"))

      """
  }

  @Test func tenThousandOptionsAreTooMany() throws {
    let result = try stability(Self.manyOptions(10_000))
    #expect(result.code == 3 && result.output.isEmpty)
    #expect(result.error.contains("10,000 options; at most 64 are supported"))
    #expect(result.error.contains("hint: merge options, or split the conflict"))
  }

  @Test func twoToTheFortyStatesSayHowLargeTheyAreAndWhatWouldFit() throws {
    let result = try stability(Self.manyOptions(40))
    #expect(result.code == 3 && result.output.isEmpty)
    #expect(result.error.contains("2^40 = 1,099,511,627,776 combinations"), "\(result.error)")
    #expect(result.error.contains("at most 16,777,216 states fit"), "\(result.error)")
    #expect(
      result.error.contains("drop or merge 16, as all combinations of 24 options fit"),
      "\(result.error)")
  }

  @Test(arguments: [
    (["--state", "YNN"], "3 signs, not 2"), (["--want", "oars"], "did you mean `ours`?"),
    (["--what-if", "s without"], "is not a change of the model"),
    (["--what-if", "x: ours"], "no decision maker `x`"),
    (["--concept", "SEK"], "unknown concept `SEK`"), (["--unknown", "z"], "it is a, b, c or d"),
    (["--conflict", "gate"], "did you mean `gates`?"),
    (["--sample=-1"], "--sample is a number from 0"),
  ])
  func aQuestionThatCannotBeMeantIsWrongUsage(_ question: [String], _ message: String) throws {
    let result = try stability(Self.gates, question)
    #expect(result.code == 2 && result.output.isEmpty)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func payoffsAndResultsOfAForeignFileAreNotBelieved() throws {
    func model(_ lies: String) -> String {
      """
      {"options": [{"name": "Cooperate A"}, {"name": "Cooperate B"}], \(lies)
       "decisionMakers": [
        {"name": "A", "options": [0], "preferences": [[[1, "Y"]], [[0, "N"]]], "payoffs": [9, 1, 1, 1]},
        {"name": "B", "options": [1], "preferences": [[[0, "Y"]], [[1, "N"]]], "payoffs": [0, 0, 0, 7]}]}
      """
    }
    let honest = try stability(model(""), ["--format", "csv"], name: "a.gmcr")
    let lying = try stability(
      model("\"equilibria\": {\"Nash\": [1]}, \"payoffs\": [[4, 3, 2, 1], [1, 2, 3, 4]],"),
      ["--format", "csv"], name: "a.gmcr")
    #expect(honest.code == 0, "\(honest.error)")
    #expect(honest.output == lying.output)
    let nash = honest.output.split(whereSeparator: \.isNewline).filter {
      $0.contains(",Nash,true,true")
    }
    // Both stay and no one else, as in any prisoners' dilemma.
    #expect(nash.count == 2 && nash.allSatisfy { $0.contains(",NN,") }, "\(honest.output)")
  }

  @Test(arguments: [
    ("{\"options\": [", "a.gmcr:1:"), ("[]", "expected a graph model"),
    (
      "{\"options\": [{\"name\": \"A\"}], \"decisionMakers\": []}",
      "no decision maker owns the option “A”"
    ),
    (
      "{\"options\": [{\"name\": \"A\"}], \"decisionMakers\": [{\"name\": \"X\", \"options\": [7]}]}",
      "there is no option 7"
    ),
  ])
  func aBrokenForeignFileIsRefused(_ text: String, _ message: String) throws {
    let result = try stability(text, name: "a.gmcr")
    #expect(result.code == 3 && result.output.isEmpty)
    #expect(result.error.contains(message), "\(result.error)")
  }
}
