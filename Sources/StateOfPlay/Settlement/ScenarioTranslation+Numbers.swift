internal import Bargaining
internal import CaseModel

/// Numbers of the case as the engine takes them.
extension ScenarioTranslation {
  /// Per issue, the numbers that anything in the scenario names, and those named in addition.
  func numbers(_ named: [Case.Scenario.Choice]) -> [[ExactDecimal]] {
    var choices = named + source.links.flatMap { $0.excludes + $0.requires }
    choices += source.packages.flatMap { package in
      package.choose.pairs.map { .init(Slug($0.name), $0.value) }
    }
    for party in source.parties {
      choices += party.interactions.flatMap(\.both)
      for ordering in party.orderings {
        if case .values(let more, let less)? = ordering.sides { choices += [more, less] }
      }
      for line in party.redLines {
        let formula = try? Case.Scenario.Formula(line.never)
        choices += formula?.tests.map { .init($0.issue, $0.option) } ?? []
      }
    }
    return source.issues.map { issue in
      guard issue.range?.continuous ?? false else { return [] }
      return choices.filter { $0.issue == issue.name }.compactMap { choice in
        Amount(choice.option).flatMap { try? exact($0) }
      }
    }
  }

  func quantity(_ number: Case.Scenario.Number) throws(ModelError) -> Bargaining.Quantity {
    guard let low = number.from, let high = number.to else {
      return Bargaining.Quantity(try exact(number.value ?? Amount(0)))
    }
    let (from, to) = (try exact(low), try exact(high))
    guard let value = number.value else {
      return Bargaining.Quantity(try middle(low, high), from: from, to: to)
    }
    return Bargaining.Quantity(try exact(value), from: from, to: to)
  }

  private func middle(_ low: Amount, _ high: Amount) throws(ModelError) -> ExactDecimal {
    let places = max(low.places, high.places)
    let sum = low.scaled(to: places) + high.scaled(to: places)
    if sum % 2 == 0, let half = Int64(exactly: sum / 2) {
      return try exact(half, places)
    }
    guard let tenfold = Int64(exactly: sum * 5), places < 18 else { return try exact(low) }
    return try exact(tenfold, places + 1)
  }

  func exact(_ amount: Amount) throws(ModelError) -> ExactDecimal {
    try exact(amount.digits, amount.places)
  }

  private func exact(_ digits: Int64, _ places: UInt8) throws(ModelError) -> ExactDecimal {
    do throws(NumberError) {
      return try ExactDecimal(mantissa: digits, scale: Int(places))
    } catch {
      throw ModelError(path, "\(error)")
    }
  }
}
