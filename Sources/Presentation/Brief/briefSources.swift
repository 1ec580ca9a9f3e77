internal import CaseModel
internal import StateOfPlay

/// The documents on a line each, and which of their texts are at hand.
extension ViewContext {
  func sourceBlocks(_ view: SourcesView) -> [Document.Block] {
    var table = Table(
      "The documents and their grades",
      [
        .init("Id", weight: 0), .init("Document", weight: 4), .init("Date", weight: 0),
        .init("Grade", weight: 0), .init("Statements", isNumber: true),
      ])
    table.emptyWords = "No document is on record."
    for (row, cells) in zip(view.rows, sourcesTable(view).rows) where cells.count == 6 {
      table.rows.append([
        cells[0], cells[1], [Inline(row.published?.words ?? "not known")], cells[3], cells[5],
      ])
    }
    let words = [SourcesView.TextKept.attached, .withheld, .missing, .unreadable, .different]
      .compactMap {
        kept -> String? in
        let rows = view.rows.filter { $0.text == kept }
        guard !rows.isEmpty else { return nil }
        let sources = rows.map { row in
          guard let proved = row.provedQuotes, row.quotes > 0 else { return row.source.raw }
          return "\(row.source) (\(proved) of \(row.quotes) quotes verified)"
        }
        return "\(kept.rawValue): \(sources.joined(separator: ", "))"
      }
    var blocks: [Document.Block] = [.heading("Sources"), .table(table)]
    if !words.isEmpty {
      blocks.append(.remark(Inline("Texts \(words.joined(separator: "; ")).")))
    }
    return blocks
  }
}
