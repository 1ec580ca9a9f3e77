public import CaseModel

/// Which packages all parties of a scenario could accept, if the analyst's numbers are right.
///
/// Packages are named by keys: the id of a named package of the scenario, or `p1`, `p2`, … in order
/// of first mention.
public struct SettlementView: Sendable, Hashable, Codable {
  /// The scenario.
  public var scenario: Case.Scenario.ID
  /// Its title.
  public var title: String
  /// What is modelled, and whose hypothesis it is; nil if not stated.
  public var description: String?
  /// The analyst whose model it is; nil if not recorded.
  public var by: Who?
  /// The date of the positions from which it was drafted; nil if not stated.
  public var asOf: EDTFDate?
  /// The modeller's remarks for the reader.
  public var notes: [String]
  /// The issues, in the order of the scenario.
  public var issues: [IssueLine]
  /// The parties; all lists described as "by party" have this order.
  public var parties: [PartyLine]
  /// The red lines and links, without those switched off by a setting.
  public var constraints: [ConstraintLine]
  /// The numbers from which utilities are computed; weights and reservation values only, if there
  /// are more than 2,000.
  public var numbers: [NumberLine]
  /// The changes made to the scenario before the computation, in words; empty if none.
  public var changes: [String]
  /// The number of packages, feasible or not, in decimal digits.
  public var packageCount: String
  /// Whether any package is acceptable to all.
  public var zone: Zone
  /// Why the zone is empty; nil if it is not.
  public var obstruction: Obstruction?
  /// The efficiency frontier.
  public var frontier: FrontierTable
  /// The named points asked for, each without packages if the zone is empty.
  public var points: [PointLine]
  /// Every package to which another part refers by its key.
  public var packages: [PackageLine]
  /// The keys of the packages asked about.
  public var asked: [String]
  /// Improvements of a draft; nil if not asked for.
  public var moves: Moves?
  /// Drafts from a start to the frontier; nil if not asked for.
  public var singleText: SingleTextLines?
  /// Two packages compared; nil if not asked for.
  public var comparison: Comparison?
  /// How far the results depend on uncertain numbers; nil if not drawn, as for a very large or
  /// inexact frontier.
  public var robustness: RobustnessTable?
  /// Changes of one weight that would make another package the Nash package, smallest change first;
  /// at most 12.
  public var flips: [Flip]
  /// Reasons for the results; empty if not asked for.
  public var certificates: [CertificateLines]
  /// The issues divided as items; nil if not asked for.
  public var division: Division?
  /// Remarks on doubtful inputs.
  public var audit: [AuditLine]
  /// Statements that the scenario cites and that the lens leaves out or that were made after as-of.
  public var leftOut: [Case.Statement.ID]
  /// The issues of the case that the scenario does not have, each with the reason; in the order of the
  /// case.
  public var omitted: [OmittedIssue] = []
  /// The definitions used, in plain English; the same for every scenario.
  public var rule: String

  /// A number, exactly and as the nearest double.
  public struct Figure: Sendable, Hashable, Codable {
    /// The exact number, as `0.65`, or as a fraction if no decimal ends.
    public var exact: String
    /// The nearest double.
    public var value: Double
  }

  /// What a part of the model rests on.
  public struct Grounds: Sendable, Hashable, Codable {
    /// The statements cited.
    public var statements: [Case.Statement.ID]
    /// The analyst on whose judgement it rests; nil if it rests on statements or is a default.
    public var basis: Who?
    /// Whether it is a program default and no one's judgement.
    public var isDefault: Bool

    /// Creates grounds from their parts.
    public init(statements: [Case.Statement.ID], basis: Who?, isDefault: Bool) {
      (self.statements, self.basis, self.isDefault) = (statements, basis, isDefault)
    }
  }

  /// The zone of possible agreement (ZOPA): the feasible packages acceptable to every party.
  public struct Zone: Sendable, Hashable, Codable {
    /// Whether it has no package.
    public var isEmpty: Bool
    /// False if no package used is acceptable to all but one with a number in between might be.
    public var isDecided: Bool
    /// The number of packages in the zone.
    public var acceptable: Count
    /// The number of packages that break no link and no red line.
    public var feasible: Count
  }

  /// A number of packages, exactly or between two exact bounds, in decimal digits.
  public struct Count: Sendable, Hashable, Codable {
    /// The lower bound.
    public var atLeast: String
    /// The upper bound.
    public var atMost: String
    /// How it was counted, in words.
    public var method: String

    /// Whether both bounds are equal.
    public var isExact: Bool { atLeast == atMost }
  }

  /// Why the zone of possible agreement is empty.
  public struct Obstruction: Sendable, Hashable, Codable {
    /// The minimal sets of constraints, by id, that would open the zone if given up; smallest
    /// first.
    public var openings: [[String]]
    /// The minimal sets of constraints, by id, that no package satisfies together.
    public var conflicts: [[String]]
    /// Whether ``openings`` lists every minimal set.
    public var isComplete: Bool
    /// The packages closest to being acceptable; nil if no package is feasible.
    public var nearestMiss: NearestMiss?
  }

