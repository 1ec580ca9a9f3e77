public import Foundations

/// A conflict with preferences, ready for questions.
///
/// ```swift
/// let conflict = try form.compile()
/// let analysis = try Analysis(conflict, conflict.profile(preferences))
/// let stability = try analysis.stability([.nash, .gmr, .smr, .seq])
/// stability.equilibria(.seq)
/// ```
public struct Analysis: Sendable {
  /// What a decision maker makes of states whose relation it does not know
  /// (Li, Hipel, Kilgour & Fang 2004, definitions of the four extensions).
  public enum Uncertainty: String, Sendable, CaseIterable {
    /// Leaves for preferred or unknown states; deterred only by states surely not better.
    case a
    /// Leaves for preferred states alone; deterred only by states surely not better.
    case b
    /// Leaves for preferred or unknown states; deterred by unknown states too.
    case c
    /// Leaves for preferred states alone; deterred by unknown states too.
    case d

    package var leavesForUnknown: Bool { self == .a || self == .c }
    package var deterredByUnknown: Bool { self == .c || self == .d }
  }

  /// The model analysed.
  public let conflict: Conflict
  /// What each decision maker prefers.
  public let profile: PreferenceProfile
  /// Matters only where preferences are unknown.
  public let uncertainty: Uncertainty

  /// - Throws: ``ConflictError/preferenceCount(given:decisionMakers:)`` when the profile was made
  ///   for another conflict.
  public init(
    _ conflict: Conflict, _ profile: PreferenceProfile, uncertainty: Uncertainty = .a
  ) throws {
    let fits = profile.orders.allSatisfy {
      switch $0 {
      case .ranks(let ranking): ranking.ranks.count == conflict.slots
      case .pairs(let table): table.better.count == conflict.stateCount
      }
    }
    guard fits, profile.orders.count == conflict.decisionMakers.count else {
      throw ConflictError.preferenceCount(
        given: profile.orders.count, decisionMakers: conflict.decisionMakers.count)
    }
    self.conflict = conflict
    self.profile = profile
    self.uncertainty = uncertainty
  }

  /// Decides every state for every decision maker under each of `concepts`.
  ///
  /// - Throws: ``ConflictError`` when a concept does not apply to the model or the model is too
  ///   large for it; whatever `checkpoint` throws.
  /// - Complexity: for the sequential concepts near-linear in the states (option form), linear in
  ///   the moves (graph form), quadratic in the states where preferences are unknown.
  public func stability(
    _ concepts: [Concept], checkpoint: Checkpoint = Checkpoint()
  ) throws -> Stability {
    var stable: [Concept: [Bits]] = [:]
    let kinds = Set(concepts.flatMap(\.sequentialParts))
    if !kinds.isEmpty {
      for (kind, sets) in try sequential(kinds, checkpoint) { stable[.sequential(kind)] = sets }
    }
    if concepts.contains(where: \.needsSimultaneous) {
      stable[.sim] = try Simultaneous(self, concept: "SIM").stable(checkpoint)
    }
    let foresights = concepts.filter(\.isForesight)
    if !foresights.isEmpty {
      for (concept, sets) in try Foresight(self).stable(foresights, checkpoint) {
        stable[concept] = sets
      }
    }
    for concept in concepts where stable[concept] == nil {
      switch concept {
      case .seqOrSim: stable[concept] = union(stable[.seq], stable[.sim])
      case .smrOrSim: stable[concept] = union(stable[.smr], stable[.sim])
      case .fraserHipel(let kind):
        stable[concept] = try Simultaneous(self, concept: concept.label)
          .fraserHipel(stable[.sequential(kind)] ?? [], checkpoint)
      default: break
      }
    }
    return Stability(
      conflict: conflict, concepts: concepts, stable: stable.filter { concepts.contains($0.key) })
  }

  /// Checks that a concept is defined for this model, without deciding anything.
  ///
  /// - Throws: ``ConflictError/notApplicable(concept:reason:)`` with the reason.
  public func requireApplicable(_ concept: Concept) throws {
    switch concept {
    case .sequential: break
    case .sim, .seqOrSim, .smrOrSim, .fraserHipel:
      _ = try Simultaneous(self, concept: concept.label)
    case .limitedMove, .nonMyopic: _ = try Foresight(self)
    }
  }

  private func sequential(
    _ kinds: Set<Concept.Sequential>, _ checkpoint: Checkpoint
  ) throws -> [Concept.Sequential: [Bits]] {
    guard let rankings = profile.rankings else {
      return try PairwiseAnalysis(self, checkpoint).stable(kinds, checkpoint)
    }
    switch conflict.layout {
    case .cube(let cube):
      var analysis = CubeAnalysis(cube: cube, rankings: rankings, kinds: kinds)
      let arcs = cube.movers.reduce(0) { $0 + cube.size * ((1 << $1.mask.nonzeroBitCount) - 1) }
      if arcs <= conflict.limits.listableArcs { analysis.patience = CubeAnalysis.usualPatience }
      do {
        return try analysis.stable(checkpoint)
      } catch is CubeAnalysis.Maze {
        return try listed(kinds, rankings, checkpoint)
      }
    case .graph(let graph):
      return try GraphAnalysis(graph: graph, rankings: rankings, kinds: kinds).stable(checkpoint)
    }
  }

  /// The same verdicts from listed moves: linear in them however long the paths of replies are.
  private func listed(
    _ kinds: Set<Concept.Sequential>, _ rankings: [PreferenceProfile.Ranking],
    _ checkpoint: Checkpoint
  ) throws -> [Concept.Sequential: [Bits]] {
    let (graph, slots) = try conflict.expanded(checkpoint: checkpoint)
    let listed = rankings.map { ranking in
      PreferenceProfile.Ranking(ranks: slots.map { ranking.ranks[$0] }, classes: ranking.classes)
    }
    return try GraphAnalysis(graph: graph, rankings: listed, kinds: kinds).stable(checkpoint)
      .mapValues { sets in
        sets.map { set in
          var spread = Bits(count: conflict.slots)
          set.visit { spread.insert(slots[$0]) }
          return spread
        }
      }
  }

  private func union(_ first: [Bits]?, _ second: [Bits]?) -> [Bits] {
    zip(first ?? [], second ?? []).map { first, second in
      var both = first
      both.formUnion(second)
      return both
    }
  }
}

extension Concept {
  /// The sequential concepts this one is built on.
  var sequentialParts: [Sequential] {
    switch self {
    case .sequential(let kind), .fraserHipel(let kind): [kind]
    case .seqOrSim: [.seq]
    case .smrOrSim: [.smr]
    case .sim, .limitedMove, .nonMyopic: []
    }
  }

  var needsSimultaneous: Bool { self == .sim || self == .seqOrSim || self == .smrOrSim }

  var isForesight: Bool {
    switch self {
    case .limitedMove, .nonMyopic: true
    default: false
    }
  }
}
