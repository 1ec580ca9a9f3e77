/// A document as Markdown, with tables as GitHub reads them.
public struct MarkdownFace: Sendable {
  public init() {}

  public func render(_ document: Document) -> String {
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
    inline.spans.map { span in
      let text = escaped(span.text)
      switch span.style {
      case .plain, .faint, .warning, .stance, .account, .age, .verdict, .condition, .contested,
        .added:
        return text
      case .removed: return emphasised(text, "~~")
      case .strong, .redLine, .match, .change: return emphasised(text, "**")
      case .reference: return "<small>\(text)</small>"
      }
    }.joined()
  }

  /// Emphasis may not begin or end with a space.
  private static func emphasised(_ text: String, _ mark: String) -> String {
    let body = text.trimmedRight
    return body.isEmpty ? text : mark + body + mark + text.dropFirst(body.count)
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
