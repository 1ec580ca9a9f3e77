public import CaseModel
internal import GraphModel

/// Which outcomes of a conflict would hold, by the graph model for conflict resolution; see
/// ``StabilityView``.
///
/// - Parameter conflict: which conflict of the case; the only one by default.
/// - Throws: ``ConflictFault`` where the model or a question cannot be meant; what `checkpoint`
///   throws.
/// - Complexity: near-linear in the model's states.
public func stability(
  _ theCase: Case, _ lens: Lens = Lens(), conflict id: Case.Conflict.ID? = nil,
  asking questions: StabilityQuestions = StabilityQuestions(), checkpoint: Checkpoint = Checkpoint()
) throws -> StabilityView {
  let cut = theCase.cut(by: lens)
  let source = try cut.conflict(id)
  let index = CaseIndex(cut)
  let engine = GraphModel.Checkpoint(checkpoint.report(_:of:))
  do {
    let model = try ConflictModel(source, index, engine)
    let maker = StabilityMaker(model: model, index: index, checkpoint: engine)
    var view = try maker.view(questions)
    view.leftOut = leftOut(source, Reading(theCase, lens))
    return view
  } catch let error as ConflictError {
    throw ConflictFault(.entry(.conflicts, source.id.raw), error)
  }
}

/// The statements a conflict rests on that do not count through the lens.
private func leftOut(_ source: Case.Conflict, _ reading: Reading) -> [Case.Statement.ID] {
  final class Box {
    var found: Set<Case.Statement.ID> = []
  }
  let box = Box()
  var walker = ReferenceWalker { id, target, _ in
    if target == .entry(.statements) { box.found.insert(Case.Statement.ID(id)) }
  }
  var walked = source
  walked.walk(&walker)
  return box.found.sorted().filter { id in
    guard let statement = reading.index.statement(id) else { return false }
    guard reading.admits(statement) else { return true }
    guard let asOf = reading.lens.asOf, let said = reading.index.said(statement) else {
      return false
    }
    return said.latest > asOf.latest
  }
}

/// Asks the engine and puts its answers into words.
struct StabilityMaker {
  typealias State = GraphModel.Conflict.State

  let model: ConflictModel
  let index: CaseIndex
  let checkpoint: GraphModel.Checkpoint

  static let concepts: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]
  static let rule = """
    An outcome is an equilibrium if nobody gains by leaving it. Nash: nobody has a move to a state \
    it likes better. GMR: whoever leaves can be brought, by moves of the others, to a state it \
    likes no better. SMR: and cannot get away from there. SEQ: the same as GMR with moves that the \
    others like themselves. SSEQ: SEQ and SMR by one reply. All follows from the preferences \
    written in the model, uncertain ones as they are written, and says nothing on how likely an \
    outcome is.
    """
  /// A model of so many states is listed and drawn in full.
  static let fullStates = 64
  /// Of each concept's equilibria at most so many are listed.
  static let mostEquilibria = 50

  var conflict: GraphModel.Conflict { model.conflict }

  func view(_ questions: StabilityQuestions) throws -> StabilityView {
    let stability = try model.analysis.stability(Self.concepts, checkpoint: checkpoint)
    let statusQuo = try model.source.statusQuo.map { try model.state($0, "statusQuo") }
    let asked = try questions.states.map { try model.state($0, "--state") }
    let wanted = try questions.want.map { try model.state($0, "--want") }
    var states: Set<State> = Set(asked + [statusQuo, wanted].compactMap { $0 })
    let isComplete = conflict.stateCount <= Self.fullStates
    if isComplete { states.formUnion(conflict.states()) }
    var counts: [StabilityView.Count] = []
    for concept in Self.concepts {
      states.formUnion(try stability.equilibria(concept, limit: Self.mostEquilibria))
      counts.append(
        .init(concept: concept.label, equilibria: try stability.equilibriumCount(concept)))
    }
    var view = StabilityView(
      conflict: model.source.id, title: model.source.title,
      description: model.source.description,
      by: model.source.evidence.basis ?? model.source.provenance.by,
      stateCount: conflict.stateCount, options: optionLines, decisionMakers: makerLines,
      concepts: Self.concepts.map(\.label), counts: counts,
      statusQuo: statusQuo.map { conflict.label(of: $0) },
      states: try lines(states.sorted(), stability, statusQuo), isComplete: isComplete,
      rule: Self.rule)
    if isComplete {
      view.moves = try conflict.transitions().map {
        try move($0.mover, from: $0.from, to: $0.to)
      }
    }
    if questions.why {
      var shown = asked
      if shown.isEmpty {
        let equilibria = try stability.equilibria(.seq, limit: 6)
        shown = equilibria + [statusQuo].compactMap { $0 }.filter { !equilibria.contains($0) }
      }
      view.reasons = try shown.flatMap { try reasons($0) }
    }
    if let wanted { view.wanted = try self.wanted(wanted) }
    if !questions.whatIf.isEmpty { view.whatIf = try whatIf(questions.whatIf, stability) }
    if let samples = questions.samples {
      view.robustness = try robustness(samples, seed: questions.seed)
    }
    if questions.coalitions { view.coalitions = try coalitions() }
    return view
  }

  private var optionLines: [StabilityView.OptionLine] {
    model.source.options.map { option in
      .init(
        id: option.id.raw, title: option.title, owners: option.owners.map(\.raw),
        direction: option.direction, statements: option.evidence.statements,
        basis: option.evidence.basis)
    }
  }

  private var makerLines: [StabilityView.MakerLine] {
    model.source.decisionMakers.enumerated().map { position, maker in
      var wishes: [StabilityView.Wish] = []
      func add(_ text: String, _ uncertain: Bool, _ evidence: Evidence) {
        wishes.append(
          .init(
            text: text, uncertain: uncertain, statements: evidence.statements,
            basis: evidence.basis))
      }
      for wish in maker.prefers { add(wish.title ?? wish.that, wish.uncertain, wish.evidence) }
      for weight in maker.weights {
        add(
          "\(weight.option): \(weight.taken) taken, \(weight.notTaken) not", weight.uncertain,
          weight.evidence)
      }
      for tier in maker.ranking {
        add(tier.states.joined(separator: " = "), tier.uncertain, tier.evidence)
      }
      return .init(id: maker.id.raw, name: model.names[position], wishes: wishes)
    }
  }

  private func lines(
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
    return try states.map { state in
      let stable = try conflict.decisionMakers.indices.map { maker in
        StabilityView.StableFor(
          decisionMaker: conflict.decisionMakers[maker],
          concepts: try Self.concepts.filter {
            try stability.isStable(state, for: maker, $0)
          }.map(\.label))
      }
      return StabilityView.StateLine(
        pattern: conflict.label(of: state), words: model.words(state),
        isStatusQuo: state == statusQuo,
        equilibrium: try Self.concepts.filter { try stability.isEquilibrium(state, $0) }
          .map(\.label),
        stable: stable, path: try ways?.all.path(to: state).map { try moves($0, from: statusQuo) },
        improvingPath: try ways?.improving.path(to: state).map { try moves($0, from: statusQuo) })
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
      to: conflict.label(of: to), words: "\(model.names[mover]) \(model.move(from: from, to: to))",
      isImprovement: try improvements(mover, from: from).contains(to))
  }
}
