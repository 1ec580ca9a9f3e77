public import CaseModel

/// The delegations at each meeting, and how they changed from one meeting to the next.
public struct DelegationsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the meetings; the same for every case.
  public var rule: String
  /// The meetings known by as-of, by date, undated last.
  public var meetings: [Sitting]
  /// Mediators, hosts, guarantors and others with a role that is no party's.
  public var thirdParties: [ThirdParty] = []

  /// One meeting, held, planned or proposed.
  public struct Sitting: Sendable, Hashable, Codable {
    /// The meeting.
    public var meeting: Case.Meeting.ID
    /// Its title, or its place, or its id, the first it has.
    public var title: String
    /// Talks, summit or call.
    public var kind: Case.Meeting.Kind
    /// The round it belongs to; nil if it belongs to none.
    public var round: Slug?
    /// Its status as known at as-of.
    public var status: Case.Meeting.Status
    /// The day for which it was planned; nil if not known.
    public var planned: EDTFDate?
    /// The words from which ``planned`` was resolved, as "next Monday", and how; nil if the date
    /// was given as such.
    public var plannedFrom: String?
    /// The day on which it was held; nil if not held by as-of.
    public var date: EDTFDate?
    /// As ``plannedFrom``, for ``date``.
    public var dateFrom: String?
    /// Where it took place or is to take place; nil if not known.
    public var place: String?
    /// The actors who host it.
    public var host: [Case.Actor.ID]
    /// The statements that support the meeting.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
    /// The delegations, in the order of the record; for a meeting ahead, only those with members
    /// already named.
    public var delegations: [DelegationLine]
    /// Whether the planned day is past without a report of whether it was held.
    public var isPastUnreported = false
    /// Whether it has begun by as-of and not ended: ``date`` then has its first day alone.
    public var isInSession = false
    /// How the parties have replied, in the case's order; empty once it was held, or its day is past,
    /// and if none has.
    public var replies: [Reply] = []
  }

  /// One party's delegation to one meeting.
  public struct DelegationLine: Sendable, Hashable, Codable {
    /// The party that sent it.
    public var party: Case.Actor.ID
    /// Its named members, heads first.
    public var members: [Delegate]
    /// The number of members, named and unnamed; a lower bound if ``othersUnknown``.
    public var size: Int
    /// Whether the number of unnamed members is not known.
    public var othersUnknown: Bool
    /// Members expected who did not attend; empty for a meeting ahead.
    public var absent: [Case.Actor.ID]
    /// Differences from the party's delegation to its last meeting of the same kind; empty for the
    /// first.
    public var changes: [Change]
    /// Statements about the delegation's authority.
    public var mandateClaims: [MandateClaim]
    /// The statements that support the delegation.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// A named member of a delegation.
  public struct Delegate: Sendable, Hashable, Codable {
    /// The person.
    public var actor: Case.Actor.ID
    /// The person's name; the id if the case has no such actor.
    public var name: String
    /// The rank held, in words; nil if not known.
    public var rank: String?
    /// The level of that rank, by which delegations are compared; nil if not known.
    public var level: Case.Meeting.Delegate.Level?
    /// The person's task in the delegation; nil if not known.
    public var role: String?
    /// Whether the person leads the delegation.
    public var head: Bool
    /// The statements that name the member.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// A difference from the same party's delegation to its last meeting of the same kind.
  public struct Change: Sendable, Hashable, Codable {
    /// What differs: the head, the highest level among the named members, the size where both are
    /// known, or the names.
    public enum Kind: String, Sendable, Hashable, Codable {
      case head, levelRose, levelFell, grew, shrank, joined, left
      /// One who sat in it is recorded as absent, or one recorded as absent sits in it.
      case absent, present
    }

    /// What differs.
    public var kind: Kind
    /// The difference in words, with the state before.
    public var words: String
    /// The earlier meeting.
    public var comparedWith: Case.Meeting.ID
  }

  /// A statement about a delegation's authority.
  public struct MandateClaim: Sendable, Hashable, Codable {
    /// The statement.
    public var statement: Case.Statement.ID
    /// Those who made it.
    public var speakers: [Case.Actor.ID]
    /// The coder's one-line summary of it.
    public var gist: String
    /// Whether it was made perhaps after as-of: its date begins by as-of and ends later.
    public var possiblyLater: Bool
  }
}

extension DelegationsView {
  static let rule = """
    Meetings in order of date. A meeting counts once its whole date lies on or before the as-of \
    date; before that it is shown as planned, with the participants already mentioned by then, and one of \
    several days as in session once it has begun. The most recent is the one that ended last. \
    Each delegation is compared with the same party's at the last meeting of the same kind for \
    which one is recorded; who sat in the one and is recorded as absent from the other is said to be \
    absent or present, not named or unnamed. A meeting that was not held is shown as planned until that was reported, \
    and only once someone had announced it. Claims about authority are attributed to those who make them. Third \
    parties are actors with a role other than party, from the day it began, or throughout where it has no dates, \
    those that hosted a meeting, and others than the parties and their sides that offered or proposed something; \
    one that is a party of the case and mediates, facilitates or observes is shown as well. They are shown with \
    what they have offered, promised, threatened, asked for or refused and not taken back, and with \
    what they have accepted of the steps that are theirs to take or of what was asked of them, with who had \
    asked for it, and with the deadlines, legal acts and \
    roles that they have set, and where there is nothing of the kind, with the last that they said. Of a meeting ahead, the newest \
    words of each party on it are its reply.
    """
}

extension DelegationsView.Sitting {
  /// The day it was held, or the day planned; nil if neither is known.
  public var when: EDTFDate? { date ?? planned }
}

extension DelegationsView.DelegationLine {
  /// The members recorded as leading it; may be several or none.
  public var heads: [DelegationsView.Delegate] { members.filter(\.head) }
  /// The highest level among the named members; nil if none is known.
  public var highestLevel: Case.Meeting.Delegate.Level? { members.compactMap(\.level).min() }
}

extension Case.Meeting.Delegate.Level {
  /// The level in English, as a lower-case noun.
  public var words: String {
    switch self {
    case .leader: "leader"
    case .minister: "minister"
    case .deputyMinister: "deputy minister"
    case .serviceChief: "head of a service"
    case .aide: "aide"
    case .official: "official"
    }
  }
}
