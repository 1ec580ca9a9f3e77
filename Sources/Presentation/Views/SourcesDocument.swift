package import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  package func document(_ view: SourcesView) -> Document {
    var blocks: [Document.Block] = [.paragraph(summary(view))]
    blocks += opening
    blocks.append(.table(sourcesTable(view)))
    for row in view.rows where row.text == .different {
      blocks.append(
        .remark(
          Inline(
            "\(row.source): the text present is not the one that was entered; `dragoman check` gives details.",
            .warning)))
    }
    let digests = view.rows.compactMap { row in
      row.sha256.map { sha256 in
        Inline("\(row.source): SHA-256 \(sha256)\(row.length.map { ", \($0) bytes" } ?? "")")
      }
    }
    if !digests.isEmpty { blocks.append(.folded("Digests of the texts", [.items(digests)])) }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): sources", blocks)
  }

  /// The documents, each with the way to its text.
  package func documentList(_ view: SourcesView) -> Document {
    var blocks: [Document.Block] = [.paragraph(summary(view))]
    blocks += opening
    blocks += view.rows.map { .card(card($0)) }
    blocks += [.rule(view.rule), .remark(footer)]
    var document = Document("Documents", blocks)
    document.isWide = true
    return document
  }

  private func card(_ row: SourcesView.Line) -> Card {
    var card = Card(
      row.source.raw,
      head: Inline(
        [
          row.publisher.map { index.name($0) } ?? "publisher not known",
          row.published?.words ?? "date not known", row.kind.rawValue,
          row.reliability.map { "reliability \($0.rawValue), \($0.words)" } ?? "not graded",
        ].joined(separator: " · ")),
      title: Inline(row.title, to: .document(row.source)))
    card.link = .entry(.sources, row.source.raw)
    card.notes = [Inline("\(row.statements.counted("statement")) · \(textWords(row))")]
    return card
  }

  private func textWords(_ row: SourcesView.Line) -> String {
    switch row.text {
    case .attached:
      "\(row.provedQuotes ?? 0) of \(row.quotes.counted("quote")) verified, \(row.coverage ?? 0) % of the text covered"
    case .withheld: "text withheld"
    case .missing: "text missing"
    case .unreadable: "text unreadable"
    case .different: "text different from the one entered"
    }
  }

  private func summary(_ view: SourcesView) -> Inline {
    guard !view.rows.isEmpty else { return "No document is on record." }
    let statements = view.rows.map(\.statements).reduce(0, +)
    let absent = view.rows.count { $0.text != .attached }
    let texts =
      absent == 0
      ? "Every text is present."
      : "The text of \(absent) is not present, so quotes from \(absent == 1 ? "it" : "them") are not shown."
    return Inline(
      "\(view.rows.count.counted("document")), \(statements.counted("statement")). \(texts)")
  }

  func sourcesTable(_ view: SourcesView) -> Table {
    var table = Table(
      "The documents and their grades",
      [
        Table.Column("Id", weight: 0), Table.Column("Document", weight: 4), Table.Column("Date"),
        Table.Column("Grade"), Table.Column("Text"), Table.Column("Statements", isNumber: true),
      ])
    table.emptyWords = "No document is on record."
    for row in view.rows {
      let publisher = row.publisher.map { index.name($0) } ?? "publisher not known"
      var text = [Inline(row.text.rawValue, row.text.style)]
      if let proved = row.provedQuotes, row.quotes > 0 {
        let isAll = proved == row.quotes
        text.append(Inline("\(proved) of \(row.quotes) quotes verified", isAll ? .faint : .warning))
      }
      table.rows.append([
        [Inline(row.source.raw, .reference)],
        [
          Inline(row.title, to: .document(row.source))
            + Inline(" — \(publisher), \(row.kind.rawValue)", .faint)
        ],
        [Inline(row.published?.words ?? "not known")],
        [Inline(row.reliability?.rawValue ?? "none")],
        text, [Inline("\(row.statements)")],
      ])
    }
    return table
  }
}

extension Case.Source.Reliability {
  package var words: String {
    switch self {
    case .a: "reliable"
    case .b: "usually reliable"
    case .c: "fairly reliable"
    case .d: "not usually reliable"
    case .e: "unreliable"
    case .f: "cannot be judged"
    }
  }
}

extension SourcesView.TextKept {
  fileprivate var style: Inline.Style {
    switch self {
    case .attached: .plain
    case .different: .warning
    case .withheld, .missing, .unreadable: .faint
    }
  }
}
