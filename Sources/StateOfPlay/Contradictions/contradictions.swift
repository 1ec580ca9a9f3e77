public import CaseModel
public import Foundations

/// Finds statements that cannot all be right; see ``ContradictionsView``.
/// - Complexity: near-linear in the statements; see ``SpokenContradictions``.
public func contradictions(_ theCase: Case, _ lens: Lens = Lens()) -> ContradictionsView {
  contradictions(FilteredCase(theCase, lens)) { (_: Int, _: Int) in }
}

/// As ``contradictions(_:_:)``, reporting progress to `checkpoint` from time to time.
/// - Throws: what `checkpoint` throws.
public func contradictions(
  _ theCase: Case, _ lens: Lens = Lens(), checkpoint: Checkpoint
) throws -> ContradictionsView {
  try contradictions(FilteredCase(theCase, lens)) { try checkpoint.report($0, of: $1) }
}

func contradictions<Stop: Error>(
  _ filtered: FilteredCase, _ tick: (_ done: Int, _ total: Int) throws(Stop) -> Void
) throws(Stop) -> ContradictionsView {
  let finder = ContradictionFinder(filtered)
  var view = ContradictionsView(
    rule: ContradictionsView.rule, groups: [], variants: [], accounts: [])
  for (place, issue) in filtered.theCase.issues.enumerated()
  where filtered.lens.issues.isEmpty || filtered.lens.issues.contains(issue.id) {
    try tick(place, filtered.theCase.issues.count)
    if issue.kind == .factual { finder.accounts(place, &view) }
    try finder.speakers(place, &view) { () throws(Stop) in
      try tick(place, filtered.theCase.issues.count)
    }
  }
  finder.beliedClaims(&view)
  finder.promises(&view)
  finder.assessments(&view)
  finder.denials(&view)
  if !filtered.lens.parties.isEmpty {
    let parties = Set(filtered.lens.parties)
    view.groups.removeAll { $0.actor.map { !parties.contains($0) } ?? false }
    view.variants.removeAll { $0.actor.map { !parties.contains($0) } ?? false }
  }
  let kinds = ContradictionsView.Kind.allCases
  let order = kinds.flatMap { kind in view.groups.indices.filter { view.groups[$0].kind == kind } }
  view.groups.arrange(by: order)
  return view
}

/// The questions of fact on which accounts cannot all be right.
/// - Complexity: O(statements), and near-linear in those on questions of fact.
func differingAccounts(_ filtered: FilteredCase, shown lens: Lens) -> [ContradictionsView.Group] {
  let places = filtered.theCase.issues.indices.filter { place in
    let issue = filtered.theCase.issues[place]
    return issue.kind == .factual && (lens.issues.isEmpty || lens.issues.contains(issue.id))
  }
  guard !places.isEmpty else { return [] }
  let finder = ContradictionFinder(filtered)
  var view = ContradictionsView(rule: "", groups: [], variants: [], accounts: [])
  for place in places { finder.accounts(place, &view) }
  return view.groups
}
