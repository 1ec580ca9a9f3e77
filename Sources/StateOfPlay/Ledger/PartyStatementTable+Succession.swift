internal import CaseModel

/// The table of the next case, made of that of the case before.
extension PartyStatementTable {
  /// What texts, packages and promises are read from, and words on words: a statement with any of these
  /// marks may say something of others' words.
  static let ofOthers: StatementMarks = [.onText, .onWords, .onCommitment, .drops]

  /// Nil where the edit reaches other words than those of the statements in which the cases differ.
  ///
  /// - Complexity: O(statements on the issues of these statements × speakers); where other statements
  ///   stand elsewhere, O(statements on issues).
  init?(_ filtered: FilteredCase, after before: Ledger, _ edit: StatementEdit) {
    guard edit.isApart(from: Self.ofOthers, before.filtered, filtered),
      !edit.ids.contains(where: { before.table.restsOn.contains($0.raw) })
    else { return nil }
    self = before.table
    isKept = [Bool](repeating: true, count: allRows.count)
    for issue in edit.before.map({ before.filtered.facts[$0].issue })
      + edit.after.map({ filtered.facts[$0].issue })
    {
      if let row = issue.flatMap({ rowOf[$0] }) { isKept[row] = false }
    }
    if !edit.keepsPlaces {
      signed = signed.moved(by: edit)
      clauseWords = clauseWords.mapValues { $0.moved(by: edit) }
    }
    packages = packages.moved(by: edit).reading(filtered)
    let layout = Layout(filtered, packages, places)
    for row in allRows.indices {
      if !isKept[row] {
        lay(again: row, edit, layout)
      } else if !edit.keepsPlaces {
        guard let moved = allRows[row].moved(by: edit) else { return nil }
        allRows[row] = moved
      }
    }
  }

  /// Lays out a row from all statements that it had words of and still are as they were, and from those
  /// that are new.
  private mutating func lay(again row: Int, _ edit: StatementEdit, _ layout: Layout) {
    var places = Set(edit.after)
    for spoken in allRows[row].byParty.values {
      for one in spoken {
        if let place = edit.place(of: one.position) { places.insert(place) }
      }
    }
    allRows[row] = IssueStatements(allRows[row].issue)
    lay(places.sorted(), only: row, layout)
  }
}
