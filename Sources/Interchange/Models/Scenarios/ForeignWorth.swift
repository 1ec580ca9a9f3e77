internal import CaseModel
internal import Foundations

/// What a party of another program's file makes of a package, in decimals.
struct ForeignWorth {
  typealias Party = Case.Scenario.Party

  let issues: [ForeignIssue]
  let party: Party

  /// The worth of a package that chooses on some issues; those left out are worth nothing.
  ///
  /// - Parameter what: what the package is, for messages, with its article.
  func worth(
    of package: [(issue: ForeignIssue, chosen: Node)], _ what: String,
    _ numbers: inout ForeignNumber, _ reader: inout NodeReader
  ) -> Amount? {
    var total = ForeignSum()
    for (issue, node) in package {
      guard let weight = party.weights[issue.id]?.value else { continue }
      let text = node.scalar ?? ""
      if issue.range == nil {
        guard let option = issue.option(called: text),
          let value = party.values[issue.id]?[option]?.value
        else {
          reader.fail(
            .unknownOption, at: node.place,
            "\(what) has “\(text.shortened(to: 40))” on “\(issue.name)”, which is not an option",
            hint: "it has " + issue.options.map(\.name).alternatives)
          continue
        }
        total.add(weight, value)
      } else if let at = numbers.read(
        node.scalar, "the number \(what) has on “\(issue.name)”", at: node.place, &reader)
      {
        add(weight, issue, at, to: &total)
      }
    }
    return total.amount
  }

  /// The worth of the worst package; nil where it is not finite.
  var least: Amount? {
    var total = ForeignSum()
    for issue in issues {
      guard let weight = party.weights[issue.id]?.value else { continue }
      if let line = party.lines[issue.id], let range = issue.range {
        let low = line.slope < Amount(0) ? range.to : range.from
        total.add(weight, line, at: low)
      } else if let least = party.values[issue.id]?.pairs.compactMap(\.value.value).min() {
        total.add(weight, least)
      }
    }
    return total.amount
  }

  private func add(
    _ weight: Amount, _ issue: ForeignIssue, _ at: Amount, to total: inout ForeignSum
  ) {
    if let line = party.lines[issue.id] { return total.add(weight, line, at: at) }
    let points = (party.values[issue.id]?.pairs ?? []).compactMap { pair in
      Amount(pair.name).flatMap { at in pair.value.value.map { (at: at, worth: $0) } }
    }.sorted { $0.at < $1.at }
    guard let first = points.first, let last = points.last else { return }
    let above = points.first { at <= $0.at } ?? last
    let below = points.last { $0.at <= at } ?? first
    total.add(weight, between: below, and: above, at: at)
  }
}
