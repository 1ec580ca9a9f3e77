internal import CaseModel

extension FilteredCase {
  /// That a draft binds by as-of: signed by every party it is between, or signed or in force as its
  /// status says. The date is the day on which the last of these parties had signed, which does
  /// not move when others join later. Nil where nothing says so.
  func signed(_ draft: Case.Draft) -> (date: EDTFDate?, evidence: Evidence)? {
    if let signing = signing(draft) { return signing }
    let status = draft.status.first { status in
      (status.level == .signed || status.level == .inForce) && holds(status.date, status.evidence)
    }
    return status.map { ($0.date, $0.evidence) }
  }

  /// That every party the draft is between has signed it by as-of, or that its status is signed; not
  /// that it is in force, as what a vote or a law puts in force is signed by no one.
  func signing(_ draft: Case.Draft) -> (date: EDTFDate?, evidence: Evidence)? {
    let signings = draft.signed.filter { holds($0.date, $0.evidence) }.enumerated().sorted { a, b in
      let (x, y) = (a.element.date?.begins ?? .min, b.element.date?.begins ?? .min)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    let parties = self.parties
    var missing = Set((draft.by + draft.to).filter(parties.contains))
    // Where no party is named, all who signed have.
    let isOpen = missing.isEmpty
    var (evidence, date): (Evidence, EDTFDate?) = (Evidence(), nil)
    for signing in signings {
      evidence.statements = (evidence.statements + signing.evidence.statements).uniqued
      evidence.basis = evidence.basis ?? signing.evidence.basis
      date = [date, signing.date].compactMap(\.self).max()
      missing.subtract(signing.by.flatMap { index.spokenFor(by: $0, on: nil) })
      if missing.isEmpty, !isOpen { return (date, evidence) }
    }
    let status = draft.status.first { $0.level == .signed && holds($0.date, $0.evidence) }
    if let status {
      let isBare = status.evidence.statements.isEmpty && status.evidence.basis == nil
      return (status.date ?? date, isBare ? evidence : status.evidence)
    }
    return isOpen && !signings.isEmpty ? (date, evidence) : nil
  }
}
