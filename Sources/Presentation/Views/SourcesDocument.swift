public import CaseModel
public import StateOfPlay

extension ViewContext {
  public func document(_ view: SourcesView) -> Document {
    var blocks = opening
    blocks.append(.table(sourcesTable(view)))
    for row in view.rows where row.text == .different {
      blocks.append(
        .remark(
          Inline(
            "\(row.source): the text at hand is not the one that was entered; `dragoman check` says more.",
            .warning)))
    }
    for row in view.rows {
      guard let sha256 = row.sha256 else { continue }
      let length = row.length.map { ", \($0) bytes" } ?? ""
      blocks.append(.remark(Inline("\(row.source): SHA-256 \(sha256)\(length)")))
    }
    blocks.append(.remark(Inline("Rule: \(view.rule)")))
    blocks.append(.remark(footer))
    return Document("\(title): sources", blocks)
  }

  func sourcesTable(_ view: SourcesView) -> Table {
    var table = Table(
      "The documents and how far to trust them",
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
        text.append(Inline("\(proved) of \(row.quotes) quotes proved", isAll ? .faint : .warning))
      }
      table.rows.append([
        [Inline(row.source.raw, .reference)],
        [Inline(row.title) + Inline(" — \(publisher), \(row.kind.rawValue)", .faint)],
        [Inline(row.published?.words ?? "not known")],
        [Inline(row.reliability?.rawValue ?? "none")],
        text, [Inline("\(row.statements)")],
      ])
    }
    return table
  }
}

extension Case.Source.Reliability {
  public var words: String {
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
