/// An equivalent does not make two units comparable: both sides are in one unit; a side is zero, a
/// bound or a range; neither unit leads to the issue's own; or two equivalents give different rates
/// for the same units.
struct EquivalentForm: IntegrityRule {
  static let code = "equivalent-form"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: percent, equivalents: [{is: {quantity: 650, unit: crown}, of: {quantity: 100, unit: crown}, basis: ana}]}
    """,
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: percent, equivalents: [{is: {quantity: 0, unit: crown}, of: {quantity: 100}, basis: ana}]}
    """,
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: percent, equivalents: [{is: {quantity: 650, unit: crown}, of: {quantity: 3, unit: cow}, basis: ana}]}
    """,
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: percent, equivalents: [{is: {quantity: 650, unit: crown}, of: {quantity: 100}, basis: ana}, {is: {quantity: 6, unit: crown}, of: {quantity: 1}, basis: ana}]}
    """,
    """
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        options: [{id: shared, title: Drawn by turns}]
        equivalents: [{is: {quantity: 1, unit: cow}, of: {quantity: 2, unit: crown}, basis: ana}]
    """,
  ]
  static let passing: [RuleExample] = [
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: percent, equivalents: [{is: {quantity: 650, unit: crown}, of: {quantity: 100, unit: percent}, basis: ana}, {is: {quantity: 6.5, unit: crown}, of: {quantity: 1}, basis: ana}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: South offers a fee, speaker: south, act: offer,
         about: {issue: fee, value: {quantity: 65, unit: crown}}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, issue) in context.theCase.issues.enumerated() where !issue.equivalents.isEmpty {
      let path = context.path(to: issue, at: position).key("equivalents")
      guard issue.value == .quantity else {
        findings.append(
          finding(
            path, "answers to `\(issue.id)` are not quantities, but it has equivalents",
            hint: "write `value: quantity` and the `unit` in the issue, or remove the equivalents"))
        continue
      }
      let units = Set(issue.units)
      for (number, equivalent) in issue.equivalents.enumerated() {
        guard let fault = fault(equivalent, issue, units) else { continue }
        findings.append(finding(path.index(number), fault.message, hint: fault.hint))
      }
    }
    return findings
  }

  private typealias Misfit = (message: String, hint: String)

  private static func fault(
    _ equivalent: Case.Issue.Equivalent, _ issue: Case.Issue, _ units: Set<String>
  ) -> Misfit? {
    let sides = [equivalent.is, equivalent.of]
    if sides.contains(where: { $0.comparator != .equal || $0.to != nil }) {
      return ("an equivalent is a bound or a range", "give one number on each side")
    }
    if sides.contains(where: { $0.quantity == Amount(0) }) {
      return (
        "one side of the equivalent is zero",
        "give two amounts that are worth the same"
      )
    }
    let names = sides.map { $0.unit ?? issue.unit }
    guard let first = names[0], let second = names[1] else {
      return ("the equivalent has a number without a unit", "give the `unit` of each side")
    }
    if first == second {
      return (
        "both sides of the equivalent are in `\(first)`", "give the other unit on one of the sides"
      )
    }
    if !units.contains(first) {
      return (
        "neither `\(first)` nor `\(second)` leads to the unit of the issue"
          + (issue.unit.map { ", `\($0)`" } ?? ", which has none"),
        "state what one of them is worth in the issue's own unit"
      )
    }
    // By the first equivalents that lead there, both sides must come to the same.
    guard let a = issue.converted(equivalent.is), let b = issue.converted(equivalent.of) else {
      return nil
    }
    let apart = abs(a.quantity.approximate - b.quantity.approximate)
    guard apart > 1e-6 * max(abs(a.quantity.approximate), abs(b.quantity.approximate)) else {
      return nil
    }
    return (
      "by the other equivalents \(equivalent.is.words) is \(a.words), and here it is \(b.words)",
      "keep one rate for each pair of units"
    )
  }
}
