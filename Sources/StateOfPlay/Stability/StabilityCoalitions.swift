internal import CaseModel
internal import Foundations
internal import GraphModel

/// Which groups would leave an equilibrium together.
extension StabilityMaker {
  func coalitions() throws -> [StabilityView.Coalitions] {
    let kinds = sequential.isEmpty ? [.seq] : sequential
    return try kinds.map { kind in
      let found = try model.analysis.coalitions(kind, checkpoint: checkpoint)
      return .init(
        concept: "C" + kind.rawValue, proof: found.coalitionProof.map { conflict.label(of: $0) },
        upsets: try found.upsets.map { upset in
          .init(
            members: upset.coalition.map { conflict.decisionMakers[$0] },
            names: upset.coalition.map { model.names[$0] },
            state: conflict.label(of: upset.state),
            targets: upset.targets.map { conflict.label(of: $0) },
            sentence: try sentence(upset, kind))
        })
    }
  }

  /// "Russia and Ukraine together would leave NN for YY, which each of them likes better: …"
  private func sentence(_ upset: Analysis.Upset, _ kind: Concept.Sequential) throws -> String {
    let within = upset.coalition.map { model.within($0) }
    let names = within.listed().capitalisedFirst
    guard let target = upset.targets.first else { return "" }
    let witness = try model.analysis.witness(
      kind, forCoalition: upset.coalition, at: upset.state, checkpoint: checkpoint)
    let path = witness.answers.first { $0.improvement == target }?.path ?? []
    let others =
      upset.targets.count > 1 ? " (or \((upset.targets.count - 1).counted("other state")))" : ""
    return "\(names) together would leave \(model.called(upset.state)) for "
      + "\(model.called(target))\(others), which each of them prefers: "
      + "\(sequence(path, from: upset.state, verb: "would"))."
  }
}
