/// What a statement says of an issue: one or several of its options, any of them, a value, or
/// nothing more than that it is on it.
public enum Answer: Sendable, Hashable {
  case none
  case options([Slug])
  case any
  case value(AnswerValue)
}

/// What a statement is about: an issue with an answer, or one entry of the case.
public enum Subject: Sendable, Hashable {
  case issue(Case.Issue.ID, Answer)
  case milestone(Case.Milestone.ID)
  case meeting(Case.Meeting.ID)
  case delegation(Case.Meeting.ID, party: Case.Actor.ID)
  case commitment(Case.Commitment.ID)
  case constraint(Case.Constraint.ID, reading: Slug?)
  case draft(Case.Draft.ID, clause: Slug?)
  case interest(Case.Interest.ID)
  case actor(Case.Actor.ID)
  /// A reply to it.
  case statement(Case.Statement.ID)

  public var issue: Case.Issue.ID? {
    if case .issue(let id, _) = self { return id }
    return nil
  }
}

/// A step that others wait on.
public enum Step: Sendable, Hashable {
  case issue(Case.Issue.ID, Answer)
  case milestone(Case.Milestone.ID)
  case meeting(Case.Meeting.ID)
  case commitment(Case.Commitment.ID)

  var subject: Subject {
    switch self {
    case .issue(let id, let answer): .issue(id, answer)
    case .milestone(let id): .milestone(id)
    case .meeting(let id): .meeting(id)
    case .commitment(let id): .commitment(id)
    }
  }
}

/// That the step a statement is about waits on another.
public struct Requirement: Sendable, Hashable {
  public enum Kind: String, Vocabulary {
    /// The other must come first.
    case before
    /// Both are given together.
    case exchange
    /// If the other comes about, this follows: a threat, penalty or offer.
    case trigger
    public static let noun = "kind of requirement"
  }

  public var step: Step
  public var kind: Kind
  /// For a trigger: whose stance on the step sets it off.
  public var party: Case.Actor.ID?
  public var stance: Case.Statement.Stance?
  /// Who reads the requirement into the words, where the text does not say it.
  public var inferred: Who?

  public init(_ step: Step, _ kind: Kind) {
    self.step = step
    self.kind = kind
  }
}
