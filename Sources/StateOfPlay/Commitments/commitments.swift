public import CaseModel

/// What was promised, agreed in principle or expected, and how far it is carried out.
public struct CommitmentsView: Sendable, Hashable, Codable {
  public var rule: String
  public var rows: [Line]
  /// What is wrong with promises taken together with the rest of the record.
  public var findings: [Finding]

  /// A promise that cannot be kept as it was made, or not by who made it.
  public struct Finding: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// What only another can do, and has not accepted.
      case othersMustAct
      /// Two promises of one debtor that cannot both be kept as they were made.
      case cannotBothBeKept
      /// Against the debtor's own red line.
      case againstRedLine
      /// Forbidden by a law that binds the debtor, under a reading.
      case barred
    }

    public var kind: Kind
    public var commitments: [Case.Commitment.ID]
    public var debtor: Case.Actor.ID
    public var words: String
    public var evidence: [Case.Statement.ID]
  }

  public struct Line: Sendable, Hashable, Codable {
    public var commitment: Case.Commitment.ID
    public var what: String
    public var strength: Case.Commitment.Strength
    public var debtors: [Case.Actor.ID]
    public var creditors: [Case.Actor.ID]
    /// As "1000 person".
    public var owed: String?
    /// The quantity is owed by each debtor.
    public var each: Bool
    /// What of it is done, where reported.
    public var done: String?
    public var agreed: EDTFDate?
    public var due: Due
    /// What the newest account says; nil is unknown: no one reports on it.
    public var status: Case.Commitment.Level?
    public var statusDate: EDTFDate?
    /// Each one's newest account, the newest last.
    public var accounts: [CommitmentAccount]
    /// The newest accounts do not agree.
    public var isDisputed: Bool
    /// Due before as-of, or before the newest date on record, and not reported as done; nil without
    /// a due date.
    public var isOverdue: Bool?
    public var reports: [Report]
    /// The statements it rests on, by source.
    public var tellers: [Reporter]
    public var basis: Who?
  }

  /// By when; nothing where no one says.
  public struct Due: Sendable, Hashable, Codable {
    /// The date, or the window as an interval where the meeting it counts from has a date.
    public var date: EDTFDate?
    /// The window in words, as "14 to 21 days after the talks".
    public var window: String?
    /// The step it waits for.
    public var step: String?

    public init(date: EDTFDate? = nil, window: String? = nil, step: String? = nil) {
      self.date = date
      self.window = window
      self.step = step
    }
  }

  public struct Report: Sendable, Hashable, Codable {
    public var date: EDTFDate?
    public var level: Case.Commitment.Level?
    public var done: String?
    public var note: String?
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
  }

  public struct Reporter: Sendable, Hashable, Codable {
    public var source: Case.Source.ID
    public var statements: [Case.Statement.ID]
  }
}

extension CommitmentsView {
  static let rule = """
    Each report of status belongs to the speaker of its evidence: it is the debtor's, a creditor's \
    or another's account. The newest account of each counts, on the scale of the Peace Accords \
    Matrix (0 not initiated, 1 minimal, 2 intermediate, 3 full). Where the newest accounts differ, \
    or one denies what another says, the status is disputed; where there is no report, it is \
    unknown. What was promised, what was agreed in principle and what is merely expected are kept \
    apart; an expectation is met or missed. Overdue is counted against the as-of date, or else \
    against the newest date on record; what is due before a step is overdue once that step is \
    taken. Also reported: a promise of something that only another party can do and has not \
    accepted, two promises by one debtor that cannot both be kept, and a promise that goes against \
    the debtor's own red line or is barred by a law that binds it.
    """
}

/// Commitments and their state; see ``CommitmentsView``.
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
  return CommitmentsView(rule: CommitmentsView.rule, rows: rows, findings: findings)
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
  let evidence = commitment.evidence.statements.compactMap { index.statement($0) }
  let admitted = evidence.filter(filtered.admits)
  if !evidence.isEmpty, admitted.isEmpty { return nil }
  let agreed =
    commitment.agreed
    ?? evidence.compactMap { index.said($0) }.min()
  if filtered.timeClass(agreed) == .out { return nil }
  let due = CommitmentsView.Due(of: commitment, index, now: filtered.now)
  let reports = commitment.status.compactMap { report -> Case.Commitment.Report? in
    guard filtered.timeClass(report.date) != .out,
      let evidence = filtered.admitted(report.evidence)
    else { return nil }
    var report = report
    report.evidence = evidence
    return report
  }
  // One that may be later than as-of is listed and decides nothing.
  let counting = reports.filter { filtered.timeClass($0.date) != .perhapsLater }
  let accounts = ledger.commitments.accounts[place]
  let done = counting.compactMap(\.done).max()
  let isOverdue = isOverdue(commitment, due, accounts, done: done, ledger)
  var tellers: [CommitmentsView.Reporter] = []
  for statement in admitted {
    if let place = tellers.firstIndex(where: { $0.source == statement.source }) {
      tellers[place].statements.append(statement.id)
    } else {
      tellers.append(.init(source: statement.source, statements: [statement.id]))
    }
  }
  return CommitmentsView.Line(
    commitment: commitment.id, what: commitment.what, strength: commitment.strength,
    debtors: commitment.debtors, creditors: commitment.creditors,
    owed: commitment.quantity.map {
      Quantity($0, commitment.comparator, unit: commitment.unit).words
    }, each: commitment.each,
    done: done.map { Quantity($0, unit: commitment.unit).words }, agreed: agreed, due: due,
    status: accounts.newest?.level, statusDate: accounts.newest?.date,
    accounts: accounts.accounts, isDisputed: accounts.isDisputed, isOverdue: isOverdue,
    reports: reports.map { report in
      .init(
        date: report.date, level: report.level,
        done: report.done.map { Quantity($0, unit: commitment.unit).words },
        note: report.note, evidence: report.evidence.statements, basis: report.evidence.basis)
    },
    tellers: tellers, basis: commitment.evidence.basis)
}

