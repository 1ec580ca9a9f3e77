internal import CaseModel

/// Meetings of several days.
extension FilteredCase {
  /// From when a meeting of several days is in session, where as-of falls between its first day and
  /// its last; nil otherwise.
  func beginning(ofSession meeting: Case.Meeting) -> EDTFDate? {
    // A month or a year is a day not known exactly, and no session.
    guard meeting.status == .held, let day = meeting.date?.value, day.isInterval,
      !day.hasOpenStart, timeClass(day) == .possiblyLater
    else { return nil }
    return try? EDTFDate("\(day.earliest.iso)/..")
  }
}

extension DelegationsView {
  /// The meeting that ended last; nil if none was held.
  public var lastHeld: Sitting? { Self.last(of: meetings) }

  /// Of several meetings the one that ended last; nil if none was held.
  public static func last(of meetings: [Sitting]) -> Sitting? {
    let held = meetings.filter { $0.status == .held && !$0.isInSession }
    // Of those that ended on one day the last listed; one without a date is none of the last.
    return held.reversed().max { a, b in
      (a.date?.ends ?? .min) < (b.date?.ends ?? .min)
    }
  }
}
