internal import CaseModel
internal import Foundations

/// Reads GeniusWeb's JSON: a domain, and profiles that are linear and additive.
///
/// Utilities of options stand on 0…1 as they are; between two given numbers of a range they are
/// straight. The reservation is a package here, and its worth is the reservation value. NegMAS
/// reads a `reserved_value` and a `discount_factor` in such profiles too; so do we.
struct GeniusWebReader {
  typealias Scenario = Case.Scenario

  var numbers = ForeignNumber()
  private var issues: [ForeignIssue] = []
  private(set) var name: String?
  private(set) var remarks: [String] = []

  init() {}

  static func isDomain(_ root: Node) -> Bool { root["issuesValues"] != nil }
  static func isProfile(_ root: Node) -> Bool { profile(root) != nil }

  private static func profile(_ root: Node) -> Node? {
    if let inner = root["LinearAdditiveUtilitySpace"] { return inner }
    return root["issueUtilities"] == nil ? nil : root
  }

  /// The domain that a profile holds within.
  static func domain(in root: Node) -> Node? { profile(root)?["domain"] }

  /// The issues of the domain; call once, before the profiles.
  mutating func domain(_ root: Node, _ reader: inout NodeReader) -> [Scenario.Issue] {
    name = root["name"]?.scalar
    guard let values = root["issuesValues"], case .map(let pairs) = values.content else {
      reader.fail(
        .missingKey, at: root.place, "this domain has no map `issuesValues`",
        hint: "it names each issue with its `values` or its `range`")
      return []
    }
    var keys = ForeignKeys()
    keys.note(root, known: ["name", "issuesValues"])
    var names = ForeignNames()
    for (position, pair) in pairs.enumerated() {
      keys.note(pair.value, known: ["values", "range"], within: "“\(pair.key)”")
      if case .map? = pair.value["range"]?.content {
        keys.note(
          pair.value["range"], known: ["low", "high", "step"], within: "a range of “\(pair.key)”")
      }
      reader.inside(.key(pair.key)) { reader in
        var issue = ForeignIssue(
          pair.key, id: names.id(pair.key, otherwise: "issue-\(position + 1)"))
        if let list = pair.value["values"] {
          guard case .list(let items) = list.content, !items.isEmpty else {
            return reader.fail(
              .emptyIssue, at: list.place, "there is nothing to choose from on “\(pair.key)”",
              hint: "list its values, or remove the issue")
          }
          issue.readOptions(items, &reader)
        } else if let range = pair.value["range"] {
          issue.range = self.range(range, &reader)
        } else {
          reader.fail(
            .missingKey, at: pair.value.place, "“\(pair.key)” has neither `values` nor a `range`")
        }
        issues.append(issue)
      }
    }
    if issues.isEmpty, !reader.hasErrors {
      reader.fail(.noIssues, at: values.place, "this domain has no issues")
    }
    remarks += keys.remarks(in: "the domain")
    return issues.map(\.entry)
  }

  /// `[low, high, step]`, or the same three under their names.
  private mutating func range(_ node: Node, _ reader: inout NodeReader) -> Scenario.Issue.Range? {
    var parts: [Node?] = [node["low"], node["high"], node["step"]]
    if case .list(let items) = node.content, items.count == 3 { parts = items.map { $0 } }
    guard let low = number(parts[0], "the low end", at: node, &reader),
      let high = number(parts[1], "the high end", at: node, &reader),
      let step = number(parts[2], "the step", at: node, &reader)
    else { return nil }
    guard low <= high, Amount(0) < step else {
      reader.fail(
        .badRange, at: node.place,
        "the range runs from \(low.text) to \(high.text) in steps of \(step.text)",
        hint: "it must run upwards, with a step above 0")
      return nil
    }
    return .init(from: low, to: high, step: step)
  }

  private mutating func number(
    _ node: Node?, _ what: String, at around: Node, _ reader: inout NodeReader
  ) -> Amount? {
    numbers.read(node?.scalar, what, at: node?.place ?? around.place, &reader)
  }

  mutating func party(
    _ root: Node, id: Slug, title: String, _ reader: inout NodeReader
  ) -> Scenario.Party? {
    guard let profile = Self.profile(root) else {
      reader.fail(
        .notAdditive, at: root.place, "this is not a linear additive profile",
        hint:
          "it must contain `LinearAdditiveUtilitySpace`; orders of packages without numbers cannot be read"
      )
      return nil
    }
    var party = Scenario.Party(id: id)
    party.title = profile["name"]?.scalar.flatMap { $0.isEmpty ? nil : $0 } ?? title
    for issue in issues {
      party.readWeight(
        profile["issueWeights"]?[issue.name], of: issue, at: profile.place, &numbers, &reader)
      guard let found = profile["issueUtilities"]?[issue.name] else {
        reader.fail(
          .missingIssue, at: profile.place, "this profile has no utilities for “\(issue.name)”",
          hint: "add it under `issueUtilities`")
        continue
      }
      if let values = values(found, issue, &reader) { party.values[issue.id] = values }
    }
    issues.refuseOthers(profile["issueUtilities"], &reader)
    issues.refuseOthers(profile["issueWeights"], &reader)
    party.refuseWeightless(at: profile.place, &reader)
    if !reader.hasErrors { reservation(profile, title, &party, &reader) }
    party.discount = discount(profile, &reader)
    var keys = ForeignKeys()
    if profile.place != root.place {
      keys.note(root, known: ["LinearAdditiveUtilitySpace"])
    }
    keys.note(
      profile,
      known: [
        "name", "domain", "issueUtilities", "issueWeights", "reservationBid", "reserved_value",
        "discount_factor",
      ])
    for issue in issues {
      let found = profile["issueUtilities"]?[issue.name]
      keys.note(
        found,
        known: [
          "DiscreteValueSetUtilities", "discreteutils", "NumberValueSetUtilities", "numberutils",
        ], within: "“\(issue.name)”")
      keys.note(
        found?["DiscreteValueSetUtilities"] ?? found?["discreteutils"], known: ["valueUtilities"],
        within: "“\(issue.name)”")
      keys.note(
        found?["NumberValueSetUtilities"] ?? found?["numberutils"],
        known: ["lowValue", "lowUtility", "highValue", "highUtility"], within: "“\(issue.name)”")
    }
    remarks += keys.remarks(in: "the profile of \(title)")
    return reader.hasErrors ? nil : party
  }

