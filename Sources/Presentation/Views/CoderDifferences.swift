internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// `contested: the coders differ`
  func contestedWords(_ cell: PositionsView.Cell) -> String {
    cell.isContestedByCodersAlone ? "contested: the coders differ" : "contested"
  }

  /// `reports differ on whether it accepted “The pact” as a whole [a, b]`
  func disputedTextLines(_ cell: PositionsView.Cell) -> [Inline] {
    (cell.disputedTexts ?? []).map { text in
      Inline(
        "\(cell.isContested ? "reports" : "its own speakers") differ on whether it accepted “\(text.title)” as a whole ",
        .faint) + references(text.statements, limit: 4)
    }
  }

  /// Two coders' readings, beside what the sources contradict each other on.
  func coderBlocks(_ pairs: [ContradictionsView.CoderDifference]) -> [Document.Block] {
    guard !pairs.isEmpty else { return [] }
    return [
      .heading("Coders differ (\(pairs.count))"),
      .paragraph(
        Inline(
          "One thing was said, and two coders read it differently. Settle it before the record is read: until then it may look as if a party were at odds with itself."
        )),
      .items(
        pairs.prefix(mostShown).map {
          readingWords($0.first) + Inline("; ") + readingWords($0.second)
        }),
    ] + restWords(pairs.count)
  }

  /// `Anna: reject, the traders will not leave [a1]`
  private func readingWords(_ id: Case.Statement.ID) -> Inline {
    guard let statement = index.statement(id) else { return Inline(id.raw) }
    let who = statement.provenance.by.map { index.name($0) } ?? "no one named"
    let stance = statement.stance.map { ", \($0.rawValue)" } ?? ""
    return Inline("\(who): ", .strong)
      + Inline("\(statement.act.rawValue)\(stance) – \(statement.gist) ") + references([id])
  }
}
