/// The tables of a document as comma-separated values (RFC 4180), one after another with an empty
/// line between.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front, and so does one that
/// begins with a tab or a line break, behind which some look for one; a negative number is left as it is.
package struct CSVFace: Sendable {
  package init() {}

  /// What a spreadsheet takes for the sign that the file is UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  package func render(_ document: Document) -> String { render(document.tables) }

  package func render(_ tables: [Table]) -> String {
    tables.map { table in
      let head = table.columns.map { Self.cell($0.title) }
      let rows = table.rows.map { row in
        row.map { cell in Self.cell(cell.map(\.text).joined(separator: "; ")) }
      }
      return ([head] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }.joined(separator: "\r\n")
  }

  /// Digits with at most one point behind the sign, and nothing else.
  private static func isNegative(_ text: String) -> Bool {
    let parts = text.utf8.dropFirst().split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.first == UInt8(ascii: "-") && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// Signs with which a formula begins, in full width too, and what some programs skip before them.
  private static let formulaSigns = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

  static func cell(_ text: String) -> String {
    let isFormula =
      text.unicodeScalars.first.map { formulaSigns.contains($0) } ?? false && !isNegative(text)
    let text = (isFormula ? "'" : "") + text.shown(asCell: true)
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
