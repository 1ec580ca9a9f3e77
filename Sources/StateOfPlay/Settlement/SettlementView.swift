public import CaseModel

/// Which packages all parties of a scenario could accept, if the analyst's numbers are right.
public struct SettlementView: Sendable, Hashable, Codable {
  public var scenario: Case.Scenario.ID
  public var title: String
  public var description: String?
  /// Whose model it is.
  public var by: Who?
  public var asOf: EDTFDate?
  public var notes: [String]
  public var issues: [IssueLine]
  public var parties: [PartyLine]
  /// Red lines and links.
  public var constraints: [ConstraintLine]
  /// What the parties' scores rest on; in large scenarios the weights and reservation values alone.
  public var numbers: [NumberLine]
  /// What was changed in the scenario before it was used, in words.
  public var changes: [String]
  /// Of all packages, feasible or not.
  public var packageCount: String
  public var zone: Zone
  public var obstruction: Obstruction?
  public var frontier: FrontierTable
  public var points: [PointLine]
  /// Every package that another part names, by its key.
  public var packages: [PackageLine]
  /// Those that were asked about, by their keys.
  public var asked: [String]
  public var moves: Moves?
  public var singleText: SingleTextLines?
  public var comparison: Comparison?
  public var robustness: RobustnessTable?
  /// What would have to be wrong for another package to be the Nash package; the least first.
  public var flips: [Flip]
  public var certificates: [CertificateLines]
  public var division: Division?
  public var audit: [AuditLine]
  /// Statements it rests on that the lens leaves out, or that were said only later.
  public var leftOut: [Case.Statement.ID]
  public var rule: String

  /// A number, exactly and as near as a double comes.
  public struct Figure: Sendable, Hashable, Codable {
    /// As `0.65`, or as a fraction where no decimal ends.
    public var exact: String
    public var value: Double
  }

  /// What a part of the model rests on.
  public struct Grounds: Sendable, Hashable, Codable {
    public var statements: [Case.Statement.ID]
    public var basis: Who?
    /// No one's judgement.
    public var isDefault: Bool

    public init(statements: [Case.Statement.ID], basis: Who?, isDefault: Bool) {
      (self.statements, self.basis, self.isDefault) = (statements, basis, isDefault)
    }
  }

  /// The zone of possible agreement.
  public struct Zone: Sendable, Hashable, Codable {
    public var isEmpty: Bool
    /// False where nothing used is acceptable to all, but a number in between might be.
    public var isDecided: Bool
    public var acceptable: Count
    public var feasible: Count
  }

  /// A number of packages, exactly or between two exact bounds.
  public struct Count: Sendable, Hashable, Codable {
    public var atLeast: String
    public var atMost: String
    /// How it was counted.
    public var method: String

    public var isExact: Bool { atLeast == atMost }
  }

  /// Why the zone is empty.
  public struct Obstruction: Sendable, Hashable, Codable {
    /// Smallest sets of constraints, by id, whose loss would open the zone.
    public var openings: [[String]]
    /// Smallest sets that together leave no package.
    public var conflicts: [[String]]
    /// Whether the list of openings is whole.
    public var isComplete: Bool
    public var nearestMiss: NearestMiss?
  }

  /// The packages that come closest to being acceptable to all.
  public struct NearestMiss: Sendable, Hashable, Codable {
    public var packages: [String]
    /// By party, what the first falls short of the reservation value.
    public var shortfalls: [Figure]
  }

  public struct FrontierTable: Sendable, Hashable, Codable {
    public var count: Int
    public var acceptableCount: Int
    /// 0 where exact; else the share of each party's range that a point may be off.
    public var tolerance: String
    /// The first of them, from the first party's best down, or all.
    public var points: [FrontierPoint]
    /// Utilities of feasible packages that are not efficient, for drawing; none in large scenarios.
    public var others: [[Double]]
  }

  public struct FrontierPoint: Sendable, Hashable, Codable {
    public var utilities: [Figure]
    /// How many packages have these utilities.
    public var packages: String
    public var isAcceptable: Bool
    /// One of them.
    public var package: [String]
  }

