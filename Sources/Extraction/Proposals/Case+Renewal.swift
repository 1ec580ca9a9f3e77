package import CaseModel

/// Suggestions that wait, read again after the case has changed.
extension Case {
  /// The case with the suggestions that wait for a source as `fresh` has them now: what they are about, and
  /// what follows from that. A speaker whom a person has corrected stays.
  /// - Parameter fresh: of the same text, by the case as it is, without those that wait.
  /// - Complexity: O(suggestions).
  package func renewing(_ fresh: [Candidate]) -> Case {
    let found = Dictionary(
      fresh.map { ($0.statement.id, $0) }, uniquingKeysWith: { first, _ in first })
    var changed = self
    for place in candidates.indices where candidates[place].status == .waiting {
      guard let again = found[candidates[place].statement.id],
        again.proposedBy == candidates[place].proposedBy,
        again.statement.quote.spans.map(\.start)
          == candidates[place].statement.quote.spans.map(\.start)
      else { continue }
      changed.candidates[place].take(again)
    }
    return changed
  }
}

extension Case.Candidate {
  fileprivate mutating func take(_ again: Case.Candidate) {
    if again.statement.speaker == statement.speaker {
      let id = statement.id
      (statement, rules, confidence) = (again.statement, again.rules, again.confidence)
      statement.id = id
      return
    }
    statement.about = again.statement.about
    statement.stance = again.statement.stance
    statement.requires = again.statement.requires
    statement.redLine = again.statement.redLine
    let entries = again.rules.filter { Self.isOfSubject($0) }
    rules.removeAll { Self.isOfSubject($0) }
    rules += entries
  }

  private static func isOfSubject(_ rule: String) -> Bool {
    switch NewEntry(rule: rule) {
    case .issue, .milestone: true
    case .actor, nil: false
    }
  }
}
