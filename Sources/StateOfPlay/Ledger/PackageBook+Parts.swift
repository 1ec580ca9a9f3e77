internal import CaseModel

extension PackageBook {
  /// A text that parties signed, or that is recorded as agreed between them.
  struct Settlement: Equatable {
    let draft: Case.Draft.ID
    let by: Set<Case.Actor.ID>
    let date: EDTFDate
    /// What its agreed clauses settle.
    let issues: Set<Case.Issue.ID>
    let evidence: Evidence
  }

  /// What a package is known by.
  enum Key: Hashable {
    case draft(Case.Draft.ID)
    case statement(Case.Statement.ID)
    case parts(Set<Subject>)
  }
}
