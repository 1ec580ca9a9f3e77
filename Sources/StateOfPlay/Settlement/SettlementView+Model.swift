public import CaseModel

/// The scenario itself: its issues, parties, limits and numbers.
extension SettlementView {
  public struct IssueLine: Sendable, Hashable, Codable {
    public var id: String
    public var title: String
    /// The issue of the case.
    public var issue: Case.Issue.ID?
    /// Those of a range are left out where there are more than 200.
    public var options: [OptionLine]
    public var optionCount: Int
    /// Any number between may be chosen; those used are a grid of them.
    public var isContinuous: Bool
  }

  public struct OptionLine: Sendable, Hashable, Codable {
    public var id: String
    public var title: String
    /// Under it the issue is no part of a package.
    public var isLeftOut: Bool
  }

  public struct PartyLine: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    public var utility: Case.Scenario.Party.Utility
    public var reservation: Figure
    /// Its worst and best over the feasible packages; nil where none is feasible.
    public var worst: Figure?
    public var best: Figure?
    /// How many of its numbers are no one's judgement, and how many are tied to statements, of how
    /// many.
    public var defaults: Int
    public var tied: Int
    public var numbers: Int
    /// What a number between those used could be worth to it beyond the nearest of them; 0
    /// where no issue may be any number.
    public var gridLoss: Figure
  }

  public struct ConstraintLine: Sendable, Hashable, Codable {
    /// `ukraine.redline.1`, `link.2`, `ukraine.reservation`
    public var id: String
    /// Whose, for a red line or reservation value.
    public var party: String?
    public var words: String
    public var grounds: Grounds
  }

  public struct NumberLine: Sendable, Hashable, Codable {
    /// As a setting names it: `ukraine.weight.ceasefire`
    public var id: String
    public var party: String
    public var issue: String?
    public var option: String?
    public var value: Double
    public var from: Double?
    public var to: Double?
    public var note: String?
    public var grounds: Grounds
  }
}
