public import CaseModel

/// The position of each party on each negotiable issue.
public struct PositionsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the matrix; the same for every case.
  public var rule: String
  /// The columns: the parties that the lens shows, in the order of the case.
  public var parties: [Case.Actor.ID]
  /// The negotiable issues that the lens shows, in the order of the case.
  public var rows: [Row]
  /// Factual issues with accounts that cannot all be right; nil if there are none.
  public var accounts: [ContradictionsView.Group]?
  /// Actors that are no party and must consent to an agreement or can block it.
  public var vetoPlayers: [VetoPlayer] = []
  /// What members of these parties answer to a package or text as a whole where the party does not,
  /// the oldest package first; nil if there are none.
  public var memberAnswers: [MemberAnswer]?

  /// One issue, with a cell for each party.
  public struct Row: Sendable, Hashable, Codable {
    /// The issue.
    public var issue: Case.Issue.ID
    /// Its title.
    public var title: String
    /// How the issue ended; nil while it is under negotiation. What then stands in the cells is
    /// history.
    public var ended: Ended?
    /// One cell for each of ``PositionsView/parties``, in the same order.
    public var cells: [Cell]
    /// Members of these parties that do not speak for them and say in their own name what the party
    /// does not; nil if there are none.
    public var members: [Member]?
  }

  /// A member of a party that speaks for itself, as a member state of a union of states.
  public struct Member: Sendable, Hashable, Codable {
    /// The party to which it belongs.
    public var party: Case.Actor.ID
    /// The member.
    public var member: Case.Actor.ID
    /// What it says, by answer.
    public var words: [Words]

    /// Its stance on one answer.
    public struct Words: Sendable, Hashable, Codable {
      /// The option or value in words.
      public var title: String
      /// The stance.
      public var stance: PositionStance
      /// What it waits for, in words: `if first: Parliament consents`; nil if nothing is open.
      public var conditions: [String]?
      /// Whether it draws a red line here.
      public var isRedLine: Bool
      /// The statement.
      public var statement: Case.Statement.ID
      /// When it was said; nil if undated.
      public var said: EDTFDate?
    }
  }

  /// How and when an issue ended.
  public struct Ended: Sendable, Hashable, Codable {
    /// Settled, moot or lapsed.
    public var how: Case.Issue.Ended.How
    /// When it ended; nil if not known.
    public var date: EDTFDate?
    /// The statements that show it.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// One party's position on one issue.
  public struct Cell: Sendable, Hashable, Codable {
    /// The party.
    public var party: Case.Actor.ID
    /// Whether the issue concerns this party.
    public var concerned: Bool
    /// The party's stance on each option or value with statements on it, accepted ones first.
    public var answers: [OptionPosition]
    /// Whether sources of equal standing differ, or reports differ from the party's own words.
    public var isContested: Bool
    /// Texts of which the reports of one time differ on whether the party accepted or signed them as a
    /// whole, and which nothing newer of its own decides here; nil where there are none.
    public var disputedTexts: [DisputedText]?
    /// Whether it is contested by nothing but two coders' readings of the same words.
    public var isContestedByCodersAlone = false
    /// Whether the party's own speakers differ.
    public var isDivided: Bool
    /// Whether a red line of the party's own is in force.
    public var isRedLine: Bool
    /// Every statement read for the cell, those that decide first, then newest first.
    public var statements: [PositionStatement]
    /// The date of the newest statement that decides; nil if none is dated.
    public var newest: EDTFDate?
    /// The most direct of the statements that decide; nil if none does.
    public var directness: Directness?
    /// The fewest steps from speaker to reader among the statements that decide; nil if none does.
    public var depth: Int?
    /// For a number or a set: what the party would accept, and the values that led there; nil on
    /// other issues and if it named none.
    public var values: ValuePosition?
    /// The number of statements of the party on the issue that the lens filters out by source,
    /// credibility, directness or date of report; nil if none.
    public var leftOut: Int?
    /// The last change since `lens.since`; nil without such a date, and if there was none.
    public var changed: Changed?
    /// If the party is divided: what each of its speakers says; empty otherwise.
    public var sides: [Side] = []
    /// The requirements in force that the party attaches to the issue as a whole, whatever it is
    /// settled on.
    public var requirements: [RequirementLine] = []
    /// What it says by itself beside a newer yes within a package or text that is still open, or takes
    /// within one beside what it says by itself; nil where there is none.
    public var apart: [Apart]?
    /// Where it names no answer, its newest words by which it refuses the issue as a whole; nil where there
    /// are none.
    public var refusal: [Case.Statement.ID]?

    /// Whether nothing decides: there is no evidence, which is not neutrality.
    public var isEmpty: Bool { answers.isEmpty && values?.range == nil && refusal == nil }
  }

  /// A text of which it is in dispute whether the party accepted or signed it as a whole.
  public struct DisputedText: Sendable, Hashable, Codable {
    /// The text.
    public var draft: Case.Draft.ID
    /// Its title, else its id.
    public var title: String
    /// The statements that differ, in the order of the record.
    public var statements: [Case.Statement.ID]
  }

  /// What some of a divided party's speakers say.
  public struct Side: Sendable, Hashable, Codable {
    /// The speakers, or the body that they speak for.
    public var speakers: [Case.Actor.ID]
    /// Their words, by answer.
    public var words: [Words]

    /// One statement on one answer.
    public struct Words: Sendable, Hashable, Codable {
      /// The answer in words.
      public var title: String
      /// The stance it takes by itself.
      public var stance: PositionStance
      /// The statement.
      public var statement: Case.Statement.ID
    }
  }

  /// The last change of a position since the date compared with.
  public struct Changed: Sendable, Hashable, Codable {
    /// Every kind of change that applies.
    public var kinds: [ChangesView.Kind]
    /// When the change was made.
    public var date: EDTFDate
    /// The first of the statements that made it; nil if what was said merely lapsed.
    public var statement: Case.Statement.ID?

    /// Whether it is more than a first statement, a repetition or progress.
    public var isMove: Bool { kinds.isMove }
  }

  /// A party's position on one option, or on one distinct value.
  public struct OptionPosition: Sendable, Hashable, Codable {
    /// The option's id, or the value's key.
    public var answer: String
    /// The option or value in words.
    public var title: String
    /// Whether it is a number, a date or a set rather than an option.
    public var isValue: Bool
    /// One stance; several if statements of equal rank differ.
    public var stances: [PositionStance]
    /// Whether a red line drawn here stands; it may where the answer itself is superseded, by a number
    /// that lies within it.
    public var isRedLine: Bool
    /// Whether a later acceptance of another, exclusive option replaced it.
    public var isSuperseded: Bool
    /// Whether it is only reported by others, while the party's own words give another answer.
    public var isBeside: Bool
    /// Whose words decide.
    public var voice: Voice
    /// Whether those who make it less than the party's own word are unnamed.
    public var isUnnamed: Bool
    /// Those who report it; empty if it is the party's own word.
    public var reportedBy: [Case.Actor.ID]
    /// Whether all statements that decide are hedged or poorly graded.
    public var isHedged: Bool
    /// Whether all statements that decide speak of a package or draft as a whole.
    public var isPackage: Bool
    /// The requirements in force, and those that were met.
    public var requirements: [RequirementLine]
    /// Whether only third parties or opponents report it.
    public var reportedByOthersOnly: Bool { voice > .ownSide }
    /// The statements that determine the stance, its conditions and its red line, each once.
    public var decidedBy: [Case.Statement.ID]
    /// The date of the newest of them; nil if none is dated.
    public var newest: EDTFDate?
  }

  /// A requirement attached to a stance.
  public struct RequirementLine: Sendable, Hashable, Codable {
    /// Whether the step must come before, is asked in exchange, or triggers something.
    public var kind: Requirement.Kind
    /// The step required, in words.
    public var step: String
    /// The analyst who inferred the requirement; nil if it was stated.
    public var inferred: Who?
    /// The first statement that sets it; empty if none is on record.
    public var statement: Case.Statement.ID
    /// How it ceased to hold the party back; nil while it is in force.
    public var met: Closing?
    /// How far the step required has come.
    public var state: PreconditionsView.StepState
    /// By when it must be met; nil if no date was given.
    public var due: EDTFDate?

    /// Whether it is in force.
    public var stands: Bool { met == nil }
  }
}

extension PositionsView.OptionPosition {
  /// The stances to display: of several that accept, the most demanding; of two that conflict,
  /// both.
  public var shownStances: [PositionStance] {
    var shown = stances
    if shown.contains(.forIf) { shown.removeAll { $0 == .for } }
    if shown.count > 1 { shown.removeAll { $0 == .unclear } }
    return shown
  }

  /// The display characters of ``shownStances``, separated by slashes.
  public var glyphs: String { shownStances.map(\.glyph).joined(separator: "/") }

  /// The requirements in force, triggers excluded.
  public var standing: [PositionsView.RequirementLine] {
    requirements.filter { $0.stands && $0.kind != .trigger }
  }

  /// Whether it is part of what the party accepts.
  public var isAccepted: Bool {
    !isSuperseded && !isBeside && stances.contains { $0.accepts } && !stances.contains(.against)
  }
}
