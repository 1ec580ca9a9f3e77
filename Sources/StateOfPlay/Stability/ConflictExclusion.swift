internal import CaseModel
internal import Foundations
internal import GraphModel

extension Case.Conflict {
  /// Takes out what names only states that the rules of `infeasible` exclude: in rankings,
  /// comparisons, coalesced states, forbidden moves and titles. What a supposed exclusion makes
  /// impossible is not a fault of the model.
  ///
  /// - Throws: ``ModelError`` where no state is left, and for faults of the form.
  mutating func leaveOutExcluded(_ checkpoint: Checkpoint) throws {
    var bare = ConflictModel.form(self)
    (bare.coalesced, bare.forbidden) = ([], [])
    let left: GraphModel.Conflict
    do {
      left = try bare.compile(checkpoint: checkpoint)
    } catch ConflictError.noFeasibleState {
      throw ModelError(.change, "no state is left", hint: "exclude less")
    } catch let error as ConflictError {
      throw ModelError(self, error)
    }
    func stays(_ pattern: String) -> Bool { left.hasState(pattern) }
    for maker in decisionMakers.indices {
      // A tier without states keeps its mark of great preference.
      for tier in decisionMakers[maker].ranking.indices {
        decisionMakers[maker].ranking[tier].states.removeAll { !stays($0) }
      }
      decisionMakers[maker].compares = decisionMakers[maker].compares.compactMap { pair in
        var pair = pair
        pair.equal.removeAll { !stays($0) }
        if let better = pair.better, let than = pair.than {
          return stays(better) && stays(than) ? pair : nil
        }
        return pair.equal.count > 1 ? pair : nil
      }
    }
    states.removeAll { !stays($0.state) }
    coalesced.removeAll { !stays($0) }
    forbidden.removeAll { !stays($0.from) || !stays($0.to) }
    if let now = statusQuo, !stays(now) { statusQuo = nil }
    try leaveOutVainProhibitions(checkpoint)
  }

  /// Takes out forbidden moves that no longer lead from one state to another.
  private mutating func leaveOutVainProhibitions(_ checkpoint: Checkpoint) throws {
    for _ in forbidden {
      do {
        _ = try ConflictModel.form(self).compile(checkpoint: checkpoint)
        return
      } catch ConflictError.noMoveToForbid(let place, _, _, _) {
        guard let number = place.firstMatch(of: /\[([0-9]+)\]/).flatMap({ Int($0.1) }),
          forbidden.indices.contains(number)
        else { return }
        forbidden.remove(at: number)
      } catch let error as ConflictError {
        throw ModelError(self, error)
      }
    }
  }
}
