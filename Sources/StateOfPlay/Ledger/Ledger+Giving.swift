internal import CaseModel

/// What a party gives with the same words, as with a text or a package of several parts.
extension Ledger {
  /// The statement by which the holder of a condition takes a text or a package gives what the
  /// condition awaits as well: it asks for nothing that it does not get.
  ///
  /// - Parameter position: of the statement in the case.
  /// - Complexity: O(log statements of the party); where the statement is a yes on the awaited issue
  ///   too, as only a yes to a whole is, O(answers of that issue).
  func gives(_ position: Int, _ condition: Condition) -> Bool {
    guard let party = table.place(of: condition.holder) else { return false }
    let awaited = condition.awaited
    guard let issue = awaited.issue else {
      let statement = filtered.theCase.statements[position]
      guard Self.isYes(statement.stanceRead), let package = table.packages.place(of: statement)
      else { return false }
      return table.packages.packages[package].subjects.contains {
        $0.step?.id == condition.awaitedID
      }
    }
    guard let row = filtered.index.place(of: issue).flatMap({ table.rowOf[$0] }),
      let words = issues[row].parties[party]
    else { return false }
    let given = words.members(at: position).filter { Self.isYes(words.spoken[$0].base) }
    if given.isEmpty { return false }
    if awaited.isWholeIssue { return true }
    return steps.answersOnRecord(meeting: awaited, for: condition.holder)
      .compactMap { table.rows[row].place(of: $0) }
      .contains { answer in given.contains { words.spoken[$0].answers.contains(answer) } }
  }

  private static func isYes(_ stance: PositionStance?) -> Bool {
    stance == .for || stance == .forIf
  }
}
