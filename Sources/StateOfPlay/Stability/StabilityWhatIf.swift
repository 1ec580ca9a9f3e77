internal import CaseModel
internal import Foundations
internal import GraphModel

/// What becomes of the equilibria when the model is changed.
extension StabilityMaker {
  private static let mostStates = 20

  func whatIf(_ changes: [ConflictChange], _ before: Stability) throws -> StabilityView.WhatIf {
    var changed = model.source
    var said: [String] = []
    for change in changes { said.append(try apply(change, to: &changed)) }
    if changed.infeasible.count > model.source.infeasible.count {
      try changed.leaveOutExcluded(checkpoint)
    }
    let other = try ConflictModel(
      changed, index, extension: model.analysis.uncertainty.rawValue, checkpoint)
    let after = try other.analysis.stability(concepts, checkpoint: checkpoint)
    var (gained, lost): ([State: [String]], [State: [String]]) = ([:], [:])
    for concept in concepts {
      let old = Set(try before.equilibria(concept, limit: 10_000))
      let new = Set(try after.equilibria(concept, limit: 10_000))
      for state in new.subtracting(old) { gained[state, default: []].append(concept.label) }
      for state in old.subtracting(new) { lost[state, default: []].append(concept.label) }
    }
    func lines(_ states: [State: [String]]) -> [StabilityView.WhatIf.Line] {
      states.sorted { $0.key < $1.key }.prefix(Self.mostStates).map {
        .init(
          state: conflict.label(of: $0), words: model.title($0) ?? model.words($0), concepts: $1)
      }
    }
    return .init(changes: said, gained: lines(gained), lost: lines(lost))
  }

  /// Makes one change; returns it in words.
  private func apply(
    _ change: ConflictChange, to conflict: inout Case.Conflict
  ) throws -> String {
    guard !conflict.isGraph else {
      throw ModelError(
        .change, "this conflict is in graph form, and a formula needs options",
        hint: "change its moves or rankings in the file")
    }
    switch change {
    case .never(let formula):
      var rule = Case.Conflict.Infeasible()
      rule.formula = formula
      try check(formula)
      conflict.infeasible.append(rule)
      return "“\(formula)” cannot be"
    case .without(let name, let number):
      let position = try position(of: name, in: conflict)
      let prefers = conflict.decisionMakers[position].prefers
      guard prefers.indices.contains(number - 1) else {
        throw ModelError(
          .change, "`\(name)` has no preference with that number",
          hint: prefers.isEmpty
            ? "it has no list of preferences" : "they are counted from 1 to \(prefers.count)")
      }
      let wish = conflict.decisionMakers[position].prefers.remove(at: number - 1)
      return "\(model.names[position]) no longer wants “\(wish.title ?? wish.that)”"
    case .wants(let name, let formula):
      let position = try position(of: name, in: conflict)
      let maker = conflict.decisionMakers[position]
      guard maker.weights.isEmpty, maker.ranking.isEmpty, maker.compares.isEmpty else {
        throw ModelError(
          .change, "`\(name)` has no list of preferences to put it first in",
          hint: "change them in the file")
      }
      try check(formula)
      conflict.decisionMakers[position].prefers.insert(
        Case.Conflict.Priority(that: formula), at: 0)
      return "\(model.names[position]) wants \(words(of: formula)) above all"
    }
  }

  private func position(of name: String, in conflict: Case.Conflict) throws -> Int {
    let known = conflict.decisionMakers.map(\.id.raw)
    let called = model.names.map { $0.lowercased() }
    guard let position = known.firstIndex(of: name) ?? called.firstIndex(of: name.lowercased())
    else {
      throw ModelError(
        .change, "the conflict has no decision maker `\(name)`",
        hint: suggestion(for: name, among: known) ?? "it has \(known.alternatives)")
    }
    return position
  }

  /// A formula that is one option, or one left, by its title; any other as written.
  private func words(of formula: String) -> String {
    let isLeft = formula.hasPrefix("not ")
    let name = isLeft ? String(formula.dropFirst(4).drop(while: \.isWhitespace)) : formula
    guard let option = model.source.options.first(where: { $0.id.raw == name }) else {
      return "“\(formula)”"
    }
    let owners = option.owners.compactMap { owner in
      model.source.decisionMakers.firstIndex { $0.id == owner }.map { model.names[$0] }
    }
    return "“\(isLeft ? "not: " : "")\(owners.joined(separator: ", ")): \(option.title)”"
  }

  private func check(_ text: String) throws {
    do {
      _ = try Formula(text, options: model.source.options.map(\.id.raw))
    } catch let error as Formula.SyntaxError {
      throw ModelError(
        .change, "`\(text)`, column \(error.column): \(error.message)",
        hint: error.hint.isEmpty ? nil : error.hint)
    }
  }
}
