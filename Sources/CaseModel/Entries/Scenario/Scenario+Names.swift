extension Case.Scenario {
  /// The issue that formulas, weights and packages call `name`; the first where several do.
  public func issue(named name: Slug) -> Issue? { issues.first { $0.name == name } }
}

extension Case.Scenario.Issue {
  /// Whether a package can choose `option`: an option's id, or a number of the range.
  public func holds(_ option: String) -> Bool {
    if let range { return Amount(option).map(range.holds) ?? false }
    return options.contains { $0.id.raw == option }
  }

  /// The id of the case's option that `option` stands for, where the case's issue has it.
  public func recordOption(_ option: Option, in record: Case.Issue) -> Slug? {
    let wanted = option.option ?? option.id
    return record.options.contains { $0.id == wanted } ? wanted : nil
  }
}

extension Case.Scenario.Issue.Range {
  /// Whether it is among the numbers that can be chosen.
  public func holds(_ number: Amount) -> Bool {
    guard from <= number, number <= to else { return false }
    guard let step, step > Amount(0) else { return continuous }
    let places = [from, number, step].map(\.places).max() ?? 0
    let (low, value, stride) = (
      from.scaled(to: places), number.scaled(to: places), step.scaled(to: places)
    )
    return (value - low) % stride == 0
  }

  /// How many numbers can be chosen; nil where any between can, or where none can.
  public var count: Int? {
    guard let step, step > Amount(0), from <= to else { return nil }
    let places = [from, to, step].map(\.places).max() ?? 0
    let steps = (to.scaled(to: places) - from.scaled(to: places)) / step.scaled(to: places)
    return Int(exactly: steps).flatMap { $0 == .max ? nil : $0 + 1 }
  }
}
