internal import CaseModel

/// When two actors' newest accounts of one commitment cannot both be right.
///
/// Of two accounts the later counts, since what was not so may have become so. That it failed is the
/// exception: the word of one who owes it does not answer that.
struct AccountRule {
  private let debtors: Set<Case.Actor.ID>
  private let creditors: Set<Case.Actor.ID>
  /// Done once, by a day; nothing that comes round or is kept for a time.
  private let isOnce: Bool
  private let index: CaseIndex
  /// The last day on which it was in time.
  private let due: CivilDay?

  init(_ commitment: Case.Commitment, _ filtered: FilteredCase) {
    let parties = Set(filtered.theCase.header.parties)
    debtors = Set(
      commitment.debtors + commitment.debtors.map { filtered.principal(of: $0, among: parties) })
    creditors = Set(
      commitment.creditors
        + commitment.creditors.map { filtered.principal(of: $0, among: parties) })
    isOnce =
      commitment.schedule == nil && commitment.until == nil
      && commitment.dueStep?.order != .until
    index = filtered.index
    // Of dues that come round each account is of its own time.
    due =
      commitment.schedule == nil
      ? CommitmentsView.Due(of: commitment, filtered).latest : nil
  }

  /// In the order of ``CommitmentAccounts/accounts``.
  func differ(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    if a.isBySame(as: b) { return false }
    // Of several who owe it each report speaks of those it names.
    if !a.of.isEmpty, !b.of.isEmpty, Set(a.of).isDisjoint(with: b.of) { return accuseOthers(a, b) }
    // Of several dues each account speaks of the one that it names.
    if let first = a.due, let second = b.due, first != second { return false }
    let isLater = a.date.flatMap { first in b.date.map { $0.isLater(than: first) } } ?? false
    // A denial answers what was said before it.
    if a.denies { return b.level != nil && !isLater }
    if b.denies { return a.level != nil }
    if !isLater, countsDiffer(a, b) { return true }
    guard let before = a.level, let after = b.level else { return false }
    if accuseOthers(a, b) { return true }
    if Self.agree(before, after) { return false }
    if !isLater || goesBack(a, b) || areOfOneOccasion(a, b) { return true }
    guard a.hasFailed else { return false }
    // Who owes it does not excuse itself from what another calls broken.
    if after == .superseded { return isOwn(b) }
    // Broken when it was due and carried out since, or so by one who does not owe it.
    let isAnswered =
      b.isCarriedOut && (wasDue(at: a.date) || !b.by.contains(where: debtors.contains))
    return !isAnswered
  }

  /// What one says is done, another later says is not: what is done once is not less done later.
  private func goesBack(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    guard isOnce, a.isCarriedOut, let after = b.level else { return false }
    return [.notInitiated, .minimal, .intermediate].contains(after)
  }

  /// One to whom it is owed says on one occasion that it was not done, and another that it was:
  /// whatever days their reports apply to, each knew what the other says.
  private func areOfOneOccasion(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    guard isOnce, b.isCarriedOut, a.hasFailed || a.level == .notInitiated,
      a.by.contains(where: creditors.contains), let first = given(a), let second = given(b)
    else { return false }
    return !first.isLater(than: second) && !second.isLater(than: first)
  }

  /// When the account was given, at the earliest on the day to which it applies.
  private func given(_ account: CommitmentAccount) -> EDTFDate? {
    let said = account.evidence.compactMap { index.statement($0) }.compactMap { index.said($0) }
    return (said + [account.date].compactMap(\.self)).max()
  }

  /// One denies a report that it names, and the other is another report.
  func isOtherReport(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    for (denial, report) in [(a, b), (b, a)] where denial.denies && !report.denies {
      let named = denial.evidence.compactMap { id -> Case.Statement.ID? in
        guard case .statement(let named)? = index.statement(id)?.about else { return nil }
        return named
      }
      if !named.isEmpty, Set(named).isDisjoint(with: report.evidence) { return true }
    }
    return false
  }

  /// Given by those alone who owe it.
  func isOwn(_ account: CommitmentAccount) -> Bool {
    !account.by.isEmpty && account.by.allSatisfy(debtors.contains)
  }

  /// That another promise took its place is for those to say to whom it is owed, and for others. Who
  /// owes it may say so while the day for it is still to come, or where it is owed to no one by name.
  func ends(_ account: CommitmentAccount) -> Bool {
    account.level == .superseded
      && (creditors.isEmpty || !isOwn(account) || !wasDue(at: account.date))
  }

  /// Two amounts of one time, where not both say that it was carried out.
  private func countsDiffer(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    guard let first = a.done, let second = b.done, first != second else { return false }
    return !(a.isCarriedOut && b.isCarriedOut)
  }

  /// Each says that it failed, by another of those who owe it.
  private func accuseOthers(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    a.hasFailed && b.hasFailed && !a.of.isEmpty && !b.of.isEmpty
      && Set(a.of).isDisjoint(with: b.of)
  }

  private func wasDue(at date: EDTFDate?) -> Bool {
    guard let due, let date, !date.hasOpenEnd else { return false }
    return due < date.latest
  }

  /// Full and met say the same, and so do breached, missed and not begun.
  private static func agree(_ a: Case.Commitment.Level, _ b: Case.Commitment.Level) -> Bool {
    func meaning(_ level: Case.Commitment.Level) -> Case.Commitment.Level {
      switch level {
      case .full, .met: .full
      case .breached, .missed, .notInitiated: .breached
      case .minimal, .intermediate, .denied, .superseded: level
      }
    }
    return meaning(a) == meaning(b)
  }
}

extension CommitmentAccount {
  /// It reports that the commitment was broken, or an expectation not met.
  var hasFailed: Bool { level == .breached || level == .missed }

  func isBySame(as other: CommitmentAccount) -> Bool { by == other.by && basis == other.basis }

  /// It reports that the commitment was carried out, or an expectation met.
  var isCarriedOut: Bool { level == .full || level == .met }
}
