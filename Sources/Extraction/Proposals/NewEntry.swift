package import CaseModel

/// An entry that a suggestion names and that the case does not have yet. The suggestion carries it among
/// its rules, as `new actor france: France (state)`, so that it can be entered when the suggestion is
/// accepted.
package enum NewEntry: Hashable, Sendable {
  case actor(Case.Actor.ID, name: String, kind: Case.Actor.Kind, of: [Case.Actor.ID])
  /// Answered by options, or by numbers of a unit.
  case issue(
    Case.Issue.ID, title: String, value: Case.Issue.ValueKind = .option, unit: String? = nil)
  case milestone(Case.Milestone.ID, title: String)

  /// As a rule of a suggestion.
  package var rule: String {
    switch self {
    case .actor(let id, let name, let kind, let of):
      "new actor \(id.raw): \(name) (\(([kind.rawValue] + of.map(\.raw)).joined(separator: ", ")))"
    case .issue(let id, let title, .quantity, let unit):
      "new issue \(id.raw) \(Self.number)\(unit.map { " in \($0)" } ?? "")): \(title)"
    case .issue(let id, let title, _, _): "new issue \(id.raw): \(title)"
    case .milestone(let id, let title): "new milestone \(id.raw): \(title)"
    }
  }

  private static let number = "(a number"

  /// Nil where a rule is about something else.
  package init?(rule: String) {
    guard rule.hasPrefix("new "), let colon = rule.firstRange(of: ": ") else { return nil }
    var start = rule[..<colon.lowerBound]
    var unit: Substring?
    if start.hasSuffix(")"), let open = start.firstRange(of: " " + Self.number) {
      unit = start[open.upperBound...].dropLast()
      start = start[..<open.lowerBound]
    }
    let head = start.split(separator: " ")
    let rest = String(rule[colon.upperBound...])
    guard head.count == 3, Slug.isSlug(String(head[2])), !rest.isEmpty else { return nil }
    let id = String(head[2])
    switch head[1] {
    case "issue":
      let name = unit.flatMap { $0.hasPrefix(" in ") ? String($0.dropFirst(4)) : nil }
      self = .issue(
        Case.Issue.ID(id), title: rest, value: unit == nil ? .option : .quantity, unit: name)
    case "milestone": self = .milestone(Case.Milestone.ID(id), title: rest)
    case "actor":
      guard rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open > rest.startIndex else {
        return nil
      }
      let parts = rest[rest.index(after: open)...].dropLast().split(separator: ",").map {
        String($0.drop { $0 == " " })
      }
      guard let kind = parts.first.flatMap({ Case.Actor.Kind(rawValue: $0) }) else { return nil }
      self = .actor(
        Case.Actor.ID(id), name: String(rest[..<rest.index(before: open)]), kind: kind,
        of: parts.dropFirst().filter { Slug.isSlug($0) }.map { Case.Actor.ID($0) })
    default: return nil
    }
  }
}
