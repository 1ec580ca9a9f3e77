internal import CaseModel

extension FilteredCase {
  /// That a draft is signed by as-of: by every party it is between, or as its status says. The date
  /// is the last signature's. Nil where nothing says so.
  func signed(_ draft: Case.Draft) -> (date: EDTFDate?, evidence: Evidence)? {
    let signings = draft.signed.filter { holds($0.date, $0.evidence) }
    let signatories = Set(signings.flatMap(\.by).flatMap { index.spokenFor(by: $0, on: nil) })
    let parties = Set(theCase.header.parties)
    let between = (draft.by + draft.to).filter(parties.contains)
    if !signings.isEmpty, between.allSatisfy(signatories.contains) {
      var evidence = Evidence()
      for signing in signings {
        evidence.statements += signing.evidence.statements.filter {
          !evidence.statements.contains($0)
        }
        evidence.basis = evidence.basis ?? signing.evidence.basis
      }
      return (signings.compactMap(\.date).max(), evidence)
    }
    let status = draft.status.first { status in
      (status.level == .signed || status.level == .inForce) && holds(status.date, status.evidence)
    }
    return status.map { ($0.date, $0.evidence) }
  }
}
