internal import CaseModel
internal import Foundations

/// What the weights of a party sum to, and what the program does with them.
struct WeightSum: Encodable {
  let words: String
  /// The sum is not 1, or there is something else to look at again.
  let isDoubtful: Bool

  init(_ party: Case.Scenario.Party, of scenario: Case.Scenario) {
    guard party.utility == .additive else {
      (words, isDoubtful) = ("Its packages are not valued by weights.", false)
      return
    }
    guard !party.weights.isEmpty else {
      (words, isDoubtful) = ("No weights: every issue counts alike, with a weight of 1.", true)
      return
    }
    let numbers = scenario.issues.map { party.weights[$0.name].map(Self.used) }
    let missing = numbers.count { $0 == nil }
    guard missing == 0 else {
      let (noun, verb) = missing == 1 ? ("issue", "has") : ("issues", "have")
      words =
        "\(missing) \(noun) \(verb) no weight: such a scenario is refused. Write 0 where an issue does not matter."
      isDoubtful = true
      return
    }
    let sum = numbers.reduce(0) { $0 + ($1 ?? 0) }
    isDoubtful = abs(sum - 1) > 0.0005
    let text = SliderScale.text((sum * 1000).rounded() / 1000)
    words =
      isDoubtful
      ? "The weights sum to \(text), not 1. They are used as written and not scaled to 1, so the least it accepts must be on the same scale, from 0 to \(text)."
      : "The weights sum to 1."
  }

  /// Of weights as they are typed, each behind its issue and an equals sign, in place of those of the party.
  static func typed(
    _ weights: [String], for party: Case.Scenario.Party, of scenario: Case.Scenario
  ) -> WeightSum {
    var party = party
    for weight in weights {
      guard let sign = weight.lastIndex(of: "=") else { continue }
      let (issue, typed) = (String(weight[..<sign]), String(weight[weight.index(after: sign)...]))
      guard !typed.allSatisfy(\.isWhitespace) else {
        party.weights[issue] = nil
        continue
      }
      do { party.weights[issue] = try TypedNumber.read(typed, field: issue) } catch {
        let fault = (error as? Problem)?.message ?? "`\(typed.shortened(to: 40))` is not a number"
        return WeightSum(words: "\(fault.capitalisedFirst).", isDoubtful: true)
      }
    }
    return WeightSum(party, of: scenario)
  }

  private init(words: String, isDoubtful: Bool) {
    (self.words, self.isDoubtful) = (words, isDoubtful)
  }

  /// The number that is used: what is given, else the middle of its range.
  private static func used(_ number: Case.Scenario.Number) -> Double {
    if let value = number.value { return value.approximate }
    guard let from = number.from, let to = number.to else { return 0 }
    return (from.approximate + to.approximate) / 2
  }
}
