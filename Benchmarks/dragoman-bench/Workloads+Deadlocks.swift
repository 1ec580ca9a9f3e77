import CaseGenerator
import StateOfPlay

extension Workload {
  /// Conditions in every kind of tangle; the size is the conditions, five to a step.
  static let deadlocks: [Workload] = GeneratedCase.Tangle.allCases.map { tangle in
    view(
      "deadlocks-\(tangle.rawValue)", "what waits on what, five conditions a step: \(tangle.about)",
      [Target(size: 5000, seconds: 1), Target(size: 50_000, seconds: 2)],
      sizes: [500, 5000, 50_000],
      make: { GeneratedCase.deadlocks(tangle, steps: $0 / 5, edges: $0) }
    ) {
      (try? preconditions($0)) as Any
    }
  }
}

extension GeneratedCase.Tangle {
  fileprivate var about: String {
    switch self {
    case .whole: "nearly all steps in one circle"
    case .parts: "many circles of five steps"
    case .dense: "all among a tenth of the steps"
    case .exchanges: "every other one an exchange"
    case .chains: "no circle at all"
    case .ring: "long circles"
    }
  }
}
