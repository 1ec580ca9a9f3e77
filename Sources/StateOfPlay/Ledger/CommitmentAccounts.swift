public import CaseModel

/// The newest account one actor has given of how far a commitment is carried out.
public struct CommitmentAccount: Sendable, Hashable, Codable {
  /// Whose account it is; empty if no statement supports it, in which case ``basis`` names the
  /// analyst.
  public var by: [Case.Actor.ID]
  /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
  public var basis: Who?
  /// The level reported; nil if the account only denies what others report, or only gives a
  /// quantity.
  public var level: Case.Commitment.Level?
  /// The quantity that it reports as done, with its unit; nil if it gives none.
  public var done: String?
  /// Of several debtors those it speaks of, as the parties for which they act; empty if it speaks of
  /// all.
  public var of: [Case.Actor.ID]
  /// Of several due dates the one it speaks of; nil if it speaks of all, or there is only one.
  public var due: EDTFDate?
  /// Whether it denies what others report.
  public var denies: Bool
  /// When the account was given or what date it reports on; nil if undated.
  public var date: EDTFDate?
  /// When the account was given, where that is later than ``date``; nil otherwise.
  public var given: EDTFDate?
  /// The statements that give the account.
  public var evidence: [Case.Statement.ID]
}

/// The accounts of one commitment by as-of; each report of status belongs to its author.
struct CommitmentAccounts: Equatable {
  /// Each one's newest, the newest last.
  private(set) var accounts: [CommitmentAccount] = []
  /// The newest accounts do not agree.
  private(set) var isDisputed = false
  /// Failed by some account that no later one of its being carried out outdoes.
  private(set) var isFailed = false
  /// The first account by which it was carried out by all that was said until then, whatever became
  /// of it later.
  private(set) var firstDone: CommitmentAccount?
  /// Some account that may say so says that another promise took its place.
  private var isReplaced = false
  /// Carried out by all the newest accounts, and of several dues every one.
  private(set) var isDone = false
  /// All that give a quantity, in the order of the record.
  private var counts: [CommitmentAccount] = []
  private var rule: AccountRule?

  /// The rule is the commitment's, which the accounts are not, but for those who admit something.
  static func == (a: CommitmentAccounts, b: CommitmentAccounts) -> Bool {
    a.accounts == b.accounts && a.isDisputed == b.isDisputed && a.isFailed == b.isFailed
      && a.firstDone == b.firstDone && a.isReplaced == b.isReplaced && a.isDone == b.isDone
      && a.counts == b.counts && a.rule?.admitting == b.rule?.admitting
  }

  /// The newest account that gives a level; of several who owe it, by which one has not done it.
  var newest: CommitmentAccount? {
    let open = accounts.indices.last { place in
      let account = accounts[place]
      guard !account.of.isEmpty, let level = account.level, level != .superseded,
        !account.isCarriedOut
      else { return false }
      return !accounts[place...].contains { $0.isCarriedOut && $0.covers(account) }
    }
    return open.map { accounts[$0] } ?? accounts.last { $0.level != nil }
  }
  /// The newest account that gives a quantity.
  var newestCount: CommitmentAccount? { accounts.last { $0.done != nil } }
  /// The newest account of its having failed.
  var failure: CommitmentAccount? { isFailed ? accounts.last { $0.hasFailed } : nil }
  /// Those by which it stands as it does, the newest last; see ``CommitmentsView/Line/shownAccounts``.
  var shown: [CommitmentAccount] {
    isDisputed
      ? accounts
      : CommitmentAccount.shown(accounts, isKept: rule?.isKept ?? false) { account in
        rule?.isOwn(account) ?? false
      }
  }
  /// Nothing is awaited any more.
  var isOver: Bool { isDone || (!isDisputed && isReplaced) }

  /// - Parameter denials: statements that deny something of the commitment, or a report of it.
  init(_ commitment: Case.Commitment, denials: [Int], _ filtered: FilteredCase) {
    let found = Self.reports(of: commitment, denials: denials, filtered)
    var rule = AccountRule(commitment, filtered)
    rule.admitting = Set(found.filter(\.isCarriedOut).map(\.by))
    counts = found.filter { $0.done != nil }
    rule.count(counts)
    self.rule = rule
    judge(found, rule)
    let carriedOut = found.filter(\.isCarriedOut).sorted { a, b in
      (a.date?.begins ?? .max) < (b.date?.begins ?? .max)
    }
    for account in carriedOut {
      var then = CommitmentAccounts()
      then.rule = rule
      then.judge(
        found.filter { other in
          guard let date = account.date else { return true }
          return other.date.map { !$0.isLater(than: date) } ?? false
        }, rule)
      guard then.isDone else { continue }
      firstDone = account
      break
    }
  }

