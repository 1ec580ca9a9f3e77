/// The case names no parties. The positions, the differences between the sides, and every view with
/// a column for each party depend on them.
struct NoParties: IntegrityRule {
  static let code = "no-parties"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    "case: {id: valley, title: Talks on the valley}"
  ]
  static let passing: [RuleExample] = [
    "case: {id: valley, title: Talks on the valley, parties: [north, south]}"
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    guard context.theCase.header.parties.isEmpty else { return [] }
    return [
      finding(
        EntryPath([.key("case")]), "the case names no parties",
        hint: "list in `parties` the actors that decide for themselves in this conflict")
    ]
  }
}
