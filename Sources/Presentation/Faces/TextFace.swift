/// A document as text for a terminal.
package struct TextFace: Sendable {
  /// Columns of the terminal; lines are broken to fit, at least 40.
  package let width: Int
  package let hasColour: Bool

  package init(width: Int = 80, hasColour: Bool = false) {
    self.width = max(40, width)
    self.hasColour = hasColour
  }

  package func render(_ document: Document) -> String {
    let document = document.shown
    var lines: [String] = []
    lines.append(contentsOf: wrapped(Inline(document.title, .strong)))
    lines.append(
      paint(String(repeating: "═", count: min(width, document.title.displayWidth)), .faint))
    for block in document.blocks.flatMap(\.plain) {
      switch block {
      case .heading(let title):
        lines.append("")
        lines.append(contentsOf: wrapped(Inline(title, .strong)))
        lines.append(paint(String(repeating: "─", count: min(width, title.displayWidth)), .faint))
      case .paragraph(let inline):
        lines.append("")
        lines.append(contentsOf: wrapped(inline))
      case .remark(let inline):
        lines.append("")
        lines.append(contentsOf: wrapped(inline.faint))
      case .items(let items):
        lines.append("")
        for item in items { lines.append(contentsOf: wrapped(item, first: "• ", rest: "  ")) }
      case .quotation(let words):
        lines.append("")
        lines.append(contentsOf: wrapped(Inline(words), first: "  │ ", rest: "  │ "))
      case .picture(let picture):
        guard let words = picture.alternative else { continue }
        lines.append("")
        lines.append(contentsOf: wrapped(words))
      case .table(let table):
        lines.append("")
        lines.append(contentsOf: tableLines(table))
      case .answer, .card, .pair, .part, .matrix, .folded, .slot: break
      }
    }
    return lines.map(\.trimmedRight).joined(separator: "\n") + "\n"
  }

  private func wrapped(_ inline: Inline, first: String = "", rest: String = "") -> [String] {
    let lines = LineBreaker.lines(inline, width: width - first.displayWidth)
    return lines.enumerated().map { position, line in
      (position == 0 ? first : rest) + paint(line)
    }
  }

  private func tableLines(_ table: Table) -> [String] {
    if table.rows.isEmpty { return wrapped(Inline(table.emptyWords)) }
    var lines = wrapped(Inline(table.caption, .faint))
    let widths = ColumnWidths.fit(table, into: width)
    func line(_ cells: [Inline]) -> String {
      var text = ""
      for (position, cell) in cells.enumerated() {
        let pad = String(repeating: " ", count: max(0, widths[position] - cell.text.displayWidth))
        let painted = paint(cell)
        text += table.columns[position].isNumber ? pad + painted : painted + pad
        if position < cells.count - 1 { text += "  " }
      }
      return text
    }
    func block(_ cells: [[Inline]]) -> [String] {
      let broken = cells.enumerated().map { position, cell in
        cell.flatMap { LineBreaker.lines($0, width: widths[position]) }
      }
      let height = broken.map(\.count).max() ?? 0
      return (0..<height).map { row in line(broken.map { row < $0.count ? $0[row] : Inline("") }) }
    }
    lines += block(table.columns.map { [Inline($0.title, .strong)] })
    lines.append(
      paint(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .faint))
    let isTall = table.rows.contains { row in
      zip(row, widths).contains { cell, width in
        cell.count > 1 || cell.contains { $0.text.displayWidth > width }
      }
    }
    for (position, row) in table.rows.enumerated() {
      if isTall, position > 0 { lines.append("") }
      lines += block(row)
    }
    return lines
  }

  private func paint(_ inline: Inline) -> String {
    inline.spans.map { paint($0.text, $0.style) }.joined()
  }

  private func paint(_ text: String, _ style: Inline.Style) -> String {
    guard hasColour, !text.isEmpty else { return text }
    switch style {
    case .plain, .stance, .account, .age, .command: return text
    case .strong, .redLine, .match, .added, .change: return "\u{1B}[1m\(text)\u{1B}[0m"
    case .faint, .condition, .removed: return "\u{1B}[2m\(text)\u{1B}[0m"
    case .reference: return "\u{1B}[36m\(text)\u{1B}[0m"
    case .warning, .contested, .verdict: return "\u{1B}[33m\(text)\u{1B}[0m"
    }
  }
}

extension Inline {
  /// Plain spans made strong.
  var strong: Inline {
    var copy = self
    for index in copy.spans.indices where copy.spans[index].style == .plain {
      copy.spans[index].style = .strong
    }
    return copy
  }

  /// Plain spans made faint.
  var faint: Inline {
    var copy = self
    for index in copy.spans.indices where copy.spans[index].style == .plain {
      copy.spans[index].style = .faint
    }
    return copy
  }
}

extension String {
  var trimmedRight: String {
    // By bytes: to find the last character of a long run of flags takes a look at the whole run.
    let spaces = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return spaces == 0 ? self : String(decoding: utf8.dropLast(spaces), as: UTF8.self)
  }
}
