internal import CaseModel
internal import Foundations

/// A graph model while it is read.
struct GMCRModel {
  var conflict = Case.Conflict()
  var places: [Place] = []
  var rankingsCount: Bool?
  var keys = ForeignKeys()
  private(set) var remarks: [String] = []
  private var states = GMCRStates()
  private var names = ForeignNames()

  mutating func readOptions(_ node: Node, _ reader: inout NodeReader) {
    for (position, item) in GMCRReader.list(node, "options", &reader, required: true).enumerated() {
      keys.note(
        item, known: ["name", "permittedDirection", "reversibility"], within: "an option")
      guard let name = item["name"]?.scalar, !name.isEmpty else {
        reader.fail(.missingKey, at: item.place, "this option has no `name`")
        continue
      }
      var option = Case.Conflict.Option(
        id: names.id(name, otherwise: "option-\(position + 1)"), title: name, owners: [])
      // Early versions call it reversibility.
      let direction = item["permittedDirection"] ?? item["reversibility"]
      switch direction?.scalar {
      case nil, "both": break
      case "fwd", "forward": option.direction = .forward
      case "back", "backward": option.direction = .back
      case let word?:
        reader.fail(
          .unknownWord, at: direction?.place ?? item.place,
          "unknown direction `\(word.shortened(to: 40))`", hint: "it is both, fwd or back")
      }
      conflict.options.append(option)
      places.append(item.place)
    }
    names = ForeignNames()
  }

  mutating func readInfeasible(_ item: Node, _ reader: inout NodeReader) {
    guard let found = condition(item, &reader) else { return }
    var rule = Case.Conflict.Infeasible()
    rule.formula = found.formula
    conflict.infeasible.append(rule)
    for part in found.parts { states.exclude(part) }
  }

  /// States are numbered with the options in the order of who owns them, which is that of every file
  /// the program has saved itself.
  mutating func readOwners(_ makers: [Node]) {
    var order: [Int] = []
    for maker in makers {
      guard let owned = maker["options"], case .list(let numbers) = owned.content else { continue }
      for number in numbers {
        guard let place = number.scalar.flatMap({ Int($0) }),
          conflict.options.indices.contains(place), !order.contains(place)
        else { continue }
        order.append(place)
      }
    }
    states.order = order + conflict.options.indices.filter { !order.contains($0) }
  }

  mutating func readMaker(_ item: Node, _ position: Int, _ reader: inout NodeReader) {
    keys.note(
      item,
      known: [
        "name", "options", "preferences", "preferenceRanking", "preferenceVector", "payoffs",
        "misperceptions",
      ], within: "a decision maker")
    guard let name = item["name"]?.scalar, !name.isEmpty else {
      reader.fail(.missingKey, at: item.place, "this decision maker has no `name`")
      return
    }
    var maker = Case.Conflict.DecisionMaker(
      id: names.id(name, otherwise: "maker-\(position + 1)"), title: name)
    for number in GMCRReader.list(item, "options", &reader, required: true) {
      guard let place = option(number, &reader),
        !conflict.options[place].owners.contains(maker.id)
      else { continue }
      conflict.options[place].owners.append(maker.id)
    }
    let wishes = GMCRReader.list(item, "preferences", &reader, required: false)
      .compactMap { condition($0, &reader)?.formula }
    var tiers: [Node] = []
    let ranking = item["preferenceRanking"] ?? item["preferenceVector"]
    if let ranking, case .list(let items) = ranking.content { tiers = items }
    switch (rankingsCount, tiers.isEmpty) {
    case (true, true):
      reader.fail(
        .missingKey, at: ranking?.place ?? item.place,
        "“\(name)” has no ranking, and the file says that rankings are used",
        hint: "add its `preferenceRanking`, or set `useManualPreferenceRanking` to false")
    case (false, true), (nil, true): maker.prefers = wishes.map { .init(that: $0) }
    case (false, false):
      maker.prefers = wishes.map { .init(that: $0) }
      remarks.append(
        "The ranking of \(name) is not used, as `useManualPreferenceRanking` is false; its list "
          + "of preferences is.")
    case (true, false), (nil, false):
      maker.ranking = rank(tiers, at: ranking?.place ?? item.place, &reader)
      if !wishes.isEmpty {
        remarks.append("The ranking of \(name) is used, and its list of preferences is not.")
      }
    }
    if let missed = item["misperceptions"], case .list(let items) = missed.content, !items.isEmpty {
      remarks.append(
        "The misperceptions of \(name) are ignored: \(items.count.counted("condition")) that "
          + "it believes impossible count as states here, so the results differ from those the other "
          + "program would give.")
    }
    conflict.decisionMakers.append(maker)
  }

