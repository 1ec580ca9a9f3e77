package import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Where each party stands on an issue, and the changes by which it got there.
  package func standing(
    _ issue: Case.Issue.ID, _ positions: PositionsView, _ changes: ChangesView
  ) -> [Document.Block] {
    guard let row = positions.rows.first(where: { $0.issue == issue }) else { return [] }
    var table = Table(
      "Position of each party\(lens.asOf.map { " on \($0.words)" } ?? ""), and the changes that led to it, newest first",
      [
        Table.Column("Party"), Table.Column("Position", weight: 4),
        Table.Column("How it got there", weight: 4),
      ])
    for cell in row.cells where cell.concerned || !cell.statements.isEmpty {
      let party = Inline(index.name(cell.party), .strong, to: .entry(.actors, cell.party.raw))
      let position = standingLines(cell)
      let all = Inline(
        "All \(cell.statements.count.counted("statement"))", to: .cell(issue, cell.party))
      let steps = changes.changes.filter { $0.issue == issue && $0.party == cell.party }
        .sorted { $1.date < $0.date }
      table.rows.append([
        [party], cell.statements.isEmpty ? position : position + [all], steps.map(step),
      ])
    }
    guard !table.rows.isEmpty else { return [] }
    return [.heading("Where each party stands"), .table(table)]
  }

  private func standingLines(_ cell: PositionsView.Cell) -> [Inline] {
    let current = cell.answers.filter { !$0.isSuperseded }
    guard !current.isEmpty else {
      return
        (cell.requirements.isEmpty ? [Inline("— no evidence", .faint)] : generalLines(cell))
        + disputedTextLines(cell)
    }
    var lines = current.map { answer in
      var line = Inline("")
      for (place, stance) in answer.shownStances.enumerated() {
        if place > 0 { line += Inline("/") }
        line += Inline(stance.glyph, .stance(stance))
      }
      line += Inline(" \(answer.title)")
      if answer.isRedLine { line += Inline(" — ") + Inline("red line", .redLine) }
      let required = answer.requirements.filter { $0.kind != .trigger }
      if !required.isEmpty { line += Inline(requirementsWords(required), .condition) }
      return line + Inline(voiceWords(answer), .warning) + Inline(" ")
        + references(answer.decidedBy, limit: 3)
    }
    lines += apartLines(cell)
    lines += outlastingRedLines(cell)
    lines += generalLines(cell)
    if cell.isContested { lines.append(Inline(contestedWords(cell), .contested)) }
    return lines + disputedTextLines(cell)
  }

  private func step(_ change: ChangesView.Change) -> Inline {
    let kinds = change.kinds.map(\.words).joined(separator: ", ")
    let words = (change.after.first ?? change.before.first).map { $0.gist } ?? ""
    return Inline("\(change.date.words): ", .faint) + Inline(kinds, .strong)
      + Inline(words.isEmpty ? " " : ": \(words) ")
      + references(change.after.map(\.statement), limit: 2)
  }
}
