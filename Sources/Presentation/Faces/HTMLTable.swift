/// A table as HTML. On narrow screens each row becomes a block whose cells bear the name of their
/// column; the roles are said outright, since that takes them away otherwise.
struct HTMLTable {
  let table: Table
  let inlines: HTMLInlines

  var html: HTML {
    if table.rows.isEmpty { return "<p class=\"none\" dir=\"auto\">\(table.emptyWords)</p>\n" }
    var classes = ["table"]
    if table.hasRowHeads { classes.append("matrix") }
    if table.isBoxed { classes.append("boxed") }
    if table.isNarrow, table.rows.count >= 6 { classes.append("narrow") }
    // What is short stays on one page.
    if table.rows.count <= 4 { classes.append("short") }
    return """
      <div class="\(classes.joined(separator: " "))">
      <table role="table">
      \("<caption dir=\"auto\">\(table.caption)</caption>\n", when: !table.caption.isEmpty)\
      <thead role="rowgroup"><tr role="row">\(table.columns.html(head))</tr></thead>
      <tbody role="rowgroup">
      \(table.rows.html(row))</tbody>
      </table>
      </div>

      """
  }

  private func head(_ column: Table.Column) -> HTML {
    guard !column.title.isEmpty else { return "<td role=\"cell\"></td>" }
    return """
      <th role="columnheader" scope="col"\(" class=\"number\"", when: column.isNumber) dir="auto">\
      \(column.title)</th>
      """
  }

  private func row(_ cells: [[Inline]]) -> HTML {
    "<tr role=\"row\">\(cells.enumerated().html { cell($0.offset, $0.element) })</tr>\n"
  }

  private func cell(_ position: Int, _ cell: [Inline]) -> HTML {
    let lines = cell.filter { !$0.isEmpty }
    let body =
      lines.count == 1 && !hasStance(lines[0]) ? inlines.html(lines[0]) : inlines.cell(lines)
    if table.hasRowHeads, position == 0 {
      return "<th role=\"rowheader\" scope=\"row\" dir=\"auto\">\(body)</th>"
    }
    let column = table.columns.indices.contains(position) ? table.columns[position] : nil
    let kind = column?.isNumber == true ? "number" : column?.weight == 0 ? "tight" : ""
    var attributes: HTML = kind.isEmpty ? "" : " class=\"\(kind)\""
    if let title = column?.title, !title.isEmpty { attributes += " data-column=\"\(title)\"" }
    if lines.isEmpty { attributes = " class=\"empty\"" }
    return "<td role=\"cell\"\(attributes) dir=\"auto\">\(body)</td>"
  }

  private func hasStance(_ inline: Inline) -> Bool {
    if case .stance? = inline.spans.first?.style { true } else { false }
  }
}
