public import Foundations

/// Why no package is acceptable to all, in terms of what one could give up.
public struct Obstruction: Sendable, Hashable {
  /// Minimal sets whose removal opens the zone: fewest first, each without a part that would do.
  public let openings: [[Scenario.Constraint]]
  /// Minimal sets that together leave no package, whatever becomes of the rest: each of `openings`
  /// takes one out of every one of these. They are the certificate of the empty zone.
  public let conflicts: [[Scenario.Constraint]]
  /// False when the search stopped at its limit; more openings may exist, none smaller than the
  /// largest listed.
  public let isComplete: Bool
}

extension CompiledScenario {
  /// Minimal conflict sets, by implicit hitting sets (Reiter 1987,
  /// doi:10.1016/0004-3702(87)90062-2): a smallest set that hits every conflict known either opens
  /// the zone or leaves a further conflict to be found.
  ///
  /// - Parameter limit: how many openings to list.
  /// - Returns: `nil` when the zone is not empty.
  /// - Throws: `AnalysisError`, or what the checkpoint throws.
  public func obstruction(
    limit: Int = 16, checkpoint: Checkpoint = Checkpoint()
  ) throws -> Obstruction? {
    switch scores {
    case .small(let model):
      var search = ObstructionSearch(model, checkpoint: checkpoint)
      return try search.obstruction(limit: limit)
    case .wide(let model):
      var search = ObstructionSearch(model, checkpoint: checkpoint)
      return try search.obstruction(limit: limit)
    }
  }
}

struct ObstructionSearch<S: Score> {
  private let model: ScoreModel<S>
  private let checkpoint: Checkpoint
  private let constraints: [Scenario.Constraint]
  /// Fronts by the links and red lines left out.
  private var fronts: [Set<Scenario.Constraint>: Front<S>] = [:]

  init(_ model: ScoreModel<S>, checkpoint: Checkpoint) {
    self.model = model
    self.checkpoint = checkpoint
    constraints =
      Set(model.prohibitions.map(\.source)).sorted()
      + (0..<model.partyCount).map { .reservation(party: $0) }
  }

  mutating func obstruction(limit: Int) throws -> Obstruction? {
    if try isOpen(without: []) { return nil }
    var conflicts: [Set<Scenario.Constraint>] = []
    var openings: [Set<Scenario.Constraint>] = []
    guard try isOpen(without: Set(constraints)) else {
      return Obstruction(openings: [], conflicts: [[]], isComplete: true)
    }
    var isComplete = true
    while true {
      try checkpoint.report(openings.count, of: limit)
      guard let removed = try smallestHit(conflicts, avoiding: openings) else { break }
      if openings.count >= limit || conflicts.count > 8 * limit {
        isComplete = false
        break
      }
      if try isOpen(without: removed) {
        openings.append(removed)
      } else {
        conflicts.append(try shrunk(Set(constraints).subtracting(removed)))
      }
    }
    return Obstruction(
      openings: openings.map { $0.sorted() },
      conflicts: conflicts.map { $0.sorted() }.sorted {
        ($0.count, $1) < ($1.count, $0)
      }, isComplete: isComplete)
  }

  /// Whether some package keeps every constraint but these.
  private mutating func isOpen(without removed: Set<Scenario.Constraint>) throws -> Bool {
    let structural = removed.filter {
      if case .reservation = $0 { false } else { true }
    }
    let front: Front<S>
    if let known = fronts[structural] {
      front = known
    } else {
      front = try SolvedFront(model, ignoring: structural, checkpoint: checkpoint).front
      fronts[structural] = front
    }
    let kept = (0..<model.partyCount).filter { !removed.contains(.reservation(party: $0)) }
    return (0..<front.count).contains { index in
      kept.allSatisfy {
        front.coordinates[index * model.partyCount + $0] >= model.reservations[$0]
      }
    }
  }

  /// A minimal part that still leaves no package.
  private mutating func shrunk(
    _ conflict: Set<Scenario.Constraint>
  ) throws -> Set<Scenario.Constraint> {
    var kept = conflict
    for constraint in constraints where kept.contains(constraint) {
      let fewer = kept.subtracting([constraint])
      if try !isOpen(without: Set(constraints).subtracting(fewer)) { kept = fewer }
    }
    return kept
  }

  /// The smallest set that meets every conflict and contains no opening; first in order on ties.
  private func smallestHit(
    _ conflicts: [Set<Scenario.Constraint>], avoiding openings: [Set<Scenario.Constraint>]
  ) throws -> Set<Scenario.Constraint>? {
    for size in 0...constraints.count {
      if let hit = try hit(conflicts, chosen: [], size: size, avoiding: openings) { return hit }
    }
    return nil
  }

  private func hit(
    _ conflicts: [Set<Scenario.Constraint>], chosen: Set<Scenario.Constraint>, size: Int,
    avoiding openings: [Set<Scenario.Constraint>]
  ) throws -> Set<Scenario.Constraint>? {
    try checkpoint.ask()
    if openings.contains(where: { $0.isSubset(of: chosen) }) { return nil }
    guard let missed = conflicts.first(where: { $0.isDisjoint(with: chosen) }) else {
      return chosen
    }
    if size == 0 { return nil }
    for constraint in missed.sorted() {
      if let hit = try hit(
        conflicts, chosen: chosen.union([constraint]), size: size - 1, avoiding: openings)
      {
        return hit
      }
    }
    return nil
  }
}

private func < (
  left: (Int, [Scenario.Constraint]), right: (Int, [Scenario.Constraint])
) -> Bool {
  left.0 != right.0 ? left.0 < right.0 : right.1.lexicographicallyPrecedes(left.1)
}
