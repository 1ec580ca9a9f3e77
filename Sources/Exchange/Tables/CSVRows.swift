/// Rows of comma-separated values, with the separator and the byte order mark found out.
struct CSVRows {
  let rows: [[String]]
  /// Of each row its number in the file, where rows without a word count too.
  let numbers: [Int]
  let separator: Character

  /// Beyond so many rows a file is not read.
  static let mostRows = 2_000_000

  init(_ bytes: [UInt8]) throws(ExchangeError) {
    let text = ForeignText(bytes)
    guard !text.replaced else {
      throw ExchangeError(
        "the file is not UTF-8", hint: "save it as “CSV UTF-8” in the spreadsheet")
    }
    let head = text.text.prefix { !$0.isNewline }
    let found = [",", ";", "\t", "|"].map { (Character($0), Self.count(Character($0), in: head)) }
    separator = found.max { $0.1 < $1.1 }.map { $0.1 > 0 ? $0.0 : "," } ?? ","
    let all = try Self.read(
      Array(text.text.unicodeScalars), separator.unicodeScalars.first ?? ",")
    (rows, numbers) = (all.map(\.row), all.map(\.number))
  }

  /// Outside of quotation marks.
  private static func count(_ separator: Character, in head: Substring) -> Int {
    var isQuoted = false
    return head.count { character in
      if character == "\"" { isQuoted.toggle() }
      return !isQuoted && character == separator
    }
  }

  private static func read(
    _ text: [Unicode.Scalar], _ separator: Unicode.Scalar
  ) throws(ExchangeError) -> [(row: [String], number: Int)] {
    var rows: [(row: [String], number: Int)] = []
    var number = 0
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var place = 0
    func endOfRow() throws(ExchangeError) {
      row.append(String(cell))
      cell.removeAll(keepingCapacity: true)
      number += 1
      if row.contains(where: { !$0.isEmpty }) { rows.append((row, number)) }
      row = []
      guard rows.count <= mostRows else {
        throw ExchangeError("the table has more than \(mostRows) rows")
      }
    }
    while place < text.count {
      let scalar = text[place]
      place += 1
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if place < text.count, text[place] == "\"" {
          cell.append("\"")
          place += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", cell.isEmpty {
        isQuoted = true
      } else if scalar == separator {
        row.append(String(cell))
        cell.removeAll(keepingCapacity: true)
      } else if scalar == "\n" || scalar == "\r" {
        if scalar == "\r", place < text.count, text[place] == "\n" { place += 1 }
        try endOfRow()
      } else {
        cell.append(scalar)
      }
    }
    guard !isQuoted else {
      throw ExchangeError(
        "a quotation mark is never closed, in row \(number + 1)",
        hint: "a quotation mark within a cell is written twice")
    }
    if !cell.isEmpty || !row.isEmpty { try endOfRow() }
    return rows
  }
}
