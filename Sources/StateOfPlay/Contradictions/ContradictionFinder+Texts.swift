internal import CaseModel

/// Reports of which one says that a party accepted or signed a text as a whole, and another that it did
/// not.
extension ContradictionFinder {
  func texts(_ view: inout ContradictionsView) {
    let places = TextAssertions.places(filtered)
    for draft in filtered.theCase.drafts {
      let issues = filtered.lens.issues
      if !issues.isEmpty,
        !draft.clauses.flatMap(\.subjects).compactMap(\.issue).contains(where: issues.contains)
      {
        continue
      }
      let said = TextAssertions(draft, places[draft.id] ?? [], filtered) { voices(of: $0, on: $1) }
      for actor in said.byActor.keys.sorted() {
        guard let assertions = said.byActor[actor], assertions.count > 1 else { continue }
        let found = SpokenContradictions(assertions, Self.whole)
        for clash in found.clashes {
          add(clash, of: actor, draft, said, &view)
        }
        let clashing = Set(found.clashes.flatMap(\.members).map(\.position))
        if let denied = Self.denied(assertions, said, besides: clashing) {
          add(denied, of: actor, draft, said, &view)
        }
        for members in found.variants {
          view.variants.append(group(.attribution, actor, draft, members, said))
        }
      }
    }
  }

  private func add(
    _ clash: SpokenContradictions.Clash, of actor: Case.Actor.ID, _ draft: Case.Draft,
    _ said: TextAssertions, _ view: inout ContradictionsView
  ) {
    let ids = Set(clash.members.map { filtered.theCase.statements[$0.position].id })
    // A denial that names what it denies is set against that already.
    let isShown = view.groups.contains { group in
      group.sides.count { side in side.statements.contains { ids.contains($0.statement) } } > 1
    }
    if isShown { return }
    // Who speaks of another's deed is no part of it that differs.
    let isOwn = clash.members.allSatisfy { member in
      filtered.theCase.statements[member.position].speaker.contains { speaker in
        voices(of: speaker, on: member.said).contains(actor)
      }
    }
    view.groups.append(
      group(isOwn ? kind(of: clash) : .attribution, actor, draft, clash.members, said))
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
