internal import CaseModel

/// When two actors' newest accounts of one commitment cannot both be right.
///
/// Of two accounts the later counts, since what was not so may have become so. That it failed is the
/// exception: the word of one who owes it does not answer that. What is done once does not become less:
/// a later account by which less was done contradicts the earlier.
struct AccountRule {
  private let debtors: Set<Case.Actor.ID>
  private let creditors: Set<Case.Actor.ID>
  /// Done once, by a day; nothing that comes round or is kept for a time.
  private let isOnce: Bool
  /// To keep or refrain from for a time.
  let isKept: Bool
  /// Where several owe it, each of them with the party for which it acts.
  private let parts: [(debtor: Case.Actor.ID, party: Case.Actor.ID)]
  private let index: CaseIndex
  /// The last day on which it was in time.
  private let due: CivilDay?
  /// By quantities in words, as accounts give them.
  private let amounts: [String: Amount]
  /// Those by whose account it was carried out at some time: what they call broken was undone since.
  var admitting: Set<[Case.Actor.ID]> = []
  /// The most that each has reported as done.
  private(set) var counted: [[Case.Actor.ID]: Int128] = [:]
  /// Nil of what falls due once.
  private let severalDues: SeveralDues?
  /// Of several dues one alone is judged.
  private(set) var isOfOneDue = false

  /// Nil of what falls due once, and of one of several dues.
  var dues: SeveralDues? { isOfOneDue ? nil : severalDues }

  init(_ commitment: Case.Commitment, _ filtered: FilteredCase) {
    let parties = filtered.parties
    debtors = Set(
      commitment.debtors + commitment.debtors.map { filtered.principal(of: $0, among: parties) })
    creditors = Set(
      commitment.creditors
        + commitment.creditors.map { filtered.principal(of: $0, among: parties) })
    isKept = commitment.isKept
    isOnce = commitment.schedule == nil && !isKept
    parts =
      commitment.debtors.count > 1
      ? commitment.debtors.map { (debtor: $0, party: filtered.principal(of: $0, among: parties)) }
      : []
    index = filtered.index
    // Of dues that come round each account is of its own time.
    due =
      commitment.schedule == nil
      ? CommitmentsView.Due(of: commitment, filtered).latest : nil
    var amounts: [String: Amount] = [:]
    for done in commitment.status.compactMap(\.done) {
      amounts[Quantity(done, unit: commitment.unit).words] = done
    }
    self.amounts = amounts
    severalDues = SeveralDues(commitment, filtered)
  }

  /// The rule for the accounts of one of several dues.
  var ofOneDue: AccountRule {
    var rule = self
    rule.isOfOneDue = true
    return rule
  }

  /// Remembers who has reported how much, whatever the same one said later.
  mutating func count(_ accounts: [CommitmentAccount]) {
    for account in accounts {
      guard let done = amount(of: account) else { continue }
      counted[account.by] = max(counted[account.by] ?? done, done)
    }
  }

  func amount(of account: CommitmentAccount) -> Int128? {
    account.done.flatMap { amounts[$0]?.scaled(to: 18) }
  }

  /// Of several who owe it those of whom an account speaks; nil alone where one owes it.
  func debtors(of account: CommitmentAccount) -> [Case.Actor.ID?] {
    let named = parts.filter { part in
      account.of.isEmpty || account.of.contains(part.debtor) || account.of.contains(part.party)
    }
    return named.isEmpty ? [nil] : named.map(\.debtor)
  }

  /// Where an account stands among others: by the day it speaks of. That something done once was done
  /// by an earlier day answers all that was said until then, and stands on the day it was said.
  func place(of account: CommitmentAccount) -> EDTFDate? {
    isOnce && account.isCarriedOut ? account.given ?? account.date : account.date
  }

  /// Of two accounts by one author the first holds, though the second is further down in the record.
  func isNewer(_ a: CommitmentAccount, than b: CommitmentAccount) -> Bool {
    guard let first = a.date else { return false }
    guard let second = b.date else { return true }
    if isOnce, isOfDue(first), isOfDue(second) {
      // Both speak of what was done when it was due, and what was said last takes back the other.
      let (one, other) = (a.given ?? first, b.given ?? second)
      if one.isLater(than: other) { return true }
      if other.isLater(than: one) { return false }
    }
    if isOnce, a.isCarriedOut != b.isCarriedOut {
      // Who says since that it was done by an earlier day no longer says that it was not.
      let (one, other) = (a.given ?? first, b.given ?? second)
      if a.isCarriedOut, one.isLater(than: other) { return true }
      if b.isCarriedOut, other.isLater(than: one) { return false }
    }
    return first.isLater(than: second)
  }

