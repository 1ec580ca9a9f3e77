internal import Foundations

/// One step of a block's elimination: from the open conditions before an issue to those after it.
struct BlockStep<S: Score> {
  private let plan: BlockPlan
  private let model: ScoreModel<S>
  private let conditions: [Block<S>.Condition]
  private let grading: Grading
  /// Per position of the plan: conditions with a literal there, and that literal's place.
  private var touching: [[(condition: Int, mask: OptionMask)]]
  private var first: [Int]
  private var last: [Int]

  init(
    plan: BlockPlan, model: ScoreModel<S>, conditions: [Block<S>.Condition], grading: Grading
  ) {
    self.plan = plan
    self.model = model
    self.conditions = conditions
    self.grading = grading
    var positions: [Int: Int] = [:]
    for (position, issue) in plan.issues.enumerated() { positions[issue] = position }
    touching = Array(repeating: [], count: plan.issues.count)
    first = Array(repeating: .max, count: conditions.count)
    last = Array(repeating: -1, count: conditions.count)
    for (index, condition) in conditions.enumerated() {
      for literal in condition.literals {
        guard let position = positions[literal.issue] else { continue }
        touching[position].append((index, literal.mask))
        first[index] = min(first[index], position)
        last[index] = max(last[index], position)
      }
    }
  }

  /// The ways from each state over the options of the issue at `position`, and the states reached.
  /// A state is the ascending list of conditions that are open and true so far.
  mutating func edges(
    at position: Int, from states: [[Int]], keeping reduction: FrontReduction,
    _ checkpoint: Checkpoint
  ) throws -> (edges: [Block<S>.Edge], reached: [[Int]]) {
    let issue = plan.issues[position]
    let groups = optionGroups(issue: issue, position: position)
    var reached: [[Int]] = []
    var places: [[Int]: Int] = [:]
    var edges: [Block<S>.Edge] = []
    for (state, open) in states.enumerated() {
      // Options that lead to the same state at the same grade compete with each other.
      var rival: [Rivals: [[S]: [Int]]] = [:]
      var order: [Rivals] = []
      for group in groups {
        try checkpoint.ask()
        guard let outcome = outcome(of: group, at: position, open: open) else { continue }
        let to: Int
        if let known = places[outcome.open] {
          to = known
        } else {
          to = reached.count
          places[outcome.open] = to
          reached.append(outcome.open)
        }
        for option in group.options {
          var shift = outcome.shift
          for column in 0..<model.width {
            shift[column] += model.contributions[issue][option * model.width + column]
          }
          let key = Rivals(to: to, grade: grading.grades[issue][option])
          if key.grade >= grading.count { continue }
          if rival[key] == nil { order.append(key) }
          rival[key, default: [:]][shift, default: []].append(option)
        }
      }
      for key in order {
        guard let shifts = rival[key] else { continue }
        let keys = Array(shifts.keys)
        var front = try Front<S>(
          sorting: keys.flatMap { $0 }, counts: keys.map { UInt64(shifts[$0]?.count ?? 0) },
          width: model.width, checkpoint)
        if reduction == .efficient { front = try front.efficient(checkpoint) }
        for index in 0..<front.count {
          let shift = Array(front.row(index))
          edges.append(
            .init(
              from: state, to: key.to, grade: key.grade, shift: shift,
              options: shifts[shift] ?? []))
        }
      }
    }
    return (edges, reached)
  }

  private struct Rivals: Hashable {
    let to: Int
    let grade: Int
  }

  /// Options that meet the same conditions.
  private struct OptionGroup {
    let meets: [Bool]
    var options: [Int]
  }

  private func optionGroups(issue: Int, position: Int) -> [OptionGroup] {
    var groups: [OptionGroup] = []
    var places: [[Bool]: Int] = [:]
    for option in 0..<model.optionCounts[issue] {
      let meets = touching[position].map { $0.mask.contains(option) }
      if let place = places[meets] {
        groups[place].options.append(option)
      } else {
        places[meets] = groups.count
        groups.append(OptionGroup(meets: meets, options: [option]))
      }
    }
    return groups
  }

  /// What is open after an option, and what was paid; `nil` when a prohibition came true.
  private func outcome(
    of group: OptionGroup, at position: Int, open: [Int]
  ) -> (open: [Int], shift: [S])? {
    var stillOpen: [Int] = []
    var shift = [S](repeating: 0, count: model.width)
    var touched: Set<Int> = []
    for (index, (condition, _)) in touching[position].enumerated() {
      touched.insert(condition)
      let started = first[condition] == position
      guard group.meets[index], started || open.contains(condition) else { continue }
      if last[condition] > position {
        stillOpen.append(condition)
        continue
      }
      switch conditions[condition].effect {
      case .forbid: return nil
      case .add(let column, let amount): shift[column] += amount
      }
    }
    stillOpen += open.filter { !touched.contains($0) }
    return (stillOpen.sorted(), shift)
  }
}
