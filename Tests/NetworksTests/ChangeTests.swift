import Foundations
import Testing

@testable import Networks

@Suite struct ChangeTests {
  /// Two blocks for the first `turn` months, other ones after.
  private func table(turn: Int) throws -> StatementTable {
    var source = SplitMix64(seed: 12)
    let statements = (0..<24).flatMap { month in
      (0..<60).map { _ in
        let actor = source.below(8)
        let isFirst = month < turn ? actor < 4 : actor % 2 == 0
        let isNoise = source.below(10) == 0
        return CodedStatement(
          actor: "actor \(actor)", concept: "concept \(source.below(5))",
          stance: .agreement(isFirst != isNoise),
          day: CalendarDay(
            year: 2020 + month / 12, month: month % 12 + 1, day: 1 + source.below(28)
          )
          .number)
      }
    }
    return try StatementTable(statements)
  }

  @Test(arguments: [6, 11, 17])
  func changeIsFound(_ turn: Int) throws {
    let table = try table(turn: turn)
    let networks = try table.series(windows: Window.slices(of: .month, covering: table))
    let found = try ChangePoints(networks)
    #expect(found.changes.first?.window == turn)
    #expect(found.changes.first?.p == 1 / 500.0)
    #expect(found.changes.count <= 2)
    #expect(try ChangePoints(networks) == found)
  }

  @Test func nothingIsFoundWhereNothingChanges() throws {
    let table = try table(turn: 24)
    let networks = try table.series(windows: Window.slices(of: .month, covering: table))
    let found = try ChangePoints(networks)
    #expect(found.changes.isEmpty)
    #expect(found.rejected != nil)
  }

  /// Under exchangeable windows a test at 5 per cent finds a change about once in twenty.
  @Test func levelIsKept() throws {
    var found = 0
    for seed in 0..<200 {
      var source = SplitMix64(seed: 31, index: seed)
      let values = (0..<12).map { _ in Double(source.below(1_000)) }
      let distances = values.map { one in values.map { (one - $0).magnitude } }
      let points = try ChangePoints(
        distances: distances, permutations: 99, seed: UInt64(seed))
      if !points.changes.isEmpty { found += 1 }
    }
    #expect(found >= 2 && found <= 22)
  }

  /// The first division by its definition.
  @Test(arguments: 0..<20)
  func statistic(_ seed: Int) throws {
    var source = SplitMix64(seed: 13, index: seed)
    let values = (0..<9).map { _ in Double(source.below(100)) }
    let distances = values.map { one in values.map { (one - $0).magnitude } }
    func mean(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
      var (sum, count) = (0.0, 0.0)
      for row in rows {
        for column in columns where row != column {
          sum += distances[row][column]
          count += 1
        }
      }
      return sum / count
    }
    var best = -Double.infinity
    for split in 2...7 {
      let (n, m) = (Double(split), Double(9 - split))
      let difference =
        2 * mean(0..<split, split..<9) - mean(0..<split, 0..<split)
        - mean(split..<9, split..<9)
      best = max(best, n * m / (n + m) * difference)
    }
    let found = try ChangePoints(distances: distances, permutations: 1, significance: 0.01)
    #expect(isNear(found.rejected?.statistic ?? .nan, best))
  }

  @Test func distances() throws {
    func network(_ statements: [(String, String, Bool)], _ table: [CodedStatement]) throws
      -> OneModeNetwork
    {
      try StatementTable(
        statements.map {
          CodedStatement(actor: $0.0, concept: $0.1, stance: .agreement($0.2), day: 0)
        } + table
      ).oneMode(.actors, Selection(window: Window(from: 0, until: 1)))
    }
    // Later statements give all networks the same names.
    let names = ["a", "b", "c"].map {
      CodedStatement(actor: $0, concept: "x", stance: .agreement(true), day: 5)
    }
    let agree = try network([("a", "x", true), ("b", "x", true)], names)
    let differ = try network([("a", "x", true), ("b", "x", false)], names)
    let mixed = try network([("a", "x", true), ("b", "x", true), ("c", "x", true)], names)
    let none = try network([], names)
    let matrix = try NetworkDistance.ties.matrix([agree, differ, mixed, none], Checkpoint())
    #expect(matrix[0][0] == 0)
    #expect(matrix[0][1] == 1)
    #expect(isNear(matrix[0][2], 2 / 3.0))
    #expect(matrix[0][3] == 1)
    #expect(matrix[3][3] == 0)
    #expect(matrix[2][0] == matrix[0][2])
  }
}
