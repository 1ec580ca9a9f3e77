import CaseGenerator
import CaseModel
import Testing

@testable import StateOfPlay

@Suite struct LaterSearchTests {
  @Test func `The tree finds what looking at each day in turn finds`() {
    var random = Fixed()
    for size in 0..<70 {
      let days: [CivilDay?] = (0..<size).map { _ in
        Bool.random(using: &random)
          ? CivilDay(number: Int32.random(in: -5...20, using: &random)) : nil
      }
      let search = LaterSearch(days)
      for start in 0...(size + 2) {
        for number: Int32 in [-6, 0, 7, 19, 20] {
          let day = CivilDay(number: number)
          let literal = days.indices.first { place in
            place >= start && days[place].map { $0 > day } ?? false
          }
          #expect(
            search.first(from: start, after: day) == literal, "\(days), from \(start), \(number)")
        }
      }
    }
  }

  /// Each *for* on another number, each later than the one before: all but the last give way.
  @Test func `Only the last of many numbers stands`() throws {
    var theCase = GeneratedCase.crowded(statements: 300, valued: true)
    for index in theCase.statements.indices {
      theCase.statements[index].act = .demand
      theCase.statements[index].date = Dating(EDTFDate(CivilDay(number: Int32(index))))
    }
    let cell = try #require(positions(theCase).rows.first?.cells.first)
    #expect(cell.answers.filter { !$0.isSuperseded }.map(\.decidedBy) == [["s-300"]])
    #expect(cell.answers.count == 300)
  }
}

/// The same numbers at each run.
private struct Fixed: RandomNumberGenerator {
  var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 31
  }
}
