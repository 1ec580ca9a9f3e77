public import CaseModel

/// Texts under negotiation, clause by clause, with who brackets what.
public struct DraftsView: Sendable, Hashable, Codable {
  public var rule: String
  public var drafts: [Text]

  public struct Text: Sendable, Hashable, Codable {
    public var draft: Case.Draft.ID
    public var title: String
    public var date: EDTFDate?
    /// The date begins by as-of and may be later.
    public var perhapsLater: Bool
    public var by: [Case.Actor.ID]
    public var to: [Case.Actor.ID]
    public var clauses: [Clause]
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
  }

  public struct Clause: Sendable, Hashable, Codable {
    public var clause: Slug
    public var title: String
    /// The issue and the answer it would settle, in words.
    public var about: String?
    public var issue: Case.Issue.ID?
    public var status: Case.Draft.BracketStatus
    /// Who agrees, brackets or refuses.
    public var by: [Case.Actor.ID]
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
  }
}

extension DraftsView {
  static let rule = """
    A clause has the status that the record gives it: agreed, provisionally agreed, in brackets, \
    alternatives side by side, or refused; the parties concerned are named where the record names \
    them. A clause for which no party is named is attributed to none.
    """
}

/// The drafts of a case; see ``DraftsView``.
/// - Complexity: O(drafts + clauses).
public func drafts(_ theCase: Case, _ lens: Lens = Lens()) -> DraftsView {
  let filtered = FilteredCase(theCase, lens)
  let texts = filtered.theCase.drafts.compactMap { draft -> DraftsView.Text? in
    let time = filtered.timeClass(draft.date)
    guard time != .out, let evidence = filtered.admitted(draft.evidence) else { return nil }
    let everybody = draft.by + draft.to + draft.clauses.flatMap(\.by)
    if !lens.parties.isEmpty, !everybody.contains(where: lens.parties.contains) { return nil }
    let clauses = draft.clauses.compactMap { clause(of: $0, filtered) }
    if !lens.issues.isEmpty, clauses.isEmpty { return nil }
    return DraftsView.Text(
      draft: draft.id, title: draft.title ?? draft.id.raw, date: draft.date,
      perhapsLater: time == .perhapsLater, by: draft.by, to: draft.to, clauses: clauses,
      evidence: evidence.statements, basis: evidence.basis)
  }
  return DraftsView(rule: DraftsView.rule, drafts: texts)
}

private func clause(of clause: Case.Draft.Clause, _ filtered: FilteredCase) -> DraftsView.Clause? {
  guard let evidence = filtered.admitted(clause.evidence) else { return nil }
  // Its state is no older than what says so.
  if filtered.lens.asOf != nil, !evidence.statements.isEmpty, !filtered.wasSaid(evidence) {
    return nil
  }
  let issues = filtered.lens.issues
  let issue = clause.about?.issue
  if !issues.isEmpty, !(issue.map(issues.contains) ?? false) { return nil }
  return DraftsView.Clause(
    clause: clause.id, title: clause.title ?? clause.id.raw,
    about: clause.about?.title(filtered.index), issue: issue, status: clause.status, by: clause.by,
    evidence: evidence.statements, basis: evidence.basis)
}
