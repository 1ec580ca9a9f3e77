internal import CaseModel

/// Those who are no party and whose consent a step needs, and those who belong to them.
struct DueConsents {
  private let filtered: FilteredCase
  private let table: PartyStatementTable
  private let principals: Set<Case.Actor.ID>
  /// By step, the texts with a clause that settles it.
  private let texts: [PreconditionsView.StepID: [Case.Draft.ID]]

  init(_ filtered: FilteredCase, _ table: PartyStatementTable) {
    (self.filtered, self.table) = (filtered, table)
    principals = Set(table.parties)
    var texts: [PreconditionsView.StepID: [Case.Draft.ID]] = [:]
    for draft in filtered.theCase.drafts where !draft.consent.isEmpty {
      let steps = draft.clauses.flatMap(\.subjects).compactMap(\.step)
        .flatMap { $0.single(waits: false, filtered.index) }
      for id in steps.map(\.id).uniqued { texts[id, default: []].append(draft.id) }
    }
    self.texts = texts
  }

  /// The same, read by way of `filtered` and `table`.
  init(_ consents: DueConsents, _ filtered: FilteredCase, _ table: PartyStatementTable) {
    (self.filtered, self.table) = (filtered, table)
    (principals, texts) = (consents.principals, consents.texts)
  }

  /// Whose consent is given with a yes of `actor` to a step, or in part: its own, or that of the body to
  /// which it belongs; nil where its yes is no consent.
  func body(of actor: Case.Actor.ID, to step: Step) -> Case.Actor.ID? {
    if isParty(actor) { return nil }
    let needed = consenting(to: step)
    if needed.contains(actor) { return actor }
    let sides = filtered.voices.sides(of: actor)
    if sides.isEmpty { return nil }
    if let body = needed.first(where: { body in
      sides.contains(body) || sides.contains(filtered.principal(of: body, among: principals))
    }) {
      return body
    }
    // What binds a party is put before those who belong to it.
    return isText(step) ? sides.first(where: isParty) : nil
  }

  /// Those who belong to a body without speaking for it, and of whom no official is without a name.
  func members(of body: Case.Actor.ID) -> [Case.Actor.ID] {
    let whole = filtered.principal(of: body, among: principals)
    return filtered.theCase.actors.filter { actor in
      let sides = filtered.voices.sides(of: actor.id)
      return !sides.isEmpty && actor.kind != .unnamed && actor.kind != .outlet
        && !isParty(actor.id) && (sides.contains(body) || sides.contains(whole))
    }.map(\.id)
  }

  func isParty(_ actor: Case.Actor.ID) -> Bool {
    table.place(of: actor).map { $0 < table.shown } ?? false
  }

  private func isText(_ step: Step) -> Bool {
    switch step {
    case .draft, .package: true
    default: false
    }
  }

  private func consenting(to step: Step) -> [Case.Actor.ID] {
    let index = filtered.index
    var drafts: [Case.Draft.ID] = []
    var issues: [Case.Issue.ID] = []
    switch step {
    case .draft(let id):
      drafts = [id]
      issues = index.draft(id)?.clauses.flatMap(\.subjects).compactMap(\.issue) ?? []
    case .package:
      guard let place = table.packages.place(of: step) else { return [] }
      let package = table.packages.packages[place]
      drafts = [package.draft].compactMap(\.self)
      issues = package.subjects.compactMap(\.issue)
    default:
      issues = [step.issue].compactMap(\.self)
      drafts = (texts[step.id] ?? []).filter(isOpen)
    }
    return
      (drafts.flatMap { index.draft($0)?.consent ?? [] }
      + issues.flatMap { index.issue($0)?.consent ?? [] } + filtered.theCase.header.consent)
      .uniqued
  }

  /// A text known by as-of that has not ended.
  private func isOpen(_ id: Case.Draft.ID) -> Bool {
    guard let draft = filtered.index.draft(id) else { return false }
    return filtered.timeClass(draft.date) != .out && filtered.admitted(draft.evidence) != nil
      && filtered.ended(draft) == nil
  }
}
