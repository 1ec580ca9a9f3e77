/// “The option of each of these issues lies in this set”: the form every link, red line and
/// interaction is brought into, so that one elimination serves them all.
struct Conjunction: Sendable, Hashable {
  struct Literal: Sendable, Hashable {
    let issue: Int
    let mask: OptionMask
  }

  /// At most one per issue, by issue. None at all is true of every package.
  let literals: [Literal]

  func holds(for options: [Int]) -> Bool {
    literals.allSatisfy { $0.mask.contains(options[$0.issue]) }
  }

  /// Both at once; `nil` where that cannot be.
  func and(_ other: Conjunction) -> Conjunction? {
    var joined = literals
    for literal in other.literals {
      if let index = joined.firstIndex(where: { $0.issue == literal.issue }) {
        let mask = joined[index].mask.intersection(literal.mask)
        if mask.isEmpty { return nil }
        joined[index] = Literal(issue: literal.issue, mask: mask)
      } else {
        joined.append(literal)
      }
    }
    return Conjunction(literals: joined.sorted { $0.issue < $1.issue })
  }
}

extension Conjunction {
  static let limit = 4096

  /// The cases of a formula: it is true where at least one of them is.
  static func cases(
    of formula: Scenario.Formula, negated: Bool = false, optionCounts: [Int], place: String
  ) throws(ScenarioError) -> [Conjunction] {
    switch formula {
    case .choice(let choice):
      guard optionCounts.indices.contains(choice.issue),
        (0..<optionCounts[choice.issue]).contains(choice.option)
      else { throw .unknownOption(place: place, choice: choice) }
      let count = optionCounts[choice.issue]
      let only = OptionMask(only: choice.option, of: count)
      let mask = negated ? only.complement(of: count) : only
      if mask.isEmpty { return [] }
      return [Conjunction(literals: [Literal(issue: choice.issue, mask: mask)])]
    case .not(let inner):
      return try cases(of: inner, negated: !negated, optionCounts: optionCounts, place: place)
    case .all(let formulas), .any(let formulas):
      let isAll = if case .all = formula { true } else { false }
      var parts: [[Conjunction]] = []
      for inner in formulas {
        parts.append(
          try cases(of: inner, negated: negated, optionCounts: optionCounts, place: place))
      }
      return isAll != negated
        ? try product(of: parts, place: place) : try sum(of: parts, place: place)
    }
  }

  private static func sum(
    of parts: [[Conjunction]], place: String
  ) throws(ScenarioError) -> [Conjunction] {
    var seen: Set<Conjunction> = []
    var result: [Conjunction] = []
    for part in parts.joined() where seen.insert(part).inserted { result.append(part) }
    if result.count > limit { throw .formulaTooLarge(place: place, limit: limit) }
    return result
  }

  private static func product(
    of parts: [[Conjunction]], place: String
  ) throws(ScenarioError) -> [Conjunction] {
    var result = [Conjunction(literals: [])]
    for part in parts {
      var next: [Conjunction] = []
      for left in result {
        for right in part {
          if let both = left.and(right) { next.append(both) }
        }
        if next.count > limit { throw .formulaTooLarge(place: place, limit: limit) }
      }
      result = next
    }
    return result
  }
}
