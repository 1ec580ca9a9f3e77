/// Which number of a scenario: the place of a range.
public enum UncertainNumber: Sendable, Hashable, Comparable {
  case weight(party: Int, issue: Int)
  case value(party: Int, issue: Int, option: Int)
  case reservation(party: Int)
}

extension Scenario {
  /// Every number given as a range, in order.
  public var uncertainNumbers: [UncertainNumber] {
    parties.indices.flatMap { party in
      numbers(of: party).filter { !$0.quantity.isCertain }.map(\.place)
    }
  }

  /// All of a party's numbers that may be ranges, certain or not.
  func numbers(of party: Int) -> [(place: UncertainNumber, quantity: Quantity)] {
    var numbers: [(UncertainNumber, Quantity)] = []
    let owner = parties[party]
    switch owner.utility.base {
    case .additive(let additive):
      for (issue, weight) in additive.weights.enumerated() {
        numbers.append((.weight(party: party, issue: issue), weight))
      }
      for (issue, valuation) in additive.valuations.enumerated() {
        guard case .perOption(let values) = valuation else { continue }
        for (option, value) in values.enumerated() {
          numbers.append((.value(party: party, issue: issue, option: option), value))
        }
      }
    case .meanOfIncluded(let mean):
      for (issue, scores) in mean.scores.enumerated() {
        for (option, score) in scores.enumerated() {
          if let score {
            numbers.append((.value(party: party, issue: issue, option: option), score))
          }
        }
      }
    case .table: break
    }
    numbers.append((.reservation(party: party), owner.reservation))
    return numbers
  }

  /// The same scenario with a number put in place of a range.
  func setting(_ place: UncertainNumber, to number: ExactDecimal) -> Scenario {
    var result = self
    switch place {
    case .weight(let party, let issue):
      if case .additive(var additive) = result.parties[party].utility.base {
        additive.weights[issue] = Quantity(number)
        result.parties[party].utility.base = .additive(additive)
      }
    case .value(let party, let issue, let option):
      switch result.parties[party].utility.base {
      case .additive(var additive):
        if case .perOption(var values) = additive.valuations[issue] {
          values[option] = Quantity(number)
          additive.valuations[issue] = .perOption(values)
          result.parties[party].utility.base = .additive(additive)
        }
      case .meanOfIncluded(var mean):
        mean.scores[issue][option] = Quantity(number)
        result.parties[party].utility.base = .meanOfIncluded(mean)
      case .table: break
      }
    case .reservation(let party): result.parties[party].reservation = Quantity(number)
    }
    return result
  }
}

extension Scenario.Ordering {
  /// The two numbers compared, greater first.
  func places(party: Int) -> (greater: UncertainNumber, lesser: UncertainNumber) {
    switch self {
    case .weight(let first, let second):
      (.weight(party: party, issue: first), .weight(party: party, issue: second))
    case .value(let first, let second):
      (
        .value(party: party, issue: first.issue, option: first.option),
        .value(party: party, issue: second.issue, option: second.option)
      )
    }
  }
}
