/// Sources replace one another in a circle, or one replaces itself. Each version of a document
/// replaces an earlier one, so the chain must end; in a circle no version is the first or the last.
struct ReplacesItself: IntegrityRule {
  static let code = "replaces-itself"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    sources:
      - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
         text: {withheld: true, sha256: \(RuleExample.digest), length: 100}, replaces: day-one}
    """,
    """
    sources:
      - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
         text: {withheld: true, sha256: \(RuleExample.digest), length: 100}, replaces: day-one-late}
      - {id: day-one-late, publisher: gazette, title: Day one, published: 2025-05-17,
         text: {withheld: true, sha256: \(RuleExample.digest), length: 120}, replaces: day-one}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    sources:
      - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
         text: {withheld: true, sha256: \(RuleExample.digest), length: 100}}
      - {id: day-one-late, publisher: gazette, title: Day one, published: 2025-05-17,
         text: {withheld: true, sha256: \(RuleExample.digest), length: 120}, replaces: day-one}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    let sources = context.theCase.sources
    let next = sources.map { source -> [Int] in
      source.replaces.flatMap { context.index.position(.sources, $0.raw) }.map { [$0] } ?? []
    }
    return Circles.find(next).map { circle in
      let names = circle.map { "`\(sources[$0].id)`" }
      let shown = names.count > 6 ? names.prefix(6) + ["…"] : names + [names[0]]
      return finding(
        context.path(to: sources[circle[0]], at: circle[0]).key("replaces"),
        circle.count == 1
          ? "\(names[0]) replaces itself"
          : "these replace one another in a circle: \(shown.joined(separator: " → "))",
        hint: "leave out `replaces` in the oldest version")
    }
  }
}
