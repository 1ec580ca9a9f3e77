import CaseModel
import StateOfPlay
import Testing

/// Texts that were signed until a day.
@Suite struct LapsedSignaturesTests {
  private func made(_ more: [String] = [], until: [String] = ["2025-12-02", "2025-12-02"]) throws
    -> Case
  {
    let sections = """
      drafts: [{id: pact, title: The pact, date: 2025-09-03, by: [north, south], status: signed, signed: [{date: 2025-09-03, by: [north], evidence: [a]}, {date: 2025-09-03, by: [south], evidence: [b]}], clauses: [{id: one, about: {issue: water, option: shared}, status: agreed, evidence: [c]}], evidence: [a]}]
      """
    return try record(
      [
        "id: a, speaker: north, act: accept, date: 2025-09-03, until: \(until[0]), about: {draft: pact}",
        "id: b, speaker: south, act: accept, date: 2025-09-03, until: \(until[1]), about: {draft: pact}",
        "id: c, speaker: [north, south], act: accept, date: 2025-09-03, about: {issue: water, option: shared}",
      ] + more, with: sections)
  }

  private func state(_ theCase: Case, _ asOf: String) throws -> ConvergenceView.State? {
    try convergence(theCase, .asOf(asOf)).rows.first?.state
  }

  @Test func whatWasSignedUntilADayEndsWithIt() throws {
    #expect(try state(made(), "2025-12-02") == .agreed)
    #expect(try state(made(), "2025-12-03") != .agreed)
    #expect(try cell(made(), .asOf("2025-12-02"))["shared"]?.isAccepted == true)
    #expect(try cell(made(), .asOf("2025-12-03"))["shared"]?.isAccepted != true)
  }

  @Test func whatIsProlongedInTimeHolds() throws {
    let longer =
      "id: d, speaker: [north, south], act: accept, date: 2025-11-20, until: 2026-03-31, about: {draft: pact}"
    #expect(try state(made([longer]), "2025-12-10") == .agreed)
    #expect(try state(made([longer]), "2026-04-01") != .agreed)
    // It ended with the day until which it was prolonged.
    let prolonged = try made([longer])
    let text = try #require(drafts(prolonged, .asOf("2026-04-02")).drafts.first)
    #expect(text.level == .ended && text.levelDate?.text == "2026-03-31")
    // Another's wish prolongs nothing.
    let other = longer.replacing("[north, south]", with: "west")
    #expect(try state(made([other]), "2025-12-10") != .agreed)
    let late = longer.replacing("2025-11-20", with: "2025-12-20")
    #expect(try state(made([late]), "2025-12-10") != .agreed)
  }
}
