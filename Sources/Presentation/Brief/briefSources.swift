internal import CaseModel
internal import StateOfPlay

/// The documents on a line each, and which of their texts are at hand.
extension ViewContext {
  /// - Parameter numbers: of the statements cited, by which pages refer to them.
  func sourceBlocks(_ view: SourcesView, _ numbers: [String: Int]) -> [Document.Block] {
    var table = Table(
      "The documents and their grades",
      [
        .init("Id", weight: 0, only: .plain), .init("Notes", weight: 0, only: .page),
        .init("Document", weight: 4), .init("Date", weight: 0),
        .init("Grade", weight: 0), .init("Statements", isNumber: true),
      ])
    table.emptyWords = "No document is on record."
    for (row, cells) in zip(view.rows, sourcesTable(view).rows) where cells.count == 6 {
      table.rows.append([
        cells[0], [Inline(notes(row.source, numbers), .reference)], cells[1],
        [Inline(row.published?.words ?? "not known")], cells[3], cells[5],
      ])
    }
    let words = [SourcesView.TextKept.attached, .withheld, .missing, .unreadable, .different]
      .compactMap {
        kept -> String? in
        let rows = view.rows.filter { $0.text == kept }
        guard !rows.isEmpty else { return nil }
        let quotes = rows.map(\.quotes).reduce(0, +)
        let proved = rows.compactMap(\.provedQuotes).reduce(0, +)
        let verified =
          kept == .attached && quotes > 0 ? " (\(proved) of \(quotes) quotes verified)" : ""
        let which =
          rows.count == view.rows.count
          ? "all" : kept == .attached || kept == .withheld ? "\(rows.count)" : titles(rows)
        return "\(kept.rawValue): \(which)\(verified)"
      }
    var blocks: [Document.Block] = [.heading("Sources"), .table(table)]
    if !words.isEmpty {
      blocks.append(.remark(Inline("Texts \(words.joined(separator: "; ")).")))
    }
    return blocks
  }

  private func titles(_ rows: [SourcesView.Line]) -> String {
    rows.map { "“\($0.title.shortened(to: 60))”" }.joined(separator: ", ")
  }

  /// `1–34`: which numbers are those of the document's statements.
  private func notes(_ source: Case.Source.ID, _ numbers: [String: Int]) -> String {
    let own = numbers.filter { index.statement(Case.Statement.ID($0.key))?.source == source }.values
    guard let first = own.min(), let last = own.max() else { return "none" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }
}
