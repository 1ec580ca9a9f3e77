internal import CaseModel

/// What is said, or promised, and denied.
extension ContradictionFinder {
  /// Statements and promises that someone denies, where no group above has them against each other.
  func denials(
    _ all: [DeniedStatements.Denial], _ view: inout ContradictionsView, _ shown: inout ShownSides
  ) {
    for found in all {
      var denial = found
      // Who has since said that it was so no longer denies it.
      denial.denying.removeAll { changed?.isGivenUp($0) ?? false }
      if denial.denying.isEmpty { continue }
      let first = filtered.theCase.statements[denial.denied[0]]
      let issues = filtered.lens.issues
      let commitment = denial.commitment.flatMap { filtered.index.commitment($0) }
      let concerned = first.about?.issue ?? commitment?.about?.issue
      if !issues.isEmpty, !(concerned.map(issues.contains) ?? false) { continue }
      let ids = (denial.denied + denial.denying).map { filtered.theCase.statements[$0].id }
      if shown.areOpposed(ids) { continue }
      let group = words.group(denial, kind(of: denial), filtered.index)
      shown.add(group)
      view.groups.append(group)
    }
  }

  /// Whose words are in dispute: of one speaker, of two of one party, or of two who have nothing in
  /// common, where it is an account.
  private func kind(
    of denial: DeniedStatements.Denial
  ) -> (ContradictionsView.Kind, Case.Actor.ID?) {
    let statements = filtered.theCase.statements
    func sides(_ places: [Int], ownOnly: Bool = false) -> Set<Case.Actor.ID> {
      Set(
        places.flatMap { place in
          statements[place].speaker.flatMap { speaker in
            let voices = voices(of: speaker, on: filtered.facts[place].said)
            return ownOnly ? voices : voices + (filtered.index.actor(speaker)?.partOf ?? [])
          }
        })
    }
    let common = sides(denial.denied).intersection(sides(denial.denying)).sorted()
    guard let actor = common.first(where: parties.contains) ?? common.first else {
      return (isReading(statements[denial.denied[0]]) ? .reading : .account, nil)
    }
    let relayed = denial.denied.contains { !statements[$0].via.isEmpty }
    // Of one who belongs to a side without speaking for it, it is what that side is said to hold.
    let areOwn = [denial.denied, denial.denying].allSatisfy {
      sides($0, ownOnly: true).contains(actor)
    }
    if relayed || !areOwn { return (.attribution, actor) }
    let speakers = Set(denial.denied.flatMap { statements[$0].speaker })
    let isOne = denial.denying.contains { place in
      !speakers.isDisjoint(with: statements[place].speaker)
    }
    return (isOne ? .selfContradiction : .divided, actor)
  }

  /// It says what a text or a clause says or means; not that the text was signed or adopted, which
  /// is an event.
  private func isReading(_ statement: Case.Statement) -> Bool {
    guard case .draft(let id, let clause)? = statement.about, statement.stance == nil,
      [.state, .assess, .confirm].contains(statement.act)
    else { return false }
    guard clause == nil, let draft = filtered.index.draft(id) else { return true }
    let events = draft.status.map(\.evidence) + draft.signed.map(\.evidence)
    return !events.contains { $0.statements.contains(statement.id) }
  }
}
