internal import Foundations

/// Counts over draws.
struct RobustnessTally {
  private struct Watch {
    let package: Scenario.Package
    /// Links and red lines do not change from draw to draw.
    let isFeasible: Bool
    var acceptable = 0
    var efficient = 0
    var nash = 0
  }

  private let compiled: CompiledScenario
  private let spaces: [DrawSpace]
  private let drawing: DrawModel?
  private var watches: [Watch]
  private var open = 0
  private var draws = 0
  private var nash: [Scenario.Package: Int] = [:]
  /// Per draw, its Nash packages by number; and the draw's uncertain numbers.
  private var winners: [[Int]] = []
  private var numbered: [Scenario.Package: Int] = [:]
  private var drawn: [[Int64]] = []
  private let uncertain: [(party: Int, position: Int, place: UncertainNumber)]
  /// Ties beyond this many are not distinguished within one draw.
  private static let tieLimit = 16

  init(_ compiled: CompiledScenario, watched: [Scenario.Package]) throws {
    self.compiled = compiled
    var spaces: [DrawSpace] = []
    for party in compiled.scenario.parties.indices {
      spaces.append(try DrawSpace(of: party, in: compiled.scenario))
    }
    self.spaces = spaces
    drawing = DrawModel(compiled, spaces: spaces)
    watches = try watched.map {
      Watch(package: $0, isFeasible: try compiled.isFeasible($0))
    }
    let places = Set(compiled.scenario.uncertainNumbers)
    uncertain = spaces.indices.flatMap { party in
      spaces[party].places.indices.filter { places.contains(spaces[party].places[$0]) }
        .map { (party, $0, spaces[party].places[$0]) }
    }
  }

  mutating func add(_ random: inout SplitMix64, _ checkpoint: Checkpoint) throws {
    draws += 1
    if let drawing {
      let draw = drawing.draw(&random)
      if try !addUntied(draw, checkpoint) { try addTied(draw, checkpoint) }
      return
    }
    try addCompiled(&random, checkpoint)
  }

  /// Where nothing ties issues together, between two parties.
  ///
  /// - Returns: whether it could be added so.
  private mutating func addUntied(
    _ draw: DrawModel.Draw, _ checkpoint: Checkpoint
  ) throws -> Bool {
    guard let rows = draw.rows else { return false }
    let solved = try LeanFront(rows, width: draw.model.width, checkpoint)
    guard let best = solved.nashRows(over: draw.model.reservations) else { return false }
    add(draw, solved.front, best) { row, limit in solved.packages(of: row, limit: limit) }
    return true
  }

  private mutating func addTied(_ draw: DrawModel.Draw, _ checkpoint: Checkpoint) throws {
    let solved = try SolvedFront(draw.model, checkpoint: checkpoint)
    let best = try PointSearch(solved, checkpoint).point(of: .nash).indices
    try add(draw, solved.front, best) { row, limit in
      var packages: [[Int]] = []
      try solved.forEachPackage(of: row, checkpoint) {
        packages.append($0)
        return packages.count < limit
      }
      return packages
    }
  }

  private mutating func add(
    _ draw: DrawModel.Draw, _ front: Front<Int>, _ best: [Int],
    _ packages: ([Int], _ limit: Int) throws -> [[Int]]
  ) rethrows {
    if !best.isEmpty { open += 1 }
    for index in watches.indices where watches[index].isFeasible {
      let row = draw.model.utilities(of: watches[index].package.options)
      if draw.model.isAcceptable(row) { watches[index].acceptable += 1 }
      guard let place = front.index(of: row) else { continue }
      watches[index].efficient += 1
      if best.contains(place) { watches[index].nash += 1 }
    }
    var winners: [[Int]] = []
    for index in best where winners.count < Self.tieLimit {
      winners += try packages(Array(front.row(index)), Self.tieLimit - winners.count)
    }
    record(draw.numbers, winners)
  }

