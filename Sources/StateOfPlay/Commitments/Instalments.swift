internal import CaseModel

extension Case.Commitment {
  /// Of several dues the one that statements name: a report on one instalment has that instalment's
  /// day as its `due`, or the later day to which it was put off; what is said of such a report is of that
  /// instalment too. Nil where they name none, or differ.
  func instalment(
    namedBy statements: [Case.Statement.ID], _ filtered: FilteredCase
  ) -> EDTFDate? {
    guard schedule != nil else { return nil }
    let later = filtered.extended[id] ?? [:]
    let named = statements.compactMap { filtered.index.statement($0) }
      .compactMap { $0.due?.value ?? filtered.answered(by: $0)?.due?.value }
      .map { day in later.first { $0.value == day }?.key ?? day }.uniqued
    guard named.count == 1, let due = named.first else { return nil }
    switch schedule {
    case .instalments(let parts)?:
      // "the report for the second quarter" may be dated less exactly than the instalment.
      let meant = parts.map(\.due).filter { $0 == due || due.contains($0) }
      return meant.count == 1 ? meant.first : nil
    case .recurring?: return due
    case nil: return nil
    }
  }
}

extension FilteredCase {
  /// The statement that another one is about.
  fileprivate func answered(by statement: Case.Statement) -> Case.Statement? {
    guard case .statement(let id)? = statement.about else { return nil }
    return index.statement(id)
  }
}

extension EDTFDate {
  /// All of the other lies within it.
  fileprivate func contains(_ other: EDTFDate) -> Bool {
    begins <= other.begins && other.ends <= ends
  }
}
