internal import CaseModel

/// Of each author's accounts the newest; of one time the last on record. One without a date counts only
/// where none has a date. A quantity alone leaves the level that its author gave before.
///
/// Of several who owe it each report speaks of those it names, and replaces what the same author said
/// of them alone. What is to be kept for a time and was broken stays broken, though it is kept since.
struct NewestAccounts {
  private let rule: AccountRule
  private var newest: [Key: CommitmentAccount] = [:]
  private var breaches: [Key: CommitmentAccount] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    let by: [Case.Actor.ID]
    let basis: Who?
    /// To deny what others say leaves one's own account as it is.
    let denies: Bool
    let due: EDTFDate?
    /// Nil where one alone owes it.
    let debtor: Case.Actor.ID?

    /// Of whichever debtor.
    var ofAuthor: Key { Key(by: by, basis: basis, denies: denies, due: due, debtor: nil) }
  }

  init(_ found: [CommitmentAccount], _ rule: AccountRule) {
    self.rule = rule
    for account in found {
      for debtor in rule.debtors(of: account) { add(account, debtor) }
    }
  }

  private mutating func add(_ account: CommitmentAccount, _ debtor: Case.Actor.ID?) {
    let key = Key(
      by: account.by, basis: account.basis, denies: account.denies, due: account.due,
      debtor: debtor)
    if rule.isKept, account.hasFailed,
      breaches[key].map({ !rule.isNewer($0, than: account) }) ?? true
    {
      breaches[key] = account
    }
    guard let before = newest[key] else {
      newest[key] = account
      order.append(key)
      return
    }
    if rule.isNewer(before, than: account) { return }
    var account = account
    if account.level == nil, !account.denies {
      account.level = before.level
      account.of = before.of
      account.evidence = (before.evidence + account.evidence).uniqued
    }
    // What was done until another promise took its place stays done.
    if account.level == .superseded, account.done == nil { account.done = before.done }
    newest[key] = account
  }

  /// In the order in which their authors first speak.
  var accounts: [CommitmentAccount] {
    var authors: [Key] = []
    var debtors: [Key: [Key]] = [:]
    for key in order {
      if debtors[key.ofAuthor] == nil { authors.append(key.ofAuthor) }
      debtors[key.ofAuthor, default: []].append(key)
    }
    return authors.flatMap { author in
      let keys = debtors[author] ?? []
      return gather(
        keys.compactMap { key in outlasting(key).map { (debtor: key.debtor, account: $0) } })
        + gather(keys.compactMap { key in newest[key].map { (debtor: key.debtor, account: $0) } })
    }
  }

  /// The breach of a day before that on which the same author says that it is kept.
  private func outlasting(_ key: Key) -> CommitmentAccount? {
    guard let breach = breaches[key], let now = newest[key], let level = now.level,
      [.full, .met, .intermediate, .minimal].contains(level),
      let (first, second) = breach.date.flatMap({ a in now.date.map { (a, $0) } }),
      second.isLater(than: first)
    else { return nil }
    return breach
  }

  /// One account of several who owe it is one, of those of whom it is the newest.
  private func gather(
    _ parts: [(debtor: Case.Actor.ID?, account: CommitmentAccount)]
  ) -> [CommitmentAccount] {
    var found: [(account: CommitmentAccount, debtors: [Case.Actor.ID?])] = []
    for part in parts {
      if let place = found.firstIndex(where: { $0.account == part.account }) {
        found[place].debtors.append(part.debtor)
      } else {
        found.append((part.account, [part.debtor]))
      }
    }
    return found.map { account, debtors in
      var account = account
      if debtors.count < rule.debtors(of: account).count {
        account.of = debtors.compactMap(\.self)
      }
      return account
    }
  }
}
