internal import CaseModel

/// Reports of which one says that a party accepted or signed a text as a whole, and another that it did
/// not.
extension ContradictionFinder {
  /// Denials, and what is said of texts, beside what is shown already.
  func denialsAndTexts(_ view: inout ContradictionsView) {
    let denied = DeniedStatements(filtered: filtered).find()
    let texts = DisputedTexts(filtered) { voices(of: $0, on: $1) }
    let wanted =
      denied.flatMap { $0.denied + $0.denying }
      + texts.disputes.flatMap(\.clash.members).map(\.position)
    var shown = ShownSides(of: Set(wanted.map { filtered.theCase.statements[$0].id }))
    for group in view.groups { shown.add(group) }
    denials(denied, &view, &shown)
    self.texts(texts, &view, &shown)
  }

  private func texts(
    _ found: DisputedTexts, _ view: inout ContradictionsView, _ shown: inout ShownSides
  ) {
    let issues = filtered.lens.issues
    func isShown(_ draft: Case.Draft) -> Bool {
      issues.isEmpty
        || draft.clauses.flatMap(\.subjects).compactMap(\.issue).contains(where: issues.contains)
    }
    for dispute in found.disputes where isShown(dispute.draft) { add(dispute, &view, &shown) }
    for one in found.variants where isShown(one.draft) {
      view.variants.append(group(.attribution, one.actor, one.draft, one.members, one.said))
    }
  }

  private func add(
    _ dispute: DisputedTexts.Dispute, _ view: inout ContradictionsView, _ shown: inout ShownSides
  ) {
    let members = dispute.clash.members
    // A denial that names what it denies is set against that already.
    if shown.areOpposed(members.map { filtered.theCase.statements[$0.position].id }) {
      return
    }
    let kind = dispute.kind(filtered) { voices(of: $0, on: $1) }
    let found = group(kind, dispute.actor, dispute.draft, members, dispute.said)
    shown.add(found)
    view.groups.append(found)
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
