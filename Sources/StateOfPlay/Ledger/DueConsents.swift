internal import CaseModel

/// Those who are no party and whose consent a step needs, and those who belong to them.
struct DueConsents {
  private let filtered: FilteredCase
  private let table: PartyStatementTable

  init(_ filtered: FilteredCase, _ table: PartyStatementTable) {
    (self.filtered, self.table) = (filtered, table)
  }

  /// Whose consent is given with a yes of `actor` to a step, or in part: its own, or that of the body to
  /// which it belongs; nil where its yes is no consent.
  func body(of actor: Case.Actor.ID, to step: Step) -> Case.Actor.ID? {
    if isParty(actor) { return nil }
    let needed = consenting(to: step)
    if needed.contains(actor) { return actor }
    let sides = filtered.voices.sides(of: actor)
    if sides.isEmpty { return nil }
    let principals = Set(table.parties)
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
    let whole = filtered.principal(of: body, among: Set(table.parties))
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
    var drafts: [Case.Draft.ID] = []
    var issues: [Case.Issue.ID] = []
    switch step {
    case .draft(let id): drafts = [id]
    case .package:
      guard let place = table.packages.place(of: step) else { return [] }
      drafts = [table.packages.packages[place].draft].compactMap(\.self)
      issues = table.packages.packages[place].subjects.compactMap(\.issue)
    default: issues = [step.issue].compactMap(\.self)
    }
    let index = filtered.index
    issues += drafts.flatMap { index.draft($0)?.clauses.flatMap(\.subjects) ?? [] }
      .compactMap(\.issue)
    return
      (drafts.flatMap { index.draft($0)?.consent ?? [] }
      + issues.flatMap { index.issue($0)?.consent ?? [] } + filtered.theCase.header.consent)
      .uniqued
  }
}
