internal import CaseModel

/// A view made as a whole, with what it rests on: it is kept while nothing of that changes.
struct KeptView<View: Sendable>: Sendable {
  let view: View
  let consulted: Consulted
}

extension DerivedState.Before {
  /// The view of the case before, where it rests neither on what differs nor on the statements in which
  /// the cases differ.
  ///
  /// - Parameter isApart: whether a statement is of no concern to the view, unless by its id.
  func view<View>(
    _ kept: KeptView<View>?, _ reach: Reach?, to next: FilteredCase,
    where isApart: (Case.Statement) -> Bool
  ) -> KeptView<View>? {
    guard let reach, let kept, reach.leaves(kept.consulted),
      filtered.theCase.statements[edit.before].allSatisfy(isApart),
      next.theCase.statements[edit.after].allSatisfy(isApart)
    else { return nil }
    return kept
  }

  /// The delegations of the case before, where the statements in which the cases differ speak of no
  /// meeting, ask for nothing and are no third party's.
  ///
  /// - Parameter marks: those of statements that are read with others.
  func delegations(
    to next: FilteredCase, _ marks: StatementMarks
  ) -> KeptView<DelegationsView>? {
    guard let kept = delegations, edit.isApart(from: marks, filtered, next),
      !edit.ids.contains(where: { kept.consulted.statements.contains($0.raw) })
    else { return nil }
    let thirds = Set(kept.view.thirdParties.map(\.actor))
    let edited = filtered.theCase.statements[edit.before] + next.theCase.statements[edit.after]
    let isApart = edited.allSatisfy { statement in
      // An offer may make its speaker a third party.
      ![.demand, .ask, .offer, .propose].contains(statement.act)
        && !statement.speaker.contains { speaker in
          next.index.spokenFor(by: speaker, on: nil).contains(where: thirds.contains)
        }
    }
    return isApart ? kept : nil
  }
}
