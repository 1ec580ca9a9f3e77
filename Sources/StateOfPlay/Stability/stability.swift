public import CaseModel
public import Foundations
internal import GraphModel

/// Finds which outcomes of a conflict would hold, by the graph model for conflict resolution (Fang,
/// Hipel and Kilgour 1993); see ``StabilityView``.
/// - Parameter conflict: the conflict of the case; nil for the only one.
/// - Throws: ``ModelError`` if the model or a question is invalid; what `checkpoint` throws.
/// - Complexity: near-linear in the model's states under the usual concepts; quadratic where
///   preferences are unknown or have strength.
public func stability(
  _ theCase: Case, _ lens: Lens = Lens(), conflict id: Case.Conflict.ID? = nil,
  asking questions: StabilityQuestions = StabilityQuestions(), checkpoint: Checkpoint = Checkpoint()
) throws -> StabilityView {
  let cut = theCase.cut(by: lens)
  let source = try cut.conflict(id)
  let index = CaseIndex(cut)
  do {
    let model = try ConflictModel(source, index, extension: questions.unknown, checkpoint)
    let asked = try StabilityConcepts(questions.concepts)
    let (concepts, passedOver) = try asked.applicable(to: model.analysis)
    let maker = StabilityMaker(
      model: model, index: index, concepts: concepts, checkpoint: checkpoint)
    var view = try maker.view(questions)
    view.passedOver = passedOver
    view.leftOut = FilteredCase(theCase, lens).statementsLeftOut(of: source)
    return view
  } catch let error as ConflictError {
    // What names no part of the model is a fault in the question.
    throw error.place == nil
      ? ModelError(error.summary, hint: error.hint.isEmpty ? nil : error.hint)
      : ModelError(source, error)
  }
}

/// Asks the engine and puts its answers into words.
struct StabilityMaker {
  typealias State = GraphModel.Conflict.State

  let model: ConflictModel
  let index: CaseIndex
  let concepts: [Concept]
  let checkpoint: Checkpoint

  /// The number of states up to which a model is listed and drawn in full.
  static let fullStates = 64
  /// The number of equilibria listed for each concept.
  static let mostEquilibria = 50
  /// The number of equilibria explained if no state is asked about.
  private static let mostExplained = 6

  var conflict: GraphModel.Conflict { model.conflict }

  /// The concepts in which the others' replies come one after another.
  var sequential: [Concept.Sequential] {
    concepts.compactMap { if case .sequential(let kind) = $0 { kind } else { nil } }
  }

  /// The concept by which reasons are given: SEQ if asked for, since its replies are moves that the
  /// others like themselves; otherwise the one of those asked for with the most foresight.
  var explained: Concept { concepts.contains(.seq) ? .seq : concepts.last ?? .seq }

  /// The same for questions that only sequential concepts answer.
  var explainedSequential: Concept.Sequential {
    sequential.contains(.seq) ? .seq : sequential.last ?? .seq
  }

  func view(_ questions: StabilityQuestions) throws -> StabilityView {
    let stability = try model.analysis.stability(concepts, checkpoint: checkpoint)
    let statusQuo = try model.source.statusQuo.map { try model.state($0) }
    let asked = try questions.states.map { try model.state($0, .state) }
    let wanted = try questions.want.map { try model.state($0, .wantedState) }
    var states: Set<State> = Set(asked + [statusQuo, wanted].compactMap { $0 })
    let isComplete = conflict.stateCount <= Self.fullStates
    if isComplete { states.formUnion(conflict.states()) }
    var counts: [StabilityView.Count] = []
    for concept in concepts {
      states.formUnion(try stability.equilibria(concept, limit: Self.mostEquilibria))
      counts.append(
        .init(concept: concept.label, equilibria: try stability.equilibriumCount(concept)))
    }
    var view = StabilityView(
      conflict: model.source.id, title: model.source.title,
      description: model.source.description,
      by: model.source.evidence.basis ?? model.source.provenance.by,
      stateCount: conflict.stateCount, options: model.optionLines,
      decisionMakers: model.makerLines, concepts: concepts.map(\.label),
      explained: explained.label, counts: counts,
      statusQuo: statusQuo.map { conflict.label(of: $0) },
      states: try lines(states.sorted(), stability, statusQuo), isComplete: isComplete,
      rules: rules)
    if isComplete {
      view.moves = try conflict.transitions().map { try move($0.mover, from: $0.from, to: $0.to) }
    }
    if let statusQuo {
      view.leaversOfStatusQuo = try reasons(statusQuo, explained).filter { !$0.isStable }
    }
    if questions.why || !asked.isEmpty {
      var shown = asked
      if shown.isEmpty {
        let equilibria = try stability.equilibria(explained, limit: Self.mostExplained)
        shown = equilibria + [statusQuo].compactMap { $0 }.filter { !equilibria.contains($0) }
      }
      let by = questions.concepts.isEmpty ? [explained] : concepts
      view.reasons = try shown.flatMap { state in try by.flatMap { try reasons(state, $0) } }
    }
    if let wanted { view.wanted = try self.wanted(wanted) }
    if !questions.whatIf.isEmpty { view.whatIf = try whatIf(questions.whatIf, stability) }
    let samples = questions.samples ?? usualSamples
    if samples > 0 { view.robustness = try robustness(samples, seed: questions.seed) }
    if questions.coalitions { view.coalitions = try coalitions() }
    view.notes = model.source.notes + (try notes())
    return view
  }

  private var rules: [String] {
    ["An outcome is an equilibrium if it is stable for everyone: no one would leave it."]
      + concepts.map { "\($0.label): \($0.rule)." }
      + (model.analysis.profile.hasUnknowns ? [model.analysis.uncertainty.rule] : [])
      + [
        "Everything follows from the preferences in the model, with uncertain ones taken as "
          + "written, and says nothing about how likely an outcome is."
      ]
  }

  /// Where the way ahead is not settled by the definitions.
  private func notes() throws -> [String] {
    var horizon = 0
    for concept in concepts {
      switch concept {
      case .limitedMove(let moves): horizon = max(horizon, moves)
      case .nonMyopic: horizon = max(horizon, 8)
      default: break
      }
    }
    guard horizon > 0 else { return [] }
    let report = try model.analysis.foresightReport(upTo: horizon, checkpoint: checkpoint)
    var notes: [String] = []
    if let tie = report.ties.first {
      let others =
        report.ties.count > 1 ? ", and \((report.ties.count - 1).counted("tie")) more" : ""
      notes.append(
        "Looking \(tie.horizon.counted("move")) ahead, \(model.names[tie.mover]) has moves from "
          + "\(conflict.label(of: tie.state)) that are equally good and end elsewhere\(others); the "
          + "first in the order in which the states are listed is taken.")
    }
    if report.period > 1 {
      notes.append(
        "The foresight does not converge: it repeats every \(report.period) moves. A state is "
          + "non-myopically stable if it is at each of them.")
    }
    return notes
  }
}
