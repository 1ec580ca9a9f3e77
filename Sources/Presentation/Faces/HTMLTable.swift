/// A table as HTML. On narrow screens each row becomes a block whose cells bear the name of their
/// column; the roles are said outright, since that takes them away otherwise.
struct HTMLTable {
  let table: Table
  let inlines: HTMLInlines

  var html: String {
    if table.rows.isEmpty {
      return "<p class=\"none\" dir=\"auto\">\(Markup.escaped(table.emptyWords))</p>\n"
    }
    var classes = ["table"]
    if table.hasRowHeads { classes.append("matrix") }
    if table.isNarrow, table.rows.count >= 6 { classes.append("narrow") }
    // What is short stays on one page.
    if table.rows.count <= 4 { classes.append("short") }
    var text = "<div class=\"\(classes.joined(separator: " "))\">\n<table role=\"table\">\n"
    if !table.caption.isEmpty {
      text += "<caption dir=\"auto\">\(Markup.escaped(table.caption))</caption>\n"
    }
    text += "<thead role=\"rowgroup\"><tr role=\"row\">"
    for (position, column) in table.columns.enumerated() {
      if column.title.isEmpty {
        text += "<td role=\"cell\"></td>"
      } else {
        let isNumber = column.isNumber ? " class=\"number\"" : ""
        text +=
          "<th role=\"columnheader\" scope=\"col\"\(isNumber) dir=\"auto\">"
          + "\(Markup.escaped(column.title))</th>"
      }
      if position == table.columns.count - 1 { text += "</tr></thead>\n" }
    }
    if table.columns.isEmpty { text += "</tr></thead>\n" }
    text += "<tbody role=\"rowgroup\">\n"
    for row in table.rows { text += self.row(row) }
    return text + "</tbody>\n</table>\n</div>\n"
  }

  private func row(_ cells: [[Inline]]) -> String {
    var text = "<tr role=\"row\">"
    for (position, cell) in cells.enumerated() {
      let lines = cell.filter { !$0.isEmpty }
      let isHead = table.hasRowHeads && position == 0
      let column = table.columns.indices.contains(position) ? table.columns[position] : nil
      let kind = column?.isNumber == true ? "number" : column?.weight == 0 ? "tight" : ""
      var attributes = kind.isEmpty ? "" : " class=\"\(kind)\""
      if !isHead, let title = column?.title, !title.isEmpty, !lines.isEmpty {
        attributes += " data-column=\"\(Markup.escaped(title))\""
      }
      if lines.isEmpty { attributes = " class=\"empty\"" }
      let body =
        lines.count == 1 && !hasStance(lines[0])
        ? inlines.html(lines[0]) : inlines.cell(lines)
      text +=
        isHead
        ? "<th role=\"rowheader\" scope=\"row\" dir=\"auto\">\(body)</th>"
        : "<td role=\"cell\"\(attributes) dir=\"auto\">\(body)</td>"
    }
    return text + "</tr>\n"
  }

  private func hasStance(_ inline: Inline) -> Bool {
    if case .stance? = inline.spans.first?.style { true } else { false }
  }
}
