internal import CaseModel

/// Who refuses an answer itself, and who only a package of which it is a part.
extension ConvergenceJudge {
  /// Those of whom nothing is on record on the issue but that they refused a package.
  func refusingWhole(
    _ cells: [PositionsView.Cell], at row: Int
  ) -> [ConvergenceView.Otherwise] {
    cells.compactMap { cell in
      cell.answers.first {
        $0.voice == .own && !$0.isSuperseded && isOnlyOfTheWhole($0, of: cell.party, at: row)
      }.map {
        .init(
          party: cell.party, title: $0.title, isAgainst: true, saidBy: [], newest: $0.newest,
          statements: $0.decidedBy)
      }
    }
  }

  /// The refusal is of a package of several parts, which says nothing of this part by itself.
  func isOnlyOfTheWhole(
    _ answer: PositionsView.OptionPosition, of party: Case.Actor.ID, at row: Int
  ) -> Bool {
    guard answer.isPackage, answer.stances == [.against],
      let place = ledger.table.place(of: party)
    else { return false }
    let (statements, packages) = (filtered.theCase.statements, ledger.table.packages.packages)
    return (ledger.table.rows[row].byParty[place] ?? []).allSatisfy { words in
      guard words.stance == .against, answer.decidedBy.contains(statements[words.position].id)
      else { return true }
      return words.package.map { packages[$0].subjects.count > 1 } ?? true
    }
  }

  /// Of an issue with one option, that every party refuses it in its own words.
  func refusedByAll(
    _ cells: [PositionsView.Cell], at row: Int
  ) -> ConvergenceView.Meeting? {
    let issue = ledger.table.rows[row].issue
    guard issue.value == .option, issue.options.count == 1, let option = issue.options.first else {
      return nil
    }
    let held = cells.compactMap { cell in
      cell.answers.first { answer in
        answer.answer == option.id.raw && answer.voice == .own && !answer.isSuperseded
          && refuses(answer, cell.party, at: row)
      }
    }
    guard held.count == cells.count else { return nil }
    return ConvergenceView.Meeting(
      answer: "not \(option.id)", title: "not “\(option.title)”",
      statements: held.flatMap(\.decidedBy).uniqued,
      newest: held.compactMap(\.newest).max { $0.ends < $1.ends }, saidBy: [], obstacles: [])
  }

  /// It refuses the answer itself.
  func refuses(
    _ answer: PositionsView.OptionPosition, _ party: Case.Actor.ID, at row: Int
  ) -> Bool {
    answer.stances == [.against] && !isOnlyOfTheWhole(answer, of: party, at: row)
  }
}
