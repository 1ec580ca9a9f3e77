import Foundations
import Testing

@testable import Bargaining

@Suite struct ZopaTests {
  @Test(arguments: RandomScenario.Shape.allCases)
  func countsAgreeWithTheTwin(_ shape: RandomScenario.Shape) throws {
    for index in 0..<45 {
      let scenario = RandomScenario.make(shape, seed: 6, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      let zopa = try compiled.zopa()
      let label = Comment(rawValue: "\(shape) \(index)")
      #expect(zopa.isEmpty == twin.acceptable.isEmpty, label)
      #expect(zopa.acceptable.isExact && zopa.feasible.isExact, label)
      #expect(zopa.acceptable.atLeast.exact == UInt64(twin.acceptable.count), label)
      #expect(zopa.feasible.atLeast.exact == UInt64(twin.feasible.count), label)

      for acceptableOnly in [true, false] {
        let expected = UInt64(acceptableOnly ? twin.acceptable.count : twin.feasible.count)
        let sums: AcceptanceSums?
        switch compiled.scores {
        case .small(let model): sums = AcceptanceSums(model, acceptableOnly: acceptableOnly)
        case .wide(let model): sums = AcceptanceSums(model, acceptableOnly: acceptableOnly)
        }
        guard let sums else { continue }
        let empty = sums.emptyDrafts
        let nothing = try empty?.meetInTheMiddle(rows: 1 << 20, checkpoint: Checkpoint()) ?? .zero
        let halves = try sums.meetInTheMiddle(rows: 1 << 20, checkpoint: Checkpoint())
        #expect(halves.map { ($0 - nothing).exact } == expected, label)
        if let table = try sums.dynamicCount(cells: 1 << 18, checkpoint: Checkpoint()) {
          #expect((table - nothing).exact == expected, label)
        }
        let low = try sums.rounded(up: false, cells: 200)
          .dynamicCount(cells: 1 << 20, checkpoint: Checkpoint())
        let high = try sums.rounded(up: true, cells: 200)
          .dynamicCount(cells: 1 << 20, checkpoint: Checkpoint())
        if let low, let high {
          #expect(low <= PackageCount(expected) + nothing, label)
          #expect(high >= PackageCount(expected) + nothing, label)
        }
      }
    }
  }

  @Test func dominancePairsAgreeWithAllPairs() throws {
    for index in 0..<60 {
      var random = SplitMix64(seed: 3, index: index)
      let width = 1 + index % 5
      func front(_ count: Int) throws -> Front<Int> {
        try Front(
          sorting: (0..<(count * width)).map { _ in Int.random(in: 0...9, using: &random) },
          counts: (0..<count).map { _ in UInt64.random(in: 1...3, using: &random) }, width: width)
      }
      let (left, right) = (try front(150), try front(170))
      let thresholds = (0..<width).map { _ in Int.random(in: 4...12, using: &random) }
      var expected: UInt64 = 0
      for i in 0..<left.count {
        for j in 0..<right.count
        where zip(zip(left.row(i), right.row(j)), thresholds).allSatisfy({ $0.0 + $0.1 >= $1 }) {
          expected += left.counts[i] * right.counts[j]
        }
      }
      var pairs = try DominancePairs(queries: left, thresholds: thresholds, points: right)
      #expect(try pairs.count() == expected)
    }
  }

  @Test func skylinesAgreeWithAllPairs() throws {
    for index in 0..<200 {
      var random = SplitMix64(seed: 4, index: index)
      let width = 1 + index % 7
      let spread = [3, 30, 1_000_000][index % 3]
      let rows = (0..<(400 * width)).map { _ in Int.random(in: -spread...spread, using: &random) }
      let front = try Front<Int>(
        sorting: rows, counts: Array(repeating: 1, count: 400), width: width)
      let expected = (0..<front.count).filter { i in
        !(0..<front.count).contains { j in
          j != i && zip(front.row(j), front.row(i)).allSatisfy { $0 >= $1 }
        }
      }
      let survives = try Skyline.survivors(
        rows: front.coordinates, width: width, count: front.count)
      #expect(survives.indices.filter { survives[$0] } == expected)
    }
  }

  @Test func obstructionsAgreeWithAllSubsets() throws {
    var met = 0
    for shape in [RandomScenario.Shape.demanding, .linked, .table, .meanLinked] {
      for index in 0..<60 {
        let scenario = RandomScenario.make(shape, seed: 7, index: index)
        guard let compiled = try RandomScenario.compiled(scenario) else { continue }
        guard let found = try compiled.obstruction(limit: 500) else {
          #expect(!LiteralTwin(scenario).acceptable.isEmpty)
          continue
        }
        let constraints =
          scenario.links.indices.map { Scenario.Constraint.link($0) }
          + scenario.parties.enumerated().flatMap { party, owner in
            owner.redLines.indices.map { .redLine(party: party, index: $0) }
              + [.reservation(party: party)]
          }
        guard constraints.count <= 9 else { continue }
        var minimal: [Set<Scenario.Constraint>] = []
        for subset in (0..<(1 << constraints.count)).sorted(by: {
          ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
        }) {
          let removed = Set(
            constraints.indices.filter { subset >> $0 & 1 == 1 }.map { constraints[$0] })
          if minimal.contains(where: { $0.isSubset(of: removed) }) { continue }
          if !LiteralTwin(scenario, ignoring: removed).acceptable.isEmpty {
            minimal.append(removed)
          }
        }
        #expect(Set(found.openings.map(Set.init)) == Set(minimal), "\(shape) \(index)")
        #expect(found.isComplete)
        for conflict in found.conflicts {
          #expect(
            LiteralTwin(scenario, ignoring: Set(constraints).subtracting(conflict)).acceptable
              .isEmpty)
        }
        met += 1
      }
    }
    #expect(met > 20)
  }

