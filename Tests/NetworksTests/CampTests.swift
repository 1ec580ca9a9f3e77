import Foundations
import Testing

@testable import Networks

@Suite struct CampTests {
  private static func program(_ count: Int, seed: Int, density: Int, isWhole: Bool) -> SignProgram {
    var source = SplitMix64(seed: 3, index: seed)
    var weight = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<row where source.below(100) < density {
        let value =
          isWhole ? Double(source.below(2) * 2 - 1) : Double(source.below(2_001)) / 1e3 - 1
        weight[row * count + column] = value
        weight[column * count + row] = value
      }
    }
    return SignProgram(count: count, weight: weight)
  }

  private static func rows(_ program: SignProgram) -> [[Double]] {
    (0..<program.count).map { row in
      (0..<program.count).map { program.weight[row * program.count + $0] }
    }
  }

  @Test(arguments: 0..<80)
  func bestSignsAreTheBest(_ seed: Int) throws {
    let program = Self.program(
      seed % 13, seed: seed, density: [20, 50, 100][seed % 3], isWhole: seed % 2 == 0)
    let answer = try program.solved(seed: 1, Checkpoint())
    let best = Twin.bestSigns(Self.rows(program))
    #expect(answer.isProven)
    #expect(isNear(answer.value, best))
    #expect(isNear(program.value(answer.signs), answer.value))
    #expect(answer.bound >= best - 1e-9)
  }

  /// Bounds hold without the search for a proof too.
  @Test(arguments: 0..<40)
  func boundsHold(_ seed: Int) throws {
    let program = Self.program(10, seed: 900 + seed, density: 70, isWhole: false)
    let relaxation = try SignRelaxation(program, seed: 1, Checkpoint())
    #expect(relaxation.bound >= Twin.bestSigns(Self.rows(program)) - 1e-12)
  }

  @Test(arguments: 0..<6)
  func fortyAreProven(_ seed: Int) throws {
    let program = Self.program(40, seed: seed, density: [30, 100][seed % 2], isWhole: seed < 3)
    let answer = try program.solved(seed: 1, Checkpoint())
    #expect(answer.isProven)
    // What a hundred other searches find is not better.
    let other = try program.searched(starts: 100, seed: UInt64(seed) + 50, Checkpoint())
    #expect(other.value <= answer.value + 1e-9)
  }

  /// Forty-one in conflict all with all: the largest cut is known, and is proven beyond forty.
  @Test func conflictOfAllWithAll() throws {
    let weight = (0..<(41 * 41)).map { $0 / 41 == $0 % 41 ? 0.0 : -1 }
    let answer = try SignProgram(count: 41, weight: weight).solved(seed: 1, Checkpoint())
    #expect(answer.value == 20)
    #expect(answer.isProven)
  }

  @Test(arguments: 0..<40)
  func frustrationIsTheLeast(_ seed: Int) throws {
    let statements = RandomStatements.make(
      seed: 1_000 + seed, kind: seed % 2 == 0 ? .agreement : .level, count: 5 + seed, actors: 9)
    let network = try StatementTable(statements, scale: seed % 2 == 0 ? nil : -3...3).oneMode()
    for counting in FrustrationIndex.Counting.allCases {
      let index = try network.frustration(counting: counting)
      var least = Double.infinity
      for choice in 0..<(1 << network.members.count) {
        least = min(
          least,
          network.ties.reduce(0.0) { sum, tie in
            let isWithin = choice >> tie.first & 1 == choice >> tie.second & 1
            if counting == .weights { return sum + (isWithin ? tie.conflict : tie.congruence) }
            if tie.congruence == tie.conflict { return sum }
            return sum + (isWithin == (tie.congruence < tie.conflict) ? 1 : 0)
          })
      }
      #expect(index.isProven)
      #expect(isNear(index.value, least))
      #expect(isNear(index.lowerBound, least))
      if counting == .ties { #expect(index.frustrated.count == Int(least)) }
      let all = index.camps.first + index.camps.second + index.camps.unaligned
      #expect(all.sorted() == Array(network.members.indices))
      if let balance = index.balance { #expect(balance >= -1e-12 && balance <= 1) }
    }
  }

  @Test(arguments: 0..<30)
  func polarisationIsItsDefinition(_ seed: Int) throws {
    let statements = RandomStatements.make(
      seed: 2_000 + seed, kind: .agreement, count: 6 + 2 * seed, actors: 8)
    let found = try StatementTable(statements).polarisation(draws: 0)
    let network = found.network
    #expect(found.isProven)
    #expect(found.chance == nil)
    #expect(
      isNear(
        found.score, Twin.polarisation(network.matrix(.congruence), network.matrix(.conflict))))
  }

  private func debate(_ stance: (Int, Int) -> Bool) -> [CodedStatement] {
    (0..<8).flatMap { actor in
      (0..<6).map { concept in
        CodedStatement(
          actor: "actor \(actor)", concept: "concept \(concept)",
          stance: .agreement(stance(actor, concept)), day: 0)
      }
    }
  }

  @Test func twoCampsScoreOneAndChanceDoesNot() throws {
    let table = try StatementTable(debate { actor, concept in (actor < 4) == (concept < 3) })
    let found = try table.polarisation(draws: 100)
    #expect(found.score == 1)
    #expect(found.camps.first == [0, 1, 2, 3])
    #expect(found.camps.second == [4, 5, 6, 7])
    let chance = try #require(found.chance)
    #expect(chance.share == 0)
    #expect(chance.p == 1 / 101.0)
    #expect(try #require(chance.z) > 3)
    // Random networks of the same degrees are far from 0, which is why they are drawn.
    #expect(chance.mean > 0.05)
    #expect(try table.polarisation(draws: 100).chance == chance)
    #expect(try table.polarisation(draws: 100, seed: 2).chance != chance)
  }

  @Test func consensusIsNotPolarised() throws {
    let found = try StatementTable(debate { _, _ in true }).polarisation(draws: 20)
    #expect(found.score == 0)
    #expect(found.camps.second.isEmpty)
    #expect(found.chance?.z == nil)
    #expect(found.chance?.share == 1)
    #expect(found.isProven)
  }

  @Test func drawsKeepTheDegrees() throws {
    let statements = RandomStatements.make(seed: 4, kind: .agreement, count: 60)
    let table = try StatementTable(statements)
    let selection = Selection(duplicates: .range)
    let sample = Sample(table, selection, Repetition(table, .range, []))
    let model = NullModel(sample, .actors)
    var isDifferent = false
    for draw in 0..<20 {
      var source = SplitMix64(seed: 9, index: draw)
      let (incidence, amount) = try model.draw(&source, Checkpoint())
      var rows = [Double](repeating: 0, count: table.actors.count)
      var positions: [Int: Double] = [:]
      var seen: Set<[Int]> = []
      for row in 0..<incidence.rows {
        for entry in incidence.rowStart[row]..<incidence.rowStart[row + 1] {
          rows[row] += amount[entry]
          let position = Int(incidence.column[entry]) * 2 + Int(incidence.level[entry])
          positions[position, default: 0] += amount[entry]
          // None is repeated where none was.
          #expect(seen.insert([row, position]).inserted)
        }
      }
      var expected: [Int: Double] = [:]
      for slot in sample.amount.indices where sample.amount[slot] > 0 {
        expected[
          Int(table.slotConcept[slot]) * 2 + Int(table.slotLevel[slot]), default: 0] += 1
        if !seen.contains([
          Int(table.slotActor[slot]),
          Int(table.slotConcept[slot]) * 2 + Int(table.slotLevel[slot]),
        ]) {
          isDifferent = true
        }
      }
      #expect(positions == expected)
      #expect(rows.map { Int($0) } == sample.activity(.actors))
    }
    #expect(isDifferent)
  }
}