  /// A named point of the acceptable frontier.
  public struct PointLine: Sendable, Hashable, Codable {
    public var solution: Solution
    public var packages: [String]
    /// Packages that tie, those not listed as well.
    public var ties: String
    /// What was made as large, or as even, as can be.
    public var score: Figure?
    /// Whether some package leaves every party above its reservation value.
    public var allGain: Bool
    /// For Nash: whose gains were multiplied, where not all can gain at once.
    public var gainers: [[String]]
  }

  /// A named point, and each variant of its definition.
  public enum Solution: String, Sendable, Hashable, Codable, CaseIterable {
    case nash, nashFromMinimum = "nash-from-minimum"
    case kalaiSmorodinsky = "kalai-smorodinsky"
    case kalaiSmorodinskyBySpread = "kalai-smorodinsky-by-spread"
    case egalitarian, utilitarian
  }

  public struct PackageLine: Sendable, Hashable, Codable {
    public var key: String
    public var title: String?
    /// By issue, the option's id.
    public var options: [String]
    public var isFeasible: Bool
    public var isAcceptable: Bool
    public var isEfficient: Bool
    /// The most all could gain at once by a better package, as a share of each one's range.
    public var commonGain: Double
    public var parties: [PartyPart]
    /// Red lines and links it breaks, by id.
    public var broken: [String]
    /// Constraints that alone stand in the way of a change someone would gain by.
    public var binding: [Binding]
    public var shares: Shares?
  }

  /// What one party gets by a package.
  public struct PartyPart: Sendable, Hashable, Codable {
    public var utility: Figure
    /// Above its reservation value; negative where it would refuse.
    public var margin: Figure
    /// Against its best feasible package.
    public var givenUp: Figure?
    /// The margin over all that the ranges allow.
    public var least: Figure
    public var most: Figure
    /// Whether those two can be reached.
    public var isTight: Bool
    /// By issue, for additive utilities: what the option adds, and the issue's worst and best.
    public var issues: [IssuePart]
  }

  public struct IssuePart: Sendable, Hashable, Codable {
    public var adds: Double
    public var worst: Double
    public var best: Double
  }

  public struct Binding: Sendable, Hashable, Codable {
    public var constraint: String
    public var change: Change
    /// By party, what the change would bring.
    public var gains: [Figure]
  }

  /// One issue settled otherwise, by ids.
  public struct Change: Sendable, Hashable, Codable {
    public var issue: String
    public var from: String
    public var to: String
  }

  /// In what share of drawn numbers something holds.
  public struct Shares: Sendable, Hashable, Codable {
    public var acceptable: Share
    public var efficient: Share
    public var nash: Share
  }

  public struct Share: Sendable, Hashable, Codable {
    public var count: Int
    public var of: Int
    /// The 95 % interval from sampling alone.
    public var low: Double
    public var high: Double
  }

  /// Why something claimed of a package is so, for others to check.
  public struct CertificateLines: Sendable, Hashable, Codable {
    public var package: String
    public var claim: String
    public var reasons: [String]
  }

  /// Issues as things to divide: each goes, whole or in part, to those who want it most.
  public struct Division: Sendable, Hashable, Codable {
    /// Issues on which the parties' best answers differ, by id.
    public var issues: [String]
    /// By party and issue, the points it puts on getting its own way.
    public var points: [[Double]]
    /// Adjusted Winner: the first party's share of each issue; two parties alone.
    public var adjustedWinner: [Figure]?
    /// What each gets of its own points by it.
    public var satisfaction: [Figure]?
    /// Whole issues, the largest product: who gets its way on each.
    public var assignments: [[String]]
  }

  /// Something about the input that an analyst should look at again.
  public struct AuditLine: Sendable, Hashable, Codable {
    /// The part of the case, as `scenarios[istanbul].parties[#1].weights`.
    public var path: EntryPath
    /// `file:line`, where the program knows it.
    public var place: String?
    public var words: String
    public var hint: String?
  }
}

extension SettlementView {
  /// The package that another part calls `key`.
  public func package(_ key: String) -> PackageLine? { packages.first { $0.key == key } }
}
