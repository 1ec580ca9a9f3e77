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
    public var possiblyLater: Bool
    /// How far the text has come by as-of: the newest status on record; nil if none is.
    public var level: Case.Draft.Status.Level?
    /// Since when; nil if undated.
    public var levelDate: EDTFDate?
    /// When it was signed, by every party it is between; nil if it is not, or if that is undated.
    public var signed: EDTFDate?
    /// When it was agreed; nil if it was not, or if that is undated.
    public var agreed: EDTFDate?
    /// Those who signed it by as-of.
    public var signedBy: [Case.Actor.ID]
    /// Those who put it forward.
    public var by: [Case.Actor.ID]
    /// Those to whom it was addressed; empty if the record names none.
    public var to: [Case.Actor.ID]
    /// The clauses that the lens shows, in their order.
    public var clauses: [Clause]
    /// What is said of the text or a clause beyond what supports them, oldest first: who accepts or
    /// refuses it, disowns it or reads it in another way.
    public var remarks: [Remark]
    /// How it ended without being signed, where it was put forward to be taken as a whole: replaced,
    /// lapsed or withdrawn; nil otherwise.
    public var closed: OffersView.State?
    /// Those who refused it as a whole, of its parties and those asked.
    public var refusedBy: [Case.Actor.ID] = []
    /// For a text agreed or in force without a signature: those who joined it, with what each waits for or
    /// objects to.
    public var joined: [OffersView.Answer] = []
    /// The statements that support the draft.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// A statement about a text or one of its clauses.
  public struct Remark: Sendable, Hashable, Codable {
    /// The statement.
    public var statement: Case.Statement.ID
    /// Those who made it.
    public var speakers: [Case.Actor.ID]
    /// A signatory for whom the speaker speaks without having signed, and whose signature it refuses
    /// or denies; nil otherwise.
    public var disowns: Case.Actor.ID?
    /// The coder's one-line summary of it.
    public var gist: String
    /// When it was said; nil if undated.
    public var said: EDTFDate?
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
    /// Whether it is agreed, provisional, proposed, bracketed, given in alternatives or refused.
    public var status: Case.Draft.BracketStatus
    /// Of a clause that was proposed in a text since agreed or put in force as a whole, how far
    /// that text has come; nil for any other.
    public var adopted: Case.Draft.Status.Level?
    /// Those who agree to it, bracket it or refuse it; empty if the record names none.
    public var by: [Case.Actor.ID]
    /// What others would have it say instead, in their order.
    public var alternatives: [Alternative]
    /// Those who object to it in words of their own, beyond those named in ``by``; nil if no one
    /// does.
    public var objections: [Objection]?
    /// The statements that support its status.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// A refusal of one clause that stands.
  public struct Objection: Sendable, Hashable, Codable {
    /// Who objects.
    public var actor: Case.Actor.ID
    /// Whether it takes the text as a whole all the same.
    public var takesTheRest: Bool
    /// The statement.
    public var statement: Case.Statement.ID
  }

  /// What someone would have a clause say instead.
  public struct Alternative: Sendable, Hashable, Codable {
    /// Those who propose it.
    public var by: [Case.Actor.ID]
    /// Its words, where the record has them.
    public var text: String?
    /// The issue it would settle; nil if none.
    public var issue: Case.Issue.ID?
    /// What it would settle, in words: the answer alone where the clause names the issue.
    public var answer: String?
    /// The statements that support it.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }
}

extension DraftsView {
  static let rule = """
    A clause has the status that the record gives it: agreed, provisionally agreed, proposed and not \
    yet answered, in brackets, alternatives side by side, or refused; the parties concerned are named where the record names \
    them, and alternatives are listed with those who propose them. An agreed clause for which no party is named is attributed to all \
    whose text it is, any other to none. A clause proposed in a text that was since agreed or put \
    in force as a whole has the status of that text. Who objects to a clause is named with it, \
    until \
    it accepts the clause or, on a later day, the whole. The state of a text is its newest status \
    by the as-of date: a text that is tabled is not signed, and one that was replaced, lapsed or \
    withdrawn, as the \
    offers have it, is marked as that. Of a text agreed or in force without a signature those who joined \
    it and those who refused it, or a clause of it, are named. It is signed on the day on which \
    the last of the parties it is between had signed it, even if others join it later; what was \
    put in force without a \
    signature is not signed. What is said of a text beyond that is listed with it; a refusal \
    by someone who speaks for a signatory and did not sign is marked as that.
    """
}

/// Lists the drafts of a case; see ``DraftsView``.
/// - Complexity: that of the ledger.
public func drafts(_ theCase: Case, _ lens: Lens = Lens()) -> DraftsView {
  let filtered = FilteredCase(theCase, lens)
  if filtered.theCase.drafts.isEmpty { return DraftsView(rule: DraftsView.rule, drafts: []) }
  return drafts(filtered, offers(Ledger(filtered), shown: lens.withoutRows))
}

/// `offers` are those of the same time, of all parties and issues.
func drafts(_ filtered: FilteredCase, _ offers: OffersView) -> DraftsView {
  let lens = filtered.lens
  let offered = Dictionary(offers.offers.compactMap { offer in offer.draft.map { ($0, offer) } }) {
    $1
  }
  let objections = ClauseObjections(filtered)
  let texts = filtered.theCase.drafts.compactMap { draft -> DraftsView.Text? in
    let time = filtered.timeClass(draft.date)
    guard time != .out, let evidence = filtered.admitted(draft.evidence) else { return nil }
    let everybody =
      draft.by + draft.to + draft.clauses.flatMap { $0.by + $0.alternatives.flatMap(\.by) }
    if !lens.parties.isEmpty, !everybody.contains(where: lens.parties.contains) { return nil }
    var clauses = filtered.clauses(of: draft)
    if !lens.issues.isEmpty, clauses.isEmpty { return nil }
    let status = filtered.status(of: draft)
    let signings = draft.signed.filter { filtered.holds($0.date, $0.evidence) }
    let offer = offered[draft.id]
    for place in clauses.indices {
      clauses[place].objections = objections.to(clauses[place], of: draft.id, offer)
    }
    let isOver = offer.map { [.replaced, .lapsed, .withdrawn].contains($0.state) } ?? false
    return DraftsView.Text(
      draft: draft.id, title: draft.title ?? draft.id.raw, date: draft.date,
      possiblyLater: time == .possiblyLater, level: status?.level, levelDate: status?.date,
      signed: filtered.signing(draft)?.date,
      agreed: draft.status.filter {
        $0.level == .agreed && filtered.holds($0.date, $0.evidence)
      }.compactMap(\.date).min(),
      signedBy: signings.flatMap(\.by).uniqued,
      by: draft.by, to: draft.to, clauses: clauses, remarks: filtered.remarks(on: draft),
      closed: isOver ? offer?.state : nil,
      refusedBy: offer?.answers.filter { $0.stance == .against && $0.isAsked }.map(\.party).uniqued
        ?? [],
      joined: filtered.isAdopted(draft)
        ? offer?.answers.filter { $0.isAsked && ($0.stance == .for || $0.stance == .forIf) } ?? []
        : [],
      evidence: evidence.statements, basis: evidence.basis)
  }
  return DraftsView(rule: DraftsView.rule, drafts: texts)
}

extension FilteredCase {
  /// The newest status of a draft by as-of; of one date, the last on record. A text that was signed until
  /// a day has ended once that day has passed, unless a later status says otherwise.
  func status(of draft: Case.Draft) -> Case.Draft.Status? {
    let held =
      draft.status.filter { holds($0.date, $0.evidence) }
      + (lapsedTexts[draft.id].map { [$0] } ?? [])
    return held.enumerated().max { a, b in
      let (x, y) = (a.element.date?.begins ?? .min, b.element.date?.begins ?? .min)
      return x == y ? a.offset < b.offset : x < y
    }?.element
  }

  /// The clauses of a draft whose state was known by as-of, as the lens shows them.
  func clauses(of draft: Case.Draft) -> [DraftsView.Clause] {
    let adopted = adoption(draft).map { adoption in
      status(of: draft).map(\.level).flatMap { $0.isOfTheWhole ? $0 : nil } ?? adoption.level
    }
    return draft.clauses.compactMap { clause($0, adopted) }
  }

  private func clause(
    _ clause: Case.Draft.Clause, _ adopted: Case.Draft.Status.Level?
  ) -> DraftsView.Clause? {
    guard let evidence = admitted(clause.evidence) else { return nil }
    // Its state is no older than what says so.
    if lens.asOf != nil, !evidence.statements.isEmpty, !wasSaid(evidence) { return nil }
    let others = clause.alternatives.compactMap(\.about?.issue).uniqued
    let issue = clause.about?.issue ?? (others.count == 1 ? others.first : nil)
    if !lens.issues.isEmpty {
      let settled = clause.subjects.compactMap(\.issue)
      guard (settled + [issue].compactMap(\.self) + others).contains(where: lens.issues.contains)
      else {
        return nil
      }
    }
    // Where the sides differ on what one issue is to be, the clause is about that issue.
    let about =
      clause.about?.clauseTitle(index) ?? issue.map { Subject.issue($0, .none).title(index) }
    return DraftsView.Clause(
      clause: clause.id, title: clause.title ?? clause.id.raw, about: about, issue: issue,
      status: clause.status, adopted: clause.status == .proposed ? adopted : nil, by: clause.by,
      alternatives: clause.alternatives.compactMap { alternative($0, on: issue) },
      evidence: evidence.statements, basis: evidence.basis)
  }

  private func alternative(
    _ other: Case.Draft.Alternative, on issue: Case.Issue.ID?
  ) -> DraftsView.Alternative? {
    guard let evidence = admitted(other.evidence) else { return nil }
    if lens.asOf != nil, !evidence.statements.isEmpty, !wasSaid(evidence) { return nil }
    return .init(
      by: other.by, text: other.text, issue: other.about?.issue,
      answer: other.about?.answerTitle(on: issue, index), evidence: evidence.statements,
      basis: evidence.basis)
  }
}