  /// In the order of ``CommitmentAccounts/accounts``.
  func differ(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    if a.isBySame(as: b) { return false }
    // Of several who owe it each report speaks of those it names.
    if !a.of.isEmpty, !b.of.isEmpty, Set(a.of).isDisjoint(with: b.of) { return accuseOthers(a, b) }
    // Of several dues each account speaks of the one that it names.
    if let first = a.due, let second = b.due, first != second { return false }
    let isLater =
      place(of: a).flatMap { first in place(of: b).map { $0.isLater(than: first) } } ?? false
    // A denial answers what was said before it.
    if a.denies { return b.level != nil && !isLater }
    if b.denies { return a.level != nil }
    if countsDiffer(a, b, isLater: isLater) { return true }
    if isCountRefused(a, b) || isCountRefused(b, a) { return true }
    guard let before = a.level, let after = b.level else { return false }
    if accuseOthers(a, b) { return true }
    if Self.agree(before, after) { return false }
    // What is to be kept, or comes round, and is done in part is not done as promised.
    if !isOnce, a.hasFailed && b.isPartial || b.hasFailed && a.isPartial { return false }
    if !isLater || goesBack(a, b) || areOfOneOccasion(a, b) { return true }
    // Who never said that it was done does not say that it was undone.
    if isOnce, a.isCarriedOut, b.hasFailed, !admitting.contains(b.by) { return true }
    guard a.hasFailed else { return false }
    // Who owes it does not excuse itself from what another calls broken.
    if after == .superseded { return isOwn(b) }
    // Broken when it was due and carried out since, or so by one who does not owe it.
    let isAnswered =
      b.isCarriedOut && (wasDue(at: a.date) || !b.by.contains(where: debtors.contains))
    return !isAnswered
  }

  /// By one count all that had fallen due was done, and another says afterwards, or on the same day, that
  /// it was not, who has never reported as much.
  private func isCountRefused(_ count: CommitmentAccount, _ failure: CommitmentAccount) -> Bool {
    guard failure.hasFailed || failure.level == .notInitiated, let severalDues,
      let date = failure.date, let done = amount(of: count),
      !(count.date?.isLater(than: date) ?? false),
      let owed = severalDues.owed(before: date), done >= owed
    else { return false }
    return (counted[failure.by] ?? 0) < owed
  }

  /// What one says was done by a day, another says of a later one was not: what is done once is not
  /// less done later.
  private func goesBack(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    guard isOnce else { return false }
    return [(a, b), (b, a)].contains { done, other in
      guard done.isCarriedOut, let level = other.level,
        [.notInitiated, .minimal, .intermediate].contains(level),
        let first = done.date, let second = other.date
      else { return false }
      return !first.isLater(than: second)
    }
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

  /// Two amounts of one time, or a later one that is less, where not both say that it was carried out.
  private func countsDiffer(
    _ a: CommitmentAccount, _ b: CommitmentAccount, isLater: Bool
  ) -> Bool {
    guard let first = a.done, let second = b.done, first != second,
      !(a.isCarriedOut && b.isCarriedOut)
    else { return false }
    if !isLater { return true }
    guard isOnce, let before = amounts[first], let after = amounts[second] else { return false }
    return after.scaled(to: 18) < before.scaled(to: 18)
  }

  /// Each says that it failed, by another of those who owe it.
  func accuseOthers(_ a: CommitmentAccount, _ b: CommitmentAccount) -> Bool {
    a.hasFailed && b.hasFailed && !a.of.isEmpty && !b.of.isEmpty
      && !a.isBySame(as: b) && Set(a.of).isDisjoint(with: b.of)
  }

  /// One who does not owe it says that both failed whom two others accuse.
  func findsBoth(
    _ account: CommitmentAccount, _ a: CommitmentAccount, _ b: CommitmentAccount
  ) -> Bool {
    account.hasFailed && !account.by.contains(where: debtors.contains) && account.covers(a)
      && account.covers(b)
  }

  /// Of the last day on which it was in time, or a later one.
  private func isOfDue(_ date: EDTFDate) -> Bool {
    guard let due, !date.hasOpenEnd else { return false }
    return due <= date.latest
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

  /// It reports that a part of it was carried out.
  fileprivate var isPartial: Bool { level == .minimal || level == .intermediate }

  /// It speaks of all of whom the other speaks.
  func covers(_ other: CommitmentAccount) -> Bool {
    of.isEmpty || (!other.of.isEmpty && Set(other.of).isSubset(of: of))
  }

  /// Without those that a later one by another than the debtors has overtaken. That a duty to keep
  /// something for a time was broken is not overtaken by its being kept since.
  static func shown(
    _ accounts: [CommitmentAccount], isKept: Bool, isOwn: (CommitmentAccount) -> Bool
  ) -> [CommitmentAccount] {
    accounts.enumerated().filter { place, account in
      !accounts.dropFirst(place + 1).contains { later in
        // What is said of another of those who owe it answers nothing.
        guard !later.denies, later.covers(account), !isOwn(later) || later.by == account.by,
          !(isKept && account.hasFailed && !later.hasFailed),
          let date = account.date, let newer = later.date, newer.isLater(than: date)
        else { return false }
        return later.level != nil || account.level == nil
      }
    }.map(\.element)
  }

  func isBySame(as other: CommitmentAccount) -> Bool { by == other.by && basis == other.basis }

  /// It reports that the commitment was carried out, or an expectation met.
  var isCarriedOut: Bool { level == .full || level == .met }
}
