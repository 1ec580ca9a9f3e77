/// Two entries of one kind have the same id, so that a reference to it could mean either. Ids of
/// options and members are unique in their issue, those of readings in their act, of clauses in
/// their draft, of decision makers and options in their conflict, and of issues, options, parties
/// and packages in their scenario.
struct DuplicateID: IntegrityRule {
  static let code = "duplicate-id"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    milestones:
      - {id: dam-built, title: The dam is built}
      - {id: dam-built, title: The dam stands}
    """,
    """
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        options: [{id: shared, title: Drawn by turns}, {id: shared, title: Drawn by meter}]
    """,
  ]
  static let passing: [RuleExample] = [
    """
    milestones:
      - {id: dam-built, title: The dam is built}
      - {id: dam-filled, title: The dam is filled}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var collector = Collector(theCase: context.theCase)
    Case.forEachSection(&collector)
    var findings = collector.findings
    for (position, issue) in context.theCase.issues.enumerated() {
      let path = EntryPath.entry(.issues, at: position)
      findings += repeated(issue.options.map(\.id), path.key("options"), "option")
      findings += repeated(issue.members.map(\.id), path.key("members"), "member")
    }
    for (position, act) in context.theCase.constraints.enumerated() {
      let path = EntryPath.entry(.constraints, at: position)
      findings += repeated(act.readings.map(\.id), path.key("readings"), "reading")
    }
    for (position, draft) in context.theCase.drafts.enumerated() {
      let path = EntryPath.entry(.drafts, at: position)
      findings += repeated(draft.clauses.map(\.id), path.key("clauses"), "clause")
    }
    for (position, conflict) in context.theCase.conflicts.enumerated() {
      let path = EntryPath.entry(.conflicts, at: position)
      let makers = conflict.decisionMakers.map(\.id)
      findings += repeated(makers, path.key("decisionMakers"), "decision maker")
      findings += repeated(conflict.options.map(\.id), path.key("options"), "option")
    }
    for (position, scenario) in context.theCase.scenarios.enumerated() {
      let path = EntryPath.entry(.scenarios, at: position)
      findings += repeated(scenario.issues.map(\.name), path.key("issues"), "issue")
      for (number, issue) in scenario.issues.enumerated() {
        let place = path.key("issues").index(number).key("options")
        findings += repeated(issue.options.map(\.id), place, "option")
      }
      findings += repeated(scenario.parties.map(\.id), path.key("parties"), "party")
      findings += repeated(scenario.packages.map(\.id), path.key("packages"), "package")
    }
    return findings
  }

  private static func repeated(_ ids: [Slug], _ path: EntryPath, _ noun: String) -> [Finding] {
    var seen: Set<Slug> = []
    return ids.enumerated().compactMap { position, id in
      seen.insert(id).inserted ? nil : found(path.index(position), noun, id.raw)
    }
  }

  private static func found(_ path: EntryPath, _ noun: String, _ id: String) -> Finding {
    finding(
      path.key("id"), "the \(noun) `\(id)` already exists",
      hint: "give one of them another id, and update the references to it")
  }

  private struct Collector: SectionVisitor {
    let theCase: Case
    var findings: [Finding] = []

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      var seen: Set<String> = []
      for (position, entry) in theCase[keyPath: path].enumerated() {
        guard let id = entry.entryID, !seen.insert(id).inserted else { continue }
        findings.append(DuplicateID.found(.entry(section, at: position), section.noun, id))
      }
    }
  }
}
