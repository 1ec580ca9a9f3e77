internal import CaseModel
internal import Documents

/// The rows of the first sheet of a workbook (ECMA-376), values as they are shown; formulas as the
/// value that was computed last.
struct XLSXRows {
  let rows: [[String]]
  /// Of each row its number in the sheet.
  let numbers: [Int]
  let sheets: [String]
  /// Where cells stand beyond the columns that are read.
  let beyond: [String]

  init(_ bytes: [UInt8], sheet wanted: String? = nil) throws(ExchangeError) {
    var archive = try ForeignArchive(bytes)
    let book = WorkbookVisitor()
    guard let xml = try archive.read("xl/workbook.xml") else {
      throw ExchangeError(
        "the archive is no workbook", hint: "save it as .xlsx, or as CSV")
    }
    try ForeignArchive.walk(xml, "xl/workbook.xml", book)
    sheets = book.sheets.map(\.name)
    guard let sheet = book.sheets.first(where: { wanted == nil || $0.name == wanted }) else {
      throw ExchangeError(
        "the workbook has no sheet \(wanted.map { "“\($0)”" } ?? "at all")",
        hint: sheets.isEmpty ? nil : "it has \(sheets.joined(separator: ", "))")
    }
    let relations = RelationVisitor()
    if let xml = try archive.read("xl/_rels/workbook.xml.rels") {
      try ForeignArchive.walk(xml, "workbook.xml.rels", relations)
    }
    let path = relations.targets[sheet.relation] ?? "worksheets/sheet1.xml"
    let name = path.hasPrefix("/") ? String(path.dropFirst()) : "xl/\(path)"
    let strings = StringsVisitor()
    if let xml = try archive.read("xl/sharedStrings.xml") {
      try ForeignArchive.walk(xml, "xl/sharedStrings.xml", strings)
    }
    let styles = StylesVisitor()
    if let xml = try archive.read("xl/styles.xml") {
      try ForeignArchive.walk(xml, "xl/styles.xml", styles)
    }
    guard let xml = try archive.read(name) else {
      throw ExchangeError("the workbook's sheet `\(name.shortened(to: 80))` is not in the file")
    }
    let cells = SheetVisitor(
      strings: strings.strings, isDate: styles.isDate, startsIn1904: book.startsIn1904)
    try ForeignArchive.walk(xml, name, cells)
    guard cells.rows.count <= CSVRows.mostRows else {
      throw ExchangeError("the table has more than \(CSVRows.mostRows) rows")
    }
    let filled = cells.rows.indices.filter { cells.rows[$0].contains { !$0.isEmpty } }
    (rows, numbers) = (filled.map { cells.rows[$0] }, filled.map { cells.numbers[$0] })
    beyond = cells.beyond
  }
}

private func local(_ name: String) -> String {
  name.split(separator: ":").last.map(String.init) ?? name
}

private final class WorkbookVisitor: XMLVisitor {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var startsIn1904 = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "sheet": sheets.append((attributes["name"] ?? "", attributes["id"] ?? ""))
    case "workbookPr": startsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }
  func end(_ name: String) {}
  func text(_ text: String) {}
}

private final class RelationVisitor: XMLVisitor {
  private(set) var targets: [String: String] = [:]

  func start(_ name: String, _ attributes: XMLAttributes) {
    if let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
  }
  func end(_ name: String) {}
  func text(_ text: String) {}
}

private final class StringsVisitor: XMLVisitor {
  private(set) var strings: [String] = []
  private var current = ""
  private var isText = false
  private var phonetic = 0

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "si": current = ""
    case "t": isText = phonetic == 0
    case "rPh": phonetic += 1
    default: break
    }
  }
  func end(_ name: String) {
    switch local(name) {
    case "si": strings.append(current)
    case "t": isText = false
    case "rPh": phonetic -= 1
    default: break
    }
  }
  func text(_ text: String) { if isText { current += text } }
}

/// Which formats of cells are dates.
private final class StylesVisitor: XMLVisitor {
  private(set) var isDate: [Bool] = []
  private var custom: Set<Int> = []
  private var isCells = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { break }
      // What stands in quotation marks or brackets is no part of the pattern.
      let pattern = code.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "").lowercased()
      if pattern.contains("y") || pattern.contains("d") || pattern.contains("mmm") {
        custom.insert(id)
      }
    case "cellXfs": isCells = true
    case "xf" where isCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      isDate.append(
        (14...17).contains(id) || id == 22 || (27...36).contains(id) || custom.contains(id))
    default: break
    }
  }
  func end(_ name: String) { if local(name) == "cellXfs" { isCells = false } }
  func text(_ text: String) {}
}

private final class SheetVisitor: XMLVisitor {
  private(set) var rows: [[String]] = []
  private(set) var numbers: [Int] = []
  private var number = 0
  private let strings: [String]
  private let isDate: [Bool]
  private let startsIn1904: Bool
  private var row: [String] = []
  private var kind = ""
  private var style = 0
  private var column = 0
  private var value = ""
  private var isValue = false

  private(set) var beyond: [String] = []
  private var reference = ""

  private static let mostColumns = 1000

  init(strings: [String], isDate: [Bool], startsIn1904: Bool) {
    (self.strings, self.isDate, self.startsIn1904) = (strings, isDate, startsIn1904)
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "row":
      row = []
      number = attributes["r"].flatMap { Int32($0) }.map { Int($0) } ?? number + 1
    case "c":
      kind = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      reference = attributes["r"] ?? ""
      column = reference.isEmpty ? row.count : Self.column(reference)
      value = ""
    case "v", "t": isValue = true
    default: break
    }
  }

  func end(_ name: String) {
    switch local(name) {
    case "v", "t": isValue = false
    case "c":
      guard column < Self.mostColumns, column >= 0 else {
        if !value.isEmpty { beyond.append(reference.shortened(to: 20)) }
        break
      }
      while row.count <= column { row.append("") }
      row[column] = shown
    case "row":
      guard rows.count <= CSVRows.mostRows else { break }
      rows.append(row)
      numbers.append(number)
    default: break
    }
  }

  func text(_ text: String) { if isValue { value += text } }

  private var shown: String {
    switch kind {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": return value == "1" ? "true" : "false"
    case "e": return ""
    case "n":
      guard isDate.indices.contains(style), isDate[style], let days = Double(value),
        days.isFinite, abs(days) < 3_000_000
      else { return value.hasSuffix(".0") ? String(value.dropLast(2)) : value }
      // 1 January 1970 is day 25,569 of the count from 1900, and 24,107 of that from 1904.
      let number = Int(days.rounded(.down)) - (startsIn1904 ? 24_107 : 25_569)
      return EDTFDate(CivilDay(number: Int32(number))).text
    default: return value
    }
  }

  /// `C7` is the third column.
  private static func column(_ reference: String) -> Int {
    var column = 0
    for byte in reference.uppercased().utf8 where (65...90).contains(byte) {
      column = min(column * 26 + Int(byte) - 64, 100_000)
    }
    return column - 1
  }
}
