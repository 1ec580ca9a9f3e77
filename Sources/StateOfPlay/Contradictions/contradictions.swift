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
  _ filtered: FilteredCase, _ tick: @Sendable (_ done: Int, _ total: Int) throws(Stop) -> Void
) throws(Stop) -> ContradictionsView {
  var parts = ContradictionParts()
  return try contradictions(ContradictionFinder(filtered), &parts, tick)
}

/// `parts` are the contradictions of each issue, as far as they are kept.
func contradictions<Stop: Error>(
  _ finder: ContradictionFinder, _ parts: inout ContradictionParts,
  _ tick: @Sendable (_ done: Int, _ total: Int) throws(Stop) -> Void
) throws(Stop) -> ContradictionsView {
  let filtered = finder.filtered
  var view = ContradictionsView(
    rule: ContradictionsView.rule, groups: [], variants: [], accounts: [])
  let issues = filtered.theCase.issues
  let places = issues.indices.filter {
    filtered.lens.issues.isEmpty || filtered.lens.issues.contains(issues[$0].id)
  }
  let all = try parts.parts(of: places, finder, work: filtered.facts.count) {
    (place) throws(Stop) -> ContradictionParts.Part in
    try tick(place, issues.count)
    var found = ContradictionsView(rule: "", groups: [], variants: [], accounts: [])
    if issues[place].kind == .factual { finder.accounts(place, &found) }
    try finder.speakers(place, &found) { () throws(Stop) in try tick(place, issues.count) }
    return ContradictionParts.Part(
      groups: found.groups, variants: found.variants, accounts: found.accounts)
  }
  for part in all {
    view.groups += part.groups
    view.variants += part.variants
    view.accounts += part.accounts
  }
  finder.beliedClaims(&view)
  finder.promises(&view)
  finder.assessments(&view, &parts)
  finder.denialsAndTexts(&view)
  finder.coders(&view, &parts)
  parts.forget()
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
///
/// - Parameter known: the finder of the case, where it is made already.
func differingAccounts(
  _ filtered: FilteredCase, _ known: ContradictionFinder? = nil, shown lens: Lens
) -> [ContradictionsView.Group] {
  let places = filtered.theCase.issues.indices.filter { place in
    let issue = filtered.theCase.issues[place]
    return issue.kind == .factual && (lens.issues.isEmpty || lens.issues.contains(issue.id))
  }
  guard !places.isEmpty else { return [] }
  let finder = known ?? ContradictionFinder(filtered)
  var view = ContradictionsView(rule: "", groups: [], variants: [], accounts: [])
  for place in places { finder.accounts(place, &view) }
  return view.groups
}
