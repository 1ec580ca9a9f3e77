/// Amounts by row, column and level, sorted both ways; rows are what a one-mode network joins.
struct Incidence: Sendable {
  let rows: Int
  let columns: Int
  let levels: Int
  // In order of row, column and level.
  let column: [Int32]
  let level: [Int32]
  let rowStart: [Int]
  /// The places of the entries in order of column, row and level.
  let byColumn: [Int32]
  let rowByColumn: [Int32]
  let levelByColumn: [Int32]
  let columnStart: [Int]

  /// - Parameter row: and so on, in any order.
  /// - Complexity: O(entries + rows + columns)
  init(
    rows: Int, columns: Int, levels: Int, row: [Int32], column: [Int32], level: [Int32]
  ) {
    (self.rows, self.columns, self.levels) = (rows, columns, levels)
    self.column = column
    self.level = level
    rowStart = starts(row, rows)
    let byColumn = stableOrder(Array(0..<Int32(row.count)), by: column, bound: columns)
    self.byColumn = byColumn
    rowByColumn = byColumn.map { row[Int($0)] }
    levelByColumn = byColumn.map { level[Int($0)] }
    columnStart = starts(column, columns)
  }
}

/// Where the entries of each name begin once they are sorted by name, and where the last end.
private func starts(_ names: [Int32], _ count: Int) -> [Int] {
  var start = [Int](repeating: 0, count: count + 1)
  for name in names { start[Int(name) + 1] += 1 }
  for name in 0..<count { start[name + 1] += start[name] }
  return start
}

/// A table seen from one of its modes.
struct View: Sendable {
  let incidence: Incidence
  /// The slot of each entry.
  let slots: [Int32]
  let mode: Mode

  init(_ table: StatementTable, _ mode: Mode) {
    self.mode = mode
    let all = Array(0..<Int32(table.slotActor.count))
    let (row, column, rows, columns) =
      mode == .actors
      ? (table.slotActor, table.slotConcept, table.actors.count, table.concepts.count)
      : (table.slotConcept, table.slotActor, table.concepts.count, table.actors.count)
    // Slots are in order of actor, concept and level.
    slots = mode == .actors ? all : stableOrder(all, by: row, bound: rows)
    incidence = Incidence(
      rows: rows, columns: columns, levels: table.levels.count,
      row: slots.map { row[Int($0)] }, column: slots.map { column[Int($0)] },
      level: slots.map { table.slotLevel[Int($0)] })
  }

  /// The amounts of a sample in the order of the incidence.
  func amounts(_ sample: Sample) -> [Double] {
    mode == .actors ? sample.amount : slots.map { sample.amount[Int($0)] }
  }
}
