internal import Foundations

/// A verdict accepts a statement that it is not on, or accepts one although it leaves the question
/// open or finds that each is right in part.
struct VerdictTakesAnother: IntegrityRule {
  static let code = "verdict-takes-another"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    "verdicts: [{statements: [s1, s2], verdict: oneWrong, taken: [s3], by: ana}]",
    "verdicts: [{statements: [s1, s2], verdict: open, taken: [s1], by: ana}]",
    "verdicts: [{statements: [s1, s2], verdict: bothPartial, taken: [s2], by: ana}]",
  ]
  static let passing: [RuleExample] = [
    "verdicts: [{statements: [s1, s2], verdict: oneWrong, taken: [s2], reason: He saw it, by: ana}]",
    "verdicts: [{statements: [s1, s2], verdict: open, by: ana}]",
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.verdicts.enumerated().compactMap { position, verdict in
      guard !verdict.taken.isEmpty else { return nil }
      let path = context.path(to: verdict, at: position).key("taken")
      if let other = verdict.taken.first(where: { !verdict.statements.contains($0) }) {
        return finding(
          path, "the verdict accepts `\(other)`, which it is not on",
          hint: "it can accept one or more of \(verdict.statements.map(\.raw).alternatives)")
      }
      guard !verdict.verdict.canTake else { return nil }
      return finding(
        path, "a verdict of `\(verdict.verdict.rawValue)` accepts no statement",
        hint: "leave out `taken`, or write `oneWrong` or `explained`")
    }
  }
}
