internal import BigInt
internal import Foundations

/// The numbers one party's ranges and orderings allow, on a decimal grid fine enough that each
/// range has at least a thousand steps.
///
/// Numbers without orderings are drawn uniformly and independently. Where orderings bind, draws are
/// rejected until one fits and, when few fit, replaced by a Gibbs walk from a point inside: each
/// number in turn uniform between its neighbours (Geman & Geman 1984,
/// doi:10.1109/TPAMI.1984.4767596).
struct DrawSpace: Sendable {
  /// All the party's numbers, certain ones included.
  let places: [UncertainNumber]
  /// Decimal places of the grid, per number.
  let scales: [Int]
  /// Bounds on a common grid, tightened by the orderings.
  private var low: [Int64]
  private var high: [Int64]
  /// Positions among `places`.
  let orderings: [(greater: Int, lesser: Int)]
  private let commonScale: Int
  private let tied: [Int]
  /// How many decimal places beyond its own digits a range is drawn at.
  private static let extraDigits = 3
  private static let rejections = 64
  private static let sweeps = 40

  /// - Throws: `ScenarioError.orderingContradicted` or `.unknownOption` for an ordering of numbers
  ///   that are not there.
  init(of party: Int, in scenario: Scenario) throws(ScenarioError) {
    let numbers = scenario.numbers(of: party)
    places = numbers.map(\.place)
    var scales: [Int] = []
    for number in numbers {
      let digits = max(number.quantity.low.scale, number.quantity.high.scale)
      scales.append(number.quantity.isCertain ? digits : min(18, digits + DrawSpace.extraDigits))
    }
    self.scales = scales
    var common = scales.max() ?? 0
    // Numbers too large for the finest grid share a coarser one; 0 always fits.
    while common > 0
      && numbers.contains(where: {
        $0.quantity.low.mantissa(at: max(common, $0.quantity.low.scale)) == nil
          || $0.quantity.high.mantissa(at: max(common, $0.quantity.high.scale)) == nil
      })
    { common -= 1 }
    commonScale = common
    func grid(_ number: ExactDecimal) -> Int64 {
      number.mantissa(at: common)
        ?? number.mantissa / ExactDecimal.powersOfTen[max(0, number.scale - common)]
    }
    low = numbers.map { grid($0.quantity.low) }
    high = numbers.map { grid($0.quantity.high) }
    var positions: [UncertainNumber: Int] = [:]
    for (index, place) in places.enumerated() { positions[place] = index }
    var pairs: [(greater: Int, lesser: Int)] = []
    for (index, ordering) in scenario.parties[party].orderings.enumerated() {
      let named = ordering.places(party: party)
      guard let greater = positions[named.greater], let lesser = positions[named.lesser] else {
        throw .unknownOption(
          place: "party “\(scenario.parties[party].name)”, ordering \(index)",
          choice: ordering.missing)
      }
      pairs.append((greater, lesser))
    }
    orderings = pairs
    tied = Set(pairs.flatMap { [$0.greater, $0.lesser] }).sorted()
    for _ in 0...tied.count {
      for pair in pairs {
        low[pair.greater] = max(low[pair.greater], low[pair.lesser])
        high[pair.lesser] = min(high[pair.lesser], high[pair.greater])
      }
    }
    if let pair = pairs.firstIndex(where: {
      low[$0.greater] > high[$0.greater] || low[$0.lesser] > high[$0.lesser]
    }) {
      throw .orderingContradicted(party: scenario.parties[party].name, ordering: pair)
    }
  }

  /// One number per place, exact.
  func draw(_ random: inout SplitMix64) -> [ExactDecimal] {
    let grid = gridDraw(&random)
    return grid.map { (try? ExactDecimal(mantissa: $0, scale: commonScale)) ?? .zero }
  }

  /// What the ranges come to once the orderings have narrowed them, per place.
  var ranges: [(low: ExactValue, high: ExactValue)] {
    let unit = ExactDecimal.powersOfTen[commonScale]
    func exact(_ grid: Int64) -> ExactValue {
      ExactValue(Int(grid)).divided(by: ExactValue(Int(unit))) ?? .zero
    }
    return low.indices.map { (exact(low[$0]), exact(high[$0])) }
  }

  /// One number per place, in units of 10^−`scale`.
  var scale: Int { commonScale }

  /// No number drawn at a place is larger in size.
  func largest(at place: Int) -> BigInt { max(abs(BigInt(low[place])), abs(BigInt(high[place]))) }

  func gridDraw(_ random: inout SplitMix64) -> [Int64] {
    var drawn = low.indices.map { uniform(low[$0], high[$0], &random) }
    if orderings.isEmpty { return drawn }
    for _ in 0..<DrawSpace.rejections {
      if orderings.allSatisfy({ drawn[$0.greater] >= drawn[$0.lesser] }) { return drawn }
      for index in tied { drawn[index] = uniform(low[index], high[index], &random) }
    }
    for index in tied { drawn[index] = low[index] }
    for _ in 0..<DrawSpace.sweeps {
      for index in tied {
        var least = low[index]
        var most = high[index]
        for pair in orderings {
          if pair.greater == index { least = max(least, drawn[pair.lesser]) }
          if pair.lesser == index { most = min(most, drawn[pair.greater]) }
        }
        drawn[index] = uniform(least, most, &random)
      }
    }
    return drawn
  }

  private func uniform(_ low: Int64, _ high: Int64, _ random: inout SplitMix64) -> Int64 {
    low >= high ? low : Int64.random(in: low...high, using: &random)
  }
}

extension Scenario.Ordering {
  fileprivate var missing: Scenario.Choice {
    switch self {
    case .weight(let issue, _): Scenario.Choice(issue: issue, option: 0)
    case .value(let choice, _): choice
    }
  }
}
