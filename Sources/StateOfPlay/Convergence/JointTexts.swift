internal import CaseModel

/// Clauses of drafts that all parties agree to.
struct JointTexts {
  private let ledger: Ledger
  private let filtered: FilteredCase
  private let clauses: [Case.Issue.ID: [Place]]

  /// A clause by its place in its draft, and the draft's in the case.
  struct Place {
    let draft: Int
    let clause: Int
  }

  /// - Parameter clauses: those on each issue, as ``clauses(of:)`` gives them.
  init(_ ledger: Ledger, _ clauses: [Case.Issue.ID: [Place]]) {
    self.ledger = ledger
    filtered = ledger.filtered
    self.clauses = clauses
  }

  /// By issue, the clauses on it, in the order of the case.
  static func clauses(of theCase: Case) -> [Case.Issue.ID: [Place]] {
    var found: [Case.Issue.ID: [Place]] = [:]
    for (draft, text) in theCase.drafts.enumerated() {
      for (clause, one) in text.clauses.enumerated() {
        for issue in one.subjects.compactMap(\.issue).uniqued {
          found[issue, default: []].append(Place(draft: draft, clause: clause))
        }
      }
    }
    return found
  }

  /// What all of `cells` agree to on an issue, where none of them has moved on since.
  func agreed(
    _ issue: Case.Issue.ID, _ cells: [PositionsView.Cell]
  ) -> [ConvergenceView.Meeting] {
    clauses(.agreed, issue, cells).map(\.meeting)
  }

  /// What all of `cells` agree to for the time being.
  func provisional(
    _ issue: Case.Issue.ID, _ cells: [PositionsView.Cell]
  ) -> [ConvergenceView.Provisional] {
    clauses(.provisional, issue, cells).map { draft, meeting in
      .init(
        draft: draft.id, title: draft.title ?? draft.id.raw, answerTitle: meeting.title,
        date: meeting.newest, statements: meeting.statements)
    }
  }

  /// What texts settle that are agreed or in force, whichever parties have accepted them.
  func inForce(_ issue: Case.Issue.ID) -> [ConvergenceView.Provisional] {
    guard let entry = filtered.index.issue(issue) else { return [] }
    var found: [ConvergenceView.Provisional] = []
    for place in clauses[issue] ?? [] {
      let draft = filtered.theCase.drafts[place.draft]
      let clause = draft.clauses[place.clause]
      guard clause.status.settles(adopted: true), filtered.ended(draft) == nil,
        let adoption = filtered.adoption(draft)
      else { continue }
      for case .issue(issue, let answer) in clause.subjects {
        for (_, title) in answers(answer, entry) {
          found.append(
            .init(
              draft: draft.id, title: draft.title ?? draft.id.raw, answerTitle: title,
              date: adoption.date,
              statements: filtered.shown(clause.evidence) + filtered.shown(adoption.evidence)))
        }
      }
    }
    return found
  }

  private func clauses(
    _ status: Case.Draft.BracketStatus, _ issue: Case.Issue.ID, _ cells: [PositionsView.Cell]
  ) -> [(draft: Case.Draft, meeting: ConvergenceView.Meeting)] {
    guard let entry = filtered.index.issue(issue) else { return [] }
    var found: [(draft: Case.Draft, meeting: ConvergenceView.Meeting)] = []
    for place in clauses[issue] ?? [] {
      let draft = filtered.theCase.drafts[place.draft]
      let clause = draft.clauses[place.clause]
      guard clause.status == status, filtered.ended(draft) == nil,
        filtered.holds(draft.date, clause.evidence), isOnRecord(clause),
        !filtered.hasLapsed(clause.evidence)
      else { continue }
      let date = date(of: clause, draft)
      let voices =
        status == .agreed
        ? filtered.agreeing(to: clause, of: draft, on: date)
        : Set(clause.by.flatMap { filtered.index.spokenFor(by: $0, on: date) })
      guard cells.allSatisfy({ voices.contains($0.party) }) else { continue }
      let given = clause.subjects.flatMap { subject -> [(key: String, title: String)] in
        guard case .issue(issue, let answer) = subject else { return [] }
        return answers(answer, entry)
      }
      for (key, title) in given where cells.allSatisfy({ stands(key, date, $0, entry) }) {
        found.append(
          (
            draft,
            .init(
              answer: key, title: title, statements: filtered.shown(clause.evidence),
              newest: date, saidBy: [], obstacles: [])
          ))
      }
    }
    return found
  }

  /// Agreed no sooner than what says so was said.
  private func isOnRecord(_ clause: Case.Draft.Clause) -> Bool {
    clause.evidence.statements.isEmpty || filtered.lens.asOf == nil
      || filtered.wasSaid(clause.evidence)
  }

  /// When the clause was agreed: when the last of what says so was said, else the draft's date.
  private func date(of clause: Case.Draft.Clause, _ draft: Case.Draft) -> EDTFDate? {
    clause.evidence.statements.compactMap { id in
      filtered.index.statement(id).flatMap { filtered.index.said($0) }
    }.max { $0.ends < $1.ends } ?? draft.date
  }

  private func answers(_ answer: Answer, _ issue: Case.Issue) -> [(key: String, title: String)] {
    switch answer {
    case .options(let ids):
      ids.map { id in (id.raw, issue.options.first { $0.id == id }?.title ?? id.raw) }
    case .value(let value): [(value.key, value.title(in: issue, filtered.index))]
    case .any, .none: []
    }
  }

  /// The party has not spoken otherwise since; of an undated text, not at all.
  private func stands(
    _ key: String, _ date: EDTFDate?, _ cell: PositionsView.Cell, _ issue: Case.Issue
  ) -> Bool {
    func isSince(_ said: EDTFDate?) -> Bool {
      guard let date else { return true }
      return said?.isLater(than: date) ?? false
    }
    return cell.answers.allSatisfy { position in
      // What it asks for the very answer stands all the same.
      if position.answer == key, !position.isSuperseded, !position.standing.isEmpty { return false }
      guard isSince(position.newest), !position.isSuperseded else { return true }
      // What comes on top of a signed set takes nothing of it back.
      if let row = filtered.index.place(of: issue.id).flatMap({ ledger.table.rowOf[$0] }),
        ledger.isInAddition(cell.party, row, position.answer)
      {
        return true
      }
      if position.answer == key { return position.stances == [.for] }
      return issue.answers == .many || position.stances != [.for]
    }
  }
}