  /// Where drawn numbers do not fit the model made once.
  private mutating func addCompiled(
    _ random: inout SplitMix64, _ checkpoint: Checkpoint
  ) throws {
    var scenario = compiled.scenario
    var grid: [[Int64]] = []
    for space in spaces {
      let numbers = space.gridDraw(&random)
      grid.append(numbers)
      for (place, number) in zip(space.places, numbers) {
        scenario = scenario.setting(
          place, to: try ExactDecimal(mantissa: number, scale: space.scale))
      }
    }
    // A reservation value no package reaches makes an empty zone, and leaves the frontier.
    let reached = try CompiledScenario.unlessOutOfReach(scenario)
    var undemanding = scenario
    if reached == nil {
      for party in undemanding.parties.indices {
        undemanding.parties[party].reservation = Quantity(ExactDecimal(-1_000_000_000_000_000_000))
      }
    }
    let fresh = try reached ?? CompiledScenario(undemanding)
    let frontier = try fresh.frontier(checkpoint: checkpoint)
    let winners =
      reached == nil ? [] : try frontier.point(of: .nash, checkpoint: checkpoint).indices
    if reached != nil, !frontier.acceptable.isEmpty { open += 1 }
    let best = Set(winners.compactMap { frontier.point($0)?.utilities })
    var efficient: Set<[ExactValue]> = []
    for index in 0..<frontier.count {
      try checkpoint.ask()
      if let point = frontier.point(index) { efficient.insert(point.utilities) }
    }
    for index in watches.indices where watches[index].isFeasible {
      let utilities = try fresh.utilities(of: watches[index].package)
      let isAcceptable = zip(utilities, scenario.parties).allSatisfy {
        $0 >= ExactValue($1.reservation.nominal)
      }
      if isAcceptable { watches[index].acceptable += 1 }
      if efficient.contains(utilities) { watches[index].efficient += 1 }
      if isAcceptable && best.contains(utilities) { watches[index].nash += 1 }
    }
    var packages: [[Int]] = []
    for index in winners where packages.count < Self.tieLimit {
      packages += try frontier.packages(
        at: index, limit: Self.tieLimit - packages.count, checkpoint: checkpoint
      )
      .map(\.options)
    }
    record(grid, packages)
  }

  private mutating func record(_ grid: [[Int64]], _ packages: [[Int]]) {
    drawn.append(uncertain.map { grid[$0.party][$0.position] })
    winners.append(
      packages.map { options in
        let package = Scenario.Package(options)
        nash[package, default: 0] += 1
        let number = numbered[package] ?? numbered.count
        numbered[package] = number
        return number
      })
  }

  func result(seed: UInt64, _ checkpoint: Checkpoint) throws -> Robustness {
    func share(_ count: Int) -> Share { Share(count: count, draws: draws) }
    let influences = try uncertain.indices.map { index in
      try checkpoint.ask()
      return Robustness.Influence(
        number: uncertain[index].place,
        gain: share(try gain(from: drawn.map { $0[index] }, checkpoint)))
    }
    return Robustness(
      seed: seed, draws: draws,
      packages: watches.map {
        .init(
          package: $0.package, acceptable: share($0.acceptable), efficient: share($0.efficient),
          nash: share($0.nash))
      },
      nash: nash.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { .init(package: $0.key, share: share($0.value)) },
      open: share(open),
      influences: influences.sorted {
        ($1.gain.count, $0.number) < ($0.gain.count, $1.number)
      })
  }

  /// How many draws more would be named rightly, knowing the quarter a number lies in.
  private func gain(from numbers: [Int64], _ checkpoint: Checkpoint) throws -> Int {
    var steps = CheckedSteps(checkpoint)
    func best(_ members: some Sequence<Int>) throws -> Int {
      var counts = [Int](repeating: 0, count: numbered.count)
      for draw in members {
        try steps.next()
        for winner in winners[draw] { counts[winner] += 1 }
      }
      return counts.max() ?? 0
    }
    let order = try numbers.indices.sorted(checkpoint) {
      (numbers[$0], $0) < (numbers[$1], $1)
    }
    let overall = try best(order)
    var informed = 0
    for quarter in 0..<4 {
      informed += try best(order[(draws * quarter / 4)..<(draws * (quarter + 1) / 4)])
    }
    return max(0, informed - overall)
  }
}
