internal import Foundations

/// Proves which signs are best, by going through them depth first.
///
/// With y of a ``SignRelaxation``, a choice x has the value ½ (Σ y − |R x|²), where RᵀR is the
/// Cholesky factorisation of diag(y) − W. The rows of R from the last up add to the cost as soon as
/// their members have a sign, so that a branch ends when its cost leaves no room for a better value;
/// as with the nearest point of a lattice: Schnorr and Euchner (1994), doi:10.1007/BF01581144.
struct SignSearch {
  private let program: SignProgram
  private let count: Int
  private let checkpoint: Checkpoint
  /// By depth from the last, which member is decided.
  private var order: [Int]
  /// Row by row, upper triangle.
  private var factor: [Double]
  private let multiplierSum: Double
  private var best: SignProgram.Answer

  init(
    _ program: SignProgram, _ relaxation: SignRelaxation, _ best: SignProgram.Answer,
    _ checkpoint: Checkpoint
  ) {
    self.program = program
    self.checkpoint = checkpoint
    self.best = best
    count = program.count
    multiplierSum = relaxation.multipliers.reduce(0, +)
    var matrix = program.weight.map { -$0 }
    for member in 0..<count { matrix[member * count + member] = relaxation.multipliers[member] }
    order = Array(0..<count)
    factor = matrix
    factorise()
  }

  /// Cholesky's method with the smallest pivot first, which leaves large ones to the rows that are
  /// decided first.
  private mutating func factorise() {
    let count = count
    var matrix = factor
    factor = [Double](repeating: 0, count: count * count)
    for step in 0..<count {
      var pivot = step
      for other in step..<count
      where matrix[other * count + other] < matrix[pivot * count + pivot] { pivot = other }
      if pivot != step {
        order.swapAt(step, pivot)
        for line in 0..<count { matrix.swapAt(line * count + step, line * count + pivot) }
        for line in 0..<count { matrix.swapAt(step * count + line, pivot * count + line) }
        for line in 0..<step { factor.swapAt(line * count + step, line * count + pivot) }
      }
      let square = matrix[step * count + step]
      // A row without a pivot costs nothing, whatever the signs: the bound stays a bound.
      guard square > 1e-13 * multiplierSum / Double(count) else { continue }
      let root = square.squareRoot()
      for column in step..<count {
        factor[step * count + column] = matrix[step * count + column] / root
      }
      for row in (step + 1)..<max(step + 1, count) {
        let own = factor[step * count + row]
        for column in (step + 1)..<count {
          matrix[row * count + column] -= own * factor[step * count + column]
        }
      }
    }
  }

  /// The best answer; proven unless the nodes ran out.
  mutating func run() throws -> SignProgram.Answer {
    let count = count
    var signs = [Double](repeating: 0, count: count)
    var tried = [Int](repeating: 0, count: count)
    // cost[d] is what the rows from d on add up to.
    var cost = [Double](repeating: 0, count: count + 1)
    // pull[d] = Σ over later columns of R[d][c] x[c].
    var pull = [Double](repeating: 0, count: count)
    var steps = CheckedSteps(checkpoint)
    var nodes = 0
    var limit = room
    var depth = count - 1
    // The first member decided may have either sign.
    signs[depth] = 1
    tried[depth] = 2
    cost[depth] = factor[depth * count + depth] * factor[depth * count + depth]
    while depth < count {
      nodes += 1
      try steps.next()
      if nodes > SignProgram.nodeLimit { return best }
      if cost[depth] <= limit, depth == 0 {
        if note(signs) { limit = room }
      } else if cost[depth] <= limit {
        depth -= 1
        var sum = 0.0
        for column in (depth + 1)..<count { sum += factor[depth * count + column] * signs[column] }
        pull[depth] = sum
        tried[depth] = 1
        // The cheaper sign first.
        signs[depth] = sum > 0 ? -1 : 1
        cost[depth] = step(depth, pull, signs, cost)
        continue
      }
      // To the next sign not tried, here or nearer to the start.
      while depth < count, tried[depth] == 2 { depth += 1 }
      guard depth < count else { break }
      tried[depth] = 2
      signs[depth] = -signs[depth]
      cost[depth] = step(depth, pull, signs, cost)
    }
    best.isProven = true
    best.bound = best.value
    return best
  }

  @inline(__always)
  private func step(
    _ depth: Int, _ pull: [Double], _ signs: [Double], _ cost: [Double]
  ) -> Double {
    let row = pull[depth] + factor[depth * count + depth] * signs[depth]
    return cost[depth + 1] + row * row
  }

  /// The cost above which no better value is to be had.
  private var room: Double {
    let least = program.grain > 0 ? 2 * program.grain - program.tolerance : program.tolerance
    return multiplierSum - 2 * (best.value + least)
  }

  private mutating func note(_ signs: [Double]) -> Bool {
    var choice = [Int8](repeating: 1, count: count)
    for (place, member) in order.enumerated() { choice[member] = signs[place] < 0 ? -1 : 1 }
    let value = program.value(choice)
    guard value > best.value else { return false }
    best.signs = choice
    best.value = value
    return true
  }
}
