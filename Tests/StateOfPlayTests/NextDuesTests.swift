import CaseModel
import StateOfPlay
import Testing

/// When a promise in parts is due next, and when all of it is: arrears of pay at a mine.
@Suite struct NextDuesTests {
  private func made(_ commitment: String, asOf: String) throws -> (
    due: CommitmentsView.Due, promise: PreconditionsView.Promise?
  ) {
    let theCase = try record(
      [
        "id: wait, speaker: south, act: condition, date: 2025-01-11, about: {issue: water, option: metered}, requires: [{commitment: arrears, kind: before}]"
      ],
      with: """
        commitments:
          - {id: arrears, what: Pay the arrears, strength: promised, debtors: [north], creditors: [south], agreed: 2025-01-10, \(commitment)}
        """)
    let lens = try Lens.asOf(asOf)
    let steps = try preconditions(theCase, lens).steps
    let line = try #require(commitments(theCase, lens).rows.first)
    return (line.due, steps.compactMap(\.promise).first)
  }

  private static let parts =
    "unit: crown, quantity: 12, schedule: [{due: 2025-04-01, quantity: 4}, {due: 2025-05-01, quantity: 4}, {due: 2025-06-01, quantity: 4}]"

  @Test func theNextPartIsNotTheWhole() throws {
    let (due, promise) = try made(Self.parts, asOf: "2025-04-10")
    #expect(due.date?.text == "2025-05-01")
    #expect(due.share == "4 crowns")
    #expect(due.last?.text == "2025-06-01")
    #expect(promise?.due?.text == "2025-05-01")
    #expect(promise?.share == "4 crowns")
    #expect(promise?.last?.text == "2025-06-01")
    let last = try made(Self.parts, asOf: "2025-05-10")
    #expect(last.due.date?.text == "2025-06-01")
    #expect(last.due.last == nil)
  }

  @Test func whatIsDoneAlreadyIsNotTheNext() throws {
    let paid = "\(Self.parts), status: [{date: 2025-04-10, done: 8, basis: ana}]"
    #expect(try made(paid, asOf: "2025-04-10").due.date?.text == "2025-06-01")
    let yearly =
      "schedule: {every: year, on: 12-31, from: 2025, times: 3}, status: [{date: 2025-12-20, level: 3, basis: ana}]"
    let (due, promise) = try made(yearly, asOf: "2025-12-22")
    #expect(due.date?.text == "2026-12-31")
    #expect(due.last?.text == "2027-12-31")
    #expect(promise?.due?.text == "2026-12-31")
    let endless = try made("schedule: {every: year, on: 12-31, from: 2025}", asOf: "2025-12-22")
    #expect(endless.due.date?.text == "2025-12-31")
    #expect(endless.due.last == nil)
  }

  @Test func aDueIsInTheSameWordsEverywhere() throws {
    #expect(try EDTFDate("2025-05-01").dueWords == "by 1 May 2025")
    #expect(try EDTFDate("2026-24").dueWords == "in winter 2026")
    #expect(try EDTFDate("2026-06-02/..").dueWords == "not before 2 June 2026")
    #expect(try EDTFDate("../2026-06-02").dueWords == "by 2 June 2026")
  }
}
