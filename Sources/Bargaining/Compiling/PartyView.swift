internal import Foundations

extension ScoreModel {
  /// The same packages with one party's utility only, turned round on request: its front is that
  /// party's best (or worst) feasible utility.
  func view(of party: Int, negated: Bool) -> ScoreModel {
    let sign: S = negated ? -1 : 1
    let columns: [Int]
    let finish: Finish
    switch finishes[party] {
    case .direct(let column):
      columns = [column]
      finish = .direct(column: 0)
    case .mean(let sum, let extra):
      columns = [sum] + (extra.map { [$0] } ?? [])
      finish = .mean(sum: 0, extra: extra == nil ? nil : 1)
    }
    return ScoreModel(
      optionCounts: optionCounts, width: columns.count,
      contributions: contributions.indices.map { issue in
        (0..<optionCounts[issue]).flatMap { option in
          columns.map { sign * contributions[issue][option * width + $0] }
        }
      },
      additions: additions.compactMap { addition in
        columns.firstIndex(of: addition.column).map {
          Addition(condition: addition.condition, column: $0, amount: sign * addition.amount)
        }
      }, prohibitions: prohibitions,
      tables: tables.filter { columns.contains($0.column) }.map {
        Table(column: 0, values: $0.values.map { sign * $0 })
      }, included: included, meanFactors: meanFactors, finishes: [finish],
      reservations: [sign * reservations[party]], denominators: [denominators[party]])
  }

  /// The least and the most each party can get among feasible packages; `nil` when there are none.
  func extremes(
    ignoring: Set<Scenario.Constraint> = [], checkpoint: Checkpoint = Checkpoint()
  ) throws -> (worst: [S], best: [S])? {
    var worst: [S] = []
    var best: [S] = []
    for party in 0..<partyCount {
      let high = try SolvedFront(
        view(of: party, negated: false), ignoring: ignoring, checkpoint: checkpoint)
      let low = try SolvedFront(
        view(of: party, negated: true), ignoring: ignoring, checkpoint: checkpoint)
      guard let top = high.front.coordinates.first, let bottom = low.front.coordinates.first
      else { return nil }
      best.append(top)
      worst.append(-bottom)
    }
    return (worst, best)
  }
}
