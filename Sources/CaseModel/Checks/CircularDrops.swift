/// Statements withdraw each other in a circle, or one withdraws itself. It is then undecidable
/// which of them still stands.
struct CircularDrops: IntegrityRule {
  static let code = "circular-drops"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: north, act: demand,
         about: {issue: water, option: shared}, drops: s2}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: North asks for turns no longer, speaker: north, act: withdraw,
         about: {issue: water, option: shared}, drops: s1}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: north, act: demand,
         about: {issue: water, option: shared}, drops: [s1]}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand, date: 2025-05-01,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: North no longer asks for turns, speaker: north, act: withdraw, date: 2025-05-10,
         about: {issue: water, option: shared}, drops: s1}
    """
  ]

  /// - Complexity: O(statements + drops).
  static func check(_ context: CheckContext) -> [Finding] {
    let statements = context.theCase.statements
    guard statements.contains(where: { !$0.drops.isEmpty }) else { return [] }
    let next = statements.map { statement in
      statement.drops.compactMap { context.index.position(.statements, $0.raw) }
    }
    return Circles.find(next).map { circle in
      let names = circle.map { "`\(statements[$0].id)`" }
      let shown = names.count > 6 ? names.prefix(6) + ["…"] : names + [names[0]]
      let first = statements[circle[0]]
      return finding(
        context.path(to: first, at: circle[0]).key("drops"),
        circle.count == 1
          ? "\(names[0]) withdraws itself"
          : "these withdraw each other in a circle: \(shown.joined(separator: " → "))",
        hint: "name under `drops` only what was said before")
    }
  }
}
