public import CaseModel
internal import Foundations
internal import GraphModel

extension ModelError {
  init(_ path: EntryPath, _ error: ConflictError) {
    self.init(path, error.summary, hint: error.hint.isEmpty ? nil : error.hint)
  }

  /// A fault the engine found in a conflict, at the part that it names.
  init(_ source: Case.Conflict, _ error: ConflictError) {
    self.init(source.path(to: error.place ?? ""), error)
  }
}

extension Case.Conflict {
  /// Where a part stands that the engine calls `forbidden[2]`, `option "x"` or `preferences of y`.
  fileprivate func path(to place: String) -> EntryPath {
    let path = EntryPath.entry(.conflicts, id.raw)
    let words = place.split(separator: ",").first.map(String.init) ?? place
    if let name = words.wholeMatch(of: /option "(.*)"/)?.1,
      let number = options.firstIndex(where: { $0.id.raw == name })
    {
      return path.key("options").index(number)
    }
    if let name = words.wholeMatch(of: /preferences of (.*)/)?.1,
      let number = decisionMakers.firstIndex(where: { $0.id.raw == name })
    {
      return path.key("decisionMakers").index(number)
    }
    if let part = words.wholeMatch(of: /([A-Za-z]+)(\[([0-9]+)\])?/),
      Self.fields.contains(where: { $0.name == part.1 })
    {
      // In option form the engine's list of states is ours of what is feasible.
      let key = part.1 == "states" && !isGraph ? "feasible" : String(part.1)
      let list = path.key(key)
      return part.3.flatMap { Int($0) }.map { list.index($0) } ?? list
    }
    return path
  }
}

extension Case {
  /// The conflict with an id, or the only one if `id` is nil.
  /// - Throws: ``ModelError`` if there is none such, or several and no id is given.
  public func conflict(_ id: Conflict.ID?) throws(ModelError) -> Conflict {
    try model(
      id, among: conflicts, .conflict, none: "the case has no conflict to analyse",
      hint: "docs/graph-model.md says how to build one from the record")
  }
}

extension Case.Conflict {
  /// The combinations of options under which a formula holds, as patterns with dashes for the options
  /// that it does not mention.
  /// - Throws: ``ModelError`` for a formula that cannot be read or mentions more than 12 options.
  public func patterns(where text: String) throws(ModelError) -> [String] {
    let path = EntryPath.entry(.conflicts, id.raw)
    let formula: Formula
    do {
      formula = try Formula(text, options: options.map(\.id.raw))
    } catch {
      let fault = error as? Formula.SyntaxError
      throw ModelError(
        path, "`\(text.shortened(to: 80))`: \(fault?.message ?? "not a formula")",
        hint: fault?.hint)
    }
    let mentioned = options.indices.filter { formula.mentioned >> UInt64($0) & 1 == 1 }
    guard mentioned.count <= 12 else {
      throw ModelError(
        path, "`\(text.shortened(to: 80))` mentions \(mentioned.count) options",
        hint: "at most 12 can be written out as patterns")
    }
    return (0..<(1 << mentioned.count)).compactMap { code in
      var signs = [Character](repeating: "-", count: options.count)
      var taken: UInt64 = 0
      for (bit, option) in mentioned.enumerated() {
        let isTaken = code >> bit & 1 == 1
        signs[option] = isTaken ? "Y" : "N"
        if isTaken { taken |= 1 << UInt64(option) }
      }
      return formula.holds(taken) ? String(signs) : nil
    }
  }
}
