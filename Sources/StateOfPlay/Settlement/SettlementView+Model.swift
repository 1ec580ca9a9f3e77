public import CaseModel

/// The scenario as modelled: its issues, parties, limits and numbers.
extension SettlementView {
  /// One issue of the scenario.
  public struct IssueLine: Sendable, Hashable, Codable {
    /// The issue's id within the scenario.
    public var id: String
    /// The title of the issue.
    public var title: String
    /// The issue of the case that it models; nil if none.
    public var issue: Case.Issue.ID?
    /// The options; empty for a range of more than 200 numbers.
    public var options: [OptionLine]
    /// The number of options, or of numbers used from a range.
    public var optionCount: Int
    /// Whether any number in the range may be chosen; those used are a grid of them.
    public var isContinuous: Bool
  }

  /// One option of an issue.
  public struct OptionLine: Sendable, Hashable, Codable {
    /// The option's id, or the number.
    public var id: String
    /// The title of the option.
    public var title: String
    /// Whether choosing it leaves the issue out of the package.
    public var isLeftOut: Bool
  }

  /// One party of the scenario, with the range of its utilities.
  public struct PartyLine: Sendable, Hashable, Codable {
    /// The party's id within the scenario.
    public var id: String
    /// The party's name.
    public var name: String
    /// How its utilities are computed.
    public var utility: Case.Scenario.Party.Utility
    /// Its reservation value: the least utility it accepts.
    public var reservation: Figure
    /// Its lowest and highest utility over the feasible packages; nil if none is feasible.
    public var worst: Figure?
    /// As ``worst``, the highest.
    public var best: Figure?
    /// The number of its numbers that are program defaults and no one's judgement.
    public var defaults: Int
    /// The number of its numbers that cite statements.
    public var tied: Int
    /// The number of its numbers in all.
    public var numbers: Int
    /// An upper bound on how far a package with numbers between those used could be above the best
    /// with them; 0 if no issue is continuous.
    public var gridLoss: Figure
  }

  /// A red line, link or other limit on packages.
  public struct ConstraintLine: Sendable, Hashable, Codable {
    /// The id, as a setting names it: `ukraine.redline.1`, `link.2`, `ukraine.reservation`.
    public var id: String
    /// The party that sets it; nil for a link.
    public var party: String?
    /// The limit in words.
    public var words: String
    /// What it rests on.
    public var grounds: Grounds
  }

  /// One number of the scenario.
  public struct NumberLine: Sendable, Hashable, Codable {
    /// The id, as a setting names it: `ukraine.weight.ceasefire`.
    public var id: String
    /// The party's id.
    public var party: String
    /// The issue's id; nil for a reservation value.
    public var issue: String?
    /// The option's id; nil for a weight and a reservation value.
    public var option: String?
    /// The value used: the one given, else the middle of the range, else the default.
    public var value: Double
    /// The lower end of its range; nil if none is given.
    public var from: Double?
    /// The upper end of its range; nil if none is given.
    public var to: Double?
    /// The analyst's remark; nil if none.
    public var note: String?
    /// What it rests on.
    public var grounds: Grounds
  }
}
