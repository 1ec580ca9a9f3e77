public import CaseModel

/// Dates named in the record for something to happen, with what became of each.
///
/// No clock is read: a date is past when all of it lies before ``now``.
public struct CalendarView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the rows; the same for every case.
  public var rule: String
  /// The reference date: the lens's as-of date, or the newest date on record; nil if nothing is
  /// dated.
  public var now: EDTFDate?
  /// The entries, by first day, then last day, then order of collection.
  public var rows: [Entry]
  /// Commitments still awaited that have no due date.
  public var withoutDay: [Case.Commitment.ID]
  /// When those of ``withoutDay`` fall due, where the record counts from an event without a day.
  public var dueOnEvents: [CommitmentsView.Due] = []
  /// The number of past occurrences of recurring commitments that are not listed; of each, only the
  /// last 12 past and the next 4 are.
  public var leftOut: Int

  /// One date, with what falls on it.
  public struct Entry: Sendable, Hashable, Codable {
    /// What kind of date it is.
    public var kind: Kind
    /// The section of the entry that names the date.
    public var section: Case.Section
    /// The id of the entry in ``section``; empty for a condition that no statement supports.
    public var id: String
    /// Which of several dates of the same entry this is, from 1; nil if the entry has only one.
    public var number: Int?
    /// The day, or the period within which it falls due.
    public var date: EDTFDate
    /// Whether ``date`` is the last day by which it is due, rather than the day of it.
    public var isLimit = false
    /// What falls due, in one line.
    public var title: String
    /// The actors who must act, or whose statement, office or legal act it is.
    public var actors: [Case.Actor.ID]
    /// Whether the date is ahead, or its outcome if past.
    public var state: State
    /// The date on which it was done or failed; nil if not known.
    public var settled: EDTFDate?
    /// The days given up for ``date``, oldest first; empty if it was not moved.
    public var movedFrom: [EDTFDate] = []
    /// For a commitment, the account that determines ``state``, or every account if they differ;
    /// otherwise empty.
    public var accounts: [CommitmentAccount]
    /// Of an event recorded as having come about, or a condition that it met, those who deny it; nil if
    /// no one does.
    public var denied: [MilestoneDenial]? = nil
    /// Whether it is a meeting that is on record only as a proposal.
    public var isProposed: Bool
    /// The statements that support the entry, without those the lens filters out.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement the entry rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// What falls on a date.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// `deadline`, `vote` and `event` come from milestones; `expectation` from commitments only
    /// expected, or forecasts; `role` and `law` mark the end of an office or a legal act.
    case deadline, vote, event, meeting, promise, expectation, demand, condition, threat, offer
    /// A day for which something is offered, and not promised.
    case proposal
    /// The last day of a truce, or of a statement made with an end date.
    case term
    case role, law
  }

  /// Whether the date is ahead and, if past, with what outcome.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    case ahead
    /// A meeting of several days that has begun and not ended.
    case inSession
    case done
    /// Reported as partly carried out.
    case partly
    /// Past, and the accounts of it differ.
    case disputed
    /// Past, and no account of the outcome is on record.
    case notReported
    case missed
    /// Put off, and no other day set: it is awaited still.
    case postponed
    /// The last day of something that held for a period is past.
    case ended
    /// Withdrawn, replaced or superseded, or not owed, since a step on which it depends has not come
    /// about: nothing is awaited.
    case dropped
  }
}

extension CalendarView.State {
  /// Whether nothing remains open: done, ended or no longer awaited.
  var isSettled: Bool {
    switch self {
    case .done, .ended, .dropped: true
    case .ahead, .inSession, .partly, .disputed, .notReported, .missed, .postponed: false
    }
  }
}

extension CalendarView.Entry {
  /// A key that identifies the entry independently of the rest of the calendar, for comparing two
  /// editions: `promise-audit-2`.
  public var key: String {
    let base = "\(kind.rawValue)-\(id)"
    return number.map { "\(base)-\($0)" } ?? base
  }

  /// Whether it has not ended: still to come, or in session.
  public var isToCome: Bool { state == .ahead || state == .inSession }

  /// Whether the date is past and the thing missed, disputed, only partly done, or not reported on.
  public var isOpenAfterItsDay: Bool {
    switch state {
    case .notReported, .missed, .disputed, .partly, .postponed: true
    case .ahead, .inSession, .done, .ended, .dropped: false
    }
  }
}

extension CalendarView {
  static let rule = """
    Lists every date the record gives for something still to come: deadlines, votes and planned \
    events, planned meetings, promises, expectations, demands and conditions that carry a date, \
    offers and other statements valid until a date, and the ends of roles and legal acts. A day \
    by which something is due is shown as a deadline, and not as the day of the event. A date \
    that was moved stands on the day that was in force by as-of, with the days given up for it; an \
    event put off without another date is awaited still, and shown as that. A date \
    has passed once the as-of date, or else the newest date on record, is later than the whole of \
    it. What has passed is shown as done, missed, done in part or disputed, according to the \
    accounts of it, and otherwise as not reported: silence is not failure. A deadline that several must meet, on which \
    there is a later report and which is recorded neither as met nor as missed, is done in part. A day still to come is \
    ahead, whatever is said of it already, unless it is done, and a meeting that has begun and not \
    ended is in session until its last planned day. Of several due dates of one promise a report \
    counts for the one that it names, and otherwise for those that had come by its own date, or for \
    the first where it says before that date that the promise was carried out; a number counts for \
    the instalments that it covers, and one that another account denies is disputed, unless its author \
    has itself reported as much; an event recorded as having come about is shown with those \
    who deny it; an answer is \
    awaited until all who were asked have given one. What was only valid \
    until its date has ended; of one party's dates on one thing the newest counts. What was \
    withdrawn, replaced or superseded is no longer awaited, nor what depends on a step that has \
    failed, or that has not come about when the day has passed. \
    Each date is listed once: what a promise, an event or an offer contains is not listed again \
    for the statements it rests on. Of recurring due dates, the last 12 and the next 4 are listed.
    """
}
