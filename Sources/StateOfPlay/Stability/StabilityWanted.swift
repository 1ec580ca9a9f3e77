internal import CaseModel
internal import Foundations
internal import GraphModel

/// What would have to be true for a state to hold.
extension StabilityMaker {
  func wanted(_ state: State) throws -> StabilityView.Wanted {
    let lines = try conflict.decisionMakers.indices.map { maker in
      let requirement = try model.analysis.requirement(
        for: maker, toHold: state, explainedSequential, checkpoint: checkpoint)
      return StabilityView.Wanted.Line(
        decisionMaker: conflict.decisionMakers[maker], name: model.names[maker],
        isMet: requirement.isMet,
        ways: requirement.isMet ? [] : try ways(maker, state, requirement))
    }
    return StabilityView.Wanted(
      state: conflict.label(of: state), words: model.title(state) ?? model.words(state),
      concept: explainedSequential.rawValue, lines: lines)
  }

  private func ways(
    _ maker: Int, _ state: State, _ requirement: GraphModel.Requirement
  ) throws -> [String] {
    var ways: [String] = []
    let wishes = model.source.decisionMakers[maker].prefers
    if !wishes.isEmpty {
      let edits = try model.analysis.statementChanges(
        for: maker, statements: wishes.map(\.that), toHold: state, explainedSequential,
        checkpoint: checkpoint)
      for edit in edits {
        let way = words(edit, wishes)
        if ways.count < 6, !ways.contains(way) { ways.append(way) }
      }
    }
    let lowered = requirement.fewestToLower
    if !lowered.isEmpty {
      let states = lowered.prefix(6).map { model.called($0) }
      let more = lowered.count > 6 ? " and \((lowered.count - 6).counted("other"))" : ""
      ways.append(
        "it no longer preferred \(states.joined(separator: ", "))\(more) to "
          + "\(model.called(state))")
    }
    return ways
  }

  /// Changes of a decision maker's list, to follow "would leave, unless "; moves that leave two wishes
  /// in the same order are described in the same words.
  private func words(
    _ edits: [Analysis.StatementEdit], _ wishes: [Case.Conflict.Priority]
  ) -> String {
    var list = wishes
    return edits.map { edit in
      switch edit {
      case .remove(let place):
        return "it gave up “\(title(list.remove(at: place)))”"
      case .negate(let place):
        defer { list[place].title = "the opposite of " + title(list[place]) }
        return "it wanted the opposite of “\(title(list[place]))”"
      case .move(let from, let to):
        let moved = list.remove(at: from)
        defer { list.insert(moved, at: min(to, list.count)) }
        if to >= list.count { return "it ranked “\(title(moved))” last" }
        if to == from + 1 {
          return "it ranked “\(title(list[from]))” before “\(title(moved))”"
        }
        if to > from { return "it ranked “\(title(moved))” after “\(title(list[to - 1]))”" }
        return "it ranked “\(title(moved))” before “\(title(list[to]))”"
      }
    }.joined(separator: ", and ")
  }
}
