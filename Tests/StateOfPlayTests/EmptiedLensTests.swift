import CaseModel
import StateOfPlay
import Testing

/// Filters that leave nothing say how many statements each of them left out.
@Suite struct EmptiedLensTests {
  private func words(_ statements: [String], _ change: (inout Lens) -> Void) throws -> String? {
    var lens = Lens()
    change(&lens)
    return EmptiedLens(CaseIndex(try record(statements)), lens)?.words
  }

  @Test func gradesAskedOfAnUngradedCaseAreExplained() throws {
    let words = try #require(
      try words(["id: s1, act: demand", "id: s2, act: reject"]) { $0.worstCredibility = 3 })
    #expect(words.contains("2 statements") && words.contains("none of them is graded"))
  }

  @Test func eachFilterIsCounted() throws {
    let words = try #require(
      try words(["id: s1, act: demand, credibility: 5", "id: s2, act: demand, credibility: 1"]) {
        $0.worstCredibility = 2
        $0.parties = ["south"]
      })
    #expect(words.contains("1 by credibility") && words.contains("1 by party"))
    #expect(!words.contains("graded"))
  }

  @Test func whatLeavesSomethingIsNotRemarkedOn() throws {
    #expect(try words(["id: s1, act: demand, credibility: 1"]) { $0.worstCredibility = 1 } == nil)
    #expect(try words(["id: s1, act: demand"]) { _ in } == nil)
    #expect(try words([]) { $0.worstCredibility = 1 } == nil)
  }
}
