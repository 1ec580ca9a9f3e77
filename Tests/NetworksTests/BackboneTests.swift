import Foundations
import Testing

@testable import Networks

@Suite struct BackboneTests {
  @Test(arguments: 0..<30)
  func eigenvalues(_ seed: Int) {
    var source = SplitMix64(seed: 8, index: seed)
    let count = seed
    var matrix = SymmetricMatrix(count: count)
    var rows = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in 0..<count {
      for column in 0...row where seed % 3 > 0 || source.below(4) == 0 {
        let value = Double(source.below(2_001) - 1_000) / 100
        matrix[row, column] = value
        (rows[row][column], rows[column][row]) = (value, value)
      }
    }
    for (own, expected) in zip(matrix.eigenvalues(), Twin.eigenvalues(rows)) {
      #expect(isNear(own, expected, 1e-10))
    }
  }

  /// A path of three: eigenvalues 3, 1 and 0, divided by 4.
  @Test func knownSpectrum() throws {
    let statements = [("a", "x"), ("b", "x"), ("b", "y"), ("c", "y")].map {
      CodedStatement(actor: $0.0, concept: $0.1, stance: .agreement(true), day: nil)
    }
    let table = try StatementTable(statements)
    let spectrum = try table.oneMode().spectrum()
    for (value, expected) in zip(spectrum, [0.75, 0.25, 0]) { #expect(isNear(value, expected)) }
    let degrees = try table.oneMode(.actors, Selection(departures: [.degreesForLaplacian]))
    #expect(try degrees.spectrum() == [0.5, 0.25, 0.25])
  }

  @Test(arguments: 0..<25)
  func nestedBackbone(_ seed: Int) throws {
    let statements = RandomStatements.make(
      seed: 3_000 + seed, kind: [.agreement, .level, .category][seed % 3], count: 10 + 3 * seed,
      actors: 6, concepts: 3 + seed % 5)
    let table = try StatementTable(statements)
    let backbone = try table.nestedBackbone()

    func spectrum(_ concepts: Set<String>) throws -> [Double] {
      let left = statements.filter { concepts.contains($0.concept) }
      let network = try StatementTable(left, scale: table.stances == .level ? -3...2 : nil)
        .oneMode()
      var weights = [[Double]](
        repeating: [Double](repeating: 0, count: table.actors.count), count: table.actors.count)
      for tie in network.ties {
        guard let one = table.actors.firstIndex(of: network.members[tie.first]),
          let two = table.actors.firstIndex(of: network.members[tie.second])
        else { continue }
        (weights[one][two], weights[two][one]) = (tie.congruence, tie.congruence)
      }
      return Twin.spectrum(weights)
    }
    // The scale is that of all statements.
    guard table.stances != .level || table.span == 5 else { return }
    var left = Set(table.concepts)
    let whole = try spectrum(left)
    for removal in backbone.removals {
      let losses = try left.sorted().map { concept in
        (concept, absoluteDifference(whole, try spectrum(left.subtracting([concept]))))
      }
      let least = losses.map(\.1).min() ?? 0
      #expect((removal.loss - least).magnitude < 1e-8)
      #expect(losses.first { $0.1 < least + 1e-9 }?.0 == removal.concept)
      left.remove(removal.concept)
    }
    #expect(left.isEmpty)
    #expect(backbone.concepts(size: 2).count == min(2, table.concepts.count))
  }

  @Test func sizeByPenalty() throws {
    let statements = RandomStatements.make(seed: 5, kind: .agreement, count: 80, concepts: 6)
    let backbone = try StatementTable(statements).nestedBackbone()
    // Without a penalty, the size with the least loss.
    let losses = backbone.removals.dropLast().map(\.loss)
    let least = try #require(losses.min())
    #expect(backbone.size(penalty: 0) == 5 - (losses.firstIndex(of: least) ?? 0))
    // A penalty above all losses leaves one concept.
    #expect(backbone.size(penalty: 1_000) == 1)
  }

  @Test(arguments: 0..<12)
  func significance(_ seed: Int) throws {
    let statements = RandomStatements.make(
      seed: 4_000 + seed, kind: .agreement, count: 25, actors: 5, concepts: 4)
    let network = try StatementTable(statements).oneMode()
    let tested = try network.significantTies(level: 1)
    #expect(tested.comparisons == network.members.count * (network.members.count - 1) / 2)
    var positions: [String: Set<String>] = [:]
    for statement in statements {
      positions[statement.actor, default: []].insert("\(statement.concept) \(statement.stance)")
    }
    let all = Set(statements.map(\.concept)).flatMap { concept in
      [true, false].map { "\(concept) \(Stance.agreement($0))" }
    }
    for result in tested.ties {
      let one = positions[network.members[result.tie.first]] ?? []
      let two = positions[network.members[result.tie.second]] ?? []
      // Every set of as many positions as the second has, counted.
      var (reached, total) = (0, 0)
      for choice in 0..<(1 << all.count) where choice.nonzeroBitCount == two.count {
        total += 1
        let drawn = all.indices.filter { choice >> $0 & 1 == 1 }.map { all[$0] }
        if one.intersection(drawn).count >= one.intersection(two).count { reached += 1 }
      }
      #expect(isNear(result.congruence, Double(reached) / Double(total)))
      #expect(min(result.congruence, result.conflict ?? 1) <= tested.threshold)
    }
  }
}
