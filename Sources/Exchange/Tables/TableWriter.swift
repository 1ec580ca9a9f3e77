package import CaseModel
internal import Foundations

/// The statements of a case as a table, one a row, by the names that are read back.
package enum TableWriter {
  package static let columns = [
    "id", "speaker", "speaksFor", "to", "via", "issue", "answer", "category", "stage", "pax",
    "ucdp", "act", "stance", "date", "gist", "credibility", "source", "published", "publisher",
    "author",
    "address", "start", "end", "quote",
  ]

  package static func rows(_ project: CodedProject) -> [[String]] {
    let documents = Dictionary(
      project.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    return [columns]
      + project.passages.flatMap(parts).map { passage in
        let document = documents[passage.document]
        func values(_ name: String) -> String {
          let all = passage.fields.filter { $0.name == name }.map(\.value)
          return (isNames(name) ? all.map(escaped) : all).joined(separator: "; ")
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
          case "speaksFor": bodies(passage)
          default: values(column)
          }
        }
      }
  }

  /// Of a package each issue with its answers has a row of its own, all with one id.
  private static func parts(_ passage: CodedProject.Passage) -> [CodedProject.Passage] {
    guard passage.fields.filter({ $0.name == "issue" }).count > 1 else { return [passage] }
    let common = passage.fields.filter { $0.name != "issue" && $0.name != "answer" }
    var parts: [CodedProject.Passage] = []
    for field in passage.fields {
      if field.name == "issue" {
        var part = passage
        part.fields = common + [field]
        parts.append(part)
      } else if field.name == "answer", !parts.isEmpty {
        parts[parts.count - 1].fields.append(field)
      }
    }
    return parts
  }

  /// How many statements are packages, as a line of a report.
  package static func packages(_ project: CodedProject) -> [String] {
    var tally = ExchangeReport.Tally()
    for passage in project.passages where parts(passage).count > 1 {
      tally.add("packages, each issue of which has a row of its own", passage.id ?? "")
    }
    return tally.lines
  }

  private static func isNames(_ column: String) -> Bool {
    ["speaker", "to", "via", "issue", "answer"].contains(column)
  }

  /// Between names of one cell stands a semicolon; within a name it is written otherwise.
  static func escaped(_ name: String) -> String { name.replacing(";", with: "⁏") }

  static func unescaped(_ name: String) -> String { name.replacing("⁏", with: ";") }

  /// For whom the speakers speak: where they are several, one for each, in their order, and who speaks
  /// for no one else stands for itself.
  static func bodies(_ passage: CodedProject.Passage) -> String {
    var found: [(speaker: String, body: String?)] = []
    for field in passage.fields {
      if field.name == "speaker" { found.append((field.value, nil)) }
      if field.name == "speaksFor", !found.isEmpty { found[found.count - 1].body = field.value }
    }
    guard found.contains(where: { $0.body != nil }) else { return "" }
    return found.map { escaped($0.body ?? $0.speaker) }.joined(separator: "; ")
  }

  /// The issues of a case, an answer a row, with what the databases of peace agreements call their
  /// families.
  package static func issues(_ theCase: Case) -> [[String]] {
    let columns = ["issue", "answer", "category", "stage", "pax", "ucdp"]
    return [columns]
      + theCase.issues.flatMap { issue -> [[String]] in
        let family = ProjectExport.family(issue)
        let rest = columns.dropFirst(2).map { name in
          family.first { $0.name == name }?.value ?? ""
        }
        let title = issue.title.isEmpty ? issue.id.raw : issue.title
        let answers = issue.options.map { $0.title.isEmpty ? $0.id.raw : $0.title }
        return (answers.isEmpty ? [""] : answers).map { [title, $0] + rest }
      }
  }

  /// The actors of a case, one a row.
  package static func actors(_ theCase: Case) -> [[String]] {
    let names = Dictionary(
      theCase.actors.map { ($0.id, $0.name.isEmpty ? $0.id.raw : $0.name) },
      uniquingKeysWith: { first, _ in first })
    return [["name", "kind", "aliases", "speaks for"]]
      + theCase.actors.map { actor in
        [
          escaped(names[actor.id] ?? actor.id.raw), actor.kind.rawValue,
          actor.aliases.map(escaped).joined(separator: "; "),
          actor.speaksFor.map { escaped(names[$0.actor] ?? $0.actor.raw) }.joined(separator: "; "),
        ]
      }
  }

  package static func csv(_ rows: [[String]]) -> [UInt8] {
    Array(rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  package static func csv(_ project: CodedProject) -> [UInt8] { csv(rows(project)) }

  /// What a spreadsheet would run as a formula gets an apostrophe, which is taken off again when it
  /// is read.
  private static func cell(_ text: String) -> String {
    let text = text.first.map { "=+-@\t\r\n".contains($0) } == true ? "'" + text : text
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// A workbook of one sheet, all cells text, so that nothing in it is a formula.
  package static func xlsx(_ project: CodedProject) throws(ExchangeError) -> [UInt8] {
    try xlsx(rows(project), sheet: "Statements")
  }

  package static func xlsx(_ rows: [[String]], sheet name: String) throws(ExchangeError) -> [UInt8]
  {
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
        "<workbook xmlns=\"\(office)/spreadsheetml/2006/main\" xmlns:r=\"\(office)/officeDocument/2006/relationships\"><sheets><sheet name=\"\(xmlEscaped(name))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(office)/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      ("xl/worksheets/sheet1.xml", sheet(rows, office)),
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
          "<c r=\"\(letter(column))\(number + 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(xmlEscaped(cut))</t></is></c>"
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  /// `A` to `Z`, then `AA`.
  private static func letter(_ column: Int) -> String {
    (column < 26 ? "" : letter(column / 26 - 1)) + String(UnicodeScalar(UInt8(65 + column % 26)))
  }
}
