public import CaseModel

/// The perspective from which a case is viewed. Every view is a function of a case and a lens.
///
/// `redact` and `knownAt` cut the case before anything is derived; `sources`, `worstCredibility`,
/// `reportedBy` and `directness` choose statements before derivation; `parties` and `issues` choose
/// rows after it.
public struct Lens: Sendable, Hashable, Codable {
  /// Only what had been said by the end of this date; nil for all.
  public var asOf: EDTFDate?
  /// Only what had been entered in the record by the end of this date; nil for all.
  public var knownAt: EDTFDate?
  /// Whether the case was already read from a file's history as of `knownAt` and is not to be cut
  /// again; nil if entries carry their own dates of entry.
  public var knownFrom: KnownFrom?
  /// Only what had been reported by the end of this date; nil for all.
  public var reportedBy: EDTFDate?
  /// The date from which comparisons start; nil for no comparison.
  public var since: EDTFDate?
  /// The parties whose rows are shown; empty for all.
  public var parties: [Case.Actor.ID] = []
  /// The issues whose rows are shown; empty for all.
  public var issues: [Case.Issue.ID] = []
  /// The sources whose statements count; empty for all.
  public var sources: [Case.Source.ID] = []
  /// The worst Admiralty credibility admitted, 1 to 5; nil admits all, including ungraded
  /// statements.
  public var worstCredibility: Int?
  /// The least direct statements admitted; nil admits all.
  public var directness: Directness?
  /// Whether confidential entries, and what rests on them alone, are removed.
  public var redact = false

  /// Creates a lens that shows everything.
  public init() {}

  /// Whether the lens leaves out nothing.
  public var isEverything: Bool { self == Lens() }

  /// Whether `knownAt` is applied by the entries' own dates.
  public var cutsByEntry: Bool { knownAt != nil && knownFrom == nil }
}

extension Lens {
  /// Some statements are left out whatever their date and directness.
  var choosesStatements: Bool { !sources.isEmpty || worstCredibility != nil || reportedBy != nil }

  /// The same, with no statement left out but by its date.
  var withoutFilters: Lens {
    var lens = self
    (lens.sources, lens.worstCredibility, lens.reportedBy, lens.directness) = ([], nil, nil, nil)
    return lens
  }

  /// The statement is let in, whatever its date and directness.
  func admits(_ statement: Case.Statement, _ index: CaseIndex) -> Bool {
    if !sources.isEmpty, !sources.contains(statement.source) { return false }
    if let worst = worstCredibility, Credibility.order(statement.credibility) > worst {
      return false
    }
    if let reportedBy {
      if let reported = index.told(statement), reported.ends > reportedBy.ends { return false }
      // What has not been said yet is not reported.
      if let said = index.said(statement), said.begins > reportedBy.ends { return false }
    }
    return true
  }
}

/// Where the state of the record at `knownAt` comes from.
public enum KnownFrom: String, Sendable, Hashable, Codable {
  /// The history kept in a `.dragoman` file.
  case history
}

/// How direct a statement is as evidence of a party's position; most direct first.
public enum Directness: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// The party's words in quotation marks.
  case quoted
  /// What the source, or the party's own people, report that it said or holds.
  case ascribed
  /// What people of its side say who do not speak for it, such as unnamed officials.
  case ownSide
  /// What a third actor reports of it.
  case third
  /// What another party, or its side, reports of it.
  case otherParty

  /// Whether these are the party's own words, quoted or ascribed.
  public var isOwn: Bool { self <= .ascribed }

  /// Whether the left is more direct.
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
    case source, credibility, reportedBy, asOf, issue, party

    func stops(_ statement: Case.Statement, _ index: CaseIndex, _ lens: Lens) -> Bool {
      switch self {
      case .source: return !lens.sources.isEmpty && !lens.sources.contains(statement.source)
      case .credibility:
        return lens.worstCredibility.map { Credibility.order(statement.credibility) > $0 } ?? false
      case .reportedBy:
        guard let limit = lens.reportedBy, let reported = index.told(statement) else {
          return false
        }
        return reported.latest > limit.latest
      case .asOf:
        guard let limit = lens.asOf, let said = index.said(statement) else { return false }
        return said.earliest > limit.latest
      case .issue:
        guard !lens.issues.isEmpty else { return false }
        return !index.issues(of: statement).contains(where: lens.issues.contains)
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
      case .reportedBy: "the date of the report"
      case .asOf: "date"
      case .issue: "issue"
      case .party: "party"
      }
    }
  }
}
