internal import CaseModel
internal import Foundations
internal import GraphModel

/// What becomes of the equilibria when the model is changed.
extension StabilityMaker {
  private static let mostStates = 20

  func whatIf(_ texts: [String], _ before: Stability) throws -> StabilityView.WhatIf {
    var changed = model.source
    var said: [String] = []
    for text in texts { said.append(try apply(text, to: &changed)) }
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

  /// Reads one change and makes it; returns it in words.
  private func apply(_ text: String, to conflict: inout Case.Conflict) throws -> String {
    let form = "write `MAKER: FORMULA`, `MAKER: without 2` or `never FORMULA`"
    guard !conflict.isGraph else {
      throw ModelError(
        .change, "this conflict is in graph form, and a formula needs options",
        hint: "change its moves or rankings in the file")
    }
    let trimmed = text.trimmed
    if trimmed.hasPrefix("never ") {
      var rule = Case.Conflict.Infeasible()
      rule.formula = String(trimmed.dropFirst(6)).trimmed
      try check(rule.formula ?? "", form)
      conflict.infeasible.append(rule)
      return "“\(rule.formula ?? "")” cannot be"
    }
    guard let colon = trimmed.firstIndex(of: ":") else {
      throw ModelError(.change, "`\(text)` is not a change of the model", hint: form)
    }
    let name = String(trimmed[..<colon]).trimmed
    let rest = String(trimmed[trimmed.index(after: colon)...]).trimmed
    let known = conflict.decisionMakers.map(\.id.raw)
    let called = model.names.map { $0.lowercased() }
    guard let position = known.firstIndex(of: name) ?? called.firstIndex(of: name.lowercased())
    else {
      throw ModelError(
        .change, "the conflict has no decision maker `\(name)`",
        hint: suggestion(for: name, among: known)
          ?? "it has \(known.alternatives)")
    }
    let maker = conflict.decisionMakers[position]
    if rest.hasPrefix("without ") {
      guard let number = Int(String(rest.dropFirst(8)).trimmed),
        maker.prefers.indices.contains(number - 1)
      else {
        throw ModelError(
          .change, "`\(name)` has no preference with that number",
          hint: maker.prefers.isEmpty ? form : "they are counted from 1 to \(maker.prefers.count)")
      }
      let wish = conflict.decisionMakers[position].prefers.remove(at: number - 1)
      return "\(model.names[position]) no longer wants “\(wish.title ?? wish.that)”"
    }
    guard maker.weights.isEmpty, maker.ranking.isEmpty, maker.compares.isEmpty else {
      throw ModelError(
        .change, "`\(name)` has no list of preferences to put it first in",
        hint: "change them in the file")
    }
    try check(rest, form)
    conflict.decisionMakers[position].prefers.insert(Case.Conflict.Priority(that: rest), at: 0)
    return "\(model.names[position]) wants \(words(of: rest)) above all"
  }

  /// A formula that is one option, or one left, by its title; any other as written.
  private func words(of formula: String) -> String {
    let isLeft = formula.hasPrefix("not ")
    let name = isLeft ? String(formula.dropFirst(4)).trimmed : formula
    guard let option = model.source.options.first(where: { $0.id.raw == name }) else {
      return "“\(formula)”"
    }
    let owners = option.owners.compactMap { owner in
      model.source.decisionMakers.firstIndex { $0.id == owner }.map { model.names[$0] }
    }
    return "“\(isLeft ? "not: " : "")\(owners.joined(separator: ", ")): \(option.title)”"
  }

  private func check(_ text: String, _ form: String) throws {
    do {
      _ = try Formula(text, options: model.source.options.map(\.id.raw))
    } catch let error as Formula.SyntaxError {
      throw ModelError(
        .change, "`\(text)`, column \(error.column): \(error.message)",
        hint: error.hint.isEmpty ? form : error.hint)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
