public import CaseModel

/// Statements that cannot all be right; see ``ContradictionsView``.
/// - Complexity: near-linear in the statements; see ``SpokenContradictions``.
public func contradictions(_ theCase: Case, _ lens: Lens = Lens()) -> ContradictionsView {
  contradictions(Reading(theCase, lens))
}

func contradictions(_ reading: Reading) -> ContradictionsView {
  let finder = ContradictionFinder(reading)
  var view = ContradictionsView(
    rule: ContradictionsView.rule, groups: [], variants: [], accounts: [])
  for (place, issue) in reading.theCase.issues.enumerated()
  where reading.lens.issues.isEmpty || reading.lens.issues.contains(issue.id) {
    if issue.kind == .factual { finder.accounts(place, &view) }
    finder.speakers(place, &view)
  }
  finder.beliedClaims(&view)
  if !reading.lens.parties.isEmpty {
    let parties = Set(reading.lens.parties)
    view.groups.removeAll { $0.actor.map { !parties.contains($0) } ?? false }
    view.variants.removeAll { $0.actor.map { !parties.contains($0) } ?? false }
  }
  let kinds = ContradictionsView.Kind.allCases
  view.groups = kinds.flatMap { kind in view.groups.filter { $0.kind == kind } }
  return view
}
