internal import CaseModel

/// Reports of which one says that a party accepted or signed a text as a whole, and another that it did
/// not.
extension ContradictionFinder {
  /// Denials, and what is said of texts, beside what is shown already.
  func denialsAndTexts(_ view: inout ContradictionsView) {
    let denied = DeniedStatements(filtered: filtered).find()
    let places = TextAssertions.places(filtered)
    let said = filtered.theCase.drafts.map { draft in
      TextAssertions(draft, places[draft.id] ?? [], filtered) { voices(of: $0, on: $1) }
    }
    let wanted =
      denied.flatMap { $0.denied + $0.denying }
      + said.flatMap(\.byActor.values).joined().map(\.position)
    var shown = ShownSides(of: Set(wanted.map { filtered.theCase.statements[$0].id }))
    for group in view.groups { shown.add(group) }
    denials(denied, &view, &shown)
    texts(said, &view, &shown)
  }

  /// - Parameter said: of each text of the case.
  private func texts(
    _ said: [TextAssertions], _ view: inout ContradictionsView, _ shown: inout ShownSides
  ) {
    for (draft, said) in zip(filtered.theCase.drafts, said) {
      let issues = filtered.lens.issues
      if !issues.isEmpty,
        !draft.clauses.flatMap(\.subjects).compactMap(\.issue).contains(where: issues.contains)
      {
        continue
      }
      for actor in said.byActor.keys.sorted() {
        guard let assertions = said.byActor[actor], assertions.count > 1 else { continue }
        let found = SpokenContradictions(assertions, Self.whole)
        for clash in found.clashes {
          add(clash, of: actor, draft, said, &view, &shown)
        }
        let clashing = Set(found.clashes.flatMap(\.members).map(\.position))
        if let denied = Self.denied(assertions, said, besides: clashing) {
          add(denied, of: actor, draft, said, &view, &shown)
        }
        for members in found.variants {
          view.variants.append(group(.attribution, actor, draft, members, said))
        }
      }
    }
  }

  private func add(
    _ clash: SpokenContradictions.Clash, of actor: Case.Actor.ID, _ draft: Case.Draft,
    _ said: TextAssertions, _ view: inout ContradictionsView, _ shown: inout ShownSides
  ) {
    // A denial that names what it denies is set against that already.
    if shown.areOpposed(clash.members.map { filtered.theCase.statements[$0.position].id }) {
      return
    }
    // Who speaks of another's deed is no part of it that differs.
    let isOwn = clash.members.allSatisfy { member in
      filtered.theCase.statements[member.position].speaker.contains { speaker in
        voices(of: speaker, on: member.said).contains(actor)
      }
    }
    let found = group(isOwn ? kind(of: clash) : .attribution, actor, draft, clash.members, said)
    shown.add(found)
    view.groups.append(found)
  }

  /// That it had accepted or signed is a fact: who denies it later speaks of the same.
  private static func denied(
    _ assertions: [Assertion], _ said: TextAssertions, besides clashing: Set<Int>
  ) -> SpokenContradictions.Clash? {
    let plain = assertions.filter { !$0.isDoubted && !clashing.contains($0.position) }
    let denials = plain.filter { $0.isFor == false && said.denying.contains($0.position) }
    let yeses = plain.filter { yes in
      yes.isFor == true
        && denials.contains { denial in
          guard let date = denial.said, let before = yes.said else { return true }
          return !before.isLater(than: date)
        }
    }
    if yeses.isEmpty || denials.isEmpty { return nil }
    let members = (yeses + denials).sorted { $0.position < $1.position }
    return .init(
      members: members, isReportedDifferently: Set(members.map(\.reporter)).count > 1)
  }

  private func group(
    _ kind: ContradictionsView.Kind, _ actor: Case.Actor.ID, _ draft: Case.Draft,
    _ members: [Assertion], _ said: TextAssertions
  ) -> ContradictionsView.Group {
    var sides = words.sides(members, Self.whole)
    let isSigned = members.contains { $0.isFor == true && said.signing.contains($0.position) }
    for place in sides.indices {
      sides[place].answer = isSigned ? "signed" : "accepted as a whole"
    }
    var group = words.group(kind, Self.whole, actor, sides)
    (group.issue, group.title) = (nil, draft.title ?? draft.id.raw)
    return group
  }

  /// Stands for the question whether a text is accepted, which is no issue of the case.
  private static let whole: Case.Issue = {
    var issue = Case.Issue()
    (issue.kind, issue.value, issue.answers) = (.factual, .option, .one)
    return issue
  }()
}
