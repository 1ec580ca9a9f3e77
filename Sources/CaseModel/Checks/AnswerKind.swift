/// An answer is not of the kind its issue takes: an option where the answers are quantities, dates
/// or sets, a value of another kind, or a quantity in a unit that is neither the issue's nor one of
/// its equivalents. Such an answer cannot be compared with any other on the issue.
struct AnswerKind: IntegrityRule {
  static let code = "answer-kind"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, value: set,
         options: [{id: shared, title: Drawn by turns}], members: [{id: upper}, {id: lower}]}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants turns of two days, speaker: north, act: demand,
         about: {issue: water, value: {quantity: 2, unit: day}}}
    """,
    """
    issues:
      - {id: turn, title: How long a turn is, kind: negotiable, value: quantity, unit: day}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants turns of 48 hours, speaker: north, act: demand,
         about: {issue: turn, value: {quantity: 48, unit: hour}}}
      - {id: s2, source: day-one, quote: {start: 21, end: 40, sha256: \(RuleExample.digest)},
         gist: South wants a date set for the first turn, speaker: south, act: demand,
         about: {issue: turn, value: {date: 2025-06}}}
    """,
    """
    issues:
      - {id: turn, title: How long a turn is, kind: negotiable, value: quantity}
      - {id: water, title: Who draws the water, kind: negotiable,
         options: [{id: shared, title: Drawn by turns}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants two-day turns before any sharing, speaker: north, act: condition,
         about: {issue: water, option: shared},
         requires: [{issue: turn, value: {quantity: 2, unit: day}, kind: before}]}
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised,
         about: {issue: water, value: {set: [north]}}, evidence: [s1]}
    drafts:
      - {id: paper, date: 2025-05-15, by: north, to: south, evidence: [s1],
         clauses: [{id: turns, about: {issue: water, value: {date: 2025-06}}, status: bracketed}]}
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised,
         dueStep: {issue: water, value: {quantity: 3}}, evidence: [s1]}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    issues:
      - {id: turn, title: How long a turn is, kind: negotiable, value: quantity, unit: day,
         equivalents: [{is: {quantity: 24, unit: hour}, of: {quantity: 1, unit: day}, basis: ana}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants turns of 48 hours, speaker: north, act: demand,
         about: {issue: turn, value: {quantity: 48, unit: hour}}}
    """,
    """
    issues:
      - {id: turn, title: How long a turn is, kind: negotiable, value: quantity, unit: day}
      - {id: fields, title: Which fields are watered, kind: negotiable, value: set,
         members: [{id: upper}, {id: lower}]}
      - {id: start, title: When the turns begin, kind: negotiable, value: date}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants turns of two days, speaker: north, act: demand,
         about: {issue: turn, value: {quantity: 2, unit: day}}}
      - {id: s2, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South would take turns of up to three, speaker: south, act: offer,
         about: {issue: turn, value: {quantity: 3, comparator: ≤}}}
      - {id: s3, source: day-one, quote: {start: 21, end: 40, sha256: \(RuleExample.digest)},
         gist: South wants the upper fields watered, speaker: south, act: demand,
         about: {issue: fields, value: {set: [upper]}}}
      - {id: s4, source: day-one, quote: {start: 21, end: 40, sha256: \(RuleExample.digest)},
         gist: South wants to begin in June, speaker: south, act: demand,
         about: {issue: start, value: {date: 2025-06}}}
      - {id: s5, source: day-one, quote: {start: 21, end: 40, sha256: \(RuleExample.digest)},
         gist: North spoke of the beginning, speaker: north, act: state, about: {issue: start}}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSubject { subject, path in
      guard case .issue(let id, let answer) = subject, let issue = context.index.issue(id),
        let fault = fault(answer, issue)
      else { return }
      findings.append(
        finding(EntryPath(path().steps + fault.key), fault.message, hint: fault.hint))
    }
    return findings
  }

  private typealias Misfit = (key: [EntryPath.Step], message: String, hint: String)

  private static func fault(_ answer: Answer, _ issue: Case.Issue) -> Misfit? {
    switch answer {
    case .none, .any: return nil
    case .options:
      guard issue.value != .option else { return nil }
      return (
        [.key("option")], "answers to `\(issue.id)` are \(plural(issue.value)), not options",
        "give a `value`, or leave out the issue's `value: \(issue.value.rawValue)`"
      )
    case .value(let value):
      let kind = kind(of: value)
      if kind != issue.value {
        return (
          [.key("value")],
          "answers to `\(issue.id)` are \(plural(issue.value)), not \(plural(kind))",
          issue.value == .option
            ? "name an `option` of the issue" : "give a \(issue.value.rawValue)"
        )
      }
      guard case .quantity(let quantity) = value, let unit = quantity.unit, unit != issue.unit,
        !issue.units.contains(unit)
      else { return nil }
      guard let wanted = issue.unit else {
        return (
          [.key("value"), .key("unit")],
          "this counts `\(unit)`, and the issue `\(issue.id)` has no unit",
          "write `unit: \(unit)` in the issue, so that all answers to it can be compared"
        )
      }
      return (
        [.key("value"), .key("unit")],
        "this counts `\(unit)`, and `\(issue.id)` counts `\(wanted)`",
        "convert the number to `\(wanted)`, or state in the issue's `equivalents` what one is worth "
          + "in the other; the quote keeps the original words"
      )
    }
  }

  private static func kind(of value: AnswerValue) -> Case.Issue.ValueKind {
    switch value {
    case .quantity: .quantity
    case .date: .date
    case .set: .set
    }
  }

  private static func plural(_ kind: Case.Issue.ValueKind) -> String {
    switch kind {
    case .option: "options"
    case .quantity: "quantities"
    case .date: "dates"
    case .set: "sets"
    }
  }
}
