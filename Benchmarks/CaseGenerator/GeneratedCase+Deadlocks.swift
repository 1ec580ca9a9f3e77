package import CaseModel
internal import Foundations

extension GeneratedCase {
  /// How conditions lie among steps.
  package enum Tangle: String, Sendable, CaseIterable {
    /// Anywhere: nearly all steps in one circle.
    case whole
    /// In groups of five steps each: many circles that have nothing to do with each other.
    case parts
    /// Among a tenth of the steps: every step waits for many.
    case dense
    /// Half of them exchanges.
    case exchanges
    /// From each step to later ones alone: no circle.
    case chains
    /// Each step for the one after it, the last for the first, and the rest further on: long circles.
    case ring
  }

  /// `edges` conditions of ten parties among `steps` milestones, two or more, one in ten an exchange
  /// unless the tangle says otherwise. The same numbers give the same case.
  package static func deadlocks(
    _ tangle: Tangle, steps: Int, edges: Int, seed: UInt64 = 1
  ) -> Case {
    let steps = max(2, steps)
    var random = SplitMix64(seed: seed, index: 0)
    var theCase = Case(Case.Header(id: "tangle", title: "\(edges) conditions: \(tangle.rawValue)"))
    theCase.milestones = (0..<steps).map { number in
      var milestone = Case.Milestone()
      milestone.id = step(number)
      milestone.title = "Step \(number + 1)"
      return milestone
    }
    theCase.statements = (0..<edges).map { number in
      let (from, to) = tangle.ends(number, steps: steps, &random)
      var statement = Case.Statement()
      statement.id = .init("s-\(number + 1)")
      statement.speaker = [.init("party-\(random.below(10) + 1)")]
      statement.act = .condition
      statement.about = .milestone(step(from))
      let isExchange = random.chance(tangle.exchanges)
      statement.requires = [Requirement(.milestone(step(to)), isExchange ? .exchange : .before)]
      return statement
    }
    return theCase
  }

  /// Conditions of a hundred parties on one step, ten for each of the steps that it waits for.
  package static func oneStep(conditions: Int) -> Case {
    var theCase = deadlocks(.whole, steps: conditions / 10 + 2, edges: conditions)
    for place in theCase.statements.indices {
      var statement = theCase.statements[place]
      statement.speaker = [.init("party-\(place % 100 + 1)")]
      statement.about = .milestone(step(0))
      statement.requires = [Requirement(.milestone(step(1 + place / 10)), .before)]
      theCase.statements[place] = statement
    }
    return theCase
  }

  private static func step(_ number: Int) -> Case.Milestone.ID { .init("step-\(number + 1)") }
}

extension GeneratedCase.Tangle {
  /// How many of a thousand conditions are exchanges.
  fileprivate var exchanges: Int {
    switch self {
    case .exchanges: 500
    case .chains: 0
    case .whole, .parts, .dense, .ring: 100
    }
  }

  /// The step that waits and the one it waits for.
  fileprivate func ends(
    _ number: Int, steps: Int, _ random: inout SplitMix64
  ) -> (Int, Int) {
    switch self {
    case .whole, .exchanges: return (random.below(steps), random.below(steps))
    case .dense:
      let few = max(2, steps / 10)
      return (random.below(few), random.below(few))
    case .parts:
      let part = random.below(max(1, steps / 5)) * 5
      return (part + random.below(5), part + random.below(5))
    case .chains:
      let from = random.below(steps - 1)
      return (from, from + 1 + random.below(steps - from - 1))
    case .ring:
      if number < steps { return (number, (number + 1) % steps) }
      let from = random.below(steps)
      return (from, (from + 1 + random.below(10)) % steps)
    }
  }
}
