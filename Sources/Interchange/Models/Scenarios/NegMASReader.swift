internal import CaseModel
internal import Foundations

/// Reads a NegMAS scenario folder: the issues in one YAML file, each party's utility function in
/// another.
///
/// Weights and values are taken as they are. The reservation value is the larger of
/// `reserved_value` and what the package `reserved_outcome` is worth, as its negotiators refuse
/// what is less than either. What else NegMAS computed (its statistics and plots) is ignored.
struct NegMASReader {
  typealias Scenario = Case.Scenario

  var numbers = ForeignNumber()
  private(set) var issues: [ForeignIssue] = []
  private(set) var name: String?
  var remarks: [String] = []

  init() {}

  static func isDomain(_ root: Node) -> Bool {
    guard let issues = root["issues"], case .list(let items) = issues.content else { return false }
    return root["weights"] == nil && items.contains { $0["values"] != nil }
  }

  static func isUtility(_ root: Node) -> Bool {
    guard let type = root["type"]?.scalar else { return false }
    return type.hasSuffix("Function") || type.hasSuffix("UFun") || root["weights"] != nil
  }

  mutating func domain(_ root: Node, _ reader: inout NodeReader) -> [Scenario.Issue] {
    name = root["name"]?.scalar
    guard let list = root["issues"], case .list(let items) = list.content else {
      reader.fail(.missingKey, at: root.place, "this file has no list `issues`")
      return []
    }
    var keys = ForeignKeys()
    keys.note(root, known: ["issues", "name", "path", "type"])
    var names = ForeignNames()
    for (position, item) in items.enumerated() {
      keys.note(
        item, known: ["name", "type", "values", "n_levels", "n_values"], within: "an issue")
      reader.inside(.index(position)) { reader in
        guard let name = item["name"]?.scalar, !name.isEmpty else {
          return reader.fail(.missingKey, at: item.place, "this issue has no `name`")
        }
        var issue = ForeignIssue(name, id: names.id(name, otherwise: "issue-\(position + 1)"))
        guard let values = item["values"], case .list(let found) = values.content, !found.isEmpty
        else {
          return reader.fail(
            .emptyIssue, at: item.place, "there is nothing to choose from on “\(name)”",
            hint: "list its `values`, or remove the issue")
        }
        let type = item["type"]?.scalar.flatMap { $0.split(separator: ".").last } ?? ""
        if type == "ContiguousIssue" || type == "ContinuousIssue" {
          guard found.count == 2,
            let low = numbers.read(found[0].scalar, "the low end", at: found[0].place, &reader),
            let high = numbers.read(found[1].scalar, "the high end", at: found[1].place, &reader)
          else {
            return reader.fail(
              .badRange, at: values.place, "a range has two ends",
              hint: "write `values: [low, high]`")
          }
          guard low <= high else {
            return reader.fail(
              .backwardRange, at: values.place,
              "the range runs backwards, from \(low.text) to \(high.text)", hint: "swap the bounds")
          }
          issue.range = .init(
            from: low, to: high, step: type == "ContiguousIssue" ? Amount(1) : nil)
        } else {
          issue.readOptions(found, &reader)
        }
        issues.append(issue)
      }
    }
    if issues.isEmpty, !reader.hasErrors {
      reader.fail(.noIssues, at: list.place, "this domain has no issues")
    }
    remarks += keys.remarks(in: "the domain")
    return issues.map(\.entry)
  }

  private static func type(of node: Node) -> String {
    node["type"]?.scalar.flatMap { $0.split(separator: ".").last }.map(String.init) ?? ""
  }

  mutating func party(
    _ root: Node, id: Slug, title: String, _ reader: inout NodeReader
  ) -> Scenario.Party? {
    guard Self.type(of: root) == "ExpDiscountedUFun", let inner = root["ufun"] else {
      return additive(root, id: id, title: title, &reader)
    }
    guard var party = additive(inner, id: id, title: title, &reader) else { return nil }
    if let name = root["name"]?.scalar, !name.isEmpty { party.title = name }
    reserve(root, &party, &reader)
    if let node = root["discount"], let text = node.scalar,
      let discount = numbers.read(text, "`discount`", at: node.place, &reader)
    {
      if root["factor"]?.scalar == "relative_time", Amount(0) <= discount, discount <= Amount(1) {
        party.discount = discount
      } else {
        remarks.append(
          "\(party.title ?? title): its discount of \(discount.text) by "
            + "`\((root["factor"]?.scalar ?? "step").shortened(to: 40))` is ignored; one by "
            + "`relative_time`, from 0 to 1, can be read.")
      }
    }
    var keys = ForeignKeys()
    keys.note(
      root,
      known: Self.common.union(["ufun", "discount", "factor", "dynamic_reservation"]))
    remarks += keys.remarks(in: "the function of \(title)")
    return reader.hasErrors ? nil : party
  }

  /// What every utility function holds; where it came from, and what it repeats of the domain.
  private static let common: Set<String> = [
    "type", "name", "id", "path", "outcome_space", "stability", "reserved_value",
    "reserved_outcome",
  ]

