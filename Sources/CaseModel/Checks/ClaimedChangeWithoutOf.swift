/// An assessment claims that a position changed, and does not say whose. The claim is compared with
/// that party's own words, so without the party it can be neither confirmed nor refuted. Where a
/// party's own statement carries a change, the change is the party's own.
struct ClaimedChangeWithoutOf: IntegrityRule {
  static let code = "claimed-change-without-of"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: The paper sees South softening, speaker: gazette, act: assess, change: softened,
         about: {issue: water, option: shared}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says again that it wants no turns, speaker: south, act: reject,
         change: reaffirmed, about: {issue: water, option: shared}}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: The paper sees South softening, speaker: gazette, act: assess, of: south,
         change: softened, about: {issue: water, option: shared}}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard let change = statement.change, statement.act == .assess, statement.of.isEmpty else {
        return nil
      }
      return finding(
        context.path(to: statement, at: position).key("change"),
        "a change (`\(change.rawValue)`) is claimed without saying whose position changed",
        hint: "name the party in `of`")
    }
  }
}
