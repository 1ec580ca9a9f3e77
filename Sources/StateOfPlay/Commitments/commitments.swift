public import CaseModel

/// What was promised, agreed in principle or expected, how far it is carried out, and by whose
/// account.
public struct CommitmentsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the rows; the same for every case.
  public var rule: String
  /// The commitments made by as-of: promised, then agreed in principle, then expected.
  public var rows: [Line]
  /// Conflicts between commitments in ``rows`` and the rest of the record.
  public var findings: [Finding]

  /// A reason why a commitment cannot be kept as made, or not by its debtor.
  public struct Finding: Sendable, Hashable, Codable {
    /// The reason.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// Only other actors can do it, and they have not accepted it.
      case othersMustAct
      /// One debtor made two commitments that exclude each other.
      case cannotBothBeKept
      /// It contradicts the debtor's own red line.
      case againstRedLine
      /// A legal act that binds the debtor forbids it, under one of its readings.
      case barred
    }

    /// The reason.
    public var kind: Kind
    /// The commitments concerned: two for `cannotBothBeKept`, otherwise one.
    public var commitments: [Case.Commitment.ID]
    /// The party that made the commitment.
    public var debtor: Case.Actor.ID
    /// The finding as a sentence without its full stop.
    public var words: String
    /// The statements that support the commitments and the objection, each once.
    public var evidence: [Case.Statement.ID]
  }

  /// One commitment, with what is reported of it.
  public struct Line: Sendable, Hashable, Codable {
    /// The commitment's id.
    public var commitment: Case.Commitment.ID
    /// What is to be done, as the record words it.
    public var what: String
    /// Whether it was promised, agreed in principle or only expected.
    public var strength: Case.Commitment.Strength
    /// The actors who owe it.
    public var debtors: [Case.Actor.ID]
    /// The actors to whom it is owed; empty if the record names none.
    public var creditors: [Case.Actor.ID]
    /// The quantity owed with its unit, as "1000 person"; nil if none is given.
    public var owed: String?
    /// Whether each debtor owes the whole quantity.
    public var each: Bool
    /// The largest quantity reported as done, with its unit; nil if none is reported.
    public var done: String?
    /// When it was made: the recorded date, or the earliest date of the supporting statements; nil
    /// if neither is known.
    public var agreed: EDTFDate?
    /// By when it is due.
    public var due: Due
    /// The level in the newest account that gives one; nil if no account does.
    public var status: Case.Commitment.Level?
    /// The date of that account.
    public var statusDate: EDTFDate?
    /// The newest account of each actor, newest last.
    public var accounts: [CommitmentAccount]
    /// Whether the newest accounts differ.
    public var isDisputed: Bool
    /// Whether it is past due and not fully carried out; nil if no due date is known.
    ///
    /// The reference date is as-of, or the newest date on record. A commitment due before a step is
    /// overdue once that step is taken; one with instalments, once less is reported as done than
    /// has fallen due.
    public var isOverdue: Bool?
    /// By how many days the account that it was carried out is later than it was due; nil if it was
    /// in time, if no account says that it was carried out, or if accounts differ.
    public var late: Int?
    /// The reports of status, in the order of the record, including those dated perhaps after
    /// as-of.
    public var reports: [Report]
    /// The supporting statements, grouped by source.
    public var reporters: [Reporter]
    /// The analyst on whose judgement the commitment rests where no source supports it; nil
    /// otherwise.
    public var basis: Who?
  }

  /// When a commitment is due; all fields are nil if the record does not say.
  public struct Due: Sendable, Hashable, Codable {
    /// The due date, or the period given by a window; nil if the event from which a window counts
    /// has no date. Of a schedule, the next due date, or the last of all.
    public var date: EDTFDate?
    /// The window or the schedule in words, as "14 to 21 days after the talks".
    public var window: String?
    /// The step that it must precede or follow, in words.
    public var step: String?

    /// Creates a due date from its parts.
    public init(date: EDTFDate? = nil, window: String? = nil, step: String? = nil) {
      self.date = date
      self.window = window
      self.step = step
    }
  }

  /// One report of how far a commitment is carried out.
  public struct Report: Sendable, Hashable, Codable {
    /// The date reported on; nil if undated.
    public var date: EDTFDate?
    /// The level reported; nil if the report gives only a quantity or a note.
    public var level: Case.Commitment.Level?
    /// The quantity reported as done, with its unit; nil if none.
    public var done: String?
    /// A remark of the coder; nil if none.
    public var note: String?
    /// The statements that support the report.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement the report rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// A source and what it contributes to a commitment.
  public struct Reporter: Sendable, Hashable, Codable {
    /// The source.
    public var source: Case.Source.ID
    /// The supporting statements taken from it.
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
  if !filtered.wasMade(commitment, on: agreed) { return nil }
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
  let counting = reports.filter { filtered.timeClass($0.date) != .possiblyLater }
  let accounts = ledger.commitments.accounts[place]
  let done = counting.compactMap(\.done).max()
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
    done: done.map { Quantity($0, unit: commitment.unit).words }, agreed: agreed, due: due,
    status: accounts.newest?.level, statusDate: accounts.newest?.date,
    accounts: accounts.accounts, isDisputed: accounts.isDisputed, isOverdue: isOverdue,
    late: daysLate(commitment, due, accounts, ledger),
    reports: reports.map { report in
      .init(
        date: report.date, level: report.level,
        done: report.done.map { Quantity($0, unit: commitment.unit).words },
        note: report.note, evidence: report.evidence.statements, basis: report.evidence.basis)
    },
    reporters: reporters, basis: commitment.evidence.basis)
}

