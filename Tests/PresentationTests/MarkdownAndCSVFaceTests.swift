import Foundations
import Testing

@testable import Presentation

@Suite struct MarkdownFaceTests {
  @Test func signsAreEscaped() {
    #expect(
      MarkdownFace.escaped("*a* _b_ [c](d) `e` #f |g| ~h~ \\")
        == "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\#f \\|g\\| \\~h\\~ \\\\")
    #expect(MarkdownFace.escaped("<script>&amp;") == "&lt;script&gt;&amp;amp;")
    #expect(MarkdownFace.escaped("a\nb\r\nc") == "a b c")
  }

  @Test func emphasisDoesNotTouchSpaces() {
    let text = MarkdownFace().render(
      Document("t", [.paragraph(Inline("strong ", .strong) + Inline("plain"))]))
    #expect(text.contains("**strong** plain"))
  }

  /// CommonMark prints the asterisks of emphasis that begins or ends with a space, or with
  /// punctuation beside a letter, and of two runs side by side.
  @Test func emphasisIsReadAsSuch() {
    func line(_ inline: Inline) -> String {
      MarkdownFace().render(Document("t", [.paragraph(inline)])).split(separator: "\n").last
        .map(String.init) ?? ""
    }
    #expect(
      line(Inline("2 May") + Inline(" Kedara:", .strong) + Inline(" took note"))
        == "2 May **Kedara:** took note")
    #expect(
      line(Inline("Disputes", .strong) + Inline(", Masrin", .strong) + Inline(" — open"))
        == "**Disputes, Masrin** — open")
    #expect(line(Inline("Disputes") + Inline(", Masrin", .strong)) == "Disputes, **Masrin**")
    #expect(line(Inline("Masrin:", .strong) + Inline("open")) == "**Masrin**:open")
    #expect(
      line(Inline("a ") + Inline("s1", .reference) + Inline(".", .strong) + Inline(" b", .strong))
        == "a <small>s1</small>**. b**")
  }

  /// Every row of a table has as many cells as its head, whatever the texts hold.
  @Test(arguments: 0..<100)
  func tablesStayTables(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let table = RandomDocument.table(&random)
    guard !table.rows.isEmpty else { return }
    let lines = MarkdownFace().render(Document("t", [.table(table)])).split(separator: "\n")
      .filter { $0.hasPrefix("|") }
    #expect(lines.count == table.rows.count + 2)
    for line in lines {
      let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == table.columns.count + 1, "\(line)")
    }
  }
}

@Suite struct CSVFaceTests {
  @Test(arguments: [
    "=SUM(A1)", "+1", "-1+2", "-", "-.", "-1.2.3", "-x", "@x", "\tx", "\n=1", "\r\n=1", "＝1",
  ])
  func formulasAreNotRun(_ text: String) {
    let cell = CSVFace.cell(text)
    #expect(cell.unicodeScalars.starts(with: "'".unicodeScalars) || cell.hasPrefix("\"'"))
    #expect(cell.utf8.count >= text.utf8.count + 1)
    #expect(cell.contains(text))
  }

  @Test func aCarriageReturnBeforeAFormulaIsShown() {
    #expect(CSVFace.cell("\r=1") == "'\u{FFFD}=1")
  }

  @Test(arguments: ["-1", "-0.437", "-12", "0.5"])
  func numbersStayNumbers(_ text: String) { #expect(CSVFace.cell(text) == text) }

  @Test func quoting() {
    #expect(CSVFace.cell("plain") == "plain")
    #expect(CSVFace.cell("a,b") == "\"a,b\"")
    #expect(CSVFace.cell("say \"no\"") == "\"say \"\"no\"\"\"")
    #expect(CSVFace.cell("two\nlines") == "\"two\nlines\"")
    #expect(CSVFace.cell("two\r\nlines") == "\"two\r\nlines\"")
    #expect(CSVFace.cell("停火") == "停火")
  }

  /// Read back by a reader of RFC 4180, every cell is what it was, but for the apostrophe.
  @Test(arguments: 0..<100)
  func readsBack(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let table = RandomDocument.table(&random)
    let rows = Self.read(CSVFace().render(Document("t", [.table(table)])))
    #expect(rows.count == table.rows.count + 1)
    for (row, wanted) in zip(rows.dropFirst(), table.rows) {
      let texts = wanted.map { $0.map(\.text).joined(separator: "; ").shown(asCell: true) }
      #expect(row.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 } == texts)
    }
  }

  private static func read(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell.unicodeScalars.append("\"")
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false): break
      case ("\n", false):
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
