import Foundations
import Testing

@testable import Bargaining

@Suite struct ExplanationTests {
  @Test(arguments: [RandomScenario.Shape.additive, .linked, .mean, .normalised, .table])
  func explanationsAddUp(_ shape: RandomScenario.Shape) throws {
    var bindings = 0
    for index in 0..<40 {
      let scenario = RandomScenario.make(shape, seed: 15, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      guard let entry = twin.feasible.randomElement(seed: UInt64(index)) else { continue }
      let explained = try compiled.explain(entry.package)
      #expect(explained.broken.isEmpty)
      for (party, part) in explained.parties.enumerated() {
        let all = twin.feasible.map { $0.utilities[party] }
        #expect(part.utility == entry.utilities[party])
        #expect(part.best == all.max() && part.worst == all.min())
        #expect(part.givenUp == all.max()! - part.utility)
        #expect(part.margin == part.utility - part.reservation)
        if !part.issues.isEmpty && scenario.parties[party].utility.interactions.isEmpty {
          #expect(part.issues.reduce(.zero) { $0 + $1.contribution } == part.utility)
        }
        #expect(part.certainty.low == part.margin && part.certainty.high == part.margin)
      }
      for binding in explained.binding {
        bindings += 1
        var package = entry.package
        package.options[binding.change.issue] = binding.change.to
        #expect(LiteralTwin.breaks(package, scenario, []))
        #expect(!LiteralTwin.breaks(package, scenario, [binding.constraint]))
        #expect(binding.gains.contains { $0 > .zero })
      }
    }
    if shape == .linked { #expect(bindings > 5) }
  }

  @Test(arguments: [RandomScenario.Shape.additive, .normalised, .mean])
  func marginBoundsHoldEveryDraw(_ shape: RandomScenario.Shape) throws {
    for index in 0..<40 {
      var scenario = RobustnessTests.blurred(shape, index: index)
      for party in scenario.parties.indices {
        func wide(_ value: Quantity) -> Quantity {
          Quantity(value.nominal, from: 0, to: max(1, value.nominal))
        }
        switch scenario.parties[party].utility.base {
        case .additive(var additive):
          additive.valuations = additive.valuations.map { valuation in
            guard case .perOption(let values) = valuation else { return valuation }
            return .perOption(values.enumerated().map { $0 % 2 == index % 2 ? wide($1) : $1 })
          }
          scenario.parties[party].utility.base = .additive(additive)
        case .meanOfIncluded(let mean):
          scenario.parties[party].utility.base = .meanOfIncluded(
            .init(scores: mean.scores.map { $0.map { $0.map(wide) } }))
        case .table: break
        }
      }
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      // Of a mean, what includes something.
      let package = Scenario.Package(scenario.issues.indices.map { _ in shape == .mean ? 1 : 0 })
      let bounds = try compiled.marginBounds(of: package)
      for draw in 0..<10 {
        var random = SplitMix64(seed: 1, index: draw)
        var drawn = scenario
        for party in scenario.parties.indices {
          let space = try DrawSpace(of: party, in: scenario)
          for (place, number) in zip(space.places, space.draw(&random)) {
            drawn = drawn.setting(place, to: number)
          }
        }
        for (party, owner) in drawn.parties.enumerated() {
          let margin =
            LiteralTwin.utility(of: package, owner, drawn)!
            - ExactValue(owner.reservation.nominal)
          #expect(bounds[party].low <= margin && margin <= bounds[party].high)
        }
      }
    }
  }

  @Test(arguments: RandomScenario.Shape.allCases)
  func certificatesHold(_ shape: RandomScenario.Shape) throws {
    for index in 0..<20 {
      let scenario = RandomScenario.make(shape, seed: 16, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      let frontier = try compiled.frontier()
      let efficient = Set(LiteralTwin.efficient(twin.feasible).map(\.package))
      for entry in twin.feasible.prefix(12) {
        let certificate = try frontier.efficiencyCertificate(for: entry.package)
        #expect((certificate != nil) == efficient.contains(entry.package))
        for refutation in certificate?.singleChanges ?? [] {
          var other = entry.package
          other.options[refutation.change.issue] = refutation.change.to
          let utilities = scenario.parties.map { LiteralTwin.utility(of: other, $0, scenario) }
          switch refutation.reason {
          case .breaks(let constraints):
            #expect(!constraints.isEmpty && LiteralTwin.breaks(other, scenario, []))
            #expect(!LiteralTwin.breaks(other, scenario, Set(constraints)))
          case .includesNothing: #expect(utilities.contains { $0 == nil })
          case .costs(let party, let amount):
            #expect(amount > .zero && utilities[party] == entry.utilities[party] - amount)
          case .changesNothing: #expect(utilities == entry.utilities)
          }
        }
      }
      for certificate in try frontier.nashCertificates() {
        #expect(certificate.gains.allSatisfy { $0 > .zero })
        #expect(certificate.gains.reduce(.one, *) == certificate.product)
        if let runnerUp = certificate.runnerUp {
          #expect(runnerUp.product < certificate.product)
        }
      }
    }
  }

  @Test func auditFindsWhatIsWrong() throws {
    let issues = (0..<3).map { Scenario.Issue(name: "\($0)", domain: .options(["a", "b"])) }
    func party(_ weights: [Quantity], _ values: [[ExactDecimal]], reservation: Quantity = 0)
      -> Scenario.Party
    {
      Scenario.Party(
        name: "P",
        utility: .additive(
          .init(weights: weights, valuations: values.map { .perOption($0.map { Quantity($0) }) })),
        reservation: reservation)
    }
    let half = Quantity(try ExactDecimal(parsing: "0.5"))
    var first = party(
      [half, Quantity(half.nominal, from: 0, to: 1), 0], [[1, 0], [0, 1], [1, 1]])
    first.orderings = [.weight(of: 2, atLeast: 1)]
    guard case .additive(var additive) = first.utility.base else { return }
    additive.weights[2] = Quantity(0, from: 0, to: 1)
    first.utility.base = .additive(additive)
    let second = party([1, 1, 1], [[1, 2], [1, 2], [0, 0]], reservation: 1)
    let a0 = Scenario.Choice(issue: 0, option: 0)
    let b0 = Scenario.Choice(issue: 1, option: 0)
    let scenario = Scenario(
      issues: issues, parties: [first, second],
      links: [.excludes(a0, a0), .excludes(a0, b0)])
    let found = try CompiledScenario(scenario).audit()
    #expect(
      found == [
        .orderingContradicted(party: 0, ordering: 0),
        .weightsDoNotSumToOne(party: 1, sum: ExactValue(3)),
        .reservationBelowWorst(party: 1, reservation: ExactValue(1), worst: ExactValue(2)),
        .issueNeverMatters(issue: 2), .optionNeverFeasible(a0), .constraintWithoutEffect(.link(1)),
      ])
  }

  @Test func flipsAreWhereTheProductTurns() throws {
    // A's weight on the second issue decides between (a, x): 10·w… and a plain split.
    let issues = (0..<2).map { Scenario.Issue(name: "\($0)", domain: .options(["a", "b"])) }
    let scenario = Scenario(
      issues: issues,
      parties: [
        .init(name: "A", utility: .additive(.init(weights: [4, 3], values: [[1, 0], [1, 0]]))),
        .init(name: "B", utility: .additive(.init(weights: [3, 4], values: [[0, 1], [0, 1]]))),
      ])
    // Nash: A takes issue 0 (4), B issue 1 (4): 16. With A's first weight below 9/4 the other way
    // round, 3·3 = 9, is better.
    let flips = try CompiledScenario(scenario).nashFlips()
    let flip = try #require(flips.first { $0.party == 0 && $0.issue == 0 })
    let below = try #require(flip.below)
    #expect(below <= (try ExactDecimal(parsing: "2.25")))
    #expect(below > (try ExactDecimal(parsing: "2.24")))
    #expect(flip.above == nil)
  }

  @Test(arguments: [
    RandomScenario.Shape.additive, .linked, .tied, .normalised, .ranges, .interacting,
  ])
  func flipsAreTheNearestThousandths(_ shape: RandomScenario.Shape) throws {
    var found = 0
    for index in 0..<8 {
      let scenario = RandomScenario.make(shape, seed: 23, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      func nash(_ scenario: Scenario) -> [Scenario.Package] {
        let twin = LiteralTwin(scenario)
        let winners = twin.winners(of: .nash)
        return twin.feasible.filter { $0.isAcceptable && winners.contains($0.utilities) }
          .map(\.package)
      }
      let nominal = nash(scenario)
      let flips = try compiled.nashFlips()
      if nominal.isEmpty { #expect(flips.isEmpty) }
      let gains = try compiled.frontier().point(of: .nash).allGain
      for flip in flips {
        let place = UncertainNumber.weight(party: flip.party, issue: flip.issue)
        let unit = flip.weight == .zero ? ExactDecimal.one : flip.weight
        func packages(at thousandths: Int) throws -> [Scenario.Package] {
          let moved = try ExactDecimal(
            mantissa: (flip.weight == .zero ? Int64(thousandths) : Int64(1000 + thousandths))
              * unit.mantissa, scale: unit.scale + 3)
          return nash(scenario.setting(place, to: moved))
        }
        let label = Comment(rawValue: "\(shape) \(index), \(place)")
        for (end, most) in [(flip.below, -999), (flip.above, 9000)] where gains {
          guard let end else {
            if most > 0 || flip.weight != .zero {
              #expect(try packages(at: most) == nominal, label)
              #expect(try packages(at: most / 7) == nominal, label)
            }
            continue
          }
          found += 1
          let difference = ExactValue(end) - ExactValue(flip.weight)
          let share = try #require(difference.divided(by: ExactValue(unit)))
          let thousandths = Int((share.approximate * 1000).rounded())
          #expect(try packages(at: thousandths) != nominal, label)
          #expect(try packages(at: thousandths - thousandths.signum()) == nominal, label)
          #expect(try packages(at: thousandths / 3) == nominal, label)
        }
      }
    }
    #expect(found > 0)
  }

  @Test func approximateFrontiersStayWithinTheirTolerance() throws {
    let tolerance = try ExactDecimal(parsing: "0.4")
    var smaller = 0
    for index in 0..<40 {
      let scenario = RandomScenario.make(.additive, seed: 17, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let exact = try compiled.frontier()
      let rough = try compiled.frontier(tolerance: tolerance)
      if rough.count < exact.count { smaller += 1 }
      let ranges = scenario.parties.indices.map { party -> ExactValue in
        guard case .additive(let additive) = scenario.parties[party].utility.base else {
          return .zero
        }
        return zip(additive.weights, additive.valuations).reduce(.zero) { sum, pair in
          guard case .perOption(let values) = pair.1 else { return sum }
          let numbers = values.map { ExactValue($0.nominal) * ExactValue(pair.0.nominal) }
          return sum + numbers.max()! - numbers.min()!
        }
      }
      let close = rough.points.map(\.utilities)
      for point in exact.points {
        #expect(
          close.contains { other in
            zip(zip(other, point.utilities), ranges).allSatisfy {
              $0.0 >= $0.1 - ExactValue(tolerance) * $1
            }
          })
      }
    }
    #expect(smaller > 0)
  }
}
