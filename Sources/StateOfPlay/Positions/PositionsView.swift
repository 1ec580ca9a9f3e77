public import CaseModel

/// Where each party stands on each negotiable issue.
public struct PositionsView: Sendable, Hashable, Codable {
  public var rule: String
  public var parties: [Case.Actor.ID]
  public var rows: [Row]
  /// Questions of fact on which accounts cannot all be right; nil where there are none.
  public var accounts: [ContradictionsView.Group]?
  /// Those who are no party and must consent or can stop an agreement.
  public var vetoPlayers: [VetoPlayer] = []

  public struct Row: Sendable, Hashable, Codable {
    public var issue: Case.Issue.ID
    public var title: String
    /// The issue is no longer under negotiation; what stands is history.
    public var ended: Ended?
    public var cells: [Cell]
  }

  /// How and when an issue ended.
  public struct Ended: Sendable, Hashable, Codable {
    public var how: Case.Issue.Ended.How
    public var date: EDTFDate?
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
  }

  /// One party on one issue.
  public struct Cell: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    /// False where the issue is not this party's.
    public var concerned: Bool
    /// What was said of each option, what the party accepts first.
    public var answers: [OptionPosition]
    public var isContested: Bool
    public var isDivided: Bool
    public var isRedLine: Bool
    /// Every statement read, deciding ones first.
    public var tellings: [PositionStatement]
    /// Dates of the newest statement that decides.
    public var newest: EDTFDate?
    /// The nearest to the party's own words among those that decide.
    public var directness: Directness?
    /// The fewest steps from speaker to reader among those that decide.
    public var depth: Int?
    /// Of a number or set: what the party would take, and how it came there.
    public var values: ValuePosition?
    /// How many statements of the party on the issue a filter of the lens leaves out: source,
    /// credibility, directness or date of the report; nil where it leaves out none.
    public var leftOut: Int?
    /// How the position changed since the date compared with; nil without such a date.
    public var changed: Changed?

    /// Nothing decides: no evidence, which is not neutrality.
    public var isEmpty: Bool { answers.isEmpty }
  }

  /// The last change of a cell since the date compared with.
  public struct Changed: Sendable, Hashable, Codable {
    public var kinds: [ChangesView.Kind]
    public var date: EDTFDate
    /// The first of the statements that made the change.
    public var statement: Case.Statement.ID?

    /// Neither a first word nor progress alone.
    public var isMove: Bool { kinds.isMove }
  }

  /// One option of an issue, or one distinct value, as a party's words leave it.
  public struct OptionPosition: Sendable, Hashable, Codable {
    /// The option's id, or the value in words.
    public var answer: String
    public var title: String
    /// A number, a date or a set rather than an option.
    public var isValue: Bool
    /// One stance, or several that could not be told apart in rank.
    public var stances: [PositionStance]
    public var isRedLine: Bool
    /// A later *for* on another option took its place.
    public var isSuperseded: Bool
    /// A lower voice reports it, and the party's own words give another answer.
    public var isBeside: Bool
    /// Whose words decide.
    public var voice: Voice
    /// Whoever makes it a lower voice is not named.
    public var isUnnamed: Bool
    /// Who reports it, where it is not the party's own word.
    public var reportedBy: [Case.Actor.ID]
    /// The text hedges all that decides, or its grade is bad.
    public var isHedged: Bool
    /// Said of a package or a draft as a whole.
    public var isPackage: Bool
    /// What stands of what is asked for it, and what was met.
    public var requirements: [RequirementLine]
    /// Only others report it.
    public var toldByOthersOnly: Bool { voice > .ownSide }
    public var decidedBy: [Case.Statement.ID]
    public var newest: EDTFDate?
  }

  /// A requirement attached to a stance.
  public struct RequirementLine: Sendable, Hashable, Codable {
    public var kind: Requirement.Kind
    public var step: String
    public var inferred: Who?
    public var statement: Case.Statement.ID
    /// Why it no longer holds the party back; nil while it stands.
    public var met: Closing?
    /// How far the step it awaits has come.
    public var state: PreconditionsView.StepState
    public var due: EDTFDate?

    public var stands: Bool { met == nil }
  }
}

extension PositionsView.OptionPosition {
  /// The stances to show: the most demanding of several that accept, both of two that conflict.
  public var shownStances: [PositionStance] {
    var shown = stances
    if shown.contains(.forIf) { shown.removeAll { $0 == .for } }
    if shown.count > 1 { shown.removeAll { $0 == .unclear } }
    return shown
  }

  public var glyphs: String { shownStances.map(\.glyph).joined(separator: "/") }

  /// What stands of what is asked for it.
  public var standing: [PositionsView.RequirementLine] {
    requirements.filter { $0.stands && $0.kind != .trigger }
  }

  /// Part of what the party accepts.
  public var isAccepted: Bool {
    !isSuperseded && !isBeside && stances.contains { $0.accepts } && !stances.contains(.against)
  }
}