  /// The accounts of which not all can be right, with those that speak of whom they differ on; empty
  /// where each only lays it to another of those who owe it, as both may have broken it. A denial that
  /// names a report is set against that report and no other.
  var contrary: [CommitmentAccount] {
    guard let rule, isDisputed else { return [] }
    var pairs: [(Int, Int)] = []
    for first in accounts.indices {
      for second in accounts.indices.dropFirst(first + 1)
      where rule.differ(accounts[first], accounts[second])
        && !rule.accuseOthers(accounts[first], accounts[second])
      {
        pairs.append((first, second))
      }
    }
    if pairs.isEmpty { return [] }
    let named = pairs.filter { !rule.isOtherReport(accounts[$0.0], accounts[$0.1]) }
    let places = Set(named.flatMap { [$0.0, $0.1] })
    return places.isEmpty ? accounts : places.sorted().map { accounts[$0] }
  }

  private init() {}

  /// The accounts of one of several dues: those that name it, or else those that name none and are of a
  /// time when it had come. A denial that names none may be of any.
  func accounts(of due: EDTFDate) -> CommitmentAccounts {
    guard let rule, let dues = rule.dues else { return self }
    let isNamed = accounts.contains { $0.due == due && !$0.denies }
    let these = accounts.filter { account in
      dues.isOf(due, account) && (!isNamed || account.due != nil || account.denies)
    }
    var found = CommitmentAccounts()
    found.rule = rule.ofOneDue
    found.counts = counts
    found.judge(these, rule.ofOneDue)
    return found
  }

  /// Carried out, by the accounts of that due or by a number that no one contests.
  ///
  /// - Parameter owed: as much as had fallen due with it; nil where that is not known.
  func isDone(_ due: EDTFDate, _ owed: Int128?) -> Bool {
    let these = accounts(of: due)
    return these.isDone || owed.map { !these.covering($0).isEmpty } ?? false
  }

  /// Those of the first day by which as much was done; empty where none says so, or one contests it.
  func covering(_ owed: Int128) -> [CommitmentAccount] {
    isContested(owed) ? [] : counting(owed)
  }

  /// Those of the first day by which as much was done.
  private func counting(_ owed: Int128) -> [CommitmentAccount] {
    guard let rule else { return [] }
    let reaching = counts.filter { rule.amount(of: $0).map { $0 >= owed } ?? false }
    guard let first = reaching.map({ $0.date?.begins ?? .max }).min() else { return [] }
    return reaching.filter { ($0.date?.begins ?? .max) == first }
  }

  /// It is disputed by one who has never reported as much to be done.
  private func isContested(_ owed: Int128) -> Bool {
    guard let rule else { return isDisputed }
    return contrary.contains { account in
      !account.isCarriedOut && (rule.counted[account.by] ?? 0) < owed
    }
  }

  private static func reports(
    of commitment: Case.Commitment, denials: [Int], _ filtered: FilteredCase
  ) -> [CommitmentAccount] {
    var found: [CommitmentAccount] = []
    let parties = filtered.parties
    let debtors =
      (commitment.debtors
      + commitment.debtors.map { filtered.principal(of: $0, among: parties) }).uniqued
    for report in commitment.status where report.level != nil || report.done != nil {
      guard filtered.holds(report.date, report.evidence),
        let evidence = filtered.admitted(report.evidence)
      else { continue }
      var account = CommitmentAccount(
        by: [], basis: evidence.basis, level: report.level == .denied ? nil : report.level,
        done: report.done.map { Quantity($0, unit: commitment.unit).words }, of: [],
        due: commitment.instalment(namedBy: evidence.statements, filtered),
        denies: report.level == .denied, date: report.date, given: nil,
        evidence: evidence.statements)
      let speakers = speakers(of: evidence, commitment, filtered)
      if speakers.isEmpty { found.append(account) }
      for (speaker, statements) in speakers {
        (account.by, account.basis, account.evidence) = ([speaker], nil, statements)
        account.given = filtered.given(report, statements)
        // Of one who owes it alone nothing need be said; of another, who broke it.
        let accused = accused(by: statements, commitment, filtered)
        account.of =
          commitment.debtors.count > 1
          ? accused.filter(debtors.contains)
          : account.hasFailed && !accused.contains(where: debtors.contains) ? accused : []
        found.append(account)
      }
    }
    for place in denials {
      let statement = filtered.theCase.statements[place]
      guard filtered.facts[place].time.isEvidence, !statement.isDoubted else { continue }
      for speaker in principals(of: statement, commitment, filtered) {
        found.append(
          CommitmentAccount(
            by: [speaker], basis: nil, level: nil, done: nil, of: [],
            due: commitment.instalment(namedBy: [statement.id], filtered), denies: true,
            date: filtered.facts[place].said, given: nil, evidence: [statement.id]))
      }
    }
    // What someone said only after as-of outdoes nothing that had been said by then.
    let known = found.filter { !filtered.isOnlyReportedLater(Evidence($0.evidence)) }
    return known.isEmpty ? found : known
  }

