internal import CaseModel

/// The statements in which a case differs from the one before it.
struct StatementEdit {
  /// The places in the case before of those that were removed or changed.
  let before: Range<Int>
  /// The places of what took their place in the case that follows.
  let after: Range<Int>
  /// The ids of both.
  let ids: Set<Case.Statement.ID>

  /// Nil where the cases differ in anything else that views are derived from.
  /// - Complexity: O(statements), of which copies of one value are not compared field by field.
  init?(from old: Case, to new: Case) {
    guard old.withoutWords == new.withoutWords else { return nil }
    let (earlier, later) = (old.statements, new.statements)
    let start = earlier.commonPrefix(with: later)
    let end = earlier.commonSuffix(
      with: later, most: min(earlier.count, later.count) - start)
    (before, after) = (start..<earlier.count - end, start..<later.count - end)
    keepsPlaces = before.count == after.count || before.upperBound == earlier.count
    ids = Set((earlier[before] + later[after]).map(\.id))
  }

  /// All others stand where they stood: as many came as went, or the last are concerned.
  let keepsPlaces: Bool

  /// Where a statement that stood at `place` stands now; nil where it is not as it was.
  func place(of place: Int) -> Int? {
    if place < before.lowerBound { return place }
    return place < before.upperBound ? nil : place - before.count + after.count
  }

  /// Those in which the cases differ have none of these marks, and all that every statement is read by
  /// is the same.
  func isApart(
    from marks: StatementMarks, _ old: FilteredCase, _ new: FilteredCase
  ) -> Bool {
    old.now == new.now && old.extended == new.extended && old.lapsedTexts == new.lapsedTexts
      && old.marks[before].allSatisfy { $0.isDisjoint(with: marks) }
      && new.marks[after].allSatisfy { $0.isDisjoint(with: marks) }
  }

  /// The statements to which those in which the cases differ reply.
  func replies(from old: Case, to new: Case) -> [Case.Statement.ID] {
    (old.statements[before] + new.statements[after]).compactMap { statement in
      if case .statement(let id)? = statement.about { id } else { nil }
    }
  }

  /// Some of the statements in which the cases differ is about a text, or about words on one: these are
  /// read through for each text.
  func touchesTexts(from old: FilteredCase, to new: FilteredCase) -> Bool {
    func isOnText(_ statement: Case.Statement, _ filtered: FilteredCase) -> Bool {
      switch statement.about {
      case .draft?: return true
      case .statement(let id)?:
        if case .draft? = filtered.index.statement(id)?.about { return true }
        return false
      default: return false
      }
    }
    return old.theCase.statements[before].contains { isOnText($0, old) }
      || new.theCase.statements[after].contains { isOnText($0, new) }
  }

}

extension Case {
  /// What views are derived from besides statements.
  fileprivate var withoutWords: Case {
    var left = self
    left.statements = []
    // Remarks and suggestions are no part of any view.
    (left.notes, left.candidates) = ([], [])
    return left
  }
}
