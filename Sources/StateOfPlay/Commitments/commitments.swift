public import CaseModel

/// What was promised, agreed in principle or expected, and how far it is carried out.
public struct CommitmentsView: Sendable, Hashable, Codable {
  public var rule: String
  public var rows: [Line]

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
    /// Nil is unknown: nobody reports on it.
    public var status: Case.Commitment.Level?
    public var statusDate: EDTFDate?
    /// Due by as-of and not reported as done; nil without an as-of or a due date.
    public var isOverdue: Bool?
    public var reports: [Report]
    /// The statements it rests on, by source.
    public var tellers: [Teller]
    public var basis: Who?
  }

  /// By when; nothing where nobody says.
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

  public struct Teller: Sendable, Hashable, Codable {
    public var source: Case.Source.ID
    public var statements: [Case.Statement.ID]
  }
}

extension CommitmentsView {
  static let rule = """
    Status is the last reported by as-of, on the scale of the Peace Accords Matrix (0 not \
    initiated, 1 minimal, 2 intermediate, 3 full); unknown where nobody reports. Promised, agreed \
    in principle and merely expected stand apart; an expectation is met or missed. Overdue is \
    reckoned only against an as-of date.
    """
}

/// Commitments and their state; see ``CommitmentsView``.
/// - Complexity: O(commitments × (evidence + reports)).
public func commitments(_ theCase: Case, _ lens: Lens = Lens()) -> CommitmentsView {
  commitments(Reading(theCase, lens))
}

func commitments(_ reading: Reading) -> CommitmentsView {
  var rows: [CommitmentsView.Line] = []
  for commitment in reading.theCase.commitments {
    if let line = commitmentLine(commitment, reading) { rows.append(line) }
  }
  let strengths = Case.Commitment.Strength.allCases
  return CommitmentsView(
    rule: CommitmentsView.rule,
    rows: strengths.flatMap { strength in rows.filter { $0.strength == strength } })
}

private func commitmentLine(
  _ commitment: Case.Commitment, _ reading: Reading
) -> CommitmentsView.Line? {
  let lens = reading.lens
  let index = reading.index
  if !lens.parties.isEmpty {
    let concerned = Set(commitment.debtors + commitment.creditors)
    guard lens.parties.contains(where: concerned.contains) else { return nil }
  }
  if !lens.issues.isEmpty {
    guard let issue = commitment.about?.issue, lens.issues.contains(issue) else { return nil }
  }
  let evidence = commitment.evidence.statements.compactMap { index.statement($0) }
  let admitted = evidence.filter(reading.admits)
  if !evidence.isEmpty, admitted.isEmpty { return nil }
  let agreed =
    commitment.agreed
    ?? evidence.compactMap { index.said($0) }.min()
  if reading.timeClass(agreed) == .out { return nil }
  let due = due(of: commitment, index)
  let reports = commitment.status.compactMap { report -> Case.Commitment.Report? in
    guard reading.timeClass(report.date) != .out,
      let evidence = reading.admitted(report.evidence)
    else { return nil }
    var report = report
    report.evidence = evidence
    return report
  }
  // One that may be later than as-of is listed and decides nothing.
  let counting = reports.filter { reading.timeClass($0.date) != .perhapsLater }
  let latest = latestReport(counting)
  let done = counting.compactMap(\.done).max()
  var isOverdue: Bool?
  if let asOf = lens.asOf, let end = due.latest {
    let finished: [Case.Commitment.Level] = [.full, .met, .superseded]
    isOverdue = end < asOf.latest && !(latest?.level.map(finished.contains) ?? false)
  }
  var tellers: [CommitmentsView.Teller] = []
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
    status: latest?.level,
    statusDate: latest?.date, isOverdue: isOverdue,
    reports: reports.map { report in
      .init(
        date: report.date, level: report.level,
        done: report.done.map { Quantity($0, unit: commitment.unit).words },
        note: report.note, evidence: report.evidence.statements, basis: report.evidence.basis)
    },
    tellers: tellers, basis: commitment.evidence.basis)
}

/// The last report that gives a level; of several at one time the last in the file. One without a
/// date counts only where none has a date.
private func latestReport(_ reports: [Case.Commitment.Report]) -> Case.Commitment.Report? {
  var latest: Case.Commitment.Report?
  for report in reports where report.level != nil {
    if let before = latest?.date {
      guard let date = report.date, !before.isLater(than: date) else { continue }
    }
    latest = report
  }
  return latest
}

extension CommitmentsView.Due {
  /// By when a commitment is due.
  init(of commitment: Case.Commitment, _ index: CaseIndex) {
    if let date = commitment.due {
      self.init(date: date)
      return
    }
    guard let window = commitment.window, window.days.count == 2 else {
      self.init(step: commitment.dueStep?.title(index))
      return
    }
    let meeting = index.meeting(Case.Meeting.ID(window.after))
    let start = meeting.map { $0.day } ?? (try? EDTFDate(window.after))
    let from = meeting?.displayTitle ?? window.after
    let words = "\(window.days[0]) to \(window.days[1]) days after \(from)"
    guard let start, !start.hasOpenEnd, !start.hasOpenStart else {
      self.init(window: words)
      return
    }
    let first = start.earliest.adding(days: window.days[0])
    let last = start.latest.adding(days: window.days[1])
    self.init(date: try? EDTFDate("\(first.iso)/\(last.iso)"), window: words)
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
    case .superseded: "superseded"
    case .met: "met"
    case .missed: "missed"
    }
  }
}
