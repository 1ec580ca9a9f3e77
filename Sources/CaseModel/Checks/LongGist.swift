/// A gist is longer than 200 characters, or runs over several lines. Tables and briefs show it as
/// one line; what needs more is often two statements, which can share a quote.
struct LongGist: IntegrityRule {
  static let code = "long-gist"
  static let severity = Severity.note

  private static let limit = 200

  static let triggering: [RuleExample] = [
    """
    statements:
      - id: s1
        source: day-one
        quote: {start: 0, end: 20, sha256: \(RuleExample.digest)}
        gist: >-
          North asks for turns, recalls that turns were agreed once before and kept for a summer,
          and adds that its own fields lie lower, that its harvest is later, and that a meter,
          which South has mentioned since the spring, would be read by no one
        speaker: north
        act: demand
        about: {issue: water, option: shared}
    """,
    """
    statements:
      - id: s1
        source: day-one
        quote: {start: 0, end: 20, sha256: \(RuleExample.digest)}
        gist: |-
          North asks for turns
          and will not hear of a meter
        speaker: north
        act: demand
        about: {issue: water, option: shared}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - id: s1
        source: day-one
        quote: {start: 0, end: 20, sha256: \(RuleExample.digest)}
        gist: >-
          North asks for turns, which were agreed once before and kept for a summer, and will not
          hear of a meter
        speaker: north
        act: demand
        about: {issue: water, option: shared}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      let length = statement.gist.unicodeScalars.count
      let isBroken = statement.gist.unicodeScalars.contains(where: isLineEnd)
      guard length > limit || isBroken else { return nil }
      return finding(
        context.path(to: statement, at: position).key("gist"),
        isBroken ? "the gist runs over several lines" : "the gist is \(length) characters long",
        hint: "say it in one line of at most \(limit) characters; what says two things is two "
          + "statements")
    }
  }

  /// By Unicode's line breaking rules (UAX 14, BK, CR, LF and NL).
  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