  private mutating func additive(
    _ root: Node, id: Slug, title: String, _ reader: inout NodeReader
  ) -> Scenario.Party? {
    let type = Self.type(of: root)
    guard ["LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction"].contains(type)
    else {
      reader.fail(
        .notAdditive, at: root.place,
        "this utility function is a `\(type.shortened(to: 60))`",
        hint: "LinearAdditiveUtilityFunction can be read: a weight and values for each issue")
      return nil
    }
    if let bias = root["bias"]?.scalar, ForeignNumber.decimal(bias) != .exactly(Amount(0)) {
      reader.fail(
        .notAdditive, at: root["bias"]?.place ?? root.place, "this function has a bias",
        hint: "subtract it from the reserved value, and remove it here")
    }
    var party = Scenario.Party(id: id)
    party.title = root["name"]?.scalar.flatMap { $0.isEmpty ? nil : $0 } ?? title
    let weights = parts(root, "weights", &reader)
    let values = parts(root, "values", &reader)
    guard weights.count == issues.count, values.count == issues.count else {
      if !reader.hasErrors {
        reader.fail(
          .wrongLength, at: root.place,
          "the lists differ in length: \(issues.count.counted("issue")), \(weights.count.counted("weight")) and \(values.count.counted("list of values", "lists of values"))",
          hint: "give one of each for every issue, in the order of the domain")
      }
      return nil
    }
    for (position, issue) in issues.enumerated() {
      party.readWeight(weights[position], of: issue, at: root.place, &numbers, &reader)
      value(values[position], issue, &party, &reader)
    }
    party.refuseWeightless(at: root.place, &reader)
    if !reader.hasErrors { reserve(root, &party, &reader) }
    var keys = ForeignKeys()
    keys.note(root, known: Self.common.union(["weights", "values", "bias"]))
    for (issue, value) in zip(issues, values) where value["type"] != nil {
      keys.note(
        value, known: ["type", "mapping", "slope", "bias"], within: "the values of “\(issue.name)”")
    }
    remarks += keys.remarks(in: "the function of \(title)")
    return reader.hasErrors ? nil : party
  }

  /// One node per issue, from a list in order or a map by name.
  private func parts(_ root: Node, _ key: String, _ reader: inout NodeReader) -> [Node] {
    guard let node = root[key] else {
      reader.fail(.missingKey, at: root.place, "this function has no `\(key)`")
      return []
    }
    if case .list(let items) = node.content { return items }
    if case .map(let pairs) = node.content {
      issues.refuseOthers(node, &reader)
      return issues.compactMap { issue in pairs.first { $0.key == issue.name }?.value }
    }
    reader.fail(.wrongType, at: node.place, "expected a list, found \(node.kindInWords)")
    return []
  }

  private mutating func value(
    _ node: Node, _ issue: ForeignIssue, _ party: inout Scenario.Party, _ reader: inout NodeReader
  ) {
    let type = node["type"]?.scalar.flatMap { $0.split(separator: ".").last }.map(String.init)
    let mapping = node["mapping"] ?? (type == nil ? node : nil)
    if let mapping, case .map(let pairs) = mapping.content, type == nil || type == "TableFun" {
      guard issue.range == nil else {
        // Some numbers of a range, each with its worth.
        var some = NameMap<Scenario.Number>()
        for pair in pairs {
          guard let at = ForeignNumber.decimal(pair.key), case .exactly(let number) = at,
            let worth = numbers.read(
              pair.value.scalar, "the value of \(pair.key)", at: pair.value.place, &reader)
          else {
            reader.fail(.badNumber, at: pair.keyPlace, "`\(pair.key)` is not a number of the range")
            continue
          }
          some[number.text] = .init(worth)
        }
        party.values[issue.id] = some
        return
      }
      party.values[issue.id] = issue.readValues(pairs, at: mapping.place, &numbers, &reader)
      return
    }
    var line = Scenario.Line()
    func number(_ key: String, _ reader: inout NodeReader, or standard: Amount? = nil) -> Amount? {
      if node[key] == nil, let standard { return standard }
      return numbers.read(
        node[key]?.scalar, "`\(key)` of “\(issue.name)”", at: node[key]?.place ?? node.place,
        &reader)
    }
    let zero = Amount(0)
    switch type {
    case "IdentityFun": line.slope = Amount(1)
    case "LinearFun", "AffineFun":
      guard let slope = number("slope", &reader), let bias = number("bias", &reader, or: zero)
      else { return }
      (line.slope, line.offset) = (slope, bias)
    case "ConstFun":
      guard let bias = number("bias", &reader) else { return }
      line.offset = bias
    default:
      return reader.fail(
        .unknownWord, at: node.place,
        "the value function of “\(issue.name)” is `\((type ?? node.kindInWords).shortened(to: 60))`",
        hint: "TableFun, AffineFun, LinearFun, IdentityFun and ConstFun can be read")
    }
    if issue.range != nil {
      party.lines[issue.id] = line
      return
    }
    // Options that are numbers, on a line.
    var options = NameMap<Scenario.Number>()
    for option in issue.options {
      guard case .exactly(let at)? = ForeignNumber.decimal(option.name) else {
        return reader.fail(
          .badNumber, at: node.place, "“\(option.name)” of “\(issue.name)” is not a number",
          hint: "options that are words need a TableFun")
      }
      var sum = ForeignSum()
      sum.add(line.slope, at)
      sum.add(Amount(1), line.offset)
      if let worth = sum.amount { options[option.id] = .init(worth) }
    }
    party.values[issue.id] = options
  }
}
