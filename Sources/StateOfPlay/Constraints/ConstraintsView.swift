public import CaseModel

/// Legal acts that limit who may negotiate, meet, sign or take a step, with each reading of them
/// and what would breach it.
public struct ConstraintsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the rows; the same for every case.
  public var rule: String
  /// The acts issued by as-of, in the order of the case.
  public var rows: [Act]

  /// One legal act, mandate or treaty.
  public struct Act: Sendable, Hashable, Codable {
    /// The act's id.
    public var constraint: Case.Constraint.ID
    /// Its title; its id if it has none.
    public var title: String
    /// The actors whom the act binds, each of them.
    public var holders: [Case.Actor.ID]
    /// The date on which it was issued; nil if not known.
    public var issued: EDTFDate?
    /// The last day on which it is in force; nil if open-ended, or if its end was not known by
    /// as-of.
    public var until: EDTFDate?
    /// The actors said to have issued it. Several entries are rival accounts and not joint issuers.
    public var issuers: [Issuer]
    /// The interpretations of the act on record by as-of, whether or not they agree.
    public var readings: [Reading]
    /// The statements that support the act, without those the lens filters out.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// An actor said to have issued an act.
  public struct Issuer: Sendable, Hashable, Codable {
    /// The actor.
    public var actor: Case.Actor.ID
    /// The speakers of the supporting statements.
    public var saidBy: [Case.Actor.ID]
    /// The statements that name the issuer.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// One interpretation of an act, and what would breach it.
  public struct Reading: Sendable, Hashable, Codable {
    /// The reading's id within the act.
    public var reading: Slug
    /// Its title; its id if it has none.
    public var title: String
    /// What the act forbids, requires and allows under this reading, in that order.
    public var rules: [Rule]
    /// The date from which it has been read so; nil if not known.
    public var since: EDTFDate?
    /// The actors who hold this reading.
    public var heldBy: [Case.Actor.ID]
    /// The statements that support the reading.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
    /// Meetings, offers, promises, acts and refusals that would breach the act under this reading, by
    /// date, undated last. They say nothing of which reading is right.
    public var breaches: [Breach]
  }

  /// One provision of an act under a reading, on an action or on a step.
  public struct Rule: Sendable, Hashable, Codable {
    /// The force of a provision.
    public enum Kind: String, Sendable, Hashable, Codable {
      case forbids, requires, allows
    }

    /// Whether the action or step is forbidden, required or allowed.
    public var kind: Kind
    /// The action it concerns; nil if it concerns a step.
    public var action: Case.Constraint.RuledAction.Act?
    /// The actors with whom the action is meant; empty for a step.
    public var with: [Case.Actor.ID]
    /// The step in words; nil if it concerns an action.
    public var step: String?
    /// The issue that the step settles; nil for an action and for other steps.
    public var issue: Case.Issue.ID?
  }

  /// An event or statement that would breach the act under a reading.
  public struct Breach: Sendable, Hashable, Codable {
    /// What the breach consists in.
    public enum Kind: String, Sendable, Hashable, Codable {
      case meetingHeld, meetingPlanned, offer
      /// One whom the act binds refuses what it requires.
      case refusal
      /// One whom it binds has promised what it forbids, to be done while it is in force.
      case promise
      /// One whom it binds has done what it forbids.
      case performance
    }

    /// What the breach consists in.
    public var kind: Kind
    /// The date of the meeting, statement, promise or act; nil if undated.
    public var date: EDTFDate?
    /// The title of the meeting or act, what was promised, or the summary of the statement.
    public var words: String
    /// The meeting; nil if the breach is a statement.
    public var meeting: Case.Meeting.ID?
    /// The statements that report the meeting, or the one that is the breach.
    public var statements: [Case.Statement.ID]
    /// The actors on the other side to whom the act applies; empty for a step.
    public var because: [Case.Actor.ID]
  }
}

extension ConstraintsView {
  static let rule = """
    For each interpretation the breaches are: every meeting planned or held, and every offer or \
    acceptance of a meeting by the party bound, with someone the act covers. A person matches only \
    that person, a state anyone who speaks for it. Whether to meet is read from meetings and from \
    issues of the category `talks`, whether to sign from issues of the category `signature`; no \
    meeting breaches a ban on signing. A forbidden step is breached by the bound party's offers \
    and acceptances of it, alone, in a package or in a text, by its promise to take it while the act is in \
    force, whenever that was made, and by taking it, as milestones and reports on promises show; \
    a required step by its refusals. An act may bind several, each of them. That an \
    interpretation is breached does not say which interpretation is right.
    """
}
