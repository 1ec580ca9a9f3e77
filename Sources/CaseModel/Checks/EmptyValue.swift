/// No answer can satisfy the value: it is a set from which every member is excepted, or an
/// approximation with a width below zero. Or a package, or the conditions of one statement or promise,
/// ask two things on one issue that cannot both be met.
struct EmptyValue: IntegrityRule {
  static let code = "empty-value"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: crown}
      - {id: fields, title: Which fields, kind: negotiable, value: set, members: [{id: upper}, {id: lower}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North would water all but all of them, speaker: north, act: demand,
         about: {issue: fields, value: {set: [upper], except: [upper]}}}
    """,
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: crown}
      - {id: fields, title: Which fields, kind: negotiable, value: set, members: [{id: upper}, {id: lower}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North wants about ten crowns, speaker: north, act: demand,
         about: {issue: fee, value: {quantity: 10, comparator: ≈, within: -0.1}}}
    """,
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: crown}
      - {id: fields, title: Which fields, kind: negotiable, value: set, members: [{id: upper}, {id: lower}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North offers turns for a fee that is both high and low, speaker: north, act: offer,
         about: {together: [{issue: water, option: shared}, {issue: fee, value: {quantity: 6, comparator: ≥}}, {issue: fee, value: {quantity: 4, comparator: ≤}}]}}
    """,
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: crown}
      - {id: fields, title: Which fields, kind: negotiable, value: set, members: [{id: upper}, {id: lower}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North offers turns and a meter, speaker: north, act: offer,
         about: {together: [{issue: water, option: shared}, {issue: water, option: metered}]}}
    """,
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: crown}
      - {id: fields, title: Which fields, kind: negotiable, value: set, members: [{id: upper}, {id: lower}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North takes turns after a fee that is both high and low, speaker: north, act: condition,
         about: {issue: water, option: shared}, 
         requires: [{issue: fee, value: {quantity: 6, comparator: ≥}, kind: before}, {issue: fee, value: {quantity: 4, comparator: ≤}, kind: before}]}
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised, evidence: [s1],
         requires: [{issue: water, option: shared, kind: before}, {issue: water, option: metered, kind: before}]}
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised, evidence: [s1],
         about: {together: [{issue: water, option: shared}, {issue: water, option: metered}]}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]}
      - {id: fee, title: The fee, kind: negotiable, value: quantity, unit: crown}
      - {id: fields, title: Which fields, kind: negotiable, value: set, members: [{id: upper}, {id: lower}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North offers turns for a fee of four to six, speaker: north, act: offer,
         about: {together: [{issue: water, option: shared}, {issue: fee, value: {quantity: 4, comparator: ≥}}, {issue: fee, value: {quantity: 6, comparator: ≤}}]}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: South would water all but the lower field, speaker: south, act: demand,
         about: {issue: fields, value: {set: [upper, lower], except: [lower]}}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSubject { subject, path in
      guard case .issue(_, .value(let value)) = subject, let fault = fault(value) else { return }
      findings.append(finding(path().key("value"), fault.message, hint: fault.hint))
    }
    func compare(_ steps: [Subject], _ path: () -> EntryPath, _ whole: String) {
      guard let (first, second) = clash(steps, context.index) else { return }
      findings.append(
        finding(
          path().index(second),
          "\(whole) \(first + 1) and \(second + 1) are on one issue and cannot both be met",
          hint: "code an alternative as an entry of its own"))
    }
    context.forEachAbout { about, path in
      guard case .together(let parts) = about else { return }
      compare(parts, { path().key("together") }, "in the package, numbers")
    }
    context.forEachWaiting { waiting in
      // What sets a threat off is an alternative by nature.
      guard waiting.requires.count > 1, waiting.requires.allSatisfy({ $0.kind != .trigger })
      else { return }
      compare(waiting.requires.map(\.step.subject), waiting.path, "the conditions")
    }
    return findings
  }

  private static func fault(_ value: AnswerValue) -> (message: String, hint: String)? {
    switch value {
    case .quantity(let quantity):
      guard let within = quantity.within, within < Amount(0) else { return nil }
      return ("the width of the approximation is below zero", "write `within: 0.1` for a tenth")
    case .set(let set):
      guard !set.open, !set.members.isEmpty, Set(set.members).isSubset(of: set.except) else {
        return nil
      }
      return (
        "every member of the set is excepted from it",
        "leave out `except`, or name what else the set contains"
      )
    case .date: return nil
    }
  }

  /// The first two of the subjects, by number, that are on one issue and exclude each other.
  /// - Complexity: O(subjects²) for those on one issue.
  private static func clash(_ subjects: [Subject], _ index: CaseIndex) -> (Int, Int)? {
    var seen: [Case.Issue.ID: [Int]] = [:]
    for (number, subject) in subjects.enumerated() {
      guard case .issue(let id, let answer) = subject, let issue = index.issue(id) else { continue }
      for before in (seen[id] ?? []).prefix(100) {
        guard case .issue(_, let other) = subjects[before], excludes(answer, other, issue) else {
          continue
        }
        return (before, number)
      }
      seen[id, default: []].append(number)
    }
    return nil
  }

  private static func excludes(_ a: Answer, _ b: Answer, _ issue: Case.Issue) -> Bool {
    switch (a, b) {
    case (.options(let first), .options(let second)):
      return issue.answers == .one && Set(first).isDisjoint(with: second)
    case (.value(.quantity(let first)), .value(.quantity(let second))):
      guard let first = issue.converted(first), let second = issue.converted(second) else {
        return false
      }
      return NumberInterval(first).isDisjoint(from: NumberInterval(second))
    case (.value(.date(let first)), .value(.date(let second))):
      return !first.value.overlaps(second.value)
    default: return false
    }
  }
}
