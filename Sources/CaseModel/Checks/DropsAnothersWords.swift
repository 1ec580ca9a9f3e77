/// A statement withdraws the words of a speaker for whom its own speaker does not speak. A party
/// can withdraw only its own words; what another party says about them is a statement of that other
/// party.
struct DropsAnothersWords: IntegrityRule {
  static let code = "drops-anothers-words"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand, date: 2025-05-01,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: South says that North gave up turns, speaker: south, act: state, date: 2025-05-10,
         about: {issue: water, option: shared}, drops: s1}
    """
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

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, statement) in context.theCase.statements.enumerated()
    where !statement.drops.isEmpty {
      let own = context.voices(of: statement.speaker)
      for (number, id) in statement.drops.enumerated() {
        guard let dropped = context.index.statement(id), !dropped.speaker.isEmpty,
          own.isDisjoint(with: context.voices(of: dropped.speaker))
        else { continue }
        findings.append(
          finding(
            context.path(to: statement, at: position).key("drops").index(number),
            "`\(statement.id)` withdraws `\(id)`, which its speaker cannot withdraw",
            hint: "make the party that withdraws it the speaker, with `via` for who reports it; "
              + "an author's claim that it was withdrawn has act `assess` and `change: withdrawn`")
        )
      }
    }
    return findings
  }
}
