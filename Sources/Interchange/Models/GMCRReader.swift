internal import CaseModel

/// Reads the `.gmcr` JSON of other graph-model programs.
///
/// Options are named by their number in the list. A preference is a condition (options that must be
/// taken or not) or several of which one must hold; the earlier one counts more. Payoffs and all
/// else that those programs computed are passed over: everything is computed anew here.
enum GMCRReader {
  static func read(_ node: Node, _ reader: inout NodeReader) -> Case.Conflict? {
    guard case .map = node.content else {
      reader.fail(
        "wrong-type", at: node.place, "expected a graph model, found \(node.kindInWords)",
        hint: "a .gmcr file is an object with `options` and `decisionMakers`")
      return nil
    }
    var model = GMCRModel()
    model.readOptions(node, &reader)
    let makers = list(node, "decisionMakers", &reader, required: true)
    var maker = 0
    for item in makers {
      reader.inside(.key("decisionMakers")) { reader in
        reader.inside(.index(maker)) { model.readMaker(item, maker, &$0) }
      }
      maker += 1
    }
    for item in list(node, "infeasibles", &reader, required: false) {
      var rule = Case.Conflict.Infeasible()
      guard let formula = model.formula(item, &reader) else { continue }
      rule.formula = formula
      model.conflict.infeasible.append(rule)
    }
    model.conflict.title = node["title"]?.scalar ?? "A conflict"
    model.conflict.id = Case.Conflict.ID(
      Slug.from(model.conflict.title)?.raw ?? "conflict")
    if let text = node["description"]?.scalar, !text.isEmpty { model.conflict.description = text }
    for (position, option) in model.conflict.options.enumerated() where option.owners.isEmpty {
      reader.fail(
        "no-owner", at: model.places[position], "nobody owns the option “\(option.title)”",
        hint: "list its number, \(position), among some decision maker's `options`")
    }
    return reader.hasErrors ? nil : model.conflict
  }

  static func list(
    _ node: Node, _ key: String, _ reader: inout NodeReader, required: Bool
  ) -> [Node] {
    guard let value = node[key] else {
      if required {
        reader.fail("missing-key", at: node.place, "this graph model has no `\(key)`")
      }
      return []
    }
    if case .list(let items) = value.content { return items }
    if case .null = value.content, !required { return [] }
    reader.fail("wrong-type", at: value.place, "expected a list, found \(value.kindInWords)")
    return []
  }
}

/// A graph model while it is read.
private struct GMCRModel {
  var conflict = Case.Conflict()
  var places: [Place] = []
  private var used: Set<String> = []

  /// An id made of a name, unlike those before it.
  private mutating func slug(_ name: String, _ otherwise: String) -> Slug {
    let base = Slug.from(name)?.raw ?? otherwise
    var (slug, number) = (base, 2)
    while !used.insert(slug).inserted || ["not", "and", "or", "if", "then", "iff"].contains(slug) {
      slug = "\(base)-\(number)"
      number += 1
    }
    return Slug(slug)
  }

  mutating func readOptions(_ node: Node, _ reader: inout NodeReader) {
    for (position, item) in GMCRReader.list(node, "options", &reader, required: true).enumerated() {
      guard let name = item["name"]?.scalar, !name.isEmpty else {
        reader.fail("missing-key", at: item.place, "this option has no `name`")
        continue
      }
      var option = Case.Conflict.Option(
        id: slug(name, "option-\(position + 1)"), title: name, owners: [])
      switch item["permittedDirection"]?.scalar {
      case nil, "both": break
      case "fwd", "forward": option.direction = .forward
      case "back", "backward": option.direction = .back
      case let word?:
        reader.fail(
          "unknown-word", at: item["permittedDirection"]?.place ?? item.place,
          "unknown direction `\(word.shortened(to: 40))`", hint: "it is both, fwd or back")
      }
      conflict.options.append(option)
      places.append(item.place)
    }
    used = []
  }

