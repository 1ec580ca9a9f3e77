/// An assessment claims that a position changed, and does not say whose. The claim is set against
/// that party's own words, so without the party it can be neither borne out nor refuted. A party's
/// own statement that bears a change speaks of the party itself.
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
        "a change (`\(change.rawValue)`) is claimed, and not whose position it is of",
        hint: "name the party in `of`")
    }
  }
}