  private mutating func values(
    _ node: Node, _ issue: ForeignIssue, _ reader: inout NodeReader
  ) -> NameMap<Scenario.Number>? {
    if let discrete = node["DiscreteValueSetUtilities"] ?? node["discreteutils"] {
      guard let table = discrete["valueUtilities"], case .map(let pairs) = table.content else {
        reader.fail(
          .missingKey, at: discrete.place, "“\(issue.name)” has no `valueUtilities`")
        return nil
      }
      return issue.readValues(pairs, at: table.place, &numbers, &reader)
    }
    if let line = node["NumberValueSetUtilities"] ?? node["numberutils"] {
      guard let lowValue = number(line["lowValue"], "`lowValue`", at: line, &reader),
        let low = number(line["lowUtility"], "`lowUtility`", at: line, &reader),
        let highValue = number(line["highValue"], "`highValue`", at: line, &reader),
        let high = number(line["highUtility"], "`highUtility`", at: line, &reader)
      else { return nil }
      guard issue.range != nil, lowValue < highValue else {
        reader.fail(
          .badRange, at: line.place, "“\(issue.name)” is not valued over a range of numbers",
          hint: "lowValue must be below highValue, and the issue needs a `range`")
        return nil
      }
      return NameMap([(lowValue.text, .init(low)), (highValue.text, .init(high))])
    }
    reader.fail(
      .unknownWord, at: node.place, "the utilities of “\(issue.name)” are of an unknown kind",
      hint: "DiscreteValueSetUtilities and NumberValueSetUtilities can be read")
    return nil
  }

  /// The worth of the package `reservationBid`; without one, `reserved_value`.
  private mutating func reservation(
    _ profile: Node, _ title: String, _ party: inout Scenario.Party, _ reader: inout NodeReader
  ) {
    let bid = profile["reservationBid"].flatMap { node -> Node? in
      if case .null = node.content { nil } else { node }
    }
    let value = profile["reserved_value"]
    if let text = value?.scalar, let value {
      if ForeignNumber.isMinusInfinity(text) {
        if bid == nil {
          remarks += ForeignNumber.acceptsAnything(&party, issues)
        }
      } else {
        party.reservation = numbers.read(text, "`reserved_value`", at: value.place, &reader)
          .map { .init($0) }
      }
    }
    guard let bid else { return }
    let choices = bid["issuevalues"] ?? bid["issueValues"] ?? bid
    guard case .map(let pairs) = choices.content else {
      return reader.fail(
        .wrongType, at: choices.place,
        "expected a package as `reservationBid`, found \(choices.kindInWords)",
        hint: "write `{\"issuevalues\": {…}}`, or a number as `reserved_value`")
    }
    var package: [(issue: ForeignIssue, chosen: Node)] = []
    for pair in pairs {
      guard let issue = issues.first(where: { $0.name == pair.key }) else {
        reader.fail(
          .unknownIssue, at: pair.keyPlace,
          "the reservation names “\(pair.key.shortened(to: 60))”, which is not an issue",
          hint: "the issues are " + issues.map(\.name).alternatives)
        continue
      }
      if case .null = pair.value.content { continue }
      package.append((issue, pair.value))
    }
    guard
      let worth = ForeignWorth(issues: issues, party: party)
        .worth(of: package, "the reservation", &numbers, &reader)
    else { return }
    if let stated = party.reservation?.value, stated != worth {
      remarks.append(
        "\(party.title ?? title): the package `reservationBid` is worth \(worth.text), and "
          + "`reserved_value` is \(stated.text); the package is used.")
    }
    party.reservation = .init(worth)
  }

  /// A share of 0…1, as in GENIUS; 1 is no discount.
  private mutating func discount(_ profile: Node, _ reader: inout NodeReader) -> Amount? {
    guard let node = profile["discount_factor"], let text = node.scalar,
      let share = numbers.read(text, "`discount_factor`", at: node.place, &reader)
    else { return nil }
    if share < Amount(0) || Amount(1) < share {
      reader.fail(
        .offScale, at: node.place,
        "`discount_factor` is \(share.text), outside the scale of 0 to 1",
        hint: "it is the share of a package's value that remains after a whole session")
    }
    return share == Amount(1) ? nil : share
  }
}
