internal import Foundations

/// Random statements with the degrees observed: every actor makes as many, and every position
/// (concept and level) is taken as often, but by whom is random.
///
/// A draw starts from a random matching of actors with positions under the two degree sequences.
/// No actor may take one position more often than the largest multiplicity observed, so that a draw
/// repeats no position where the observed network repeats none; pairs above that limit are rejected
/// and exchanged again. Random exchanges of the actors of two statements follow, under the same
/// limit, of which a rejected one counts as a step: the chain of Milo, Kashtan, Itzkovitz, Newman
/// and Alon, "On the uniform generation of random graphs with prescribed degree sequences" (2003),
/// arXiv:cond-mat/0312028, for two modes. Where no matching is found, as hardly any other network
/// has these degrees, the chain starts from the observed network.
struct NullModel: Sendable {
  private let mode: Mode
  private let actors: Int
  private let concepts: Int
  private let levels: Int
  // By statement that remains.
  private let actor: [Int32]
  private let position: [Int32]
  private let weight: [Double]
  // By position.
  private let concept: [Int32]
  private let level: [Int32]
  private let most: Int32

  /// Exchanges tried for each statement: after a random matching, and from the observed network.
  private static let exchanges = (matched: 2, observed: 20)

  /// - Parameter mode: what the rows of a draw are; the chain is the same.
  init(_ sample: Sample, _ mode: Mode) {
    let table = sample.table
    self.mode = mode
    (levels, actors, concepts) = (table.levels.count, table.actors.count, table.concepts.count)
    var actor: [Int32] = []
    var position: [Int32] = []
    var weight: [Double] = []
    var names: [Int: Int32] = [:]
    var concept: [Int32] = []
    var level: [Int32] = []
    var most: Int32 = 1
    for slot in table.slotActor.indices where sample.amount[slot] > 0 {
      let key = Int(table.slotConcept[slot]) * levels + Int(table.slotLevel[slot])
      if names[key] == nil {
        names[key] = Int32(concept.count)
        concept.append(table.slotConcept[slot])
        level.append(table.slotLevel[slot])
      }
      let times = sample.statements[slot]
      most = max(most, times)
      for _ in 0..<times {
        actor.append(table.slotActor[slot])
        position.append(names[key] ?? 0)
        weight.append(sample.amount[slot] / Double(times))
      }
    }
    (self.actor, self.position, self.weight) = (actor, position, weight)
    (self.concept, self.level, self.most) = (concept, level, most)
  }

  /// One draw, as amounts by row, column and level.
  /// - Complexity: O(statements), with a table of actors × positions where that is small
  func draw(
    _ source: inout SplitMix64, _ checkpoint: Checkpoint
  ) throws -> (Incidence, [Double]) {
    var steps = CheckedSteps(checkpoint)
    var tries = Self.exchanges.matched
    var row = try matched(&source, &steps) ?? []
    if row.isEmpty { (row, tries) = (actor, Self.exchanges.observed) }
    var counts = counted(row)
    for _ in 0..<(tries * row.count) {
      try steps.next()
      let (one, two) = (source.below(row.count), source.below(row.count))
      exchange(one, two, &row, &counts)
    }
    return incidence(row)
  }

  /// A random matching within the largest multiplicity observed; nil if none is found within the
  /// exchanges allowed.
  private func matched(
    _ source: inout SplitMix64, _ steps: inout CheckedSteps
  ) throws -> [Int32]? {
    var row = actor
    for place in row.indices.dropFirst().reversed() {
      try steps.next()
      row.swapAt(place, source.below(place + 1))
    }
    var counts = counted(row)
    var over = row.indices.filter { counts[row[$0], position[$0]] > most }
    for _ in 0..<(Self.exchanges.observed * row.count) {
      guard let place = over.last else { return row }
      try steps.next()
      if counts[row[place], position[place]] <= most
        || exchange(place, source.below(row.count), &row, &counts)
      {
        over.removeLast()
      }
    }
    return over.isEmpty ? row : nil
  }

  private func counted(_ row: [Int32]) -> PairCounts {
    var counts = PairCounts(rows: actors, positions: concept.count)
    for (own, position) in zip(row, position) { counts.add(1, own, position) }
    return counts
  }

  /// Exchanges the actors of two statements; false if that is rejected.
  @discardableResult
  private func exchange(
    _ one: Int, _ two: Int, _ row: inout [Int32], _ counts: inout PairCounts
  ) -> Bool {
    let (first, second) = (row[one], row[two])
    guard first != second, position[one] != position[two],
      counts[first, position[two]] < most, counts[second, position[one]] < most
    else { return false }
    counts.add(-1, first, position[one])
    counts.add(-1, second, position[two])
    counts.add(1, first, position[two])
    counts.add(1, second, position[one])
    (row[one], row[two]) = (second, first)
    return true
  }

  private func incidence(_ actor: [Int32]) -> (Incidence, [Double]) {
    let conceptOf = position.map { concept[Int($0)] }
    let levelOf = position.map { level[Int($0)] }
    let (row, column, rows, columns) =
      mode == .actors
      ? (actor, conceptOf, actors, concepts) : (conceptOf, actor, concepts, actors)
    var order = stableOrder(Array(0..<Int32(row.count)), by: levelOf, bound: levels)
    order = stableOrder(order, by: column, bound: columns)
    order = stableOrder(order, by: row, bound: rows)
    // Equal entries need not be added up: a scan adds all that it meets.
    let incidence = Incidence(
      rows: rows, columns: columns, levels: levels, row: order.map { row[Int($0)] },
      column: order.map { column[Int($0)] }, level: order.map { levelOf[Int($0)] })
    return (incidence, order.map { weight[Int($0)] })
  }
}

/// How often each row takes each position.
private struct PairCounts {
  private let positions: Int
  private var table: [Int32]
  private var sparse: [Int: Int32] = [:]

  init(rows: Int, positions: Int) {
    self.positions = positions
    table = rows * positions <= 1 << 24 ? [Int32](repeating: 0, count: rows * positions) : []
  }

  subscript(row: Int32, position: Int32) -> Int32 {
    let place = Int(row) * positions + Int(position)
    return table.isEmpty ? sparse[place, default: 0] : table[place]
  }

  mutating func add(_ amount: Int32, _ row: Int32, _ position: Int32) {
    let place = Int(row) * positions + Int(position)
    if table.isEmpty {
      sparse[place, default: 0] += amount
    } else {
      table[place] += amount
    }
  }
}
