internal import CaseModel

/// When two actors' newest accounts of one commitment cannot both be right.
///
/// Of two accounts the later counts, since what was not so may have become so. That it failed is the
/// exception: the word of one who owes it does not answer that.
struct AccountRule {
  private let debtors: Set<Case.Actor.ID>
  /// The last day on which it was in time.
  private let due: CivilDay?

  init(_ commitment: Case.Commitment, _ filtered: FilteredCase) {
    let parties = Set(filtered.theCase.header.parties)
    debtors = Set(
      commitment.debtors + commitment.debtors.map { filtered.principal(of: $0, among: parties) })
    // Of dues that come round each account is of its own time.
    due =
      commitment.schedule == nil
      ? CommitmentsView.Due(of: commitment, filtered).latest : nil
  }

  /// In the order of ``CommitmentAccounts/accounts``.
  func differ(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    if a.isBySame(as: b) { return false }
    let isLater = a.date.flatMap { first in b.date.map { $0.isLater(than: first) } } ?? false
    // A denial answers what was said before it.
    if a.denies { return b.level != nil && !isLater }
    if b.denies { return a.level != nil }
    if !isLater, countsDiffer(a, b) { return true }
    guard let before = a.level, let after = b.level else { return false }
    if accuseOthers(a, b) { return true }
    if Self.agree(before, after) { return false }
    if !isLater { return true }
    guard a.hasFailed, after != .superseded else { return false }
    // Broken when it was due and carried out since, or so by one who does not owe it.
    let isAnswered =
      b.isCarriedOut && (wasDue(at: a.date) || !b.by.contains(where: debtors.contains))
    return !isAnswered
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
