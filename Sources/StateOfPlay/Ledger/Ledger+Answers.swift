internal import CaseModel

/// The answers of a row, as the positions name them.
extension Ledger {
  /// What a party says for an answer comes on top of a set that it signed.
  func isInAddition(_ party: Case.Actor.ID, _ row: Int, _ answer: String) -> Bool {
    guard let place = table.place(of: party),
      let key = table.rows[row].answers.firstIndex(where: { $0.id == answer })
    else { return false }
    return issues[row].parties[place]?.isInAddition(key) ?? false
  }

  /// The step that an answer of a row is.
  func step(_ row: Int, _ answer: Int) -> Step { table.rows[row].step(answer) }

  /// The same by the answer's name in the positions.
  func step(_ row: Int, _ answer: String, isValue: Bool) -> Step {
    table.rows[row].step(named: answer, isValue: isValue)
      ?? .issue(table.rows[row].issue.id, .options([Slug(answer)]))
  }
}
