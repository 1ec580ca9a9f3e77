internal import CaseModel

/// Reports of which one says that a party accepted or signed a text as a whole, and another that it did
/// not.
extension ContradictionFinder {
  func texts(_ view: inout ContradictionsView) {
    let found = DisputedTexts(filtered) { voices(of: $0, on: $1) }
    let issues = filtered.lens.issues
    func isShown(_ draft: Case.Draft) -> Bool {
      issues.isEmpty
        || draft.clauses.flatMap(\.subjects).compactMap(\.issue).contains(where: issues.contains)
    }
    for dispute in found.disputes where isShown(dispute.draft) { add(dispute, &view) }
    for one in found.variants where isShown(one.draft) {
      view.variants.append(group(.attribution, one.actor, one.draft, one.members, one.said))
    }
  }

  private func add(_ dispute: DisputedTexts.Dispute, _ view: inout ContradictionsView) {
    let members = dispute.clash.members
    let ids = Set(members.map { filtered.theCase.statements[$0.position].id })
    // A denial that names what it denies is set against that already.
    let isShown = view.groups.contains { group in
      group.sides.count { side in side.statements.contains { ids.contains($0.statement) } } > 1
    }
    if isShown { return }
    let kind = dispute.kind(filtered) { voices(of: $0, on: $1) }
    view.groups.append(group(kind, dispute.actor, dispute.draft, members, dispute.said))
  }

  private func group(
    _ kind: ContradictionsView.Kind, _ actor: Case.Actor.ID, _ draft: Case.Draft,
    _ members: [Assertion], _ said: TextAssertions
  ) -> ContradictionsView.Group {
    var sides = words.sides(members, DisputedTexts.whole)
    let isSigned = members.contains { $0.isFor == true && said.signing.contains($0.position) }
    for place in sides.indices {
      sides[place].answer = isSigned ? "signed" : "accepted as a whole"
    }
    var group = words.group(kind, DisputedTexts.whole, actor, sides)
    (group.issue, group.title) = (nil, draft.title ?? draft.id.raw)
    return group
  }
}