  private mutating func judge(_ found: [CommitmentAccount], _ rule: AccountRule) {
    keepNewest(found, rule)
    isDisputed = accounts.indices.contains { first in
      accounts.indices.dropFirst(first + 1).contains { second in
        rule.differ(accounts[first], accounts[second])
          && !(rule.accuseOthers(accounts[first], accounts[second])
            && accounts.contains { rule.findsBoth($0, accounts[first], accounts[second]) })
      }
    }
    isFailed = accounts.contains { account in
      account.hasFailed
        && !accounts.contains { later in
          later.isCarriedOut && later.covers(account) && !rule.differ(account, later)
        }
    }
    isReplaced = newest?.level == .superseded && accounts.contains(where: rule.ends)
    isDone = !isDisputed && (newest?.isCarriedOut ?? false) && areAllDone(rule)
  }

  /// What falls due several times is done once all of it is.
  private func areAllDone(_ rule: AccountRule) -> Bool {
    guard let dues = rule.dues else { return true }
    return dues.all?.allSatisfy { accounts(of: $0).isDone } ?? false
  }

  private mutating func keepNewest(_ found: [CommitmentAccount], _ rule: AccountRule) {
    accounts = NewestAccounts(found, rule).accounts
    // Who has since given an account of his own no longer merely denies.
    accounts = accounts.filter { account in
      !account.denies
        || !accounts.contains { other in
          guard other.level != nil, other.isBySame(as: account), let date = account.date else {
            return false
          }
          return rule.place(of: other)?.isLater(than: date) ?? false
        }
    }
    let order = accounts.indices.sorted { a, b in
      switch (rule.place(of: accounts[a]), rule.place(of: accounts[b])) {
      case (let x?, let y?) where x.begins != y.begins: x.begins < y.begins
      case (nil, _?): true
      case (_?, nil): false
      default: a < b
      }
    }
    accounts = order.map { accounts[$0] }
  }

  /// Whom the statements speak of, as parties.
  private static func accused(
    by statements: [Case.Statement.ID], _ commitment: Case.Commitment, _ filtered: FilteredCase
  ) -> [Case.Actor.ID] {
    let parties = filtered.parties
    return statements.compactMap { filtered.index.statement($0) }.flatMap(\.of)
      .map { actor in
        commitment.debtors.contains(actor) ? actor : filtered.principal(of: actor, among: parties)
      }.uniqued
  }

  private static func speakers(
    of evidence: Evidence, _ commitment: Case.Commitment, _ filtered: FilteredCase
  ) -> [(Case.Actor.ID, [Case.Statement.ID])] {
    var found: [(Case.Actor.ID, [Case.Statement.ID])] = []
    for id in evidence.statements {
      guard let statement = filtered.index.statement(id) else { continue }
      for speaker in principals(of: statement, commitment, filtered) {
        if let place = found.firstIndex(where: { $0.0 == speaker }) {
          found[place].1.append(id)
        } else {
          found.append((speaker, [id]))
        }
      }
    }
    return found
  }

  /// Those whose account a statement is: the last who relays it from another side, or else the
  /// speakers, each as who owes it or to whom it is owed, or else as the party it speaks for. Where
  /// one body of a party owes it or is owed it, each body's account is its own.
  private static func principals(
    of statement: Case.Statement, _ commitment: Case.Commitment, _ filtered: FilteredCase
  ) -> [Case.Actor.ID] {
    let parties = filtered.parties
    let said = filtered.index.said(statement)
    let relaying = statement.via.filter { reporter in
      guard filtered.index.actor(reporter)?.kind != .outlet else { return false }
      let voices = filtered.index.spokenFor(by: reporter, on: said)
      return Set(voices).isDisjoint(
        with: statement.speaker.flatMap { filtered.index.spokenFor(by: $0, on: said) })
    }
    let speakers = relaying.last.map { [$0] } ?? statement.speaker
    var found: [Case.Actor.ID] = []
    for speaker in speakers {
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      let named = voices.first(where: (commitment.debtors + commitment.creditors).contains)
      let party = voices.first(where: parties.contains)
      let bodies = (commitment.debtors + commitment.creditors).filter { actor in
        actor != party && party.map(filtered.index.spokenFor(by: actor, on: said).contains) ?? false
      }
      let isBody = filtered.index.actor(speaker).map { ![.person, .unnamed].contains($0.kind) }
      let own = !bodies.isEmpty && isBody ?? false ? speaker : nil
      let principal = named ?? own ?? party ?? speaker
      if !found.contains(principal) { found.append(principal) }
    }
    return found
  }
}
