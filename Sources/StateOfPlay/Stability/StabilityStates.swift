internal import GraphModel

/// Each state shown: who would stay, and how one gets there.
extension StabilityMaker {
  func lines(
    _ states: [State], _ stability: Stability, _ statusQuo: State?
  ) throws -> [StabilityView.StateLine] {
    let ways = try statusQuo.map {
      (
        all: try model.analysis.statusQuo(
          from: $0, improvementsOnly: false, checkpoint: checkpoint),
        improving: try model.analysis.statusQuo(
          from: $0, improvementsOnly: true, checkpoint: checkpoint)
      )
    }
    let strong = try stronglyStable()
    return try states.map { state in
      let stable = try conflict.decisionMakers.indices.map { maker in
        StabilityView.StableFor(
          decisionMaker: conflict.decisionMakers[maker],
          concepts: try concepts.filter { try stability.isStable(state, for: maker, $0) }
            .map(\.label))
      }
      return StabilityView.StateLine(
        pattern: conflict.label(of: state), title: model.title(state), words: model.words(state),
        isStatusQuo: state == statusQuo,
        equilibrium: try concepts.filter { try stability.isEquilibrium(state, $0) }.map(\.label),
        strongly: strong.filter { $0.states.contains(state) }.map(\.concept), stable: stable,
        path: try ways?.all.path(to: state).map { try moves($0, from: statusQuo) },
        improvingPath: try ways?.improving.path(to: state).map { try moves($0, from: statusQuo) })
    }
  }

  /// Per concept, the states strongly stable for everyone; none where no one greatly prefers.
  private func stronglyStable() throws -> [(concept: String, states: Set<State>)] {
    guard model.analysis.profile.hasStrength else { return [] }
    return try sequential.filter { $0 != .nash }.map { kind in
      var common: Set<State>?
      for maker in conflict.decisionMakers.indices {
        let own = try model.analysis.strength(for: maker, kind, checkpoint: checkpoint)
          .filter { $0.strength == .strong }.map(\.state)
        common = common?.intersection(own) ?? Set(own)
      }
      return (kind.rawValue, common ?? [])
    }
  }

  private func moves(_ steps: [GraphModel.Step], from start: State?) throws -> [StabilityView.Move]
  {
    guard var here = start else { return [] }
    return try steps.map { step in
      defer { here = step.to }
      return try move(step.mover, from: here, to: step.to)
    }
  }

  func move(_ mover: Int, from: State, to: State) throws -> StabilityView.Move {
    StabilityView.Move(
      mover: conflict.decisionMakers[mover], from: conflict.label(of: from),
      to: conflict.label(of: to), words: model.would(mover, from: from, to: to),
      isImprovement: try model.analysis.improvements(of: mover, from: from).contains(to),
      liking: try liking(mover, of: to, from: from))
  }

  func liking(_ maker: Int, of target: State, from state: State) throws -> StabilityView.Liking {
    switch try model.analysis.relation(of: target, to: state, for: maker) {
    case .better: .better
    case .equal: .equal
    case .worse: .worse
    case .unknown: .unknown
    }
  }
}
