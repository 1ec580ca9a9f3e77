import CaseGenerator
import CaseModel
import StateOfPlay

extension Workload {
  /// The worst shapes a case can have for a view.
  static let shapes: [Workload] = [
    view(
      "one-cell", "positions of 1 party on 1 issue of 4 options",
      [Target(size: 1_000_000, seconds: 4, memory: 2_000_000_000)], sizes: tens,
      make: { GeneratedCase.crowded(statements: $0) }
    ) { positions($0) },
    view(
      "one-cell-values", "positions of 1 party on 1 issue, no two statements on one number",
      make: { GeneratedCase.crowded(statements: $0, valued: true) }
    ) { positions($0) },
    view(
      "million-cells", "positions of 1,000 parties on 1,000 issues",
      make: { GeneratedCase.crowded(statements: $0, parties: 1000, issues: 1000) }
    ) {
      positions($0)
    },
    view(
      "many-parties", "all views together, by parties, with 10 statements a party on 10 issues",
      [Target(size: 10_000, seconds: 3, memory: 2_000_000_000)], sizes: [100, 1000, 10_000],
      make: { GeneratedCase.make(statements: $0 * 10, parties: $0, issues: 10) }
    ) { (try? Overview($0)) as Any },
    view(
      "one-step", "what waits on what: conditions of 100 parties on one step",
      [Target(seconds: 2, memory: 1_000_000_000)], make: { GeneratedCase.oneStep(conditions: $0) }
    ) { (try? preconditions($0)) as Any },
    view(
      "one-cell-changes", "changes of 1 party on 1 issue, no two statements on one number",
      make: { GeneratedCase.crowded(statements: $0, valued: true) }
    ) { changes($0) },
    view(
      "one-day-values",
      "contradictions of 1 party on 1 issue on 1 day, no two statements on one number",
      make: { GeneratedCase.crowded(statements: $0, valued: true, sameDay: true) }
    ) { contradictions($0) },
    view(
      "one-cell-contradictions", "contradictions of 1 party on 1 issue of 4 options",
      make: { GeneratedCase.crowded(statements: $0) }
    ) { contradictions($0) },
  ]
}
