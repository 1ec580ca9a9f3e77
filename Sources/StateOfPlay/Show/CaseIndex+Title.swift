package import CaseModel

extension CaseIndex {
  /// What a person calls an entry; its id where it is called nothing.
  package func title(_ section: Case.Section, _ id: String) -> String {
    switch section {
    case .statements: statement(Case.Statement.ID(id))?.gist ?? id
    case .actors: name(Case.Actor.ID(id))
    case .issues: issue(Case.Issue.ID(id))?.title ?? id
    case .sources: source(Case.Source.ID(id))?.title ?? id
    case .meetings: Subject.meeting(Case.Meeting.ID(id)).title(self)
    case .milestones: Subject.milestone(Case.Milestone.ID(id)).title(self)
    case .interests: Subject.interest(Case.Interest.ID(id)).title(self)
    case .commitments: Subject.commitment(Case.Commitment.ID(id)).title(self)
    case .constraints: Subject.constraint(Case.Constraint.ID(id), reading: nil).title(self)
    case .drafts: Subject.draft(Case.Draft.ID(id), clause: nil).title(self)
    case .conflicts: position(.conflicts, id).map { theCase.conflicts[$0].title } ?? id
    case .scenarios: position(.scenarios, id).map { theCase.scenarios[$0].title } ?? id
    case .analysts: name(Who(id))
    case .candidates: numbered(id, of: theCase.candidates)?.statement.gist ?? id
    case .notes: numbered(id, of: theCase.notes).map { $0.text.shortened(to: 80) } ?? id
    case .verdicts: numbered(id, of: theCase.verdicts)?.reason?.shortened(to: 80) ?? id
    }
  }

  /// An entry without an id of its own, which is named by its place: `#41`.
  private func numbered<Entry>(_ id: String, of entries: [Entry]) -> Entry? {
    guard id.hasPrefix("#"), let number = Int(id.dropFirst()), entries.indices.contains(number - 1)
    else { return nil }
    return entries[number - 1]
  }
}
