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
public struct Telling: Sendable, Hashable, Codable {
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
    /// Doubted by the analyst, or of credibility 5.
    case doubted
    case perhapsLater
    /// Undated, where something dated speaks.
    case undated
    /// Says nothing of a stance.
    case listed
  }

  public var statement: Case.Statement.ID
  public var gist: String
  /// Those of the speakers whose words are this party's.
  public var speakers: [Case.Actor.ID]
  public var said: EDTFDate?
  /// Said by as-of and told only after it.
  public var toldLater: Bool
  public var directness: Directness
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
    // What somebody makes of another's position is no position of his own.
    if act == .assess, !of.isEmpty, Set(of).isDisjoint(with: speaker) { return nil }
    guard let plain = plainStance else { return nil }
    // A yes that waits for something, or is given against something, is a yes with an if.
    let isTied = !standingRequirements.isEmpty
    return plain == .for && isTied ? .forIf : plain
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
    case .withdraw, .takeNote, .silent: return .unclear
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

/// What the views share: the case cut by the lens, its index, and each statement's dates.
struct Reading {
  let theCase: Case
  let index: CaseIndex
  let lens: Lens

  /// The same cut case through another lens that hides as much.
  init(cut reading: Reading, _ lens: Lens) {
    theCase = reading.theCase
    index = reading.index
    self.lens = lens
  }

  /// `theCase` as the lens leaves it.
  init(_ theCase: Case, _ lens: Lens) {
    self.theCase = theCase.cut(by: lens)
    self.lens = lens
    index = CaseIndex(self.theCase)
  }

  /// The lens admits the statement at all, whatever its date and directness.
  func admits(_ statement: Case.Statement) -> Bool {
    if !lens.sources.isEmpty, !lens.sources.contains(statement.source) { return false }
    if let worst = lens.worstCredibility, Credibility.order(statement.credibility) > worst {
      return false
    }
    if let toldBy = lens.toldBy, let told = index.told(statement), told.latest > toldBy.latest {
      return false
    }
    return true
  }

  /// The evidence that the lens admits; nil where there is some and none is admitted.
  func admitted(_ evidence: Evidence) -> Evidence? {
    if evidence.statements.isEmpty { return evidence }
    var left = evidence
    left.statements.removeAll { id in index.statement(id).map { !admits($0) } ?? false }
    return left.isEmpty ? nil : left
  }

  /// Somebody had said so by as-of.
  func wasSaid(_ evidence: Evidence) -> Bool {
    evidence.statements.contains { id in
      index.statement(id).map { timeClass(index.said($0)) == .counts } ?? false
    }
  }

  /// Dated by as-of; where it has no date, said by then. Not on doubted words alone.
  func holds(_ date: EDTFDate?, _ evidence: Evidence) -> Bool {
    guard let evidence = admitted(evidence) else { return false }
    let statements = evidence.statements.compactMap { index.statement($0) }
    if evidence.basis == nil, !statements.isEmpty, statements.allSatisfy(\.isDoubted) {
      return false
    }
    if let date { return timeClass(date) == .counts }
    return lens.asOf == nil || wasSaid(evidence)
  }

  func timeClass(_ said: EDTFDate?) -> TimeClass {
    guard let said else { return .undated }
    guard let asOf = lens.asOf else { return .counts }
    if said.latest <= asOf.latest { return .counts }
    return said.earliest <= asOf.latest ? .perhapsLater : .out
  }

  func isToldLater(_ statement: Case.Statement, said: EDTFDate?) -> Bool {
    guard let asOf = lens.asOf, let told = index.told(statement) else { return false }
    if let said, said.earliest > asOf.latest { return false }
    return told.earliest > asOf.latest
  }

  /// How near the statement is to `party`'s own words. Whom a teller speaks for is what he spoke
  /// for when he told it.
  func directness(
    of statement: Case.Statement, for party: Case.Actor.ID, parties: Set<Case.Actor.ID>
  ) -> Directness {
    var furthest: Directness = statement.verbatim ? .quoted : .ascribed
    guard !statement.via.isEmpty else { return furthest }
    let told = index.told(statement) ?? index.said(statement)
    for teller in statement.via {
      let voices = index.spokenFor(by: teller, on: told)
      if voices.contains(party) { continue }
      let other = voices.contains { parties.contains($0) }
      furthest = max(furthest, other ? .otherParty : .third)
    }
    return furthest
  }

  /// Steps from the speaker to the reader.
  func depth(of statement: Case.Statement) -> Int {
    let source = index.position(.sources, statement.source.raw)
    let isOwnVoice = statement.speaker.contains { speaker in
      source.map { place in
        theCase.sources[place].publisher == speaker
          || theCase.sources[place].authors.contains(speaker)
      } ?? false
    }
    return statement.via.count + (isOwnVoice ? 0 : 1)
  }
}