  @Test func nearestMissIsTheSmallestLargestShortfall() throws {
    for index in 0..<60 {
      let scenario = RandomScenario.make(.demanding, seed: 8, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      let frontier = try compiled.frontier()
      guard let miss = try frontier.nearestMiss() else {
        #expect(twin.feasible.isEmpty)
        continue
      }
      let parties = scenario.parties.indices
      let ranges = parties.map { party in
        let all = twin.feasible.map { $0.utilities[party] }
        return all.max()! - all.min()!
      }
      let shortfalls = twin.feasible.map { entry in
        parties.map { party -> ExactValue in
          let short = max(
            .zero,
            ExactValue(scenario.parties[party].reservation.nominal) - entry.utilities[party])
          return short.divided(by: ranges[party]) ?? short
        }.sorted(by: >)
      }
      let least = shortfalls.min { $0.lexicographicallyPrecedes($1) }!
      #expect(miss.shares.sorted(by: >) == least)
    }
  }
}

extension PublishedFigureTests {
  @Test func peaceArticles() throws {
    let atLeastFive = try CompiledScenario(
      PublishedData.articles(reservations: [5, 5, 5, 5])
    ).zopa()
    #expect(atLeastFive.feasible.atLeast == PackageCount(248_831))
    #expect(atLeastFive.acceptable.atLeast == PackageCount(231_878))
    let half = Quantity(try ExactDecimal(parsing: "6.5"))
    let own = try CompiledScenario(
      PublishedData.articles(reservations: [5, half, 3, 4])
    ).zopa()
    #expect(own.acceptable.atLeast == PackageCount(118_136))
    #expect(own.acceptable.isExact && own.feasible.isExact)
  }

  @Test func referenceCounts() throws {
    for entry in try ReferenceFile.read() {
      let zopa = try CompiledScenario(entry.scenario).zopa()
      #expect(zopa.feasible.atLeast.exact == entry.expected.feasible)
      #expect(zopa.acceptable.atLeast.exact == entry.expected.acceptable)
    }
  }
}
