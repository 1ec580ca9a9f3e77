internal import BigInt

/// Counts over draws.
struct RobustnessTally {
  private struct Watch {
    let package: Scenario.Package
    var acceptable = 0
    var efficient = 0
    var nash = 0
  }

  private let compiled: CompiledScenario
  private let spaces: [DrawSpace]
  private let lean: DrawModel?
  private var watches: [Watch]
  private var open = 0
  private var draws = 0
  private var nash: [Scenario.Package: Int] = [:]
  /// Per draw, its Nash packages by number; and the draw's uncertain numbers.
  private var winners: [[Int]] = []
  private var numbered: [Scenario.Package: Int] = [:]
  private var drawn: [[Int64]] = []
  private let uncertain: [(party: Int, position: Int, place: UncertainNumber)]
  /// Ties beyond this many are not told apart within one draw.
  private static let tieLimit = 16

  init(_ compiled: CompiledScenario, watched: [Scenario.Package]) throws {
    self.compiled = compiled
    var spaces: [DrawSpace] = []
    for party in compiled.scenario.parties.indices {
      spaces.append(try DrawSpace(of: party, in: compiled.scenario))
    }
    self.spaces = spaces
    lean = DrawModel(compiled, spaces: spaces)
    watches = watched.map { Watch(package: $0) }
    let places = Set(compiled.scenario.uncertainNumbers)
    uncertain = spaces.indices.flatMap { party in
      spaces[party].places.indices.filter { places.contains(spaces[party].places[$0]) }
        .map { (party, $0, spaces[party].places[$0]) }
    }
  }

  mutating func add(_ random: inout SeededGenerator) throws {
    draws += 1
    if let lean {
      addLean(lean.draw(&random))
      return
    }
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
    // A reservation value no package reaches makes an empty zone, and counts as such.
    guard let fresh = try CompiledScenario.unlessOutOfReach(scenario) else {
      record(grid, [])
      return
    }
    let frontier = try fresh.frontier()
    let point = try frontier.point(of: .nash)
    if !frontier.acceptable.isEmpty { open += 1 }
    let best = Set(point.indices.compactMap { frontier.point($0)?.utilities })
    for index in watches.indices {
      let package = watches[index].package
      guard try fresh.broken(by: package).isEmpty else { continue }
      let utilities = try fresh.utilities(of: package)
      let isAcceptable = zip(utilities, scenario.parties).allSatisfy {
        $0 >= ExactValue($1.reservation.nominal)
      }
      if isAcceptable { watches[index].acceptable += 1 }
      if try frontier.distance(of: package).isEfficient { watches[index].efficient += 1 }
      if isAcceptable && best.contains(utilities) { watches[index].nash += 1 }
    }
    var packages: [[Int]] = []
    for index in point.indices where packages.count < Self.tieLimit {
      packages += try frontier.packages(at: index, limit: Self.tieLimit - packages.count)
        .map(\.options)
    }
    record(grid, packages)
  }

  private mutating func addLean(_ draw: DrawModel.Draw) {
    let width = draw.reservations.count
    let solved = LeanFront(draw.rows, width: width)
    let front = solved.front
    let best =
      solved.nashRows(over: draw.reservations)
      ?? Self.nash(front, draw.reservations, lean?.factors ?? [])
    if !best.isEmpty { open += 1 }
    for index in watches.indices {
      var row = [Int](repeating: 0, count: width)
      var isFeasible = true
      for (issue, option) in watches[index].package.options.enumerated() {
        guard let part = draw.rows[issue].first(where: { $0.option == option }) else {
          isFeasible = false
          break
        }
        for party in 0..<width { row[party] += part.row[party] }
      }
      guard isFeasible else { continue }
      if zip(row, draw.reservations).allSatisfy({ $0 >= $1 }) { watches[index].acceptable += 1 }
      guard let place = front.index(of: row) else { continue }
      watches[index].efficient += 1
      if best.contains(place) { watches[index].nash += 1 }
    }
    var packages: [[Int]] = []
    for index in best where packages.count < Self.tieLimit {
      packages += solved.packages(
        of: Array(front.row(index)), limit: Self.tieLimit - packages.count)
    }
    record(draw.numbers, packages)
  }

  /// In wide integers, for any number of parties, gains brought to one scale.
  private static func nash(
    _ front: Front<Int>, _ reservations: [Int], _ factors: [BigInt]
  ) -> [Int] {
    var winners: [Int] = []
    var best: (Int, BigInt) = (-1, 0)
    for index in 0..<front.count {
      let gains = zip(front.row(index), reservations).map { $0 - $1 }
      if gains.contains(where: { $0 < 0 }) { continue }
      let measure = (
        gains.count { $0 > 0 },
        zip(gains, factors).reduce(BigInt(1)) { $1.0 > 0 ? $0 * BigInt($1.0) * $1.1 : $0 }
      )
      if measure > best {
        best = measure
        winners = [index]
      } else if measure == best {
        winners.append(index)
      }
    }
    return winners
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

  func result(seed: UInt64) -> Robustness {
    func share(_ count: Int) -> Share { Share(count: count, draws: draws) }
    let influences = uncertain.indices.map { index in
      Robustness.Influence(
        number: uncertain[index].place, gain: share(gain(from: drawn.map { $0[index] })))
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
  private func gain(from numbers: [Int64]) -> Int {
    func best(_ members: some Sequence<Int>) -> Int {
      var counts = [Int](repeating: 0, count: numbered.count)
      for draw in members {
        for winner in winners[draw] { counts[winner] += 1 }
      }
      return counts.max() ?? 0
    }
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    let overall = best(order)
    var informed = 0
    for quarter in 0..<4 {
      informed += best(order[(draws * quarter / 4)..<(draws * (quarter + 1) / 4)])
    }
    return max(0, informed - overall)
  }
}
