/// A verdict is on fewer than two statements. It says which of several statements that cannot all
/// be right is to be believed; with only one there is nothing to decide.
struct VerdictOnOne: IntegrityRule {
  static let code = "verdict-on-one"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    "verdicts: [{statements: [s1], verdict: open, by: ana}]",
    "verdicts: [{statements: [s1, s1], verdict: oneWrong, by: ana}]",
    "verdicts: [{statements: [], verdict: explained, by: ana}]",
  ]
  static let passing: [RuleExample] = [
    "verdicts: [{statements: [s1, s2], verdict: explained, reason: They differ, by: ana}]"
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.verdicts.enumerated().compactMap { position, verdict in
      let count = Set(verdict.statements).count
      guard count < 2 else { return nil }
      return finding(
        context.path(to: verdict, at: position).key("statements"),
        count == 0 ? "the verdict is on no statement" : "the verdict is on one statement alone",
        hint: "name the statements that cannot all be right; a doubt about one goes in its "
          + "`doubted`")
    }
  }
}
