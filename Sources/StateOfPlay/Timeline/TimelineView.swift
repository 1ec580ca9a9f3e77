public import CaseModel
public import Foundations

/// Everything dated in a case, in one order.
public struct TimelineView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the events; the same for every case.
  public var rule: String
  /// The events, by first day, then last day.
  public var events: PiecewiseList<Event>
  /// The number of statements and entries without a date.
  public var undated: Int

  /// One dated event.
  public struct Event: Sendable, Hashable, Codable {
    /// What happened or is due on a date; a commitment appears when made, when due, and with each
    /// report of it; a draft when written and with each stage it reached; a legal act and a role of a
    /// third party when they begin and on their last day.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case meeting, plannedMeeting, milestone, plannedMilestone, constraint, draft, commitment
      case commitmentDue
      case commitmentReport, role, statement
    }

    /// The day, or the period within which it falls.
    public var date: EDTFDate
    /// What kind of event it is.
    public var kind: Kind
    /// The id of the entry; the kind determines its section.
    public var id: String
    /// What happened, in one line.
    public var title: String
    /// The actors concerned; empty if the entry names none.
    public var actors: [Case.Actor.ID]
    /// The statements that support it.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
    /// Whether it occurred perhaps after as-of: its date begins by as-of and ends later.
    public var possiblyLater: Bool
    /// For a statement: whether it was said by as-of but reported only after. For a report on a
    /// commitment: whether it was given only after as-of.
    public var reportedLater: Bool
  }
}

extension TimelineView {
  static let rule = """
    Sorted by the first day of each date, or by its last where only that is known; a date less exact \
    than a day is shown as a span. A statement is placed at the date on which it was made or held. \
    What is still to come is shown where its day was named by then: planned meetings, votes, events, \
    deadlines and promises; planned meetings are shown beside those held, and say so where it was \
    reported that they were not. \
    A text is shown when written and at each stage it reached; a legal act and the role of a third party \
    when they begin and, once it has come, on their last day; a report on a promise with whose account it is, on \
    the day that it speaks of, and marked where it was given only after the as-of date.
    """
}

extension TimelineView.Event.Kind {
  /// The kind in English, as a lower-case noun.
  public var words: String {
    switch self {
    case .meeting: "meeting"
    case .plannedMeeting: "planned"
    case .milestone: "milestone"
    case .plannedMilestone: "planned"
    case .constraint: "legal act"
    case .draft: "draft"
    case .commitment: "commitment"
    case .commitmentDue: "due"
    case .commitmentReport: "report"
    case .role: "role"
    case .statement: "statement"
    }
  }
}