  /// `[0, [1, 2]]` names each decision maker once, and those of a coalition together.
  mutating func readCoalitions(_ node: Node) {
    guard let found = node["coalitions"], case .list(let items) = found.content else { return }
    let makers = conflict.decisionMakers
    let groups = items.compactMap { item -> String? in
      guard case .list(let members) = item.content, members.count > 1 else { return nil }
      return members.map { member in
        let number = member.scalar.flatMap { Int($0) } ?? -1
        return makers.indices.contains(number)
          ? makers[number].title ?? makers[number].id.raw : member.kindInWords
      }.joined(separator: " with ")
    }
    guard !groups.isEmpty else { return }
    remarks.append(
      "\(groups.count.counted("coalition")) of the file \(groups.count == 1 ? "is" : "are") "
        + "ignored, and each member acts for itself: \(groups.joined(separator: "; ")). "
        + "The analysis of coalitions shows what groups could do.")
  }

  private func option(_ node: Node, _ reader: inout NodeReader) -> Int? {
    if let text = node.scalar, let number = Int(text), conflict.options.indices.contains(number) {
      return number
    }
    reader.fail(
      .unknownOption, at: node.place,
      "there is no option \((node.scalar ?? node.kindInWords).shortened(to: 40))",
      hint: "options are counted from 0 to \(conflict.options.count - 1)")
    return nil
  }

  /// A ranking of all feasible states, each of which it names once.
  private func rank(
    _ tiers: [Node], at place: Place, _ reader: inout NodeReader
  ) -> [Case.Conflict.Tier] {
    let groups = tiers.map { tier -> [Node] in
      if case .list(let states) = tier.content { return states }
      return [tier]
    }
    let named = groups.reduce(0) { $0 + $1.count }
    let highest = groups.joined().compactMap { $0.scalar.flatMap { Int($0) } }.max() ?? 0
    let wanted = max(named + 1, min(highest, 1 << 20))
    guard let patterns = states.patterns(upTo: wanted, options: conflict.options.count) else {
      reader.fail(
        .tooManyStates, at: place, "the feasible states are too many to be numbered",
        hint: "a ranking can be read for at most \(GMCRStates.mostOptions) options")
      return []
    }
    var seen: Set<Int> = []
    let ranking = groups.map { group in
      var line = Case.Conflict.Tier()
      for node in group {
        guard let number = node.scalar.flatMap({ Int($0) }),
          number > 0, number <= patterns.count
        else {
          reader.fail(
            .unknownState, at: node.place,
            "`\((node.scalar ?? node.kindInWords).shortened(to: 40))` is not the number of a state",
            hint: patterns.count == wanted
              ? "a ranking numbers the feasible states from 1"
              : "a ranking numbers the feasible states from 1 to \(patterns.count)")
          continue
        }
        guard seen.insert(number).inserted else {
          reader.fail(
            .duplicateState, at: node.place,
            "the ranking names state \(number) (\(patterns[number - 1])) twice",
            hint: "each state appears once, alone or among its equals")
          continue
        }
        line.states.append(patterns[number - 1])
      }
      return line
    }
    if !reader.hasErrors, let missing = patterns.indices.first(where: { !seen.contains($0 + 1) }) {
      reader.fail(
        .missingState, at: place,
        "the ranking leaves out state \(missing + 1) (\(patterns[missing]))",
        hint: "it names every feasible state once")
    }
    return ranking.filter { !$0.states.isEmpty }
  }

  /// `[[0, "Y"], [2, "N"]]`, or several of them under `members`, of which one must hold.
  private func condition(
    _ node: Node, _ reader: inout NodeReader
  ) -> (formula: String, parts: [[(option: Int, isTaken: Bool)]])? {
    var parts: [[(option: Int, isTaken: Bool)]] = []
    if case .map = node.content {
      parts = GMCRReader.list(node, "members", &reader, required: true)
        .compactMap { conjunction($0, &reader) }
    } else if let part = conjunction(node, &reader) {
      parts = [part]
    }
    guard !parts.isEmpty else { return nil }
    let texts = parts.map { part in
      part.map { ($0.isTaken ? "" : "not ") + conflict.options[$0.option].id.raw }
        .joined(separator: " and ")
    }
    let formula =
      texts.count == 1 ? texts[0] : texts.map { "(\($0))" }.joined(separator: " or ")
    return (formula, parts)
  }

  private func conjunction(
    _ node: Node, _ reader: inout NodeReader
  ) -> [(option: Int, isTaken: Bool)]? {
    guard case .list(let items) = node.content, !items.isEmpty else {
      reader.fail(
        .wrongType, at: node.place, "expected a condition, found \(node.kindInWords)",
        hint: "a condition is a list such as `[[0, \"Y\"], [2, \"N\"]]`")
      return nil
    }
    var parts: [(option: Int, isTaken: Bool)] = []
    for item in items {
      guard case .list(let pair) = item.content, pair.count == 2,
        let sign = pair[1].scalar?.uppercased(), sign == "Y" || sign == "N"
      else {
        reader.fail(
          .wrongType, at: item.place, "expected an option's number and Y or N",
          hint: "write `[0, \"Y\"]`")
        continue
      }
      guard let place = option(pair[0], &reader) else { continue }
      parts.append((place, sign == "Y"))
    }
    return parts.isEmpty ? nil : parts
  }
}
