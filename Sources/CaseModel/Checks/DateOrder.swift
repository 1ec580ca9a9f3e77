/// Compares dates of which one must not be later than the other, for the rule that reports it.
struct DateOrder<Rule: IntegrityRule> {
  private(set) var findings: [Finding] = []

  /// Reports `earlier` where it begins after `later` ends.
  mutating func compare(
    _ earlier: EDTFDate?, _ later: EDTFDate?, _ path: @autoclosure () -> EntryPath,
    severity: Severity? = nil, _ message: (EDTFDate, EDTFDate) -> String
  ) {
    guard let earlier, let later, earlier.isLater(than: later) else { return }
    findings.append(
      Rule.finding(
        path(), message(earlier, later), hint: "correct one of the two dates", severity: severity))
  }
}