/// Nil where it is due at no known time.
private func isOverdue(
  _ commitment: Case.Commitment, _ due: CommitmentsView.Due, _ accounts: CommitmentAccounts,
  done: Amount?, _ ledger: Ledger
) -> Bool? {
  let filtered = ledger.filtered
  if commitment.due == nil, commitment.window == nil, let schedule = commitment.schedule {
    return schedule.isBehind(done: done, agreed: commitment.agreed, filtered)
  }
  if let end = due.latest { return filtered.isPast(end) && !accounts.isOver }
  guard let step = commitment.dueStep, step.order == .before else { return nil }
  return ledger.steps.taken(step.step) != nil && !accounts.isOver
}

extension Case.Commitment.Schedule {
  /// Less is reported as done than had fallen due; nil where that cannot be told.
  fileprivate func isBehind(done: Amount?, agreed: EDTFDate?, _ filtered: FilteredCase) -> Bool? {
    guard let now = filtered.now, !now.hasOpenEnd, let done else { return nil }
    var owed: Int128 = 0
    let places: UInt8 = 18
    switch self {
    case .instalments(let parts):
      for part in parts where filtered.hasPassed(part.due) {
        owed += part.quantity?.scaled(to: places) ?? 0
      }
    case .recurring(let turn):
      guard let each = turn.quantity else { return nil }
      let days = turn.days(agreed: agreed, through: now.latest).filter { $0 < now.latest }
      owed = each.scaled(to: places) * Int128(days.count)
    }
    return done.scaled(to: places) < owed
  }

  /// The first day after `now` on which something falls due, else the last of all.
  fileprivate func next(after now: EDTFDate?, agreed: EDTFDate?) -> EDTFDate? {
    switch self {
    case .instalments(let parts):
      let dues = parts.map(\.due).sorted()
      return dues.first { due in now.map { due.ends >= $0.ends } ?? true } ?? dues.last
    case .recurring(let turn):
      guard let now, !now.hasOpenEnd else { return nil }
      let days = turn.days(agreed: agreed, through: now.latest.adding(days: 36_600), limit: 1000)
      return (days.first { $0 >= now.latest } ?? days.last).map { EDTFDate($0) }
    }
  }

  fileprivate var words: String {
    switch self {
    case .instalments(let parts):
      parts.map { part in
        part.due.words + (part.quantity.map { " (\($0.words))" } ?? "")
      }.joined(separator: ", ")
    case .recurring(let turn): turn.words
    }
  }
}

extension CommitmentsView.Due {
  /// By when a commitment is due.
  init(of commitment: Case.Commitment, _ index: CaseIndex, now: EDTFDate? = nil) {
    if let date = commitment.due {
      self.init(date: date)
    } else if let schedule = commitment.schedule {
      self.init(
        date: schedule.next(after: now, agreed: commitment.agreed), window: schedule.words)
    } else if let window = commitment.window {
      let meeting = index.meeting(Case.Meeting.ID(window.after))
      let start = meeting.map { $0.day } ?? (try? EDTFDate(window.after))
      let from = meeting?.displayTitle ?? window.after
      let days = start.flatMap { window.days(from: $0) }
      self.init(
        date: days.flatMap { try? EDTFDate("\($0.lowerBound.iso)/\($0.upperBound.iso)") },
        window: "\(window.words) after \(from)")
    } else {
      self.init(
        step: commitment.dueStep.map { due in
          due.order == .before ? "before: \(due.step.title(index))" : due.step.title(index)
        })
    }
  }

  /// The last day it may be carried out on.
  public var latest: CivilDay? {
    date.flatMap { $0.hasOpenEnd ? nil : $0.latest }
  }
}

extension Case.Commitment.Level {
  public var words: String {
    switch self {
    case .notInitiated: "not initiated (0)"
    case .minimal: "minimal (1)"
    case .intermediate: "intermediate (2)"
    case .full: "full (3)"
    case .breached: "breached"
    case .denied: "denied"
    case .superseded: "superseded"
    case .met: "met"
    case .missed: "missed"
    }
  }
}
