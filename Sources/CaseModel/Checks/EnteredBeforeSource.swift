/// An entry was made in the record before its source was published. One of the dates is mistyped,
/// most often the year; the record would show as known what no one could yet have read.
struct EnteredBeforeSource: IntegrityRule {
  static let code = "entered-before-source"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared},
         entered: 2024-05-20, by: ana}
    """,
    """
    sources:
      - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
         text: {withheld: true, sha256: \(RuleExample.digest), length: 100}, entered: 2025-05-12}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared},
         entered: 2025-05-16, by: ana}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    func compare(_ provenance: Provenance, _ source: Case.Source?, _ path: () -> EntryPath) {
      guard let entered = provenance.entered, let source, let published = source.published,
        published.isLater(than: entered)
      else { return }
      findings.append(
        finding(
          path().key("entered"),
          "it was entered \(entered.text), before `\(source.id)` was published on "
            + published.text,
          hint: "correct `entered`, or the source's `published`"))
    }
    for (position, source) in context.theCase.sources.enumerated() {
      compare(source.provenance, source) { context.path(to: source, at: position) }
    }
    for (position, statement) in context.theCase.statements.enumerated() {
      compare(statement.provenance, context.index.source(statement.source)) {
        context.path(to: statement, at: position)
      }
    }
    return findings
  }
}
