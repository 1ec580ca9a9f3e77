/// What a statement says of an issue: one or several of its options, any of them, a value, or
/// nothing more than that it is on it.
public enum Answer: Sendable, Hashable {
  case none
  case options([Slug])
  case any
  // Apart, as values are large and most answers are options.
  indirect case value(AnswerValue)
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
  /// The condition that the statement sets, to accept or reject it.
  case requirement(Case.Statement.ID)
  /// Several at once, all or nothing: a package. None of them is a package itself.
  indirect case together([Subject])

  /// The issue it is about, alone or with an answer; nil where it is about none.
  public var issue: Case.Issue.ID? {
    if case .issue(let id, _) = self { return id }
    return nil
  }

  /// The subjects of a package; of any other subject itself alone.
  public var parts: [Subject] {
    if case .together(let parts) = self { return parts }
    return [self]
  }

  /// The issues it is about, of a package all.
  package var issues: [Case.Issue.ID] { parts.compactMap(\.issue) }
}

/// A step that others wait on.
public enum Step: Sendable, Hashable {
  case issue(Case.Issue.ID, Answer)
  case milestone(Case.Milestone.ID)
  case meeting(Case.Meeting.ID)
  case commitment(Case.Commitment.ID)
  /// The draft signed.
  case draft(Case.Draft.ID)
  /// The package taken as a whole that the statement put forward in words; no requirement names it.
  case package(Case.Statement.ID)

  /// The same as something to be about.
  public var subject: Subject {
    switch self {
    case .issue(let id, let answer): .issue(id, answer)
    case .milestone(let id): .milestone(id)
    case .meeting(let id): .meeting(id)
    case .commitment(let id): .commitment(id)
    case .draft(let id): .draft(id, clause: nil)
    case .package(let id): .statement(id)
    }
  }
}

/// That the step a statement is about waits on another.
public struct Requirement: Sendable, Hashable {
  /// How the requirement is tied to the step.
  public enum Kind: String, Vocabulary {
    /// The other must come first.
    case before
    /// Both are given together.
    case exchange
    /// If the other comes about, this follows: a threat, penalty or offer.
    case trigger
    /// What one is called in messages.
    public static let noun = "kind of requirement"
  }

  /// When the step awaited counts as come about.
  public enum Met: String, Vocabulary {
    case done, agreed
    /// What one is called in messages.
    public static let noun = "way a requirement is met"
  }

  /// The step required.
  public var step: Step
  /// How the requirement is tied to it.
  public var kind: Kind
  /// Nil: done where an act is awaited, agreed where terms are.
  public var met: Met?
  /// Of an exchange: who gives the step awaited.
  public var giver: [Case.Actor.ID] = []
  /// By when it must be met.
  public var due: Dating?
  /// For a trigger: whose stance on the step sets it off.
  public var party: Case.Actor.ID?
  /// The stance required; nil where the step itself is.
  public var stance: Case.Statement.Stance?
  /// Who reads the requirement into the words, where the text does not say it.
  public var inferred: Who?

  /// A step that another step waits on.
  public init(_ step: Step, _ kind: Kind) {
    self.step = step
    self.kind = kind
  }
}
