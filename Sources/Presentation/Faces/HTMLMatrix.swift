/// A matrix as HTML: each cell leads as a whole to what it rests on, where something does.
struct HTMLMatrix {
  let matrix: Matrix
  let inlines: HTMLInlines

  var html: HTML {
    if matrix.rows.isEmpty { return "<p class=\"none\" dir=\"auto\">\(matrix.emptyWords)</p>\n" }
    return """
      <div class="table matrix\(" short", when: matrix.rows.count <= 4)">
      <table class="positions" role="table">
      \("<caption dir=\"auto\">\(matrix.caption)</caption>\n", when: !matrix.caption.isEmpty)\
      <thead role="rowgroup"><tr role="row">\(([matrix.corner] + matrix.columns).html(head))</tr></thead>
      <tbody role="rowgroup">
      \(matrix.rows.html(row))</tbody>
      </table>
      </div>

      """
  }

  private func head(_ title: String) -> HTML {
    "<th role=\"columnheader\" scope=\"col\" dir=\"auto\">\(title)</th>"
  }

  private func row(_ row: Matrix.Row) -> HTML {
    """
    <tr role="row"><th role="rowheader" scope="row" dir="auto">\(inlines.cell(row.head))</th>\
    \(zip(row.cells, matrix.columns).html { cell($0, $1) })</tr>

    """
  }

  private func cell(_ cell: Matrix.Cell, _ column: String) -> HTML {
    let kind: HTML = cell.tone == .plain ? HTML() : " class=\"is-\(cell.tone.rawValue)\""
    return """
      <td role="cell"\(kind) data-column="\(column)" dir="auto">\(inlines.cell(cell.lines))\(foot(cell))</td>
      """
  }

  private func foot(_ cell: Matrix.Cell) -> HTML {
    let marks: HTML = cell.marks.isEmpty ? HTML() : " \(inlines.html(cell.marks))"
    guard let address = cell.link.flatMap(inlines.address) else {
      let references: HTML =
        cell.references.isEmpty ? HTML() : " \(inlines.html(cell.references))"
      if cell.small.isEmpty, cell.marks.isEmpty, cell.references.isEmpty { return HTML() }
      return """
        <p class="small" dir="auto">\(inlines.html(cell.small))\(references)\(marks)</p>
        """
    }
    return """
      <p class="small" dir="auto"><a class="open" href="\(address)">\(inlines.html(cell.small))\
      <span class="only-read">\(cell.linkWords)</span></a>\(marks)</p>
      """
  }
}
