/// A promise, or an agreement in principle, rests only on words that take note. No one is bound by
/// having taken note of a request; counted as a promise, it would later be held against a party
/// that never made it.
struct TookNoteCommitment: IntegrityRule {
  static let code = "took-note-commitment"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South took note of the wish for turns, speaker: south, act: takeNote,
         about: {issue: water, option: shared}}
    commitments:
      - {id: turns, debtors: south, creditors: north, what: Draw by turns, strength: inPrinciple,
         evidence: [s1]}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South took note of the wish for turns, speaker: south, act: takeNote,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 21, end: 40, sha256: \(RuleExample.digest)},
         gist: South later agreed to turns, speaker: south, act: accept,
         about: {issue: water, option: shared}}
    commitments:
      - {id: turns, debtors: south, creditors: north, what: Draw by turns, strength: promised,
         evidence: [s1, s2]}
      - {id: answer, debtors: south, creditors: north, what: Give an answer, strength: expected,
         evidence: [s1]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.commitments.enumerated().compactMap { position, commitment in
      let evidence = commitment.evidence
      guard commitment.strength != .expected, evidence.basis == nil,
        !evidence.statements.isEmpty,
        evidence.statements.allSatisfy({ context.index.statement($0)?.act == .takeNote })
      else { return nil }
      return finding(
        context.path(to: commitment, at: position).key("strength"),
        "the commitment `\(commitment.id)` rests only on taking note",
        hint: "add the statement that promises it, write `strength: expected`, or remove it")
    }
  }
}
