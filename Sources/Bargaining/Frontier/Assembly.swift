internal import Foundations

/// All blocks summed up: the partial fronts after each, the last one being that of whole packages.
struct Assembly<S: Score>: Sendable {
  let model: ScoreModel<S>
  let grading: Grading
  let blocks: [Block<S>]
  /// `stages[i]` is the front over the first `i` blocks.
  let stages: [GradedFront<S>]

  var front: GradedFront<S> { stages[stages.count - 1] }

  /// - Parameters:
  ///   - ignoring: links and red lines left out of account.
  ///   - keepsStages: needed to list packages; without it only the last stage is kept.
  /// - Throws: `AnalysisError`, or what the checkpoint throws.
  init(
    _ model: ScoreModel<S>, grading: Grading? = nil, ignoring: Set<Scenario.Constraint> = [],
    keeping reduction: FrontReduction = .efficient, limits: FrontLimits = FrontLimits(),
    thinning: Thinning? = nil, checkpoint: Checkpoint = Checkpoint()
  ) throws {
    let grading = grading ?? Grading(of: model)
    self.model = model
    self.grading = grading
    blocks = try Assembly.blocks(
      model, grading: grading, ignoring: ignoring, keeping: reduction, limits: limits,
      checkpoint)
    var stages = [GradedFront<S>.origin(width: model.width, gradeCount: grading.count)]
    for (done, block) in blocks.enumerated() {
      try checkpoint.report(done, of: blocks.count)
      var next = try stages[done].sum(
        block.front, width: model.width, keeping: reduction, checkpoint)
      if let thinning, done > 0 { next = thinning.thinned(next, merges: blocks.count - 1) }
      if next.count > limits.rows { throw AnalysisError.frontTooLarge(limit: limits.rows) }
      stages.append(next)
    }
    try checkpoint.report(blocks.count, of: blocks.count)
    self.stages = stages
  }

  static func blocks(
    _ model: ScoreModel<S>, grading: Grading, ignoring: Set<Scenario.Constraint>,
    keeping reduction: FrontReduction, limits: FrontLimits, _ checkpoint: Checkpoint
  ) throws -> [Block<S>] {
    var conditions: [Block<S>.Condition] = []
    for prohibition in model.prohibitions where !ignoring.contains(prohibition.source) {
      conditions.append(.init(literals: prohibition.condition.literals, effect: .forbid))
    }
    if conditions.contains(where: \.literals.isEmpty) {
      // A formula true of every package: nothing is left.
      let nothing = GradedFront<S>(width: model.width, gradeCount: grading.count)
      return [Block(layers: [], front: nothing)]
    }
    for addition in model.additions {
      conditions.append(
        .init(
          literals: addition.condition.literals,
          effect: .add(column: addition.column, amount: addition.amount)))
    }
    let plans = BlockPlan.blocks(
      issueCount: model.issueCount, optionCounts: model.optionCounts,
      conditions: conditions.map { Conjunction(literals: $0.literals) })
    var blocks: [Block<S>] = []
    for plan in plans {
      let own = Set(plan.issues)
      blocks.append(
        try Block(
          plan: plan, model: model,
          conditions: conditions.filter { own.contains($0.literals[0].issue) }, grading: grading,
          keeping: reduction, limits: limits, checkpoint))
    }
    // Large blocks first: later sums then shift the large front by few rows.
    return blocks.enumerated().sorted {
      ($1.element.front.count, $0.offset) < ($0.element.front.count, $1.offset)
    }.map(\.element)
  }

  /// Visits every package behind a row of the last stage; stops early when `visit` says false.
  func forEachPackage(
    of row: [S], grade: Int, _ checkpoint: Checkpoint = Checkpoint(),
    _ visit: ([Int]) throws -> Bool
  ) throws {
    var options = Array(repeating: 0, count: model.issueCount)
    _ = try descend(blocks.count, row: row, grade: grade, into: &options, checkpoint, visit)
  }

  private func descend(
    _ depth: Int, row: [S], grade: Int, into options: inout [Int], _ checkpoint: Checkpoint,
    _ visit: ([Int]) throws -> Bool
  ) throws -> Bool {
    if depth == 0 { return try visit(options) }
    let block = blocks[depth - 1]
    let before = stages[depth - 1]
    for (blockGrade, front) in block.front.fronts.enumerated() where blockGrade <= grade {
      for index in 0..<front.count {
        if index & 0x3F == 0 { try checkpoint.ask() }
        let part = Array(front.row(index))
        let rest = zip(row, part).map { $0 - $1 }
        guard before.fronts[grade - blockGrade].index(of: rest) != nil else { continue }
        let continues = try block.forEachChoice(of: part, grade: blockGrade, into: &options) {
          try descend(
            depth - 1, row: rest, grade: grade - blockGrade, into: &$0, checkpoint, visit)
        }
        if !continues { return false }
      }
    }
    return true
  }
}
