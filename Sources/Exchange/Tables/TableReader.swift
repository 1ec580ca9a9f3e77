internal import CaseModel
internal import Foundations

/// A table of statements: CSV or the first sheet of a workbook, a statement a row.
package enum TableReader {
  package static func project(
    csv bytes: [UInt8]
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    let table = try CSVRows(bytes)
    return try project(table.rows, table.numbers)
  }

  package static func project(
    xlsx bytes: [UInt8], sheet: String? = nil
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    let book = try XLSXRows(bytes, sheet: sheet)
    var result = try project(book.rows, book.numbers)
    if sheet == nil, book.sheets.count > 1 {
      result.report.left.append(
        "the sheets \(book.sheets.dropFirst().joined(separator: ", ")); another can be chosen by its name"
      )
    }
    if !book.beyond.isEmpty {
      result.report.left.append(
        "cells beyond the thousandth column: \(book.beyond.count) (\(book.beyond.prefix(5).joined(separator: ", ")))"
      )
    }
    return result
  }

  /// - Parameter numbers: of the rows in the file.
  private static func project(
    _ rows: [[String]], _ numbers: [Int]
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    guard let head = rows.first, head.contains(where: { !$0.trimmed.isEmpty }) else {
      throw ExchangeError("the table is empty", hint: "its first row names the columns")
    }
    var project = CodedProject()
    var names: [String] = []
    // A row may be longer than the head, and what stands there is named too.
    let width = rows.reduce(0) { width, row in
      row.count <= width ? width : max(width, (row.lastIndex { !$0.isEmpty } ?? -1) + 1)
    }
    let longHead = head + [String](repeating: "", count: max(0, width - head.count))
    for (place, title) in longHead.enumerated() {
      let name = title.trimmed.isEmpty ? "column \(place + 1)" : title.trimmed
      names.append(names.contains(name) ? "\(name) (\(place + 1))" : name)
    }
    var filled: Set<String> = []
    for (row, number) in zip(rows, numbers).dropFirst() {
      var passage = CodedProject.Passage(document: "")
      passage.row = number
      for (name, value) in zip(names, row) where !value.isEmpty {
        passage.fields.append(.init(name, Self.plain(value)))
        filled.insert(name)
      }
      project.passages.append(passage)
    }
    guard !project.passages.isEmpty else {
      let number = numbers.first ?? 1
      throw ExchangeError(
        "the table has a head, in row \(number), and no rows",
        hint: number > 1
          ? "the rows above it are empty; the first that is not names the columns" : nil)
    }
    var report = ExchangeReport()
    let empty = zip(names, longHead).filter { !$1.trimmed.isEmpty && !filled.contains($0) }
    // A table of this program has all columns, whether the case has anything for them or not.
    project.isOwnTable = Set(TableWriter.columns).isSubset(of: names)
    if !empty.isEmpty, !project.isOwnTable {
      report.left.append(
        "columns with nothing in them: \(empty.count.grouped) (\(empty.map(\.0).joined(separator: ", ")))"
      )
    }
    return (project, report)
  }

  /// Without the apostrophe that keeps a spreadsheet from running a cell as a formula.
  private static func plain(_ value: String) -> String {
    guard value.first == "'", let next = value.dropFirst().first, "=+-@\t".contains(next) else {
      return value
    }
    return String(value.dropFirst())
  }
}
