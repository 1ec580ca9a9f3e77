public import CaseModel

/// What falls due, and what has gone by with or without a report.
public struct CalendarView: Sendable, Hashable, Codable {
  public var rule: String
  /// The day from which things are ahead or gone by: as-of, else the newest date on record; nil
  /// where nothing is dated.
  public var now: EDTFDate?
  /// In order of date.
  public var rows: [Entry]
  /// Promises not yet kept for which no one names a day.
  public var withoutDay: [Case.Commitment.ID]
  /// Of dues that come round, how many are not listed: only the last and the next few are.
  public var leftOut: Int

  public struct Entry: Sendable, Hashable, Codable {
    public var kind: Kind
    /// The entry of the case that names the day.
    public var section: Case.Section
    public var id: String
    /// Of several dues of one entry, which one, from 1.
    public var number: Int?
    /// The day, or the span within which it falls due.
    public var date: EDTFDate
    public var title: String
    /// Who must act, or whose words or office it is.
    public var actors: [Case.Actor.ID]
    public var state: State
    /// When it was done, or failed, where that is known.
    public var settled: EDTFDate?
    /// Of a promise, by whose account it stands so.
    public var accounts: [CommitmentAccount]
    /// It was only proposed, so far as the record says.
    public var isProposed: Bool
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
  }

  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case deadline, vote, event, meeting, promise, expectation, demand, condition, threat, offer
    /// The last day of a truce or of other words said to hold for a time.
    case term
    case role, law
  }

  /// Whether the day is still to come, and if it has gone by, with what outcome.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    case ahead
    case done
    /// Reported as done in part.
    case partly
    /// The accounts of it do not agree.
    case disputed
    /// Its day has gone by, and no one reports what came of it.
    case notReported
    case missed
    /// The day up to which something held has passed.
    case ended
    /// Withdrawn, replaced or superseded: nothing is awaited any more.
    case dropped
  }
}

extension CalendarView.Entry {
  /// Names the row whatever else is on the calendar, so that two copies of one calendar can be
  /// compared: `commitment-audit-2`.
  public var key: String {
    let base = "\(kind.rawValue)-\(id)"
    return number.map { "\(base)-\($0)" } ?? base
  }

  /// Something ought to have come about by now and is not reported to have.
  public var isOpenAfterItsDay: Bool {
    switch state {
    case .notReported, .missed, .disputed, .partly: true
    case .ahead, .done, .ended, .dropped: false
    }
  }
}

extension CalendarView {
  static let rule = """
    Lists every date the record gives for something still to come: deadlines, votes and planned \
    events, planned meetings, promises, expectations, demands and conditions that carry a date, \
    offers and other statements valid until a date, and the ends of roles and legal acts. A date \
    has passed once the as-of date, or else the newest date on record, is later than the whole of \
    it. What has passed is shown as done, missed, done in part or disputed, according to the \
    accounts of it, and otherwise as not reported: silence is not failure. What was only valid \
    until its date has ended. What was withdrawn, replaced or superseded is no longer awaited. \
    Each date is listed once: what a promise, an event or an offer contains is not listed again \
    for the statements it rests on. Of recurring due dates, the last 12 and the next 4 are listed.
    """
}
