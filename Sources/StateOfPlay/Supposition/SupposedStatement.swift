internal import CaseModel

extension Case {
  /// With one more statement, dated as the newest word on record, in which `party` itself accepts
  /// `answer`. It is in a source that the lens admits, and is left out of everything that is shown.
  func withAcceptance(
    by party: Actor.ID, of answer: Answer, to issue: Issue.ID, _ filtered: FilteredCase
  ) -> Case {
    var statement = Statement()
    statement.id = SuppositionView.supposed
    statement.speaker = [party]
    statement.act = .accept
    statement.about = .issue(issue, answer)
    statement.requiresNone = true
    statement.credibility = .confirmed
    statement.source =
      filtered.lens.sources.first
      ?? sources.max { ($0.published?.ends ?? Int64.min) < ($1.published?.ends ?? Int64.min) }?.id
      ?? ""
    statement.date = filtered.now.map { Dating($0) }
    var other = self
    other.statements.append(statement)
    return other
  }
}