  /// The feasible packages closest to being acceptable to all: the largest relative shortfall is as
  /// small as possible, then the next.
  public struct NearestMiss: Sendable, Hashable, Codable {
    /// Their keys; at most about eight.
    public var packages: [String]
    /// By party, how far the utility of the first falls short of the reservation value; 0 if it does
    /// not.
    public var shortfalls: [Figure]
  }

  /// The efficiency frontier: feasible packages on which none can improve without another losing.
  public struct FrontierTable: Sendable, Hashable, Codable {
    /// The number of points.
    public var count: Int
    /// The number of points acceptable to all.
    public var acceptableCount: Int
    /// 0 if exact; otherwise the share of each party's range by which a point may be off.
    public var tolerance: String
    /// The points from the first party's best downwards, as many as were asked for.
    public var points: [FrontierPoint]
    /// Utilities of other feasible packages, for drawing; at most 3,000, and none in scenarios with
    /// more than 20,000 packages.
    public var others: [[Double]]
  }

  /// A distinct vector of utilities on the frontier.
  public struct FrontierPoint: Sendable, Hashable, Codable {
    /// By party, the utility.
    public var utilities: [Figure]
    /// The number of packages with these utilities, in decimal digits.
    public var packages: String
    /// Whether every party gets at least its reservation value.
    public var isAcceptable: Bool
    /// One of these packages: by issue, the option's id.
    public var package: [String]
  }

  /// A named point of the acceptable frontier.
  public struct PointLine: Sendable, Hashable, Codable {
    /// Its definition.
    public var solution: Solution
    /// The keys of the packages at the point; at most 8.
    public var packages: [String]
    /// The number of packages at the point, including those not listed, in decimal digits.
    public var ties: String
    /// The value reached of what the definition makes as large, or as even, as possible; nil if
    /// none.
    public var score: Figure?
    /// Whether some package leaves every party above its reservation value.
    public var allGain: Bool
    /// For Nash points, if not all parties can gain at once: the sets of parties whose gains were
    /// multiplied; otherwise empty.
    public var gainers: [[String]]
  }

  /// A named point on the frontier, by its definition.
  /// - `nash`: largest product of gains over the reservation values (Nash 1950).
  /// - `nashFromMinimum`: the same, with gains over the reservation value or the party's worst
  ///   feasible package, whichever is worth more.
  /// - `kalaiSmorodinsky`: the largest smallest share of what each party could gain at best (Kalai
  ///   and Smorodinsky 1975).
  /// - `kalaiSmorodinskyBySpread`: the smallest spread between those shares.
  /// - `egalitarian`: the largest smallest gain, then the next smallest (Kalai 1977).
  /// - `utilitarian`: the largest sum of utilities.
  public enum Solution: String, Sendable, Hashable, Codable, CaseIterable {
    case nash, nashFromMinimum = "nash-from-minimum"
    case kalaiSmorodinsky = "kalai-smorodinsky"
    case kalaiSmorodinskyBySpread = "kalai-smorodinsky-by-spread"
    case egalitarian, utilitarian
  }

  /// A number of draws out of all, with a confidence interval for the share.
  public struct Share: Sendable, Hashable, Codable {
    /// The number of draws.
    public var count: Int
    /// The number of all draws.
    public var of: Int
    /// The lower end of the 95 % interval from sampling alone, 0 to 1 (Wilson 1927).
    public var low: Double
    /// The upper end of that interval.
    public var high: Double
  }

  /// The reasons for a claim about a package, in a form that others can check.
  public struct CertificateLines: Sendable, Hashable, Codable {
    /// The key of the package; empty for the claim that none is acceptable to all.
    public var package: String
    /// The claim, in words.
    public var claim: String
    /// The reasons, each sufficient to check one part of the claim.
    public var reasons: [String]
  }

  /// The disputed issues divided as items among the parties.
  public struct Division: Sendable, Hashable, Codable {
    /// The ids of the issues on which the parties' best options differ.
    public var issues: [String]
    /// By party and issue, the points the party assigns to getting its own way.
    public var points: [[Double]]
    /// By issue, the first party's share, 0 to 1, under Adjusted Winner (Brams and Taylor 1996);
    /// nil unless there are two parties.
    public var adjustedWinner: [Figure]?
    /// By party, the share of its own points it gets under ``adjustedWinner``.
    public var satisfaction: [Figure]?
    /// The assignments of whole issues with the largest product of points (Caragiannis et al.
    /// 2019): each gives, by issue, the id of the party that gets its way. At most 8.
    public var assignments: [[String]]
  }

  /// An input of the model that deserves a second look.
  public struct AuditLine: Sendable, Hashable, Codable {
    /// The part of the case, as `scenarios[istanbul].parties[#1].weights`.
    public var path: EntryPath
    /// `file:line`, set by a caller that knows it; nil otherwise.
    public var place: String?
    /// What is doubtful, in words.
    public var words: String
    /// What to do about it; nil if there is no advice.
    public var hint: String?
  }
}
