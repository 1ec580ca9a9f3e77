internal import CaseModel
internal import GraphModel

/// Why a state holds or does not, and what would make it hold, in sentences.
extension StabilityMaker {
  /// The concept whose replies are explained: the others' own improvements deter.
  static let explained = Concept.Sequential.seq
  /// Of one decision maker's improvements at most so many are told.
  private static let mostAnswers = 4

  /// The states a decision maker can move to from here and likes better.
  func improvements(_ maker: Int, from state: State) throws -> Set<State> {
    Set(
      try model.analysis.witness(.nash, for: maker, at: state, checkpoint: checkpoint)
        .answers.compactMap(\.improvement))
  }

  func reasons(_ state: State) throws -> [StabilityView.Reason] {
    try conflict.decisionMakers.indices.map { maker in
      let witness = try model.analysis.witness(
        .sequential(Self.explained), for: maker, at: state, checkpoint: checkpoint)
      // Where it leaves, what nobody can spoil comes first.
      let answers =
        witness.answers.filter { $0.reply == nil } + witness.answers.filter { $0.reply != nil }
      let told =
        witness.isStable ? answers : Array(answers.prefix { $0.reply == nil })
      var sentences = told.prefix(Self.mostAnswers).map { sentence($0, maker, state) }
      if witness.answers.isEmpty { sentences = try standing(maker, state) }
      return StabilityView.Reason(
        state: conflict.label(of: state), decisionMaker: conflict.decisionMakers[maker],
        name: model.names[maker], concept: Self.explained.rawValue, isStable: witness.isStable,
        sentences: sentences, more: max(0, told.count - Self.mostAnswers))
    }
  }

  /// Why one who has nowhere better to go stays: what its single steps would lose it.
  private func standing(_ maker: Int, _ state: State) throws -> [String] {
    let name = model.names[maker]
    let moves = try conflict.moves(of: maker, from: state)
    if moves.isEmpty { return ["\(name) can change nothing here."] }
    let losses = moves.compactMap { target -> String? in
      guard isSingle(state, target), let wish = firstDifference(maker, state, target) else {
        return nil
      }
      return "If \(name) \(model.move(from: state, to: target)), it loses “\(title(wish))”."
    }
    return losses.isEmpty ? ["\(name) has no move to anything it likes better."] : losses
  }

  private func isSingle(_ from: State, _ to: State) -> Bool {
    guard case .pattern(let from) = from, case .pattern(let to) = to else { return false }
    return (from.taken ^ to.taken | from.open ^ to.open).nonzeroBitCount == 1
  }

  /// The most important wish that holds in one of two states and not in the other.
  private func firstDifference(
    _ maker: Int, _ one: State, _ other: State
  ) -> Case.Conflict.Priority? {
    guard case .pattern(let one) = one, case .pattern(let other) = other,
      one.open == 0, other.open == 0
    else { return nil }
    let options = model.source.options.map(\.id.raw)
    return model.source.decisionMakers[maker].prefers.first { wish in
      guard let formula = try? Formula(wish.that, options: options) else { return false }
      return formula.holds(one.taken) != formula.holds(other.taken)
    }
  }

  /// "If Russia takes up “x”, Ukraine gives up “y”; Russia likes the outcome, NYN, no better …"
  private func sentence(_ answer: Witness.Answer, _ maker: Int, _ state: State) -> String {
    let name = model.names[maker]
    guard let target = answer.improvement else { return "" }
    let leaving = "\(name) \(model.move(from: state, to: target))"
    guard let reply = answer.reply else {
      let gain = firstDifference(maker, state, target).map { "gains “\(title($0))”" }
      return "\(leaving) and \(gain ?? "likes that better"), at \(conflict.label(of: target)); no "
        + "improvement open to the others makes it regret the move."
    }
    let end = conflict.label(of: reply.end)
    if reply.steps.isEmpty {
      return "If \(leaving), it is at \(end), which it likes no better than where it started."
    }
    var here = target
    let answers = reply.steps.map { step in
      defer { here = step.to }
      return "\(model.names[step.mover]) \(model.move(from: here, to: step.to))"
    }
    return "If \(leaving), \(answers.joined(separator: ", then ")); that is \(end), which \(name) "
      + "likes no better than where it started."
  }

  // MARK: What would have to be true

  func wanted(_ state: State) throws -> StabilityView.Wanted {
    let lines = try conflict.decisionMakers.indices.map { maker in
      let requirement = try model.analysis.requirement(
        for: maker, toHold: state, Self.explained, checkpoint: checkpoint)
      return StabilityView.Wanted.Line(
        decisionMaker: conflict.decisionMakers[maker], name: model.names[maker],
        isMet: requirement.isMet,
        ways: requirement.isMet ? [] : try ways(maker, state, requirement))
    }
    return StabilityView.Wanted(
      state: conflict.label(of: state), words: model.words(state),
      concept: Self.explained.rawValue, lines: lines)
  }

  private func ways(
    _ maker: Int, _ state: State, _ requirement: GraphModel.Requirement
  ) throws -> [String] {
    var ways: [String] = []
    let wishes = model.source.decisionMakers[maker].prefers
    if !wishes.isEmpty {
      let edits = try model.analysis.statementChanges(
        for: maker, statements: wishes.map(\.that), toHold: state, Self.explained,
        checkpoint: checkpoint)
      ways += edits.prefix(6).map { words($0, wishes) }
    }
    let lowered = requirement.fewestToLower
    if !lowered.isEmpty {
      let states = lowered.prefix(6).map { conflict.label(of: $0) }
      let more = lowered.count > 6 ? " and \((lowered.count - 6).counted("other"))" : ""
      ways.append(
        "it comes to like \(states.joined(separator: ", "))\(more) no better than "
          + "\(conflict.label(of: state))")
    }
    return ways
  }

  private func words(
    _ edits: [Analysis.StatementEdit], _ wishes: [Case.Conflict.Priority]
  ) -> String {
    var list = wishes
    return edits.map { edit in
      switch edit {
      case .remove(let place):
        return "it gives up “\(title(list.remove(at: place)))”"
      case .negate(let place):
        defer { list[place].title = "the contrary of " + title(list[place]) }
        return "it wants the contrary of “\(title(list[place]))”"
      case .move(let from, let to):
        let moved = list.remove(at: from)
        defer { list.insert(moved, at: min(to, list.count)) }
        guard to < list.count else { return "“\(title(moved))” comes last" }
        if to > from { return "“\(title(moved))” comes after “\(title(list[to - 1]))”" }
        return "“\(title(moved))” comes before “\(title(list[to]))”"
      }
    }.joined(separator: ", and ")
  }

  private func title(_ wish: Case.Conflict.Priority) -> String { wish.title ?? wish.that }
}
