internal import CaseModel

/// The errors that a change brings into a case.
enum RuleCheck {
  /// - Throws: ``FormError`` with what is wrong in the statement and was not before.
  static func check(
    _ id: Case.Statement.ID, before: Case, after: Case, _ texts: CaseTexts
  ) throws {
    let own = EntryPath.entry(.statements, id.raw)
    let known = Set(IntegrityCheck.findings(before, texts: texts))
    let faults = IntegrityCheck.findings(after, texts: texts).filter {
      $0.severity == .error && !known.contains($0) && $0.path.steps.starts(with: own.steps)
    }
    if !faults.isEmpty { throw FormError(findings: faults, canBeSaved: true) }
  }

  /// - Throws: ``FormError`` with every error that the case did not have.
  static func check(before: Case, after: Case, _ texts: CaseTexts) throws {
    let known = Set(IntegrityCheck.findings(before, texts: texts).map(\.message))
    let faults = IntegrityCheck.findings(after, texts: texts).filter {
      $0.severity == .error && !known.contains($0.message)
    }
    if !faults.isEmpty { throw FormError(findings: faults, canBeSaved: false) }
  }
}
