import Foundations
import Testing

@testable import Bargaining

@Suite struct DivisionTests {
  static func points(_ index: Int, parties: Int, items: Int) -> [[ExactDecimal]] {
    var random = SplitMix64(seed: 21, index: index)
    return (0..<parties).map { _ in
      var own = (0..<items).map { _ in Int.random(in: 0...20, using: &random) }
      own[Int.random(in: 0..<items, using: &random)] += 1
      return own.map { ExactDecimal($0) }
    }
  }

  static func share(_ points: [ExactDecimal], _ parts: [ExactValue]) -> ExactValue {
    zip(points, parts).reduce(.zero) { $0 + ExactValue($1.0) * $1.1 }
      .divided(by: points.reduce(.zero) { $0 + ExactValue($1) })!
  }

  @Test func adjustedWinnerKeepsItsThreePromises() throws {
    let half = ExactValue(1).divided(by: ExactValue(2))!
    for index in 0..<300 {
      let points = Self.points(index, parties: 2, items: 1 + index % 7)
      let division = try AdjustedWinner(points: points)
      let rest = division.firstShares.map { .one - $0 }
      #expect(Self.share(points[0], division.firstShares) == division.satisfaction[0])
      #expect(Self.share(points[1], rest) == division.satisfaction[1])
      #expect(division.satisfaction[0] == division.satisfaction[1], "equitable \(index)")
      #expect(division.satisfaction[0] >= half, "envy-free \(index)")
      #expect(division.firstShares.count { $0 > .zero && $0 < .one } <= 1)
      // Efficient: nobody could trade part of an item for part of another to mutual gain.
      for given in points[0].indices where division.firstShares[given] > .zero {
        for taken in points[0].indices where division.firstShares[taken] < .one {
          let left = ExactValue(points[0][taken]) * ExactValue(points[1][given])
          let right = ExactValue(points[0][given]) * ExactValue(points[1][taken])
          #expect(left <= right, "efficient \(index)")
        }
      }
    }
  }

  @Test func adjustedWinnerSplitsTheContestedItem() throws {
    // 78 to 70 before the split; 40 points against 20 on the contested item: 2/15 of it moves.
    let division = try AdjustedWinner(points: [[10, 40, 10, 38, 2], [38, 20, 30, 10, 2]])
    #expect(division.splitItem == 1)
    #expect(division.firstShares[1].description == "13/15")
    #expect(division.satisfaction[0].description == "109/150")
  }

  @Test func nashWelfareAgreesWithAllAssignments() throws {
    for index in 0..<60 {
      let parties = 2 + index % 3
      let items = 1 + index % 5
      let points = Self.points(index, parties: parties, items: items)
      var best: (gainers: Int, product: ExactValue) = (-1, .zero)
      var winners: Set<[Int]> = []
      var owners = Array(repeating: 0, count: items)
      repeat {
        let got = points.indices.map { party in
          points[party].indices.reduce(ExactValue.zero) {
            owners[$1] == party ? $0 + ExactValue(points[party][$1]) : $0
          }
        }
        let gains = got.filter { $0 > .zero }
        let measure = (gains.count, gains.reduce(ExactValue.one, *))
        if measure > best {
          best = measure
          winners = []
        }
        if measure == best { winners.insert(owners) }
      } while advance(&owners, within: Array(repeating: parties, count: items))
      let found = try MaximumNashWelfare.assignments(points: points, limit: 10_000)
      // Whole assignments that give an item to someone who does not want it may be dominated.
      #expect(!found.isEmpty && Set(found.map(\.owners)).isSubset(of: winners))
      let vectors = Set(found.map(\.utilities))
      for assignment in winners {
        let got = points.indices.map { party in
          points[party].indices.reduce(ExactValue.zero) {
            assignment[$1] == party ? $0 + ExactValue(points[party][$1]) : $0
          }
        }
        #expect(vectors.contains(got))
      }
    }
  }

  @Test func splitsMaximiseTheProduct() throws {
    for index in 0..<200 {
      let points = Self.points(index, parties: 2, items: 1 + index % 5)
      let parts = try MaximumNashWelfare.split(points: points)
      let rest = parts.map { .one - $0 }
      let best = Self.share(points[0], parts) * Self.share(points[1], rest)
      // No other part of any one item does better: the product is concave along each.
      for item in parts.indices {
        for tenth in 0...10 {
          var other = parts
          other[item] = ExactValue(tenth).divided(by: ExactValue(10))!
          let product =
            Self.share(points[0], other) * Self.share(points[1], other.map { .one - $0 })
          #expect(product <= best, "\(index)")
        }
      }
    }
  }

  @Test func badPointsAreRefused() {
    #expect(throws: DivisionError.noItems) { try AdjustedWinner(points: [[], []]) }
    #expect(throws: DivisionError.wrongPartyCount(found: 3, allowed: "two")) {
      try AdjustedWinner(points: [[1], [1], [1]])
    }
    #expect(throws: DivisionError.negativePoints(party: 1, item: 0)) {
      try AdjustedWinner(points: [[1], [-1]])
    }
    #expect(throws: DivisionError.pointsSumToZero(party: 0)) {
      try AdjustedWinner(points: [[0, 0], [1, 1]])
    }
    #expect(throws: DivisionError.wrongLength(party: 1, expected: 2, found: 1)) {
      try AdjustedWinner(points: [[1, 0], [1]])
    }
  }
}
