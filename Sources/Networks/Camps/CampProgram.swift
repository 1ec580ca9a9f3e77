/// The signed modularity of divisions in two, as a ``SignProgram``.
///
/// With congruence C, conflict F, strengths k⁺ and k⁻ and their sums 2m⁺ and 2m⁻, a division has
/// Q = 1 / (2m⁺ + 2m⁻) Σ over i and j of one camp of
/// C(i,j) − k⁺(i) k⁺(j) / 2m⁺ − F(i,j) + k⁻(i) k⁻(j) / 2m⁻.
struct CampProgram {
  let program: SignProgram
  private let diagonal: Double
  private let scale: Double

  /// - Parameter ties: both ends below `count`.
  /// - Complexity: O(count² + ties)
  init(count: Int, ties: [(first: Int, second: Int, congruence: Double, conflict: Double)]) {
    var plus = [Double](repeating: 0, count: count)
    var minus = plus
    var weight = [Double](repeating: 0, count: count * count)
    for tie in ties {
      plus[tie.first] += tie.congruence
      plus[tie.second] += tie.congruence
      minus[tie.first] += tie.conflict
      minus[tie.second] += tie.conflict
      weight[tie.first * count + tie.second] = tie.congruence - tie.conflict
      weight[tie.second * count + tie.first] = tie.congruence - tie.conflict
    }
    let (allPlus, allMinus) = (plus.reduce(0, +), minus.reduce(0, +))
    var diagonal = 0.0
    for row in 0..<count {
      for column in 0...row {
        let expected =
          (allPlus > 0 ? plus[row] * plus[column] / allPlus : 0)
          - (allMinus > 0 ? minus[row] * minus[column] / allMinus : 0)
        if row == column {
          diagonal -= expected
        } else {
          weight[row * count + column] -= expected
          weight[column * count + row] = weight[row * count + column]
        }
      }
    }
    program = SignProgram(count: count, weight: weight)
    self.diagonal = diagonal
    scale = allPlus + allMinus
  }

  /// Twice the modularity of a choice of signs with the value `value` of the program; rows add up to
  /// 0, so that half the sum over all signed pairs is the sum over pairs within camps.
  func score(_ value: Double) -> Double {
    scale > 0 ? max(0, (2 * value + diagonal) / scale) : 0
  }
}
