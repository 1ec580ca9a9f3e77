public import CaseModel

/// Texts under negotiation, clause by clause, with the bracket status of each.
public struct DraftsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the drafts; the same for every case.
  public var rule: String
  /// The drafts dated by as-of or undated, in the order of the case.
  public var drafts: [Text]

  /// One draft.
  public struct Text: Sendable, Hashable, Codable {
    /// The draft's id.
    public var draft: Case.Draft.ID
    /// Its title; its id if it has none.
    public var title: String
    /// The date of the text; nil if undated.
    public var date: EDTFDate?
    /// Whether it was drawn up perhaps after as-of: its date begins by as-of and ends later.
    public var perhapsLater: Bool
    /// Those who put it forward.
    public var by: [Case.Actor.ID]
    /// Those to whom it was addressed; empty if the record names none.
    public var to: [Case.Actor.ID]
    /// The clauses that the lens shows, in their order.
    public var clauses: [Clause]
    /// The statements that support the draft.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// One clause of a draft.
  public struct Clause: Sendable, Hashable, Codable {
    /// The clause's id within the draft.
    public var clause: Slug
    /// Its title; its id if it has none.
    public var title: String
    /// The issue and the answer it would settle, in words; nil if it settles none.
    public var about: String?
    /// The issue it would settle; nil if none.
    public var issue: Case.Issue.ID?
    /// Whether it is agreed, provisional, bracketed, given in alternatives or refused.
    public var status: Case.Draft.BracketStatus
    /// Those who agree to it, bracket it or refuse it; empty if the record names none.
    public var by: [Case.Actor.ID]
    /// The statements that support its status.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }
}

extension DraftsView {
  static let rule = """
    A clause's status is what the record says of it: agreed, provisionally agreed, in brackets, \
    alternatives side by side, or refused; by whom is said where the record says it. A clause that \
    no one is named for is no one's yet.
    """
}

/// Lists the drafts of a case; see ``DraftsView``.
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
