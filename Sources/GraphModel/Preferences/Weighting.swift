internal import Foundations

/// Option weights: the order of states by the sum of what their options are worth.
struct Weighting {
  let conflict: Conflict
  let weights: [Preference.Weight]
  let place: String

  /// - Throws: ``ConflictError`` for unknown or repeated options, sums beyond 2^62, or a coalesced
  ///   state whose combinations differ in weight.
  func ranking(_ checkpoint: Checkpoint) throws -> PreferenceProfile.Ranking {
    let names = conflict.options.map(\.name)
    var step = [Int](repeating: 0, count: names.count)
    var base = 0
    var bound = 0
    var seen: Set<String> = []
    for weight in weights {
      guard let option = names.firstIndex(of: weight.option) else {
        throw ConflictError.unknownName(
          place: place, name: weight.option,
          suggestion: suggestion(for: weight.option, among: names))
      }
      guard seen.insert(weight.option).inserted else {
        throw ConflictError.repeatedName(place: place, name: weight.option)
      }
      for value in [weight.taken, weight.notTaken] {
        let (sum, overflow) = bound.addingReportingOverflow(
          value.magnitude < 1 << 61 ? abs(value) : .max)
        guard !overflow, sum < 1 << 62 else { throw ConflictError.weightOverflow(place: place) }
        bound = sum
      }
      base += weight.notTaken
      step[option] = weight.taken - weight.notTaken
    }
    let values = try sums(step: step, checkpoint).map { $0 + base }
    try checkpoint.ask()
    let feasible = conflict.feasibleSlots
    var least = Int.max
    var most = Int.min
    feasible.visit {
      least = min(least, values[$0])
      most = max(most, values[$0])
    }
    let span = UInt64(max(0, most - least))
    var dense = DenseRanks(feasible: feasible)
    try checkpoint.ask()
    try dense.refine(
      values: values.map { UInt64(max(0, $0 - least)) & lowBits(64 - span.leadingZeroBitCount) },
      valueBits: 64 - span.leadingZeroBitCount, checkpoint)
    return PreferenceProfile.Ranking(ranks: dense.ranks, classes: dense.classes)
  }

  private func sums(step: [Int], _ checkpoint: Checkpoint) throws -> [Int] {
    func sum(_ taken: UInt64) -> Int {
      var total = 0
      for option in step.indices where taken >> UInt64(option) & 1 != 0 { total += step[option] }
      return total
    }
    switch conflict.layout {
    case .cube(let cube):
      // Each slot is a smaller slot with one bit more.
      let empty = sum(cube.pattern(of: 0))
      let gain = (0..<cube.width).map { sum(cube.pattern(of: 1 << $0)) - empty }
      var sums = [Int](repeating: empty, count: cube.size)
      for slot in 1..<max(1, cube.size) {
        sums[slot] = sums[slot & (slot - 1)] + gain[slot.trailingZeroBitCount]
      }
      return sums
    case .graph(let graph):
      var sums = [Int?](repeating: nil, count: graph.count)
      for (member, taken) in graph.base.enumerated() {
        if member & 0xFF == 0 { try checkpoint.ask() }
        let state = Int(graph.owner[member])
        let value = sum(taken)
        guard sums[state] ?? value == value else {
          throw ConflictError.undecidedStatement(
            place: place, state: conflict.label(of: graph.states[state]))
        }
        sums[state] = value
      }
      return sums.map { $0 ?? 0 }
    }
  }
}
