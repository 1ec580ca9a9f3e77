/// A reference names an entry that the case does not hold: an unknown actor, source, statement,
/// option, member, meeting, reading, clause or analyst.
struct DanglingReference: IntegrityRule {
  static let code = "dangling-reference"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    interests:
      - {id: harvest, actor: nrth, title: To save the harvest, basis: ana}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20}, gist: North asks for turns,
         speaker: envoy, act: demand, about: {issue: water, option: by-turns}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    interests:
      - {id: harvest, actor: north, title: To save the harvest, basis: ana}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var collector = Collector(context: context)
    Case.forEachSection(&collector)
    var header = context.theCase.header
    var walker = collector.walker()
    walker.path = EntryPath([.key("case")])
    header.walk(&walker)
    return collector.found.findings
  }

  /// Collects from inside the walker's closure.
  private final class Found {
    var findings: [Finding] = []
  }

  private struct Collector: SectionVisitor {
    let context: CheckContext
    let found = Found()

    func walker() -> ReferenceWalker {
      let found = found
      let context = context
      return ReferenceWalker { id, target, path in
        if let finding = DanglingReference.check(id, target, path, context.index) {
          found.findings.append(finding)
        }
      }
    }

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      var walker = walker()
      for (position, entry) in context.theCase[keyPath: path].enumerated() {
        var entry = entry
        let step = entry.entryID.map { EntryPath.Step.id($0) } ?? .index(position)
        walker.path = EntryPath([.key(section.rawValue), step])
        entry.walk(&walker)
      }
    }
  }

  private static func check(
    _ id: String, _ target: ReferenceTarget, _ path: EntryPath, _ index: CaseIndex
  ) -> Finding? {
    func unknown(_ noun: String, _ known: [String]) -> Finding? {
      if known.contains(id) { return nil }
      let suggestion = nearest(to: id, among: known).map { "did you mean `\($0)`?" }
      return finding(
        path, "unknown \(noun) `\(id)`",
        hint: suggestion
          ?? (known.isEmpty ? "the case has none yet" : "known are \(known.alternatives)"))
    }
    switch target {
    case .entry(let section):
      // An entry's own id comes by here as well, and is always known.
      if index.position(section, id) != nil { return nil }
      return unknown(section.noun, index.ids(section))
    case .option(let owner):
      guard let issue = index.issue(Case.Issue.ID(owner)) else { return nil }
      return unknown("option", issue.options.map(\.id.raw))
    case .member(let owner):
      guard let issue = index.issue(Case.Issue.ID(owner)) else { return nil }
      if index.position(.actors, id) != nil { return nil }
      return unknown("member", issue.members.map(\.id.raw))
    case .reading(let owner):
      guard let act = index.constraint(Case.Constraint.ID(owner)) else { return nil }
      return unknown("reading", act.readings.map(\.id.raw))
    case .clause(let owner):
      guard let draft = index.draft(Case.Draft.ID(owner)) else { return nil }
      return unknown("clause", draft.clauses.map(\.id.raw))
    case .who:
      if id == "analyst" || index.position(.analysts, id) != nil
        || index.position(.actors, id) != nil
      {
        return nil
      }
      return unknown("analyst", index.ids(.analysts) + index.ids(.actors))
    case .meetingOrDate:
      if index.position(.meetings, id) != nil || (try? EDTFDate(id)) != nil { return nil }
      return unknown("meeting", index.ids(.meetings))
    }
  }
}
