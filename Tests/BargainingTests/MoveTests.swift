import Foundations
import Testing

@testable import Bargaining

@Suite struct MoveTests {
  @Test(arguments: RandomScenario.Shape.allCases)
  func nextMovesAgreeWithTheTwin(_ shape: RandomScenario.Shape) throws {
    for index in 0..<25 {
      let scenario = RandomScenario.make(shape, seed: 9, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      guard let start = twin.feasible.randomElement(seed: UInt64(index)) else { continue }
      for goal in [NextMove.Goal.acceptableToAll, .betterForAll] {
        let reaching = twin.feasible.filter { entry in
          switch goal {
          case .acceptableToAll: entry.isAcceptable
          case .betterForAll:
            entry.ranks != start.ranks && zip(entry.ranks, start.ranks).allSatisfy { $0 >= $1 }
          }
        }
        func changes(_ entry: LiteralTwin.Entry) -> Int {
          zip(entry.package.options, start.package.options).count { $0 != $1 }
        }
        let fewest = reaching.map(changes).min()
        let expected = LiteralTwin.efficient(reaching.filter { changes($0) == fewest })
        let found = try compiled.nextMoves(from: start.package, toward: goal, limit: 10_000)
        #expect(found.map(\.package) == expected.map(\.package).sorted(), "\(shape) \(index)")
        for move in found {
          #expect(move.changes.count == fewest)
          #expect(
            move.gains == zip(move.utilities, start.utilities).map { $0 - $1 })
        }
      }
    }
  }

  @Test(arguments: RandomScenario.Shape.allCases)
  func singleTextsOnlyImprove(_ shape: RandomScenario.Shape) throws {
    for index in 0..<15 {
      let scenario = RandomScenario.make(shape, seed: 10, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      guard let start = twin.feasible.randomElement(seed: UInt64(index)) else { continue }
      let text = try compiled.singleText(from: start.package)
      #expect(text.endsEfficient && text.drafts[0] == start.package)
      for (before, after) in zip(text.utilities, text.utilities.dropFirst()) {
        #expect(zip(before, after).allSatisfy { $0 <= $1 } && before != after)
      }
      let efficient = LiteralTwin.efficient(twin.feasible).map(\.package)
      #expect(efficient.contains(text.drafts[text.drafts.count - 1]))
      let frontier = try compiled.frontier()
      for entry in twin.feasible.prefix(20) {
        let distance = try frontier.distance(of: entry.package)
        #expect(distance.isEfficient == efficient.contains(entry.package))
        #expect(distance.isEfficient == distance.improvements.isEmpty)
      }
    }
  }

  @Test func logrollingPairsAgreeWithAllPairs() throws {
    var met = 0
    for shape in [RandomScenario.Shape.additive, .linked, .interacting, .mean] {
      for index in 0..<120 {
        let scenario = RandomScenario.make(shape, seed: 11, index: index)
        guard let compiled = try RandomScenario.compiled(scenario) else { continue }
        let twin = LiteralTwin(scenario)
        guard let start = twin.feasible.randomElement(seed: UInt64(index)) else { continue }
        func utilities(_ package: Scenario.Package) throws -> [ExactValue] {
          try compiled.utilities(of: package)
        }
        var expected: Set<Scenario.Package> = []
        for entry in twin.feasible {
          let changed = entry.package.options.indices.filter {
            entry.package.options[$0] != start.package.options[$0]
          }
          guard changed.count == 2 else { continue }
          let alone = try changed.map { issue in
            var package = start.package
            package.options[issue] = entry.package.options[issue]
            return zip(try utilities(package), start.utilities).map { $0 - $1 }
          }
          let both = zip(entry.utilities, start.utilities).map { $0 - $1 }
          let parties = both.indices
          if both.allSatisfy({ $0 >= .zero }), both.contains(where: { $0 > .zero }),
            parties.contains(where: { alone[0][$0] < .zero && alone[1][$0] > .zero }),
            parties.contains(where: { alone[0][$0] > .zero && alone[1][$0] < .zero })
          {
            expected.insert(entry.package)
          }
        }
        let found = try compiled.logrolling(from: start.package, limit: 10_000).map { pair in
          var package = start.package
          package.options[pair.first.issue] = pair.first.to
          package.options[pair.second.issue] = pair.second.to
          return package
        }
        #expect(Set(found) == expected && found.count == expected.count, "\(shape) \(index)")
        met += expected.count
      }
    }
    #expect(met > 20)
  }
}

extension Array {
  func randomElement(seed: UInt64) -> Element? {
    var random = SplitMix64(seed: seed, index: 77)
    return randomElement(using: &random)
  }
}
