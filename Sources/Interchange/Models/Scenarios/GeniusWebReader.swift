internal import CaseModel

/// Reads GeniusWeb's JSON: a domain, and profiles that are linear and additive.
///
/// Utilities of options stand on 0…1 as they are; between two given numbers of a range they are
/// straight. The reservation is a package here, and its worth is the reservation value.
struct GeniusWebReader {
  typealias Scenario = Case.Scenario

  var numbers = ForeignNumber()
  private var issues: [ForeignIssue] = []
  private(set) var name: String?

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
        "missing-key", at: root.place, "this domain has no map `issuesValues`",
        hint: "it names each issue with its `values` or its `range`")
      return []
    }
    var names = ForeignNames()
    for (position, pair) in pairs.enumerated() {
      reader.inside(.key(pair.key)) { reader in
        var issue = ForeignIssue(
          pair.key, id: names.id(pair.key, otherwise: "issue-\(position + 1)"))
        if let list = pair.value["values"] {
          guard case .list(let items) = list.content, !items.isEmpty else {
            return reader.fail(
              "empty-issue", at: list.place, "there is nothing to choose from on “\(pair.key)”",
              hint: "list its values, or remove the issue")
          }
          issue.readOptions(items, &reader)
        } else if let range = pair.value["range"] {
          issue.range = self.range(range, &reader)
        } else {
          reader.fail(
            "missing-key", at: pair.value.place, "“\(pair.key)” has neither `values` nor a `range`")
        }
        issues.append(issue)
      }
    }
    if issues.isEmpty, !reader.hasErrors {
      reader.fail("no-issues", at: values.place, "this domain has no issues")
    }
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
        "bad-range", at: node.place,
        "the range goes from \(low.text) to \(high.text) by \(step.text)",
        hint: "it goes up, by a step above 0")
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
        "not-a-profile", at: root.place, "this is no linear additive profile",
        hint:
          "it holds `LinearAdditiveUtilitySpace`; orders of packages without numbers are not read")
      return nil
    }
    var party = Scenario.Party(id: id)
    party.title = profile["name"]?.scalar.flatMap { $0.isEmpty ? nil : $0 } ?? title
    for issue in issues {
      party.readWeight(
        profile["issueWeights"]?[issue.name], of: issue, at: profile.place, &numbers, &reader)
      guard let found = profile["issueUtilities"]?[issue.name] else {
        reader.fail(
          "missing-issue", at: profile.place, "this profile has no utilities for “\(issue.name)”",
          hint: "add it under `issueUtilities`")
        continue
      }
      if let values = values(found, issue, &reader) { party.values[issue.id] = values }
    }
    issues.refuseOthers(profile["issueUtilities"], &reader)
    issues.refuseOthers(profile["issueWeights"], &reader)
    party.refuseWeightless(at: profile.place, &reader)
    if let bid = profile["reservationBid"], case .map = bid.content, !reader.hasErrors {
      party.reservation = reservation(bid, party, &reader).map { .init($0) }
    }
    return reader.hasErrors ? nil : party
  }

  private mutating func values(
    _ node: Node, _ issue: ForeignIssue, _ reader: inout NodeReader
  ) -> NameMap<Scenario.Number>? {
    if let discrete = node["DiscreteValueSetUtilities"] ?? node["discreteutils"] {
      guard let table = discrete["valueUtilities"], case .map(let pairs) = table.content else {
        reader.fail(
          "missing-key", at: discrete.place, "“\(issue.name)” has no `valueUtilities`")
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
          "bad-range", at: line.place, "“\(issue.name)” is not valued over a range of numbers",
          hint: "lowValue < highValue, of an issue with a `range`")
        return nil
      }
      return NameMap([(lowValue.text, .init(low)), (highValue.text, .init(high))])
    }
    reader.fail(
      "unknown-word", at: node.place, "the utilities of “\(issue.name)” are of a kind not known",
      hint: "DiscreteValueSetUtilities and NumberValueSetUtilities can be read")
    return nil
  }

  /// What the package is worth; issues it leaves out are worth nothing.
  private mutating func reservation(
    _ bid: Node, _ party: Scenario.Party, _ reader: inout NodeReader
  ) -> Amount? {
    let choices = bid["issuevalues"] ?? bid["issueValues"] ?? bid
    guard case .map(let pairs) = choices.content else { return nil }
    var total = ForeignSum()
    for pair in pairs {
      guard let issue = issues.first(where: { $0.name == pair.key }),
        let weight = party.weights[issue.id]?.value, let values = party.values[issue.id]
      else {
        reader.fail(
          "unknown-issue", at: pair.keyPlace,
          "the reservation names “\(pair.key.shortened(to: 60))”, which is no issue")
        continue
      }
      let chosen = pair.value.scalar ?? ""
      if let option = issue.options.first(where: { $0.name == chosen }),
        let value = values[option.id]?.value
      {
        total.add(weight, value)
      } else if issue.range != nil,
        let at = number(pair.value, "the number chosen", at: bid, &reader),
        let low = values.pairs.first, let high = values.pairs.last,
        let lowAt = Amount(low.name), let highAt = Amount(high.name),
        let lowWorth = low.value.value, let highWorth = high.value.value
      {
        total.add(weight, between: (lowAt, lowWorth), and: (highAt, highWorth), at: at)
      } else {
        reader.fail(
          "unknown-option", at: pair.value.place,
          "the reservation has “\(chosen.shortened(to: 60))” on “\(issue.name)”, which is no option"
        )
      }
    }
    return total.amount
  }
}
