public import CaseModel

/// From where and how a case is looked at. Every view is a function of a case and a lens.
///
/// `redact` and `knownAt` cut the case before anything is derived; `sources`, `credibility` and
/// `directness` choose statements before derivation; `parties` and `issues` choose rows after it.
public struct Lens: Sendable, Hashable, Codable {
  /// What had been said by the end of this date.
  public var asOf: EDTFDate?
  /// What had been entered in the record by the end of this date.
  public var knownAt: EDTFDate?
  /// The case was taken from a file's history as of `knownAt`, so that nothing is cut by it again;
  /// nil where entries say themselves when they were entered.
  public var knownFrom: KnownFrom?
  /// What had been told by the end of this date.
  public var toldBy: EDTFDate?
  /// Where comparisons begin.
  public var since: EDTFDate?
  public var parties: [Case.Actor.ID] = []
  public var issues: [Case.Issue.ID] = []
  public var sources: [Case.Source.ID] = []
  /// The worst Admiralty credibility admitted, 1 to 5; nil admits all, ungraded ones too.
  public var worstCredibility: Int?
  /// The furthest from the party's own words admitted.
  public var directness: Directness?
  public var redact = false

  public init() {}

  public var isEverything: Bool { self == Lens() }

  /// `knownAt` goes by what entries say of themselves.
  public var cutsByEntry: Bool { knownAt != nil && knownFrom == nil }
}

extension Lens {
  /// Some statements are left out whatever their date and directness.
  var choosesStatements: Bool { !sources.isEmpty || worstCredibility != nil || toldBy != nil }

  /// The same, with no statement left out but by its date.
  var withoutFilters: Lens {
    var lens = self
    (lens.sources, lens.worstCredibility, lens.toldBy, lens.directness) = ([], nil, nil, nil)
    return lens
  }

  /// The statement is let in, whatever its date and directness.
  func admits(_ statement: Case.Statement, _ index: CaseIndex) -> Bool {
    if !sources.isEmpty, !sources.contains(statement.source) { return false }
    if let worst = worstCredibility, Credibility.order(statement.credibility) > worst {
      return false
    }
    if let toldBy {
      if let told = index.told(statement), told.ends > toldBy.ends { return false }
      // What has not been said yet is not reported.
      if let said = index.said(statement), said.begins > toldBy.ends { return false }
    }
    return true
  }
}

/// What says when something was known.
public enum KnownFrom: String, Sendable, Hashable, Codable {
  /// The history of a `.dragoman` file.
  case history
}

/// How near a statement is to a party's own words; nearest first.
public enum Directness: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// The party's words in quotation marks.
  case quoted
  /// What the source, or the party's own people, say it said or holds.
  case ascribed
  /// What people of its side say who do not speak for it, as officials not named.
  case ownSide
  /// What a third actor reports of it.
  case third
  /// What another party, or its side, reports of it.
  case otherParty

  /// The party's own words, quoted or ascribed.
  public var isOwn: Bool { self <= .ascribed }

  public static func < (a: Directness, b: Directness) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .quoted: 0
    case .ascribed: 1
    case .ownSide: 2
    case .third: 3
    case .otherParty: 4
    }
  }
}

extension Lens {
  /// What may leave a statement out, in the order in which it applies.
  enum Filter: CaseIterable {
    case source, credibility, toldBy, asOf, issue, party

    func stops(_ statement: Case.Statement, _ index: CaseIndex, _ lens: Lens) -> Bool {
      switch self {
      case .source: return !lens.sources.isEmpty && !lens.sources.contains(statement.source)
      case .credibility:
        return lens.worstCredibility.map { Credibility.order(statement.credibility) > $0 } ?? false
      case .toldBy:
        guard let limit = lens.toldBy, let told = index.told(statement) else { return false }
        return told.latest > limit.latest
      case .asOf:
        guard let limit = lens.asOf, let said = index.said(statement) else { return false }
        return said.earliest > limit.latest
      case .issue:
        guard !lens.issues.isEmpty else { return false }
        return statement.about?.issue.map { !lens.issues.contains($0) } ?? true
      case .party:
        guard !lens.parties.isEmpty else { return false }
        let said = index.said(statement)
        return !statement.speaker.contains { speaker in
          index.spokenFor(by: speaker, on: said).contains { lens.parties.contains($0) }
        }
      }
    }

    func words(areUngraded: Bool) -> String {
      switch self {
      case .source: "source"
      case .credibility: areUngraded ? "credibility (none of them is graded)" : "credibility"
      case .toldBy: "the date of the report"
      case .asOf: "date"
      case .issue: "issue"
      case .party: "party"
      }
    }
  }
}
