internal import BigInt
public import Foundations

/// What would have to be wrong with one weight for another package to be the Nash package.
public struct NashFlip: Sendable, Hashable {
  /// The party whose weight it is, by position.
  public let party: Int
  /// The issue it weighs, by position.
  public let issue: Int
  /// The weight as the scenario gives it.
  public let weight: ExactDecimal
  /// The nearest weight below and above at which the Nash packages are others, to a thousandth of
  /// the weight (or of one, for a weight of zero); `nil` where there is none between a thousandth of
  /// the weight and ten times it.
  public let below: ExactDecimal?
  /// As ``below``, upwards.
  public let above: ExactDecimal?
}

extension CompiledScenario {
  /// For every weight of additive utilities, in order.
  ///
  /// As long as some package leaves every party above its reservation value, each product of gains is
  /// a line in the weight: a package overtaken once is never again the largest, so halving finds the
  /// first change exactly. Where no package gains for all, a change that is undone again can be
  /// missed.
  ///
  /// - Returns: empty where no package is acceptable to all.
  /// - Throws: `AnalysisError`, or what the checkpoint throws.
  /// - Complexity: a frontier for every issue (for every option, where conditions tie the issue to
  ///   others), then fourteen passes over their rows for each weight.
  public func nashFlips(checkpoint: Checkpoint = Checkpoint()) throws -> [NashFlip] {
    switch scores {
    // Ten thousand times a sum must fit as well.
    case .small(let model) where model.bound < BigInt(1) << 48: try flips(model, checkpoint)
    case .small(let model): try flips(model.widened, checkpoint)
    case .wide(let model): try flips(model, checkpoint)
    }
  }

  private func flips<S: Score>(
    _ model: ScoreModel<S>, _ checkpoint: Checkpoint
  ) throws -> [NashFlip] {
    let weights = scenario.parties.indices.map { party -> [Int: ExactDecimal] in
      guard case .additive(let additive) = scenario.parties[party].utility.base else { return [:] }
      return Dictionary(
        uniqueKeysWithValues: additive.weights.enumerated().map { ($0, $1.nominal) })
    }
    guard weights.contains(where: { !$0.isEmpty }) else { return [] }
    var flips: [NashFlip] = []
    for issue in scenario.issues.indices {
      try checkpoint.report(issue, of: scenario.issues.count)
      let held = try HeldFronts(model, issue: issue, checkpoint.quiet)
      for party in scenario.parties.indices {
        guard let weight = weights[party][issue] else { continue }
        let nearest =
          weight == .zero
          ? try nearestFromZero(party: party, issue: issue, checkpoint.quiet)
          : try held.nearest(party: party, checkpoint)
        guard let nearest else { return [] }
        flips.append(
          NashFlip(
            party: party, issue: issue, weight: weight,
            below: nearest.below.flatMap { weight.changed(by: $0) },
            above: nearest.above.flatMap { weight.changed(by: $0) }))
      }
    }
    return flips.sorted { ($0.party, $0.issue) < ($1.party, $1.issue) }
  }

  /// A weight of zero says nothing of what the options are worth, so it is raised to one first.
  private func nearestFromZero(
    party: Int, issue: Int, _ checkpoint: Checkpoint
  ) throws -> (below: Int?, above: Int?)? {
    var raised = scenario.setting(.weight(party: party, issue: issue), to: .one)
    for party in raised.parties.indices { raised.parties[party].orderings = [] }
    guard let compiled = try CompiledScenario.unlessOutOfReach(raised) else { return (nil, nil) }
    let held =
      switch compiled.scores {
      case .small(let model): try HeldFronts(model.widened, issue: issue, checkpoint)
      case .wide(let model): try HeldFronts(model, issue: issue, checkpoint)
      }
    return try held.nearest(party: party, fromZero: true, checkpoint)
  }
}

/// The efficient packages of each option of an issue by themselves. When the issue's weight changes
/// for a party, all packages with one option move alike, so these stay as they are.
private struct HeldFronts<S: Score> {
  private let model: ScoreModel<S>
  private let issue: Int
  /// A row of utilities each, and its option.
  private var rows: [S] = []
  private var options: [Int] = []
  private let factors: [BigInt]

