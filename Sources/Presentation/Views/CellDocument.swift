internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// What stands behind one cell of the matrix, the newest words first.
  package func document(_ cell: PositionsView.Cell, in row: PositionsView.Row, rule: String)
    -> Document
  {
    var blocks: [Document.Block] = [.paragraph(Inline(summary(cell)))] + opening
    blocks += answerBlocks(cell)
    blocks.append(.heading("Statements, newest first"))
    if cell.statements.isEmpty { blocks.append(.paragraph("Nothing is on record.")) }
    let statements = Dictionary(
      cell.statements.map { ($0.statement, $0) }, uniquingKeysWith: { a, _ in a })
    for var card in cards(newestFirst(cell).map(\.statement), statements: statements) {
      card.isTarget = true
      blocks.append(.card(card))
    }
    blocks += [.rule(rule), .remark(footer)]
    var document = Document("\(index.name(cell.party)) on \(row.title)", blocks)
    document.kicker = Inline("State of play", to: .view("positions"))
    return document
  }

  private func summary(_ cell: PositionsView.Cell) -> String {
    var parts = [cell.statements.count.counted("statement")]
    if let newest = cell.newest { parts.append("the newest \(newest.words)") }
    var words = parts.joined(separator: ", ")
    if cell.isEmpty {
      let isSilent = cell.statements.isEmpty && cell.leftOut == nil
      words += "; \(isSilent ? "no evidence" : "no clear position"), which is not neutral"
    }
    if let leftOut = cell.leftOut {
      words += "; \(leftOut) more left out by the filters"
    }
    return words.capitalisedFirst + "."
  }

  /// Of one date those that decide come first.
  private func newestFirst(_ cell: PositionsView.Cell) -> [PositionStatement] {
    cell.statements.enumerated().sorted { a, b in
      let (x, y) = (a.element.said?.latest, b.element.said?.latest)
      if x != y {
        guard let x else { return false }
        guard let y else { return true }
        return x > y
      }
      return a.offset < b.offset
    }.map(\.element)
  }
}
