internal import Foundations

/// Chooses a sign for each member so that Σ over pairs of weight × sign × sign is as large as can be:
/// positive weights want the same sign, negative ones different signs.
///
/// Both the two camps of a network and its frustration index are this question.
struct SignProgram: Sendable {
  let count: Int
  /// By row and column, symmetric, 0 in the diagonal.
  let weight: [Double]
  /// All weights are multiples of this, so that two values differ by a multiple of its double; 0
  /// where no such number was found.
  let grain: Double

  /// - Parameter weight: by row and column, symmetric, 0 in the diagonal.
  init(count: Int, weight: [Double]) {
    self.count = count
    self.weight = weight
    let least = weight.reduce(Double.infinity) { $1 == 0 ? $0 : min($0, $1.magnitude) }
    let isEven = weight.allSatisfy { entry in
      let times = (entry / least).rounded()
      return times.magnitude < 1e6 && (entry - times * least).magnitude <= 1e-12 * least
    }
    grain = least.isFinite && isEven ? least : 0
  }

  /// An answer: `isProven` where no other is better by more than rounding.
  struct Answer: Sendable {
    var signs: [Int8]
    var value: Double
    /// No choice of signs has a value above this.
    var bound: Double
    var isProven: Bool
  }

  /// Up to how many members the optimum is sought with a proof.
  static let provenCount = 40
  /// The most nodes of the search for a proof, each of which takes some tens of nanoseconds.
  static let nodeLimit = 1 << 25

  /// The value of a choice of signs.
  /// - Complexity: O(count²)
  func value(_ signs: [Int8]) -> Double {
    var sum = 0.0
    for row in 0..<count {
      for column in 0..<row {
        let weight = weight[row * count + column]
        sum += signs[row] == signs[column] ? weight : -weight
      }
    }
    return sum
  }

  /// What rounding may add up to.
  var tolerance: Double { 1e-9 * weight.reduce(0) { $0 + $1.magnitude } }

  /// The best choice, the first member's sign being +.
  /// - Complexity: O(count³) for the bound; the proof is exponential at worst and ends at
  ///   ``nodeLimit``, then the answer is not proven
  func solved(seed: UInt64, _ checkpoint: Checkpoint) throws -> Answer {
    guard count > 1 else {
      return Answer(
        signs: [Int8](repeating: 1, count: count), value: 0, bound: 0, isProven: true)
    }
    var best = try searched(starts: 30, seed: seed, checkpoint)
    let relaxation = try SignRelaxation(self, seed: seed, checkpoint)
    for signs in relaxation.roundings {
      let improved = climbed(from: signs)
      if improved.value > best.value { best = improved }
    }
    best.bound = relaxation.bound
    if grain > 0 {
      // The value shares its remainder with the sum of all weights.
      let sum = value([Int8](repeating: 1, count: count))
      let steps = ((best.bound + tolerance - sum) / (2 * grain)).rounded(.down)
      best.bound = sum + steps * 2 * grain
    }
    best.bound = max(best.bound, best.value)
    best.isProven = best.bound - best.value <= tolerance
    if !best.isProven, count <= Self.provenCount {
      var search = SignSearch(self, relaxation, best, checkpoint)
      best = try search.run()
    }
    return best.withFirstPositive
  }

  /// The best of some starts, each climbed from and then disturbed; not proven.
  func searched(starts: Int, seed: UInt64, _ checkpoint: Checkpoint) throws -> Answer {
    var source = SplitMix64(seed: seed)
    var best = climbed(from: [Int8](repeating: 1, count: count))
    for _ in 0..<starts {
      try checkpoint.ask()
      let found = climbed(from: (0..<count).map { _ in source.next() >> 63 == 0 ? 1 : -1 })
      if found.value > best.value + tolerance { best = found }
    }
    return best.withFirstPositive
  }

  /// Turns the sign that gains most until none gains.
  /// - Complexity: O(count) a turn, after O(count²)
  func climbed(from start: [Int8]) -> Answer {
    var signs = start
    // What the others pull each member towards, times its own sign.
    var pull = [Double](repeating: 0, count: count)
    let least = tolerance / Double(max(1, count))
    weight.withUnsafeBufferPointer { weight in
      for row in 0..<count {
        var sum = 0.0
        for column in 0..<count { sum += weight[row * count + column] * Double(signs[column]) }
        pull[row] = sum * Double(signs[row])
      }
      while true {
        var worst = 0
        for member in 1..<max(1, count) where pull[member] < pull[worst] { worst = member }
        guard count > 0, pull[worst] < -least else { break }
        signs[worst] = -signs[worst]
        pull[worst] = -pull[worst]
        let turned = 2 * Double(signs[worst])
        for member in 0..<count where member != worst {
          pull[member] += turned * weight[worst * count + member] * Double(signs[member])
        }
      }
    }
    let value = value(signs)
    return Answer(signs: signs, value: value, bound: .infinity, isProven: false)
  }
}

extension SignProgram.Answer {
  /// The same answer with the sign of the first member +.
  var withFirstPositive: Self {
    guard signs.first == -1 else { return self }
    var turned = self
    turned.signs = signs.map { -$0 }
    return turned
  }
}
