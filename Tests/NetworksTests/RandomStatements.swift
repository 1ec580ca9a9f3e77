import Foundations
import Networks

/// Statements without sense, many of them alike.
struct RandomStatements {
  enum Kind: CaseIterable { case agreement, level, category }

  static func make(
    seed: Int, kind: Kind, count: Int, actors: Int = 7, concepts: Int = 5,
    days: Int = 900, isWeighted: Bool = false
  ) -> [CodedStatement] {
    var source = SplitMix64(seed: 77, index: seed)
    return (0..<count).map { _ in
      let stance: Stance =
        switch kind {
        case .agreement: .agreement(source.below(2) == 0)
        case .level: .level(source.below(6) - 3)
        case .category: .category(["no", "yes", "later"][source.below(3)])
        }
      return CodedStatement(
        actor: "actor \(source.below(actors))", concept: "concept \(source.below(concepts))",
        stance: stance,
        // Around the turn of 2019 and 2020, some undated.
        day: source.below(20) == 0 ? nil : 17_800 + source.below(days),
        document: "document \(source.below(6))",
        weight: isWeighted ? Double(1 + source.below(8)) / 4 : 1)
    }
  }
}

/// The same within rounding.
func isNear(_ one: Double, _ two: Double, _ tolerance: Double = 1e-9) -> Bool {
  (one - two).magnitude <= tolerance * max(1, one.magnitude, two.magnitude)
}
