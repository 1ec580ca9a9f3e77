public import CaseModel

/// How a statement's date stands to the lens's as-of.
public enum TimeClass: String, Sendable, Hashable, Codable {
  /// Its whole interval lies by as-of, or there is no as-of.
  case counts
  /// It begins by as-of and may be later.
  case perhapsLater
  /// It has no date at all.
  case undated
  /// It begins after as-of, or was told too late for `toldBy`.
  case out
}

/// One statement as one party's position reads it.
public struct PositionStatement: Sendable, Hashable, Codable {
  /// What became of it in the reading of a position.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Decides, alone or with its equals.
    case decides
    /// Says otherwise than the words that decide, and was not outranked in time.
    case saysOtherwise
    /// Spoken at the same time as a nearer or better graded one.
    case outranked
    /// A later *for* on another option took its place.
    case superseded
    /// Something later was said on the same option.
    case earlier
    /// Says otherwise on a date so vague that no one knows which of them is later.
    case unordered
    /// Doubted by the analyst, or of credibility 5.
    case doubted
    case perhapsLater
    /// Undated, where something dated speaks.
    case undated
    /// Says nothing of a stance.
    case listed
    /// Takes back what was said before.
    case closes
    /// The day until which it was to hold has passed.
    case lapsed
  }

  public var statement: Case.Statement.ID
  public var gist: String
  /// Those of the speakers whose words are this party's.
  public var speakers: [Case.Actor.ID]
  public var said: EDTFDate?
  /// Said by as-of and told only after it.
  public var toldLater: Bool
  public var directness: Directness
  /// Whose words it is, lowered by one where the text hedges or the grade is bad.
  public var voice: Voice
  /// The text's own reservation.
  public var hedge: String?
  /// The source's grade, where it lowers the voice.
  public var reliability: Case.Source.Reliability?
  /// It speaks of a package or a draft as a whole, of which the answer is one part.
  public var isPackage: Bool
  /// Steps from speaker to reader: speaker → reporter → publisher is two.
  public var depth: Int
  public var credibility: Credibility?
  public var stance: PositionStance?
  public var role: Role
}

/// What a party's words make of an option.
public enum PositionStance: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case `for`, forIf, open, against, unclear

  /// The sign to print, which never stands for the meaning alone.
  public var glyph: String {
    switch self {
    case .for: "✓"
    case .forIf: "⇄"
    case .open: "○"
    case .against: "✗"
    case .unclear: "?"
    }
  }

  public var words: String {
    switch self {
    case .for: "for"
    case .forIf: "for, if"
    case .open: "open"
    case .against: "against"
    case .unclear: "unclear"
    }
  }

  /// The same of an account of what happened, which no one is for or against.
  public var wordsOfFact: String {
    switch self {
    case .for: "says so"
    case .forIf: "says so, if"
    case .open: "leaves it open"
    case .against: "denies"
    case .unclear: "unclear"
    }
  }

  /// The option may be part of what the party would accept.
  public var accepts: Bool { self == .for || self == .forIf || self == .open }

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
    // What someone makes of another's position is no position of his own.
    if act == .assess, !of.isEmpty, Set(of).isDisjoint(with: speaker) { return nil }
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
