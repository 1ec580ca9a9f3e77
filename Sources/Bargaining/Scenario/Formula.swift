extension Scenario {
  /// A Boolean formula of options.
  public indirect enum Formula: Sendable, Hashable {
    case choice(Choice)
    case not(Formula)
    /// True when all are; the empty one is true.
    case all([Formula])
    /// True when at least one is; the empty one is false.
    case any([Formula])

    /// Whether the formula is true of a package.
    public func holds(for package: Package) -> Bool {
      switch self {
      case .choice(let choice):
        package.options.indices.contains(choice.issue)
          && package.options[choice.issue] == choice.option
      case .not(let formula): !formula.holds(for: package)
      case .all(let formulas): formulas.allSatisfy { $0.holds(for: package) }
      case .any(let formulas): formulas.contains { $0.holds(for: package) }
      }
    }
  }
}

extension Scenario.Formula {
  /// Every option named, in order of appearance.
  public var choices: [Scenario.Choice] {
    switch self {
    case .choice(let choice): [choice]
    case .not(let formula): formula.choices
    case .all(let formulas), .any(let formulas): formulas.flatMap(\.choices)
    }
  }
}
