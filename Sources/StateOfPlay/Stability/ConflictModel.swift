internal import CaseModel
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

  /// - Throws: ``ConflictFault`` for a part that cannot be meant; what `checkpoint` throws.
  init(
    _ source: Case.Conflict, _ index: CaseIndex, _ checkpoint: GraphModel.Checkpoint
  ) throws {
    self.source = source
    path = .entry(.conflicts, source.id.raw)
    names = source.decisionMakers.map { maker in
      maker.title ?? (maker.actors.isEmpty ? maker.id.raw : index.names(maker.actors))
    }
    let options = source.options.map(\.id.raw)
    try Self.checkFormulas(source, options, path)
    preferences = source.decisionMakers.map { Self.preference($0) }
    do {
      conflict = try Self.form(source).compile(checkpoint: checkpoint)
      analysis = try Analysis(
        conflict, conflict.profile(preferences, checkpoint: checkpoint))
    } catch let error as ConflictError {
      throw ConflictFault(path, error)
    }
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
      states: source.states.isEmpty ? nil : source.states, coalesced: source.coalesced,
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
    // Of one who is said to want nothing nothing is known.
    return maker.prefers.isEmpty ? .pairwise([]) : .prioritising(maker.prefers.map(\.that))
  }

  /// Formulas are read one by one first, so that a fault is found in its own place.
  private static func checkFormulas(
    _ source: Case.Conflict, _ options: [String], _ path: EntryPath
  ) throws {
    func check(_ text: String, _ place: EntryPath) throws {
      do {
        _ = try Formula(text, options: options)
      } catch let error as Formula.SyntaxError {
        throw ConflictFault(
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

  /// The state named by a pattern, by the word `status-quo`, or by the options taken.
  func state(_ text: String, _ option: String) throws -> GraphModel.Conflict.State {
    let trimmed = text.filter { $0 != " " }
    var pattern = trimmed
    if trimmed == "status-quo" || trimmed == "statusquo" {
      guard let statusQuo = source.statusQuo else {
        throw ConflictFault(path, "the conflict names no status quo", hint: "add `statusQuo:`")
      }
      pattern = statusQuo
    } else if trimmed == "none" || !trimmed.allSatisfy({ "YNyn-".contains($0) }) {
      var taken = Set(trimmed.split(separator: ",").map(String.init))
      taken.remove("none")
      let known = source.options.map(\.id.raw)
      for name in taken.sorted() where !known.contains(name) {
        throw ConflictFault(
          path, "\(option): the conflict has no option `\(name)`",
          hint: nearest(to: name, among: known).map { "did you mean `\($0)`?" }
            ?? "write a pattern such as \(String(repeating: "N", count: known.count)), or the "
            + "options taken: \(known.joined(separator: ","))")
      }
      pattern = String(known.map { taken.contains($0) ? "Y" : "N" })
    }
    do {
      return try conflict.state(pattern, place: option)
    } catch let error as ConflictError {
      throw ConflictFault(path, error)
    }
  }

  /// What a decision maker does to go from one state to another, as "takes up “x”".
  func move(from: GraphModel.Conflict.State, to: GraphModel.Conflict.State) -> String {
    let (before, after) = (Array(conflict.label(of: from)), Array(conflict.label(of: to)))
    var parts: [String] = []
    for (position, option) in source.options.enumerated() {
      switch (before[position], after[position]) {
      case (let old, "Y") where old != "Y": parts.append("takes up “\(option.title)”")
      case (let old, "N") where old != "N": parts.append("gives up “\(option.title)”")
      default: break
      }
    }
    return parts.joined(separator: " and ")
  }

  /// What each does in a state, as "Russia: x, y; Ukraine: nothing".
  func words(_ state: GraphModel.Conflict.State) -> String {
    let signs = Array(conflict.label(of: state))
    var owners: [[Slug]] = source.decisionMakers.map { [$0.id] }
    for option in source.options where !owners.contains(option.owners) {
      owners.append(option.owners)
    }
    return owners.compactMap { who in
      let own = source.options.indices.filter { source.options[$0].owners == who }
      if own.isEmpty { return nil }
      let done = own.filter { signs[$0] == "Y" }.map { source.options[$0].title }
      let either = own.filter { signs[$0] == "-" }.map { source.options[$0].title }
      var text = done.isEmpty ? "nothing" : done.joined(separator: ", ")
      if !either.isEmpty { text += " (either way: \(either.joined(separator: ", ")))" }
      return "\(name(who)): \(text)"
    }.joined(separator: "; ")
  }

  private func name(_ who: [Slug]) -> String {
    who.map { id in
      source.decisionMakers.firstIndex { $0.id == id }.map { names[$0] } ?? id.raw
    }.joined(separator: " or ")
  }
}
