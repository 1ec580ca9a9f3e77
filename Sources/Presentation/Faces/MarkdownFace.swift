/// A document as Markdown, with tables as GitHub reads them.
package struct MarkdownFace: Sendable {
  package init() {}

  package func render(_ document: Document) -> String {
    let document = document.shown
    var parts = ["# \(Self.escaped(document.title))"]
    for block in document.blocks.flatMap(\.plain) {
      switch block {
      case .heading(let title): parts.append("## \(Self.escaped(title))")
      case .paragraph(let inline): parts.append(Self.inline(inline))
      case .remark(let inline): parts.append("<small>\(Self.inline(inline))</small>")
      case .items(let items):
        parts.append(items.map { "- " + Self.inline($0) }.joined(separator: "\n"))
      case .quotation(let words):
        parts.append(
          words.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "> " + Self.escaped(String($0)) }.joined(separator: "\n"))
      case .table(let table): parts.append(Self.table(table))
      case .picture(let picture):
        if let words = picture.alternative { parts.append(Self.inline(words)) }
      case .answer, .card, .pair, .part, .matrix, .folded, .slot: break
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func table(_ table: Table) -> String {
    if table.rows.isEmpty { return escaped(table.emptyWords) }
    var lines = ["*\(escaped(table.caption))*", ""]
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    lines.append(line(table.columns.map { escaped($0.title) }))
    lines.append(line(table.columns.map { $0.isNumber ? "---:" : "---" }))
    for row in table.rows {
      lines.append(line(row.map { cell in cell.map(inline).joined(separator: "<br>") }))
    }
    return lines.joined(separator: "\n")
  }

  private static func inline(_ inline: Inline) -> String {
    var runs: [(text: String, mark: Mark)] = []
    for span in inline.spans where !span.text.isEmpty {
      let mark = Mark(span.style)
      // Two runs of one emphasis side by side would close and open in one row of asterisks.
      if let last = runs.last, last.mark == mark {
        runs[runs.count - 1].text += span.text
      } else {
        runs.append((span.text, mark))
      }
    }
    var result = ""
    for (place, run) in runs.enumerated() {
      let next = runs.dropFirst(place + 1).first
      switch run.mark {
      case .none: result += escaped(run.text)
      case .small: result += "<small>\(escaped(run.text))</small>"
      case .strong, .struck:
        let follower: Character? = next?.mark == .small ? "<" : next?.text.first
        result += emphasised(run.text, run.mark.rawValue, after: result.last, before: follower)
      }
    }
    return result
  }

  private enum Mark: String {
    case none = ""
    case small
    case strong = "**"
    case struck = "~~"

    init(_ style: Inline.Style) {
      switch style {
      case .plain, .faint, .warning, .stance, .account, .age, .verdict, .condition, .contested,
        .added, .command:
        self = .none
      case .removed: self = .struck
      case .strong, .redLine, .match, .change: self = .strong
      case .reference: self = .small
      }
    }
  }

  /// Emphasis may not begin or end with a space, nor with punctuation where a letter adjoins it:
  /// CommonMark would print the asterisks.
  private static func emphasised(
    _ text: String, _ mark: String, after previous: Character?, before next: Character?
  ) -> String {
    var body = Substring(text)
    func adjoins(_ character: Character?) -> Bool {
      character.map { !$0.isWhitespace && !isPunctuation($0) } ?? false
    }
    func isPunctuation(_ character: Character) -> Bool {
      character.isPunctuation || character.isSymbol
    }
    if let first = body.first, isPunctuation(first), adjoins(previous) { body.removeFirst() }
    while let first = body.first, first.isWhitespace { body.removeFirst() }
    while let last = body.last, last.isWhitespace { body.removeLast() }
    if body.endIndex == text.endIndex, let last = body.last, isPunctuation(last), adjoins(next) {
      body.removeLast()
    }
    guard !body.isEmpty else { return escaped(text) }
    return escaped(String(text[..<body.startIndex])) + mark + escaped(String(body)) + mark
      + escaped(String(text[body.endIndex...]))
  }

  /// What Markdown or HTML would read as a sign of its own gets a backslash or an entity.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\n", "\r\n", "\r": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
