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
    case .verdicts, .notes, .candidates: id
    }
  }
}
