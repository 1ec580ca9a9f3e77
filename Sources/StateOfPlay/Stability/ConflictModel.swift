internal import CaseModel
internal import Foundations
internal import GraphModel

/// A conflict of the case as the engine takes it, and the way back to names.
struct ConflictModel {
  let source: Case.Conflict
  let path: EntryPath
  /// One a decision maker, as people call it.
  let names: [String]
  let conflict: GraphModel.Conflict
  let preferences: [Preference]
  let analysis: Analysis
  /// Names that the model has for states.
  let titles: [GraphModel.Conflict.State: String]

  /// - Throws: ``ModelError`` for a part that cannot be meant; what `checkpoint` throws.
  init(
    _ source: Case.Conflict, _ index: CaseIndex, extension letter: String = "a",
    _ checkpoint: Checkpoint
  ) throws {
    guard let uncertainty = Analysis.Uncertainty(rawValue: letter.lowercased()) else {
      throw ModelError(
        .unknownPreferences, "`\(letter)` is not a treatment of unknown preferences",
        hint: "it is a, b, c or d")
    }
    self.source = source
    path = .entry(.conflicts, source.id.raw)
    names = source.decisionMakers.map { maker in
      maker.title ?? (maker.actors.isEmpty ? maker.id.raw : index.names(maker.actors))
    }
    let options = source.options.map(\.id.raw)
    try Self.checkFormulas(source, options, path)
    preferences = source.decisionMakers.map { Self.preference($0) }
    do {
      conflict =
        source.isGraph
        ? try Self.graph(source).compile() : try Self.form(source).compile(checkpoint: checkpoint)
      analysis = try Analysis(
        conflict, conflict.profile(preferences, checkpoint: checkpoint), uncertainty: uncertainty)
      titles = try Self.titles(source, conflict, path)
    } catch let error as ConflictError {
      throw ModelError(source, error)
    }
  }

  private static func titles(
    _ source: Case.Conflict, _ conflict: GraphModel.Conflict, _ path: EntryPath
  ) throws -> [GraphModel.Conflict.State: String] {
    var titles: [GraphModel.Conflict.State: String] = [:]
    for (number, named) in source.states.enumerated() {
      do {
        titles[try conflict.state(named.state, place: "states")] = named.title
      } catch let error as ConflictError {
        throw ModelError(path.key("states").index(number), error)
      }
    }
    return titles
  }

  static func form(_ source: Case.Conflict) -> OptionForm {
    OptionForm(
      decisionMakers: source.decisionMakers.map(\.id.raw),
      options: source.options.map { option in
        let direction: OptionForm.Direction =
          switch option.direction {
          case .both: .both
          case .forward: .forward
          case .back: .back
          }
        return OptionForm.Option(
          option.id.raw, owners: option.owners.map(\.raw), direction: direction)
      },
      infeasible: source.infeasible.map { rule in
        if let pattern = rule.pattern { return .pattern(pattern) }
        if let formula = rule.formula { return .formula(formula) }
        return rule.exclusive.isEmpty
          ? .atLeastOne(rule.atLeastOne.map(\.raw)) : .mutuallyExclusive(rule.exclusive.map(\.raw))
      },
      states: source.feasible.isEmpty ? nil : source.feasible, coalesced: source.coalesced,
      forbidden: source.forbidden.map { .init(mover: $0.mover.raw, from: $0.from, to: $0.to) })
  }

  static func preference(_ maker: Case.Conflict.DecisionMaker) -> Preference {
    if !maker.weights.isEmpty {
      return .weights(
        maker.weights.map { .init($0.option.raw, taken: $0.taken, notTaken: $0.notTaken) })
    }
    if !maker.ranking.isEmpty {
      return .ranking(maker.ranking.map { .init($0.states, greatly: $0.greatly) })
    }
    if !maker.prefers.isEmpty { return .prioritising(maker.prefers.map(\.that)) }
    // Of one who is said to want nothing nothing is known.
    return .pairwise(comparisons(maker.compares))
  }

  /// States equally liked are compared each with each.
  static func comparisons(
    _ pairs: [Case.Conflict.Comparison]
  ) -> [Preference.Comparison] {
    pairs.flatMap { pair -> [Preference.Comparison] in
      if let better = pair.better, let than = pair.than {
        return [.init(better, pair.greatly ? .greatlyPreferred : .preferred, than)]
      }
      return pair.equal.indices.flatMap { place in
        pair.equal.dropFirst(place + 1).map { .init(pair.equal[place], .equal, $0) }
      }
    }
  }

  static func graph(_ source: Case.Conflict) -> GraphForm {
    GraphForm(
      decisionMakers: source.decisionMakers.map(\.id.raw), states: source.states.map(\.state),
      moves: source.moves.map { .init(mover: $0.mover.raw, from: $0.from, to: $0.to) })
  }

  /// Formulas are read one by one first, so that a fault is found in its own place.
  private static func checkFormulas(
    _ source: Case.Conflict, _ options: [String], _ path: EntryPath
  ) throws {
    func check(_ text: String, _ place: EntryPath) throws {
      do {
        _ = try Formula(text, options: options)
      } catch let error as Formula.SyntaxError {
        throw ModelError(
          place, "`\(text.shortened(to: 80))`, column \(error.column): \(error.message)",
          hint: error.hint)
      }
    }
    for (number, rule) in source.infeasible.enumerated() {
      if let formula = rule.formula {
        try check(formula, path.key("infeasible").index(number).key("formula"))
      }
    }
    for (number, maker) in source.decisionMakers.enumerated() {
      let place = path.key("decisionMakers").index(number).key("prefers")
      for (number, wish) in maker.prefers.enumerated() {
        try check(wish.that, place.index(number).key("that"))
      }
    }
  }

  /// The state named by a pattern or its own name, by the word `status-quo`, or by the options taken.
  func state(_ text: String, _ question: ModelQuestion? = nil) throws -> GraphModel.Conflict.State {
    let trimmed = text.filter { $0 != " " }
    var pattern = trimmed
    if trimmed == "status-quo" || trimmed == "statusquo" {
      guard let statusQuo = source.statusQuo else {
        throw ModelError(
          EntryPath(), question, "the conflict names no status quo",
          hint: "add `statusQuo:` to it")
      }
      pattern = statusQuo
    } else if source.isGraph {
      pattern = text
    } else if trimmed == "none" || !trimmed.allSatisfy({ "YNyn-".contains($0) }) {
      var taken = Set(trimmed.split(separator: ",").map(String.init))
      taken.remove("none")
      let known = source.options.map(\.id.raw)
      for name in taken.sorted() where !known.contains(name) {
        throw ModelError(
          path.key("statusQuo"), question, "the conflict has no option `\(name)`",
          hint: suggestion(for: name, among: known)
            ?? "write a pattern such as \(String(repeating: "N", count: known.count)), or the "
            + "options taken: \(known.joined(separator: ","))")
      }
      pattern = String(known.map { taken.contains($0) ? "Y" : "N" })
    }
    do {
      return try conflict.state(pattern, place: question == nil ? "statusQuo" : "the state")
    } catch let error as ConflictError {
      throw ModelError(
        path.key("statusQuo"), question, error.summary,
        hint: error.hint.isEmpty ? nil : error.hint)
    }
  }
}
