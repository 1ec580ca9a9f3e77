public import CaseModel

/// Lists commitments and how far each is carried out; see ``CommitmentsView``.
/// - Complexity: O(commitments × (evidence + reports)).
public func commitments(_ theCase: Case, _ lens: Lens = Lens()) -> CommitmentsView {
  commitments(Ledger(FilteredCase(theCase, lens)), shown: lens)
}

/// `lens` chooses the rows.
func commitments(_ ledger: Ledger, shown lens: Lens) -> CommitmentsView {
  var rows: [CommitmentsView.Line] = []
  for (place, commitment) in ledger.filtered.theCase.commitments.enumerated() {
    if let line = commitmentLine(commitment, at: place, ledger, lens) { rows.append(line) }
  }
  let strengths = Case.Commitment.Strength.allCases
  rows = strengths.flatMap { strength in rows.filter { $0.strength == strength } }
  let shown = Set(rows.map(\.commitment))
  let findings = CommitmentFindings(ledger).find().filter { finding in
    finding.commitments.contains(where: shown.contains)
  }
  return CommitmentsView(
    rule: CommitmentsView.rule, rows: rows, findings: findings,
    unentered: ledger.filtered.promisesNotEntered(lens))
}

extension FilteredCase {
  /// Statements that promise something and support no commitment.
  /// - Complexity: O(statements + commitments).
  fileprivate func promisesNotEntered(_ lens: Lens) -> [Case.Statement.ID] {
    var entered: Set<Case.Statement.ID> = []
    for commitment in theCase.commitments {
      entered.formUnion(commitment.evidence.statements)
      for report in commitment.status { entered.formUnion(report.evidence.statements) }
    }
    return eachStatement { place, statement -> Case.Statement.ID? in
      let one = statement.pointee
      guard one.act == .commit, facts[place].time == .counts, !one.isDoubted,
        one.stance != .against, !entered.contains(one.id)
      else { return nil }
      // What is said of a commitment that is entered promises nothing else.
      if case .commitment? = one.about { return nil }
      if !lens.issues.isEmpty, !(one.about?.issues ?? []).contains(where: lens.issues.contains) {
        return nil
      }
      let speaking = one.speaker.flatMap { [$0] + index.spokenFor(by: $0, on: facts[place].said) }
      return lens.parties.isEmpty || speaking.contains(where: lens.parties.contains) ? one.id : nil
    }
  }
}

private func commitmentLine(
  _ commitment: Case.Commitment, at place: Int, _ ledger: Ledger, _ lens: Lens
) -> CommitmentsView.Line? {
  let filtered = ledger.filtered
  let index = filtered.index
  if !lens.parties.isEmpty {
    let concerned = Set(commitment.debtors + commitment.creditors)
    guard lens.parties.contains(where: concerned.contains) else { return nil }
  }
  if !lens.issues.isEmpty {
    guard let issue = commitment.about?.issue, lens.issues.contains(issue) else { return nil }
  }
  guard commitment.evidence.statements.isEmpty || filtered.admitted(commitment.evidence) != nil
  else { return nil }
  let admitted = filtered.shown(commitment.evidence).compactMap { index.statement($0) }
  let agreed = filtered.agreedDate(of: commitment)
  if !filtered.wasMade(commitment, on: agreed) { return nil }
  let accounts = ledger.commitments.accounts[place]
  var due = CommitmentsView.Due(of: commitment, filtered, now: filtered.now, accounts)
  if due.step != nil {
    due.taken = commitment.dueStep.flatMap { ledger.steps.taken($0.step)?.date }
  }
  let reports = commitment.status.compactMap { report -> Case.Commitment.Report? in
    guard filtered.timeClass(report.date) != .out,
      let evidence = filtered.admitted(report.evidence)
    else { return nil }
    var report = report
    report.evidence = evidence
    return report
  }
  // One that may be later than as-of is listed and decides nothing; nor does one given only after it,
  // where another had been given by then.
  var counting = reports.filter { filtered.timeClass($0.date) != .possiblyLater }
  let known = counting.filter { !filtered.isOnlyReportedLater($0.evidence) }
  if !known.isEmpty { counting = known }
  let late = daysLate(commitment, due, accounts, ledger)
  let done = counting.compactMap(\.done).max()
  // Of several counts the newest; of two of one time both stand among the accounts.
  let newestDone =
    accounts.newestCount?.done
    ?? done.map { Quantity($0, unit: commitment.unit).words }
  let isOverdue = isOverdue(commitment, due, accounts, done: done, ledger)
  var reporters: [CommitmentsView.Reporter] = []
  for statement in admitted {
    if let place = reporters.firstIndex(where: { $0.source == statement.source }) {
      reporters[place].statements.append(statement.id)
    } else {
      reporters.append(.init(source: statement.source, statements: [statement.id]))
    }
  }
  return CommitmentsView.Line(
    commitment: commitment.id, what: commitment.what, strength: commitment.strength,
    debtors: commitment.debtors, creditors: commitment.creditors,
    owed: commitment.quantity.map {
      Quantity($0, commitment.comparator, unit: commitment.unit).words
    }, each: commitment.each,
    done: newestDone, agreed: agreed, due: due,
    waitsFor: accounts.isOver
      ? [] : ledger.steps.unmet(commitment).map { ledger.steps.waiting($0) },
    status: accounts.newest?.level, statusDate: accounts.newest?.date,
    accounts: accounts.accounts, isDisputed: accounts.isDisputed, isOverdue: isOverdue,
    late: late?.days, isReportedLate: late?.isReported ?? false,
    reports: reports.map { report in
      .init(
        date: report.date, given: filtered.given(report, report.evidence.statements),
        level: report.level,
        done: report.done.map { Quantity($0, unit: commitment.unit).words },
        note: report.note, evidence: report.evidence.statements, basis: report.evidence.basis,
        reportedLater: filtered.isOnlyReportedLater(report.evidence))
    },
    reporters: reporters, basis: commitment.evidence.basis)
}

extension FilteredCase {
  /// When a commitment was made: as recorded, or when it was first said; of several debtors, when the
  /// last of them said it.
  func agreedDate(of commitment: Case.Commitment) -> EDTFDate? {
    if let agreed = commitment.agreed { return agreed }
    let evidence = commitment.evidence.statements.compactMap { index.statement($0) }
    let first = evidence.compactMap { index.said($0) }.min()
    guard commitment.debtors.count > 1 else { return first }
    let each = commitment.debtors.map { debtor in
      evidence.filter { statement in
        statement.speaker.contains {
          index.spokenFor(by: $0, on: index.said(statement)).contains(debtor)
        }
      }.compactMap { index.said($0) }.min()
    }
    return each.contains(nil) ? first : each.compactMap(\.self).max()
  }

  /// Made by as-of. Of one that may have been made later someone must have spoken by then.
  func wasMade(_ commitment: Case.Commitment, on agreed: EDTFDate?) -> Bool {
    switch timeClass(agreed) {
    case .out: false
    case .possiblyLater:
      commitment.evidence.statements.isEmpty || wasSaid(commitment.evidence)
    case .counts, .undated: true
    }
  }
}
