internal import Foundations

/// The partial packages of issues tied together: one front per grade, and the layers they came
/// through, so that the packages behind a row can be listed.
///
/// Issues are taken one after the other. A *state* is the set of conditions that still may come
/// true; a front is kept per state and pruned only within it. When the last issue of a condition is
/// taken, a link or red line drops the package, an addition is paid.
struct Block<S: Score>: Sendable {
  struct Edge: Sendable {
    let from: Int
    let to: Int
    let grade: Int
    let shift: [S]
    let options: [Int]
  }

  struct Layer: Sendable {
    let issue: Int
    let edges: [Edge]
    /// Partial fronts before this issue, by state.
    let before: [GradedFront<S>]
  }

  let layers: [Layer]
  let front: GradedFront<S>
}

/// Bounds on memory and time.
struct FrontLimits: Sendable {
  var rows = 4_000_000
  var states = 100_000
}

extension Block {
  struct Condition {
    let literals: [Conjunction.Literal]
    let effect: Effect
  }

  enum Effect {
    case forbid
    case add(column: Int, amount: S)
  }

  /// - Throws: `AnalysisError.linksTooWide`, `.frontTooLarge`.
  init(
    plan: BlockPlan, model: ScoreModel<S>, conditions: [Condition], grading: Grading,
    keeping reduction: FrontReduction, limits: FrontLimits, _ checkpoint: Checkpoint
  ) throws {
    var layers: [Layer] = []
    var signatures: [[Int]] = [[]]
    var fronts = [GradedFront<S>.origin(width: model.width, gradeCount: grading.count)]
    var step = BlockStep(plan: plan, model: model, conditions: conditions, grading: grading)
    for position in plan.issues.indices {
      let (edges, reached) = try step.edges(
        at: position, from: signatures, keeping: reduction, checkpoint)
      if reached.count > limits.states {
        throw AnalysisError.linksTooWide(
          issues: plan.issues.count, states: reached.count, limit: limits.states)
      }
      var incoming: [[Edge]] = Array(repeating: [], count: reached.count)
      for edge in edges { incoming[edge.to].append(edge) }
      var next: [GradedFront<S>] = []
      var rows = 0
      for edges in incoming {
        var sources: [[ShiftedFront<S>]] = Array(repeating: [], count: grading.count)
        for edge in edges {
          for (grade, front) in fronts[edge.from].fronts.enumerated() where !front.isEmpty {
            if grade + edge.grade >= grading.count { break }
            sources[grade + edge.grade].append(
              ShiftedFront(front, by: edge.shift, times: UInt64(edge.options.count)))
          }
        }
        var graded = GradedFront<S>(width: model.width, gradeCount: grading.count)
        for (grade, sources) in sources.enumerated() where !sources.isEmpty {
          graded.fronts[grade] = try S.union(
            of: sources, width: model.width, keeping: reduction, checkpoint)
        }
        rows += graded.count
        next.append(graded)
      }
      if rows > limits.rows { throw AnalysisError.frontTooLarge(limit: limits.rows) }
      layers.append(Layer(issue: plan.issues[position], edges: edges, before: fronts))
      fronts = next
      signatures = reached
    }
    self.layers = layers
    // Every condition is closed by now, so there is one state, or none when all is ruled out.
    front = fronts.first ?? GradedFront(width: model.width, gradeCount: grading.count)
  }

  /// Visits every choice of options behind a row; stops early when `visit` says false.
  @discardableResult
  func forEachChoice(
    of row: [S], grade: Int, into options: inout [Int], _ visit: (inout [Int]) throws -> Bool
  ) rethrows -> Bool {
    try descend(layers.count, state: 0, row: row, grade: grade, into: &options, visit)
  }

  private func descend(
    _ depth: Int, state: Int, row: [S], grade: Int, into options: inout [Int],
    _ visit: (inout [Int]) throws -> Bool
  ) rethrows -> Bool {
    if depth == 0 { return try visit(&options) }
    let layer = layers[depth - 1]
    for edge in layer.edges where edge.to == state && edge.grade <= grade {
      let rest = zip(row, edge.shift).map { $0 - $1 }
      let before = layer.before[edge.from].fronts[grade - edge.grade]
      if before.index(of: rest) == nil { continue }
      for option in edge.options {
        options[layer.issue] = option
        let continues = try descend(
          depth - 1, state: edge.from, row: rest, grade: grade - edge.grade, into: &options, visit)
        if !continues { return false }
      }
    }
    return true
  }
}
