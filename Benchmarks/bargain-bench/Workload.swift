import Bargaining

/// A named computation with its target; `prepare` does what is not timed.
struct Workload {
  let name: String
  /// In seconds.
  let target: Double?
  let prepare: () throws -> () throws -> String

  static var all: [Workload] {
    [
      frontier("10^6 packages, 2 parties", 0.003, issues: 6, options: 10, parties: 2),
      frontier("10^6 packages, 3 parties", 0.005, issues: 6, options: 10, parties: 3),
      frontier("5.8M packages, 3 parties", 0.005, counts: [9, 8, 8, 8, 7, 6, 5, 6], parties: 3),
      frontier("50x4, 2 parties unrelated", 0.005, issues: 50, options: 4, parties: 2),
      frontier(
        "50x4, 2 parties opposed", 0.020, issues: 50, options: 4, parties: 2, opposed: true),
      frontier("30x4, 3 parties unrelated", 0.050, issues: 30, options: 4, parties: 3),
      frontier(
        "30x4, 3 parties opposed", 0.500, issues: 30, options: 4, parties: 3, opposed: true),
      frontier(
        "12x4, 4 parties opposed", 3, issues: 12, options: 4, parties: 4, opposed: true),
      linked, zeroSum, articles, draws, tiedDraws, flips, offers, halves, bracket, moves,
    ]
  }

  private static func frontier(
    _ name: String, _ target: Double, issues: Int = 0, options: Int = 0, counts: [Int]? = nil,
    parties: Int, opposed: Bool = false
  ) -> Workload {
    Workload(name: name, target: target) {
      let counts = counts ?? Array(repeating: options, count: issues)
      let scenario = SampleScenario.make(counts: counts, parties: parties, opposed: opposed)
      return {
        let frontier = try CompiledScenario(scenario).frontier()
        var winners = 0
        for solution in [Solution.nash, .kalaiSmorodinsky, .egalitarian, .utilitarian] {
          winners += try frontier.point(of: solution).indices.count
        }
        return "\(frontier.count) points, \(winners) named"
      }
    }
  }

  private static var zeroSum: Workload {
    Workload(name: "5^8 zero-sum, 2 parties", target: 0.150) {
      let scenario = SampleScenario.zeroSum(counts: Array(repeating: 5, count: 8))
      return { "\(try CompiledScenario(scenario).frontier().count) points" }
    }
  }

  private static var articles: Workload {
    Workload(name: "2^20 drafts, 4 actors, counted", target: 0.010) {
      let compiled = try CompiledScenario(SampleScenario.drafts(articles: 20, parties: 4))
      return { "\(try compiled.zopa().acceptable.atLeast) of \(compiled.packageCount)" }
    }
  }

  /// A chain of requirements: every issue's first option needs the next one's.
  private static var linked: Workload {
    Workload(name: "50x4, 2 parties, 49 links in a chain", target: nil) {
      let scenario = chained(issues: 50, parties: 2)
      return { "\(try CompiledScenario(scenario).frontier().count) points" }
    }
  }

  private static func chained(issues: Int, parties: Int) -> Scenario {
    var scenario = SampleScenario.make(
      counts: Array(repeating: 4, count: issues), parties: parties, opposed: false)
    scenario.links = (1..<issues).map {
      .requires(.init(issue: $0 - 1, option: 0), .init(issue: $0, option: 0))
    }
    return scenario
  }

  private static var draws: Workload {
    Workload(name: "1000 draws with Nash, 2M packages", target: 0.100) {
      // 7 issues of 8 options: 2,097,152 packages.
      let scenario = SampleScenario.uncertain(
        SampleScenario.make(counts: Array(repeating: 8, count: 7), parties: 2, opposed: false))
      let compiled = try CompiledScenario(scenario)
      return {
        let found = try compiled.robustness(draws: 1000, seed: 1)
        return
          "\(found.nash.count) Nash packages, the first in \(found.nash.first?.share.count ?? 0)"
      }
    }
  }

  /// Three parties, and a chain of requirements that ties all issues together.
  private static var tiedDraws: Workload {
    Workload(name: "200 draws with Nash, 10x4, 3 parties, 9 links", target: nil) {
      let compiled = try CompiledScenario(SampleScenario.uncertain(chained(issues: 10, parties: 3)))
      return {
        let found = try compiled.robustness(draws: 200, seed: 1)
        return "\(found.nash.count) Nash packages"
      }
    }
  }

  private static var flips: Workload {
    Workload(name: "nearest changes of 30 weights, 9 links", target: nil) {
      let compiled = try CompiledScenario(chained(issues: 10, parties: 3))
      return {
        "\(try compiled.nashFlips().count { $0.below != nil || $0.above != nil }) change it"
      }
    }
  }

  private static var offers: Workload {
    Workload(name: "5*10^6 alternating offers", target: 1) {
      var scenario = SampleScenario.zeroSum(counts: Array(repeating: 5, count: 6))
      // No agreement: both hold out for most of the pie.
      for party in scenario.parties.indices { scenario.parties[party].reservation = 4_000_000 }
      let table = try AlternatingOffers(CompiledScenario(scenario))
      return {
        let outcome = try table.run(
          [.timeDependent(.boulware(power: 3)), .timeDependent(.linear)],
          rules: .init(rounds: 2_500_000))
        return "\(outcome.offers) offers"
      }
    }
  }

  private static func counted(_ name: String, issues: Int, share: Int) -> Workload {
    Workload(name: name, target: nil) {
      var scenario = SampleScenario.make(
        counts: Array(repeating: 4, count: issues), parties: 2, opposed: false)
      for party in scenario.parties.indices {
        scenario.parties[party].reservation = Quantity(ExactDecimal(issues * share))
      }
      let compiled = try CompiledScenario(scenario)
      return {
        let zopa = try compiled.zopa()
        return "\(zopa.acceptable.method): \(zopa.acceptable.atLeast) to \(zopa.acceptable.atMost)"
      }
    }
  }

  private static var halves: Workload {
    counted("4^21 packages counted exactly", issues: 21, share: 3200)
  }

  private static var bracket: Workload {
    counted("4^30 packages, bracket", issues: 30, share: 3000)
  }

  private static var moves: Workload {
    Workload(name: "next moves from a draft, 30x4, 3 parties", target: nil) {
      let compiled = try CompiledScenario(
        SampleScenario.make(counts: Array(repeating: 4, count: 30), parties: 3, opposed: false))
      let draft = Scenario.Package(Array(repeating: 0, count: 30))
      return { "\(try compiled.nextMoves(from: draft, toward: .betterForAll).count) moves" }
    }
  }
}
