/// How wide each column of a table may be.
enum ColumnWidths {
  /// Columns get what they need where all fits; else those with weight share what is left, none
  /// narrower than its longest word or 14, whichever is less.
  static func fit(_ table: Table, into width: Int) -> [Int] {
    var natural: [Int] = []
    var least: [Int] = []
    for (position, column) in table.columns.enumerated() {
      let cells = table.rows.flatMap { $0.indices.contains(position) ? $0[position] : [] }
      let texts = [column.title] + cells.map(\.text)
      natural.append(texts.map(\.displayWidth).max() ?? 1)
      let word =
        texts.flatMap { $0.split(separator: " ") }.map { String($0).displayWidth }.max() ?? 1
      least.append(min(word, 14))
    }
    let room = max(table.columns.count, width - 2 * (table.columns.count - 1))
    if natural.reduce(0, +) <= room { return natural }
    var widths = natural
    for (position, column) in table.columns.enumerated() where column.weight > 0 {
      widths[position] = min(natural[position], least[position])
    }
    var left = room - widths.reduce(0, +)
    // Space is given out, one step at a time, to the column with the least for its weight.
    while left > 0 {
      let hungry = table.columns.indices.filter {
        table.columns[$0].weight > 0 && widths[$0] < natural[$0]
      }
      guard
        let next = hungry.min(by: { a, b in
          let (x, y) = (
            widths[a] * table.columns[b].weight, widths[b] * table.columns[a].weight
          )
          return (x, a) < (y, b)
        })
      else { break }
      widths[next] += 1
      left -= 1
    }
    while left < 0, let widest = widths.indices.max(by: { (widths[$0], -$0) < (widths[$1], -$1) }),
      widths[widest] > 4
    {
      widths[widest] -= 1
      left += 1
    }
    return widths
  }
}
