package import CaseModel
internal import Foundations

extension PositionsView {
  /// The matrix as a table that other programs read and this one reads back: an answer a row, a party
  /// a column, the stance in words. Several stances that stand beside each other are separated by
  /// semicolons; an empty cell is no evidence.
  ///
  /// - Returns: the rows with their head, and what the table has no place for.
  package func matrix(_ theCase: Case) -> (rows: [[String]], left: [String]) {
    let index = CaseIndex(theCase)
    var table = [["issue", "answer", "category"] + parties.map { "Stance of \(index.name($0))" }]
    var silent: [String] = []
    var conditions = 0
    var redLines = 0
    for row in rows {
      var answers: [(key: String, title: String)] = []
      for position in row.cells.flatMap(\.answers)
      where !answers.contains(where: { $0.key == position.answer }) {
        answers.append((position.answer, position.title))
      }
      if answers.isEmpty { silent.append(row.title) }
      let category = index.issue(row.issue)?.category ?? ""
      for answer in answers {
        let positions = row.cells.map { cell in
          cell.answers.first { $0.answer == answer.key && !$0.isSuperseded }
        }
        if positions.allSatisfy({ $0 == nil }) { continue }
        conditions += positions.reduce(0) { $0 + ($1?.requirements.count ?? 0) }
        redLines += positions.count { $0?.isRedLine == true }
        table.append(
          [row.title, answer.title, category]
            + positions.map { $0?.stances.map(\.words).joined(separator: "; ") ?? "" })
      }
    }
    var left: [String] = []
    if !silent.isEmpty {
      left.append("issues on which no one has a position: \(silent.joined(separator: ", "))")
    }
    if conditions > 0 {
      left.append("\(conditions.counted("condition")), with the stance “for, if”")
    }
    if redLines > 0 { left.append(redLines.counted("red line")) }
    left.append("dates, quotes, and whose words decide; positions that were replaced")
    return (table, left)
  }
}