  init(_ model: ScoreModel<S>, issue: Int, _ checkpoint: Checkpoint) throws {
    self.model = model
    self.issue = issue
    factors = model.scaleFactors.factors
    let isAlone = model.isAlone(issue)
    var first: (option: Int, front: Front<S>)?
    for option in model.optionsAllowed(on: issue) {
      // An issue tied to no other leaves the same front, whichever its option, but for a shift.
      if isAlone, let first {
        for index in 0..<first.front.count {
          if index & 0xFF == 0 { try checkpoint.ask() }
          add(first.front.row(index), option, movedFrom: first.option)
        }
        continue
      }
      let front = try SolvedFront(model.holding(option, of: issue), checkpoint: checkpoint)
        .front
      for index in 0..<front.count { add(front.row(index), option, movedFrom: option) }
      first = first ?? (option, front)
    }
  }

  private mutating func add(_ row: ArraySlice<S>, _ option: Int, movedFrom other: Int) {
    let worth = model.contributions[issue]
    let width = model.width
    for (party, utility) in row.enumerated() {
      rows.append(
        option == other
          ? utility
          : utility - worth[other * width + party] + worth[option * width + party])
    }
    options.append(option)
  }

  /// The least changes of a weight, in thousandths of it, by which other packages are the Nash
  /// packages. From zero the model has it at one, and nothing lies below.
  ///
  /// - Returns: `nil` where nothing is acceptable to all.
  func nearest(
    party: Int, fromZero: Bool = false, _ checkpoint: Checkpoint
  ) throws -> (below: Int?, above: Int?)? {
    let offset = fromZero ? -1000 : 0
    let nominal = try winners(party, moved: offset, checkpoint)
    guard !nominal.isEmpty else { return nil }
    func first(_ direction: Int, most: Int) throws -> Int? {
      func changes(_ thousandths: Int) throws -> Bool {
        try winners(party, moved: offset + direction * thousandths, checkpoint) != nominal
      }
      guard try changes(most) else { return nil }
      var inside = 0
      var outside = most
      while outside - inside > 1 {
        let middle = (inside + outside) / 2
        if try changes(middle) { outside = middle } else { inside = middle }
      }
      return direction * outside
    }
    return (fromZero ? nil : try first(-1, most: 999), try first(1, most: 9000))
  }

  private func winners(
    _ party: Int, moved thousandths: Int, _ checkpoint: Checkpoint
  ) throws -> [Int] {
    let width = model.partyCount
    guard case .direct(let column) = model.finishes[party] else { return [] }
    let worth = model.contributions[issue]
    return try LargestProduct.of(
      options.indices, width: width, factors: factors, checkpoint
    ) { position, other in
      let gain = 1000 * (rows[position * width + other] - model.reservations[other])
      guard other == party else { return gain }
      return gain + S(thousandths) * worth[options[position] * model.width + column]
    }.positions
  }
}

extension ScoreModel {
  /// Whether nothing ties an issue to another.
  fileprivate func isAlone(_ issue: Int) -> Bool {
    let conditions = prohibitions.map(\.condition) + additions.map(\.condition)
    return isDirect && tables.isEmpty
      && !conditions.contains { condition in
        condition.literals.count > 1 && condition.literals.contains { $0.issue == issue }
      }
  }

  /// The packages that hold one option of an issue.
  fileprivate func holding(_ option: Int, of issue: Int) -> ScoreModel {
    let count = optionCounts[issue]
    let others = OptionMask(only: option, of: count).complement(of: count)
    guard !others.isEmpty else { return self }
    let prohibition = Prohibition(
      condition: Conjunction(literals: [.init(issue: issue, mask: others)]), source: .link(-1))
    return ScoreModel(
      optionCounts: optionCounts, width: width, contributions: contributions,
      additions: additions, prohibitions: prohibitions + [prohibition], tables: tables,
      included: included, meanFactors: meanFactors, finishes: finishes,
      reservations: reservations, denominators: denominators)
  }
}

extension ExactDecimal {
  /// Itself times (1 + thousandths ÷ 1000); a zero is moved by that many thousandths. `nil` where
  /// the digits do not fit.
  fileprivate func changed(by thousandths: Int) -> ExactDecimal? {
    if self == .zero { return try? ExactDecimal(mantissa: Int64(thousandths), scale: 3) }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int64(1000 + thousandths))
    return overflow ? nil : try? ExactDecimal(mantissa: product, scale: scale + 3)
  }
}
