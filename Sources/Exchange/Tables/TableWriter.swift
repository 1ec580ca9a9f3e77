internal import CaseModel

/// The statements of a case as a table, one a row, by the names that are read back.
package enum TableWriter {
  package static let columns = [
    "id", "speaker", "speaksFor", "to", "via", "issue", "answer", "act", "stance", "date", "gist",
    "credibility", "source", "published", "publisher", "author", "address", "start", "end", "quote",
  ]

  package static func rows(_ project: CodedProject) -> [[String]] {
    let documents = Dictionary(
      project.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    return [columns]
      + project.passages.map { passage in
        let document = documents[passage.document]
        func values(_ name: String) -> String {
          passage.fields.filter { $0.name == name }.map(\.value).joined(separator: "; ")
        }
        return columns.map { column in
          switch column {
          case "id": passage.id ?? ""
          case "source": document?.title ?? passage.document
          case "published": document?.published?.text ?? ""
          case "publisher": document?.publisher ?? ""
          case "author": document?.author ?? ""
          case "address": document?.address ?? ""
          case "start": passage.place.map { "\($0.lowerBound)" } ?? ""
          case "end": passage.place.map { "\($0.upperBound)" } ?? ""
          case "quote": passage.exact ?? ""
          default: values(column)
          }
        }
      }
  }

  package static func csv(_ project: CodedProject) -> [UInt8] {
    Array(rows(project).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  /// What a spreadsheet would run as a formula gets an apostrophe, which is taken off again when it
  /// is read.
  private static func cell(_ text: String) -> String {
    let text = text.first.map { "=+-@\t\r\n".contains($0) } == true ? "'" + text : text
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// A workbook of one sheet, all cells text, so that nothing in it is a formula.
  package static func xlsx(_ project: CodedProject) throws(ExchangeError) -> [UInt8] {
    var zip = ZipWriter()
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let office = "http://schemas.openxmlformats.org"
    let parts = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(office)/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(office)/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(office)/spreadsheetml/2006/main\" xmlns:r=\"\(office)/officeDocument/2006/relationships\"><sheets><sheet name=\"Statements\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(office)/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      ("xl/worksheets/sheet1.xml", sheet(rows(project), office)),
    ]
    for (name, text) in parts { try zip.add(name, Array((head + text).utf8)) }
    return zip.finished()
  }

  private static func sheet(_ rows: [[String]], _ office: String) -> String {
    var text = "<worksheet xmlns=\"\(office)/spreadsheetml/2006/main\"><sheetData>"
    for (number, row) in rows.enumerated() {
      text += "<row r=\"\(number + 1)\">"
      for (column, value) in row.enumerated() where !value.isEmpty {
        // No cell of a workbook holds more.
        let cut = value.utf16.count > 32_000 ? String(value.prefix(16_000)) : value
        text +=
          "<c r=\"\(letter(column))\(number + 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(QDAText.xml(cut))</t></is></c>"
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  private static func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(65 + column % 26)))
  }
}
