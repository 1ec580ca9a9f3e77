public import CaseModel

/// One change of a scenario to try, which leaves the case as it is. Parties, issues and options are
/// named as the scenario names them.
public enum ScenarioChange: Sendable, Hashable, Codable {
  /// The weight that a party gives an issue.
  case weight(party: String, issue: String, to: Value)
  /// What an option is worth to a party.
  case value(party: String, issue: String, option: String, to: Value)
  /// A party's reservation value.
  case reservation(party: String, to: Value)
  /// A party's red line, counted from 1, is given up.
  case withoutRedLine(party: String, number: Int)
  /// A link between options, counted from 1, is given up.
  case withoutLink(number: Int)

  /// A number, or a range in which it lies.
  public struct Value: Sendable, Hashable, Codable {
    /// The number, or the lower end.
    public var low: Amount
    /// The upper end; equal to ``low`` for a number.
    public var high: Amount

    /// A number.
    public init(_ amount: Amount) { (low, high) = (amount, amount) }

    /// A range; nil if it runs backwards.
    public init?(from low: Amount, to high: Amount) {
      guard low <= high else { return nil }
      (self.low, self.high) = (low, high)
    }
  }
}

extension ScenarioChange.Value {
  /// `0.4`, `0.3 to 0.5`
  var words: String { low == high ? low.text : "\(low.text) to \(high.text)" }

  var number: Case.Scenario.Number {
    var number = Case.Scenario.Number(low)
    if low != high {
      number = .init(low, from: low, to: high)
      number.value = nil
    }
    return number
  }
}
