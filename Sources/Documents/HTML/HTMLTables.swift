/// Tables as lines: a row of a table that holds data is one block, its cells separated by ` | `.
///
/// Many pages use tables to arrange their columns; the blocks in these stay as they are.
enum HTMLTables {
  /// - Complexity: O(blocks).
  static func merge(_ content: inout HTMLContent) {
    guard !content.tables.isEmpty else { return }
    let isData = dataTables(content)
    var merged: [HTMLBlock] = []
    merged.reserveCapacity(content.blocks.count)
    var start = 0
    let blocks = content.blocks
    while start < blocks.count {
      guard let cell = blocks[start].cell, isData[cell.table], !blocks[start].isCaption else {
        merged.append(blocks[start])
        start += 1
        continue
      }
      var end = start
      while end < blocks.count, let other = blocks[end].cell, other.table == cell.table,
        other.row == cell.row, !blocks[end].isCaption
      {
        end += 1
      }
      merged.append(row(blocks[start..<end], of: content.tables[cell.table]))
      start = end
    }
    content.blocks = merged
  }

  private static func row(_ blocks: ArraySlice<HTMLBlock>, of table: HTMLTable) -> HTMLBlock {
    var cells: [String] = []
    var column = 0
    var row = HTMLBlock(kind: .row, text: "", letters: 0, linkLetters: 0, box: table.box)
    for block in blocks {
      let text = block.text.singleLine
      row.letters += block.letters
      row.linkLetters += block.linkLetters
      let place = block.cell?.column ?? 0
      if place == column, !cells.isEmpty {
        cells[cells.count - 1] += " " + text
      } else {
        // Cells without text keep their place.
        while cells.count < min(place - 1, 200) { cells.append("") }
        cells.append(text)
        column = place
      }
    }
    row.text = cells.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | ")
    row.cell = blocks.first?.cell
    return row
  }

  private static func dataTables(_ content: HTMLContent) -> [Bool] {
    var blocks = [Int](repeating: 0, count: content.tables.count)
    var letters = blocks
    var columns = blocks
    var headings = blocks
    var long = blocks
    for block in content.blocks {
      guard let cell = block.cell, !block.isCaption else { continue }
      blocks[cell.table] += 1
      letters[cell.table] += block.letters
      columns[cell.table] = max(columns[cell.table], cell.column)
      if case .heading = block.kind { headings[cell.table] += 1 }
      if block.letters > 400 { long[cell.table] += 1 }
    }
    return content.tables.indices.map { index in
      let table = content.tables[index]
      guard !table.holdsTable, columns[index] > 1, table.rows > 1, headings[index] == 0 else {
        return false
      }
      if table.hasHeaderCells { return true }
      return long[index] * 4 <= blocks[index] && letters[index] <= blocks[index] * 150
        && blocks[index] <= table.rows * columns[index] * 2
    }
  }
}

extension HTMLBlock {
  fileprivate var isCaption: Bool { kind == .caption }
}
