internal import Foundations

/// Takes concepts away, each time the one that changes the spectrum least.
struct BackboneSearch {
  private let ofDegrees: Bool
  private let whole: [Double]
  private var laplacian: SymmetricMatrix
  private var left: [Candidate]

  /// What a concept adds to the Laplacian: congruence between some of its actors.
  private struct Candidate: Sendable {
    let concept: Int
    let pairs: [(first: Int32, second: Int32, weight: Double)]
    let trace: Double
    /// No smaller loss is possible.
    var bound = 0.0
  }

  /// The most actors.
  private static let limit = 500

  init(_ sample: Sample, ofDegrees: Bool) throws {
    let table = sample.table
    self.ofDegrees = ofDegrees
    let members = table.actors.indices
      .filter { [activity = sample.activity(.actors)] in activity[$0] > 0 }
    guard members.count <= Self.limit else {
      throw NetworkError.tooManyActors(
        what: "the backbone", found: members.count, limit: Self.limit)
    }
    let place = places(members, of: table.actors.count)
    let scale = LevelScale(table)
    var byConcept = [[Int]](repeating: [], count: table.concepts.count)
    for slot in table.slotActor.indices where sample.amount[slot] > 0 {
      byConcept[Int(table.slotConcept[slot])].append(slot)
    }
    laplacian = SymmetricMatrix(count: members.count)
    left = []
    for (concept, slots) in byConcept.enumerated() where !slots.isEmpty {
      // A network of this concept alone.
      let incidence = Incidence(
        rows: members.count, columns: 1, levels: table.levels.count,
        row: slots.map { Int32(place[Int(table.slotActor[$0])]) },
        column: slots.map { _ in 0 }, level: slots.map { table.slotLevel[$0] })
      let ties = try TieScan(incidence, amount: slots.map { sample.amount[$0] }, scale: scale)
        .ties(limit: OneModeNetwork.tieLimit, isParallel: false, Checkpoint())
      let pairs = ties.filter { $0.congruence > 0 }.map { ($0.first, $0.second, $0.congruence) }
      left.append(
        Candidate(
          concept: concept, pairs: pairs, trace: pairs.reduce(0) { $0 + 2 * $1.2 }))
      for pair in pairs { laplacian.add(pair.2, Int(pair.0), Int(pair.1)) }
    }
    whole = laplacian.normalisedSpectrum(ofDegrees: ofDegrees)
  }

  mutating func run(_ checkpoint: Checkpoint) throws -> [(concept: Int, loss: Double)] {
    var removed: [(concept: Int, loss: Double)] = []
    let total = left.count
    while !left.isEmpty {
      try checkpoint.report(removed.count, of: total)
      let (place, loss) = try least(checkpoint.quiet)
      let gone = left.remove(at: place)
      removed.append((gone.concept, loss))
      let before = laplacian.trace
      for pair in gone.pairs { laplacian.add(-pair.weight, Int(pair.first), Int(pair.second)) }
      if left.allSatisfy({ $0.pairs.isEmpty }) { laplacian = SymmetricMatrix(count: whole.count) }
      // Taking away the concept just gone moves the normalised spectrum without another by at most
      // twice its share of the trace, as no eigenvalue rises when weights are taken away.
      for index in left.indices {
        let rest = before - left[index].trace
        left[index].bound =
          rest > 0 ? left[index].bound - 2 * min(1, gone.trace / rest) : -.infinity
      }
    }
    try checkpoint.report(total, of: total)
    return removed
  }

  /// The candidate with the least loss, the first of several.
  private mutating func least(_ checkpoint: Checkpoint) throws -> (place: Int, loss: Double) {
    let order = left.indices.sorted { (left[$0].bound, $0) < (left[$1].bound, $1) }
    var best = (place: 0, loss: Double.infinity)
    var next = 0
    while next < order.count, left[order[next]].bound <= best.loss + Self.tolerance {
      let batch = order[next..<min(order.count, next + 8)]
      next += batch.count
      let losses = try Parallel.map(count: batch.count, work: .max) { [self, batch] index in
        try checkpoint.ask()
        return loss(without: left[batch[batch.startIndex + index]])
      }
      for (place, loss) in zip(batch, losses) {
        left[place].bound = loss
        let isBetter =
          loss < best.loss - Self.tolerance
          || (loss < best.loss + Self.tolerance && place < best.place)
        if isBetter { best = (place, loss) }
      }
    }
    return best
  }

  /// Losses nearer than this are equal.
  private static let tolerance = 1e-11

  private func loss(without candidate: Candidate) -> Double {
    var rest = laplacian
    for pair in candidate.pairs { rest.add(-pair.weight, Int(pair.first), Int(pair.second)) }
    rest.clearTraces(of: laplacian)
    return absoluteDifference(whole, rest.normalisedSpectrum(ofDegrees: ofDegrees))
  }
}

extension SymmetricMatrix {
  /// Adds a tie to a Laplacian.
  fileprivate mutating func add(_ weight: Double, _ first: Int, _ second: Int) {
    self[first, second] -= weight
    self[first, first] += weight
    self[second, second] += weight
  }

  /// Makes rows 0 of which subtraction left only rounding.
  fileprivate mutating func clearTraces(of before: SymmetricMatrix) {
    for row in 0..<count where self[row, row] <= 1e-12 * before[row, row] {
      for column in 0..<count { self[row, column] = 0 }
    }
  }
}
