/// A source's publisher is named among those who passed the statement on. The publisher always did,
/// and is counted without being named; naming it makes the words appear one step further from the
/// speaker than they are.
struct PublisherInVia: IntegrityRule {
  static let code = "publisher-in-via"
  static let severity = Severity.note

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says North wanted turns, speaker: north, via: [south, gazette], act: demand,
         about: {issue: water, option: shared}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says North wanted turns, speaker: north, via: south, act: demand,
         about: {issue: water, option: shared}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard !statement.via.isEmpty,
        let publisher = context.index.source(statement.source)?.publisher,
        let step = statement.via.firstIndex(of: publisher)
      else { return nil }
      return finding(
        context.path(to: statement, at: position).key("via").index(step),
        "`\(publisher)` publishes the source, and need not be named in `via`",
        hint:
          "leave it out of `via`; if the text reports another's words, as a paper's or an informant's, name that other there"
      )
    }
  }
}
