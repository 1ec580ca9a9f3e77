public import Foundations
internal import Synchronization

extension Conflict {
  /// Samples preferences within `variations` (one per decision maker) and counts, for each state, the
  /// samples in which it is an equilibrium.
  ///
  /// Each sample's randomness comes from (seed, index), so the result is the same on any number of
  /// cores. Pairs left unknown by a fixed pairwise preference are judged by `uncertainty`.
  /// - Throws: ``ConflictError`` for faults in a preference or a parameter; what `checkpoint` throws.
  public func robustness(
    _ variations: [Variation], _ concepts: [Concept], samples: Int, seed: UInt64,
    uncertainty: Analysis.Uncertainty = .a, checkpoint: Checkpoint = Checkpoint()
  ) throws -> Robustness {
    guard variations.count == decisionMakers.count else {
      throw ConflictError.preferenceCount(
        given: variations.count, decisionMakers: decisionMakers.count)
    }
    guard samples >= 1, samples <= Int(Int32.max) else {
      throw ConflictError.badParameter(
        name: "the number of samples", reason: "must be at least 1 and below 2^31")
    }
    guard !concepts.isEmpty, Set(concepts).count == concepts.count else {
      throw ConflictError.badParameter(
        name: "the concepts", reason: "must be at least one, each once")
    }
    let samplers = try variations.enumerated().map { maker, variation in
      try PreferenceSampler(
        self, variation, place: "preferences of \(decisionMakers[maker])", checkpoint.quiet)
    }
    let blocks = min(samples, 64)
    let done = Atomic(0)
    let parts = try Parallel.map(count: blocks, work: samples * slots / blocks) { block in
      var counts = concepts.map { _ in [Int32](repeating: 0, count: slots) }
      for index in (block * samples / blocks)..<((block + 1) * samples / blocks) {
        try checkpoint.report(
          done.add(1, ordering: .relaxed).oldValue, of: samples)
        var source = SplitMix64(seed: seed, index: index)
        var orders: [PreferenceProfile.Order] = []
        for sampler in samplers { orders.append(try sampler.draw(&source, checkpoint.quiet)) }
        let profile = PreferenceProfile(orders: orders)
        let stability = try Analysis(self, profile, uncertainty: uncertainty)
          .stability(concepts, checkpoint: checkpoint.quiet)
        for (place, concept) in concepts.enumerated() {
          try stability.equilibriumSlots(concept).visit { counts[place][$0] += 1 }
        }
      }
      return counts
    }
    var counts = concepts.map { _ in [Int32](repeating: 0, count: slots) }
    for part in parts {
      for place in counts.indices {
        for slot in counts[place].indices { counts[place][slot] += part[place][slot] }
      }
    }
    return Robustness(
      conflict: self, samples: samples, seed: seed, concepts: concepts, counts: counts)
  }
}
