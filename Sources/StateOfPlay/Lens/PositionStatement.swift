public import CaseModel

/// How a date relates to the lens's as-of.
public enum TimeClass: String, Sendable, Hashable, Codable {
  /// All of the interval lies by as-of, or there is no as-of.
  case counts
  /// It begins by as-of and ends later.
  case possiblyLater
  /// It has no date.
  case undated
  /// It begins after as-of, was reported too late for `reportedBy`, or is filtered out by the lens.
  case out
}

/// A statement as part of one party's position on one issue.
public struct PositionStatement: Sendable, Hashable, Codable {
  /// What a statement contributes to a position.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Determines the position, alone or with equals.
    case decides
    /// Conflicts with the statements that decide and is not older than they are.
    case saysOtherwise
    /// Of the same time as a nearer or better graded statement.
    case outranked
    /// Replaced by a later acceptance of another, exclusive option.
    case superseded
    /// Older than a later statement on the same option.
    case earlier
    /// Conflicts with another, and the dates do not show which is later.
    case unordered
    /// Doubted by the analyst, or of credibility 5.
    case doubted
    case possiblyLater
    /// Undated, where something dated decides.
    case undated
    /// Expresses no stance.
    case listed
    /// Withdraws what was said before.
    case closes
    /// The last day it was to hold is past.
    case lapsed
  }

  /// The statement.
  public var statement: Case.Statement.ID
  /// The coder's one-line summary of it.
  public var gist: String
  /// The speakers whose words are this party's.
  public var speakers: [Case.Actor.ID]
  /// When it was said; nil if undated.
  public var said: EDTFDate?
  /// Whether it was said by as-of but reported only after.
  public var reportedLater: Bool
  /// How direct it is as evidence of this party's position.
  public var directness: Directness
  /// Whose words it is, lowered by one level if the text hedges or the grade is poor.
  public var voice: Voice
  /// The reservation expressed in the text; nil if none.
  public var hedge: String?
  /// The source's grade if it lowers the voice; nil otherwise.
  public var reliability: Case.Source.Reliability?
  /// Whether it speaks of a package or draft as a whole, of which the answer is one part.
  public var isPackage: Bool
  /// The number of steps from speaker to reader: speaker → reporter → publisher is two.
  public var depth: Int
  /// The Admiralty credibility of the statement; nil if ungraded.
  public var credibility: Credibility?
  /// The stance it expresses by itself; nil if none.
  public var stance: PositionStance?
  /// What it contributes to the position.
  public var role: Role
}

/// The stance that a party's statements express on an option; most favourable first.
///
/// `forIf` is an acceptance with a condition, `unclear` a statement that cannot be read as a
/// stance.
public enum PositionStance: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case `for`, forIf, open, against, unclear

  /// A character to print beside the stance in words, never in its place.
  public var glyph: String {
    switch self {
    case .for: "✓"
    case .forIf: "⇄"
    case .open: "○"
    case .against: "✗"
    case .unclear: "?"
    }
  }

  /// The stance in English.
  public var words: String {
    switch self {
    case .for: "for"
    case .forIf: "for, if"
    case .open: "open"
    case .against: "against"
    case .unclear: "unclear"
    }
  }

  /// The same for an account of what happened, which no one is for or against.
  public var wordsOfFact: String {
    switch self {
    case .for: "says so"
    case .forIf: "says so, if"
    case .open: "undecided"
    case .against: "denies"
    case .unclear: "unclear"
    }
  }

  /// Whether the option may be part of what the party would accept.
  public var accepts: Bool { self == .for || self == .forIf || self == .open }

  /// Whether the left is more favourable; `unclear` comes last.
  public static func < (a: PositionStance, b: PositionStance) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .for: 0
    case .forIf: 1
    case .open: 2
    case .against: 3
    case .unclear: 4
    }
  }
}

extension Case.Statement {
  /// The stance the statement takes on what it is about: its own word for it, else what its act
  /// reads as; nil where it reads as nothing.
  var stanceRead: PositionStance? {
    // An assessment of another's position is no position of the speaker's.
    if act == .assess, !of.isEmpty, !of.contains(where: speaker.contains) { return nil }
    // Who threatens to end something should another thing happen does not refuse it.
    if act == .threaten, stance == .against { return nil }
    guard let plain = plainStance else { return nil }
    // A yes that waits for something, or is given against something, is a yes with an if; and so
    // is a no that ends once something has come first.
    let isTied = !standingRequirements.isEmpty
    return (plain == .for || (plain == .against && stance == nil)) && isTied ? .forIf : plain
  }

  private var plainStance: PositionStance? {
    switch stance {
    case .for: return act == .condition ? .forIf : .for
    case .against: return .against
    case .open: return .open
    case .unclear: return .unclear
    case nil: break
    }
    switch act {
    case .accept, .propose, .demand, .offer, .commit, .concede: return .for
    case .reject, .deny: return .against
    case .condition: return .forIf
    // Taking back a requirement says nothing else of the offer.
    case .withdraw: return requires.isEmpty && !requiresNone ? .unclear : nil
    case .takeNote, .silent: return .unclear
    case .state, .threaten, .accuse, .ask, .confirm, .assess: return nil
    }
  }

  /// The steps its answer waits on; a withdrawal names those it drops.
  var standingRequirements: [Requirement] {
    act == .withdraw ? [] : requires.filter { $0.kind != .trigger }
  }

  /// Speaks only where nothing else does.
  var isFaint: Bool { stance == nil && (act == .takeNote || act == .silent) }

  /// Listed and decides nothing.
  var isDoubted: Bool { doubted != nil || credibility == .improbable }
}