/// Counted from the last day on which it was in time, or from the day of the step that it was due upon.
private func daysLate(
  _ commitment: Case.Commitment, _ due: CommitmentsView.Due, _ accounts: CommitmentAccounts,
  _ ledger: Ledger
) -> Int? {
  guard accounts.isDone, commitment.schedule == nil, let done = accounts.newest?.date,
    !done.hasOpenStart
  else { return nil }
  var last = due.latest
  if last == nil, let step = commitment.dueStep, step.order == .after,
    let taken = ledger.steps.taken(step.step)?.date, !taken.hasOpenEnd
  {
    last = taken.latest
  }
  guard let last else { return nil }
  let days = Int(done.earliest.number - last.number)
  return days > 0 ? days : nil
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

extension FilteredCase {
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

extension Case.Commitment.Schedule {
  /// Less is reported as done than had fallen due; nil if that cannot be determined.
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
      let from = meeting?.displayTitle ?? start?.words ?? window.after
      // What is due after talks counts from their last day.
      let last =
        meeting == nil ? start : start.flatMap { $0.hasOpenEnd ? nil : EDTFDate($0.latest) }
      let days = last.flatMap { window.days(from: $0) }
      // From the very start on, it is due by the last day.
      let isByEnd = meeting != nil && window.span.map { $0.first == 0 } ?? false
      self.init(
        date: days.flatMap { days in
          isByEnd
            ? EDTFDate(days.upperBound)
            : try? EDTFDate("\(days.lowerBound.iso)/\(days.upperBound.iso)")
        },
        window: window.words(after: from))
    } else {
      self.init(
        step: commitment.dueStep.map { due in
          due.order == .before ? "before: \(due.step.title(index))" : due.step.title(index)
        })
    }
  }

  /// The last day on which it can be carried out in time; nil if no date is known or the date has
  /// no end.
  public var latest: CivilDay? {
    date.flatMap { $0.hasOpenEnd ? nil : $0.latest }
  }
}

extension Case.Commitment.Level {
  /// The level in English, with its number on the Peace Accords Matrix scale (0 to 3) where it has
  /// one.
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
