import Foundations
import Networks
import Testing

@Suite struct BadInputTests {
  private func statement(
    actor: String = "a", concept: String = "x", stance: Stance = .agreement(true),
    day: Int? = 1, weight: Double = 1
  ) -> CodedStatement {
    CodedStatement(actor: actor, concept: concept, stance: stance, day: day, weight: weight)
  }

  private func error(_ bad: CodedStatement, scale: ClosedRange<Int>? = nil) -> NetworkError? {
    do {
      _ = try StatementTable(
        [statement(stance: bad.stance == .level(9) ? .level(1) : .agreement(true)), bad],
        scale: scale)
      return nil
    } catch { return error as? NetworkError }
  }

  @Test func statements() {
    #expect(error(statement(actor: "")) == .emptyActor(statement: 1))
    #expect(error(statement(concept: "")) == .emptyConcept(statement: 1))
    #expect(error(statement(weight: 0)) == .badWeight(statement: 1, weight: 0))
    #expect(error(statement(weight: .infinity)) == .badWeight(statement: 1, weight: .infinity))
    #expect(error(statement(weight: .nan)) != nil)
    #expect(error(statement(day: .max)) == .dayOutOfRange(statement: 1, day: .max))
    #expect(error(statement(day: .min)) == .dayOutOfRange(statement: 1, day: .min))
    #expect(error(statement(stance: .category("yes"))) == .mixedStances(statement: 1))
    #expect(
      error(statement(stance: .level(9)), scale: 0...5)
        == .levelOffScale(statement: 1, level: 9, lowest: 0, highest: 5))
    #expect(throws: NetworkError.self) {
      try StatementTable([statement(stance: .level(.min)), statement(stance: .level(.max))])
    }
    #expect(throws: NetworkError.tooManyLevels(found: 300, limit: 256)) {
      try StatementTable((0..<300).map { statement(stance: .level($0)) })
    }
  }

  @Test func nothingAtAll() throws {
    let table = try StatementTable([])
    #expect(table.days == nil)
    #expect(try table.oneMode().members.isEmpty)
    #expect(try table.twoMode().ties.isEmpty)
    #expect(try table.nestedBackbone().removals.isEmpty)
    #expect(try table.oneMode().spectrum().isEmpty)
    #expect(try table.oneMode().frustration().value == 0)
    #expect(try table.oneMode().significantTies().ties.isEmpty)
    #expect(try table.polarisation(draws: 3).score == 0)
    #expect(try ChangePoints(distances: []).changes.isEmpty)
    #expect(throws: NetworkError.noDatedStatement) {
      try Window.slices(of: .month, covering: table)
    }
    #expect(throws: NetworkError.noDatedStatement) {
      try table.smoothed(kernel: .uniform, width: 3, at: [0])
    }
  }

  /// Equal levels only: nothing differs, and nothing is divided by 0.
  @Test func oneLevel() throws {
    let network = try StatementTable([
      statement(actor: "a", stance: .level(3)), statement(actor: "b", stance: .level(3)),
    ]).oneMode()
    #expect(network.ties.map(\.congruence) == [1])
    #expect(network.ties.map(\.conflict) == [0])
  }

  @Test func questions() throws {
    let table = try StatementTable([
      statement(actor: "a", stance: .category("yes")),
      statement(actor: "b", stance: .category("no")),
    ])
    let two = try table.twoMode()
    #expect(throws: NetworkError.self) { try two.matrix(.subtract) }
    #expect(throws: NetworkError.self) { try table.polarisation(draws: -1) }
    #expect(throws: NetworkError.self) { try table.smoothed(kernel: .gaussian, width: 0, at: [0]) }
    #expect(throws: NetworkError.self) {
      try table.smoothed(kernel: .gaussian, width: 1, at: [.max])
    }
    #expect(throws: NetworkError.self) { try Window.moving(width: 0, over: table) }
    #expect(throws: NetworkError.self) { try Window.moving(width: 1, step: .min, over: table) }
    #expect(throws: NetworkError.self) { try table.oneMode().significantTies(level: 0) }
    #expect(throws: NetworkError.self) { try ChangePoints(distances: [[0, 1]]) }
    #expect(throws: NetworkError.self) { try ChangePoints(distances: [[.nan]]) }
    #expect(throws: NetworkError.self) { try ChangePoints(distances: [[0]], permutations: 0) }
    let all = try table.oneMode()
    #expect(throws: NetworkError.overlappingWindows(first: 0, second: 1)) {
      try ChangePoints([all, all])
    }
  }

  @Test func errorsAreSentences() {
    let errors: [NetworkError] = [
      .emptyActor(statement: 1), .badWeight(statement: 2, weight: 0), .noDatedStatement,
      .overlappingWindows(first: 0, second: 1), .tooManyTies(limit: 5),
      .tooManyActors(what: "the spectrum", found: 9, limit: 5),
    ]
    for error in errors { #expect(error.description.count > 20) }
  }

  /// A checkpoint that throws ends each analysis with its error.
  @Test func everyAnalysisCanBeStopped() throws {
    struct StopError: Error {}
    let statements = RandomStatements.make(
      seed: 1, kind: .agreement, count: 20_000, actors: 60, concepts: 60)
    let table = try StatementTable(statements)
    let windows = try Window.slices(of: .week, covering: table)
    let networks = try table.series(windows: windows)
    func stops(_ body: (Checkpoint) throws -> Void) {
      #expect(throws: StopError.self) {
        try body(Checkpoint { _, _ in throw StopError() })
      }
    }
    stops { _ = try table.series(windows: windows, checkpoint: $0) }
    stops { _ = try table.smoothed(kernel: .gaussian, width: 50, at: [18_000], checkpoint: $0) }
    stops { _ = try table.nestedBackbone(checkpoint: $0) }
    stops { _ = try table.polarisation(draws: 5_000, checkpoint: $0) }
    stops { _ = try ChangePoints(networks, permutations: 100_000, checkpoint: $0) }
  }

  /// Order in the list does not matter but for statements of one day.
  @Test func sameInputSameAnswer() throws {
    let statements = RandomStatements.make(
      seed: 6, kind: .level, count: 300, isWeighted: true)
    let one = try StatementTable(statements, scale: -3...3)
    let two = try StatementTable(statements.reversed(), scale: -3...3)
    let (first, second) = (try one.oneMode(), try two.oneMode())
    #expect(first.ties == second.ties)
    #expect(try one.oneMode().ties == first.ties)
    #expect(
      try one.polarisation(draws: 20).chance
        == StatementTable(statements, scale: -3...3)
        .polarisation(draws: 20).chance)
  }

  @Test func membership() throws {
    let table = try StatementTable([
      statement(actor: "a", day: 1), statement(actor: "b", day: 1),
      statement(actor: "c", concept: "y", day: 1), statement(actor: "d", day: 9),
    ])
    let selection = Selection(window: try Window(from: 1, until: 2))
    func members(_ membership: Membership) throws -> [String] {
      try table.oneMode(.actors, selection, members: membership).members
    }
    #expect(try members(.tied) == ["a", "b"])
    #expect(try members(.active) == ["a", "b", "c"])
    #expect(try members(.all) == ["a", "b", "c", "d"])
  }
}
