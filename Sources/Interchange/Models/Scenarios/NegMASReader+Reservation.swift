internal import CaseModel
internal import Foundations

extension NegMASReader {
  /// Takes `reserved_value` and `reserved_outcome`.
  mutating func reserve(
    _ root: Node, _ party: inout Scenario.Party, _ reader: inout NodeReader
  ) {
    var value: Amount?
    let reserved = root["reserved_value"]
    let acceptsAnything = reserved?.scalar.map(ForeignNumber.isMinusInfinity) ?? false
    if let text = reserved?.scalar, let reserved, !acceptsAnything {
      value = numbers.read(text, "`reserved_value`", at: reserved.place, &reader)
    }
    guard let worth = reservedOutcome(root, party, &reader) else {
      if acceptsAnything, party.reservation == nil {
        remarks += ForeignNumber.acceptsAnything(&party, issues)
      } else if let value {
        party.reservation = .init(value)
      }
      return
    }
    party.reservation = .init(max(value ?? worth, worth))
    let name = party.title ?? party.id.raw
    if let value, value > worth {
      remarks.append(
        "\(name): its reservation value is `reserved_value`, \(value.text); the package "
          + "`reserved_outcome` is worth less, \(worth.text).")
      return
    }
    let other = value.map { " `reserved_value` is less, \($0.text)." } ?? ""
    remarks.append(
      "\(name): its reservation value is the value of the package `reserved_outcome`, \(worth.text)."
        + other)
  }

  /// What the package is worth: a list in the order of the issues, or a map by their names.
  private mutating func reservedOutcome(
    _ root: Node, _ party: Scenario.Party, _ reader: inout NodeReader
  ) -> Amount? {
    guard let node = root["reserved_outcome"] else { return nil }
    var package: [(issue: ForeignIssue, chosen: Node)] = []
    switch node.content {
    case .null: return nil
    case .list(let items):
      guard items.count == issues.count else {
        reader.fail(
          .wrongLength, at: node.place,
          "`reserved_outcome` has choices for \(items.count.counted("issue")), of \(issues.count) in the domain",
          hint: "give one choice for every issue, in the order of the domain")
        return nil
      }
      package = Array(zip(issues, items))
    case .map(let pairs):
      issues.refuseOthers(node, &reader)
      package = issues.compactMap { issue in
        pairs.first { $0.key == issue.name }.map { (issue, $0.value) }
      }
    case .scalar(let text), .literal(let text):
      if ["null", "~", "none", ""].contains(text.lowercased()) { return nil }
      reader.fail(
        .wrongType, at: node.place, "expected a package, found \(node.kindInWords)",
        hint: "`reserved_outcome` lists a choice for every issue")
      return nil
    }
    return ForeignWorth(issues: issues, party: party)
      .worth(of: package, "`reserved_outcome`", &numbers, &reader)
  }
}
