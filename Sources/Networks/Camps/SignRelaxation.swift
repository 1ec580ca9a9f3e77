internal import Foundations

/// An upper bound on a ``SignProgram``, with the numbers that prove it.
///
/// Members become unit vectors instead of signs; the optimum over these is found by turning one
/// vector after another towards the sum of its neighbours: Wang, Chang and Kolter, "The mixing
/// method" (2017), arXiv:1706.00476, for the relaxation of Goemans and Williamson (1995). Its
/// multipliers y, raised by the least eigenvalue, make diag(y) − W positive semidefinite, whence
/// every choice of signs has a value of at most half their sum: a proof that does not depend on how
/// far the method came.
struct SignRelaxation: Sendable {
  /// No value is above it.
  let bound: Double
  /// The multipliers: diag(y) − W is positive semidefinite.
  let multipliers: [Double]
  /// Choices of signs read off the vectors.
  let roundings: [[Int8]]

  /// - Complexity: O(count² · √count) a round, O(count³) for the eigenvalue
  init(_ program: SignProgram, seed: UInt64, _ checkpoint: Checkpoint) throws {
    let count = program.count
    let size = (Int((2 * Double(count)).squareRoot()) + 4) & ~3
    var source = SplitMix64(seed: seed, index: 1)
    var vectors = (0..<(count * size)).map { _ in
      Double(source.next() >> 11) * 0x1p-52 - 1
    }
    for member in 0..<count { _ = normalise(&vectors, member, size) }
    var multipliers = [Double](repeating: 0, count: count)
    var sum = [Double](repeating: 0, count: size)
    var last = -Double.infinity
    for round in 0..<2_000 {
      try checkpoint.ask()
      for member in 0..<count {
        for place in 0..<size { sum[place] = 0 }
        for other in 0..<count {
          let weight = program.weight[member * count + other]
          guard weight != 0 else { continue }
          for place in 0..<size { sum[place] += weight * vectors[other * size + place] }
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        multipliers[member] = length
        guard length > 0 else { continue }
        for place in 0..<size { vectors[member * size + place] = sum[place] / length }
      }
      let total = multipliers.reduce(0, +)
      if round > 10, (total - last).magnitude <= 1e-10 * total { break }
      last = total
    }
    var matrix = SymmetricMatrix(count: count)
    for row in 0..<count {
      for column in 0..<row { matrix[row, column] = -program.weight[row * count + column] }
      matrix[row, row] = multipliers[row]
    }
    // A little more than the least eigenvalue asks for covers its rounding.
    let scale = multipliers.reduce(0, max)
    let raise = max(0, -(matrix.eigenvalues().last ?? 0)) + 1e-12 * Double(count) * scale
    self.multipliers = multipliers.map { $0 + raise }
    bound = self.multipliers.reduce(0, +) / 2
    roundings = (0..<50).map { _ in
      let direction = (0..<size).map { _ in
        // Four uniform numbers are near enough to a normal one.
        (0..<4).reduce(0.0) { sum, _ in sum + Double(source.next() >> 11) * 0x1p-53 - 0.5 }
      }
      return (0..<count).map { member in
        (0..<size).reduce(0.0) { $0 + direction[$1] * vectors[member * size + $1] } < 0 ? -1 : 1
      }
    }
  }
}

private func normalise(_ vectors: inout [Double], _ member: Int, _ size: Int) -> Double {
  let places = (member * size)..<((member + 1) * size)
  let length = places.reduce(0) { $0 + vectors[$1] * vectors[$1] }.squareRoot()
  guard length > 0 else { return 0 }
  for place in places { vectors[place] /= length }
  return length
}