  mutating func readMaker(_ item: Node, _ position: Int, _ reader: inout NodeReader) {
    guard let name = item["name"]?.scalar, !name.isEmpty else {
      reader.fail("missing-key", at: item.place, "this decision maker has no `name`")
      return
    }
    var maker = Case.Conflict.DecisionMaker(
      id: slug(name, "maker-\(position + 1)"), title: name)
    for number in GMCRReader.list(item, "options", &reader, required: true) {
      guard let place = option(number, &reader) else { continue }
      conflict.options[place].owners.append(maker.id)
    }
    let ranking = item["preferenceRanking"] ?? item["preferenceVector"]
    if let ranking, case .list(let tiers) = ranking.content, !tiers.isEmpty {
      maker.ranking = tiers.compactMap { tier in
        var states = [tier]
        if case .list(let inner) = tier.content { states = inner }
        var line = Case.Conflict.Tier()
        line.states = states.compactMap { pattern($0, &reader) }
        return line.states.isEmpty ? nil : line
      }
    } else {
      for wish in GMCRReader.list(item, "preferences", &reader, required: false) {
        if let formula = formula(wish, &reader) { maker.prefers.append(.init(that: formula)) }
      }
    }
    conflict.decisionMakers.append(maker)
  }

  private func option(_ node: Node, _ reader: inout NodeReader) -> Int? {
    if let text = node.scalar, let number = Int(text), conflict.options.indices.contains(number) {
      return number
    }
    reader.fail(
      "unknown-option", at: node.place, "there is no option \(node.scalar ?? node.kindInWords)",
      hint: "options are counted from 0 to \(conflict.options.count - 1)")
    return nil
  }

  /// A state by the sum of 2^k over the options taken.
  private func pattern(_ node: Node, _ reader: inout NodeReader) -> String? {
    let width = conflict.options.count
    if let text = node.scalar, let number = UInt64(text),
      width >= 64 || number >> UInt64(width) == 0
    {
      return String((0..<width).map { number >> UInt64(min($0, 63)) & 1 == 1 ? "Y" : "N" })
    }
    reader.fail(
      "unknown-state", at: node.place,
      "`\((node.scalar ?? node.kindInWords).shortened(to: 40))` is the number of no state",
      hint: "a state's number is the sum of 2^k over the options taken, counted from 0")
    return nil
  }

  /// `[[0, "Y"], [2, "N"]]`, or several of them under `members`, of which one must hold.
  func formula(_ node: Node, _ reader: inout NodeReader) -> String? {
    if case .map = node.content {
      let parts = GMCRReader.list(node, "members", &reader, required: true)
        .compactMap { conjunction($0, &reader) }
      return parts.isEmpty
        ? nil : parts.map { parts.count > 1 ? "(\($0))" : $0 }.joined(separator: " or ")
    }
    return conjunction(node, &reader)
  }

  private func conjunction(_ node: Node, _ reader: inout NodeReader) -> String? {
    guard case .list(let items) = node.content, !items.isEmpty else {
      reader.fail(
        "wrong-type", at: node.place, "expected a condition, found \(node.kindInWords)",
        hint: "a condition is a list such as `[[0, \"Y\"], [2, \"N\"]]`")
      return nil
    }
    var parts: [String] = []
    for item in items {
      guard case .list(let pair) = item.content, pair.count == 2,
        let sign = pair[1].scalar?.uppercased(), sign == "Y" || sign == "N"
      else {
        reader.fail(
          "wrong-type", at: item.place, "expected an option's number and Y or N",
          hint: "write `[0, \"Y\"]`")
        continue
      }
      guard let place = option(pair[0], &reader) else { continue }
      parts.append((sign == "N" ? "not " : "") + conflict.options[place].id.raw)
    }
    return parts.isEmpty ? nil : parts.joined(separator: " and ")
  }
}
