internal import CaseModel
internal import Foundations

/// Reads the `.gmcr` JSON of gmcr-py, all versions that write JSON.
///
/// Options are named by their number in the list. A preference is a condition (options that must be
/// taken or not) or several of which one must hold; the earlier one counts more. Where the file says
/// that rankings count, a ranking names the feasible states by their number (``GMCRStates``).
/// Misperceptions, coalitions and keys not known are passed over, and the notes of the model say so.
/// Payoffs and other results are computed again.
enum GMCRReader {
  static func read(_ node: Node, _ reader: inout NodeReader) -> Case.Conflict? {
    guard case .map = node.content else {
      reader.fail(
        .wrongType, at: node.place, "expected a graph model, found \(node.kindInWords)",
        hint: "a .gmcr file is an object with `options` and `decisionMakers`")
      return nil
    }
    var model = GMCRModel()
    model.rankingsCount = rankingsCount(node, &reader)
    model.readOptions(node, &reader)
    for (number, item) in list(node, "infeasibles", &reader, required: false).enumerated() {
      reader.inside(.key("infeasibles")) { reader in
        reader.inside(.index(number)) { model.readInfeasible(item, &$0) }
      }
    }
    let makers = list(node, "decisionMakers", &reader, required: true)
    model.readOwners(makers)
    for (number, item) in makers.enumerated() {
      reader.inside(.key("decisionMakers")) { reader in
        reader.inside(.index(number)) { model.readMaker(item, number, &$0) }
      }
    }
    model.readCoalitions(node)
    model.keys.note(
      node,
      known: [
        "title", "description", "options", "decisionMakers", "infeasibles", "coalitions",
        "coalitionsFull", "useManualPreferenceRanking", "useManualPreferenceVectors", "program",
        "version", "nodes",
      ])
    model.conflict.title = node["title"]?.scalar.flatMap { $0.isEmpty ? nil : $0 } ?? "A conflict"
    model.conflict.id = Case.Conflict.ID(
      Slug.from(model.conflict.title)?.raw ?? "conflict")
    if let text = node["description"]?.scalar, !text.isEmpty { model.conflict.description = text }
    for (position, option) in model.conflict.options.enumerated() where option.owners.isEmpty {
      reader.fail(
        .noOwner, at: model.places[position], "no decision maker owns the option “\(option.title)”",
        hint: "list its number, \(position), among some decision maker's `options`")
    }
    model.conflict.notes = model.remarks + model.keys.remarks(in: nil)
    return reader.hasErrors ? nil : model.conflict
  }

  static func list(
    _ node: Node, _ key: String, _ reader: inout NodeReader, required: Bool
  ) -> [Node] {
    guard let value = node[key] else {
      if required {
        reader.fail(.missingKey, at: node.place, "this graph model has no `\(key)`")
      }
      return []
    }
    if case .list(let items) = value.content { return items }
    if case .null = value.content, !required { return [] }
    reader.fail(.wrongType, at: value.place, "expected a list, found \(value.kindInWords)")
    return []
  }

  /// Whether rankings count in place of lists of wishes; nil where the file does not say.
  private static func rankingsCount(_ node: Node, _ reader: inout NodeReader) -> Bool? {
    // The second is what versions before 0.3 call it.
    guard
      let flag = node["useManualPreferenceRanking"] ?? node["useManualPreferenceVectors"]
    else { return nil }
    switch flag.content {
    case .null: return nil
    case .literal("true"): return true
    case .literal("false"): return false
    default:
      reader.fail(
        .wrongType, at: flag.place,
        "expected true or false, found \(flag.kindInWords)",
        hint: "it says whether rankings are used instead of lists of preferences")
      return nil
    }
  }
}
