internal import CaseModel

/// What was said only after as-of of a time before it.
extension FilteredCase {
  /// All that supports it was said after as-of. An analyst's judgement is of no day.
  func isOnlyReportedLater(_ evidence: Evidence) -> Bool {
    guard lens.asOf != nil, !evidence.statements.isEmpty else { return false }
    return evidence.statements.allSatisfy { id in
      index.statement(id).map { timeClass(index.said($0)) == .out } ?? false
    }
  }

  /// Of a statement only a last day is known, which lies after as-of: nothing shows that it had been said
  /// by then.
  func isOnlyBounded(_ facts: StatementFacts) -> Bool {
    facts.time == .possiblyLater && facts.said?.hasOpenStart ?? false
  }

  /// It is not out of what the lens shows, and something shows that it had been said by as-of.
  func isShown(_ facts: StatementFacts) -> Bool { facts.time != .out && !isOnlyBounded(facts) }

  /// Something shows that the statement at this place had been made by as-of, whatever else the lens asks of it.
  func hadSaid(at place: Int) -> Bool {
    guard let said = facts[place].said else { return true }
    let time = timeClass(said)
    return time == .counts || (time == .possiblyLater && !said.hasOpenStart)
  }

  /// When a report of status was given, where that is later than the day it speaks of.
  func given(
    _ report: Case.Commitment.Report, _ statements: [Case.Statement.ID]
  ) -> EDTFDate? {
    guard let date = report.date else { return nil }
    // No day after as-of is shown.
    let said = statements.compactMap { index.statement($0) }.compactMap { index.said($0) }
      .filter { timeClass($0) == .counts }.max()
    return said.flatMap { $0.isLater(than: date) ? $0 : nil }
  }
}
