internal import CaseModel

extension Diagnostic {
  /// As a terminal shows it, with a caret under the place.
  package func text(hasColour: Bool) -> String {
    func paint(_ text: String, _ code: String) -> String {
      hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
    let label =
      switch severity {
      case .error: paint("error:", "1;31")
      case .warning: paint("warning:", "1;33")
      case .note: paint("note:", "1;36")
      }
    var text = (location.map { "\($0.shown()): " } ?? "") + "\(label) \(sentence.shown())"
    if let code { text += paint(" [\(code)]", "2") }
    text += "\n"
    if let window = excerpt?.window {
      text += "  │ \(window.text.shown())\n  │ "
      text += String(repeating: " ", count: window.column - 1) + paint("^", "1;31") + "\n"
    }
    if let hint { text += "  " + paint("hint:", "1") + " \(hint.shown())\n" }
    return text
  }

  /// As a page shows it.
  package var html: HTML {
    let hint: HTML = self.hint.map { "<p dir=\"auto\">\($0)</p>" } ?? HTML()
    return "<p dir=\"auto\">\(sentence.capitalisedFirst).</p>\(hint)"
  }

  /// `file:line:column`, or the file and the part of the case.
  private var location: String? {
    switch place {
    case .nowhere, .input: nil
    case .file(let file): file
    case .line(let file, let line, let column, _): "\(file):\(line):\(column)"
    case .entry(let file, let path): path.steps.isEmpty ? file : "\(file): \(path)"
    }
  }

  private var sentence: String {
    if case .input(let name) = place { return "\(name): \(explanation)" }
    return explanation
  }
}

/// As data.
extension Diagnostic: Encodable {
  private enum CodingKeys: CodingKey {
    case code, severity, file, line, column, path, input, message, hint
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(code, forKey: .code)
    try container.encode(severity, forKey: .severity)
    let columns = self.columns
    try container.encodeIfPresent(columns.file, forKey: .file)
    try container.encodeIfPresent(columns.line, forKey: .line)
    try container.encodeIfPresent(columns.column, forKey: .column)
    try container.encodeIfPresent(columns.path?.description, forKey: .path)
    if case .input(let name) = place { try container.encode(name, forKey: .input) }
    try container.encode(explanation, forKey: .message)
    try container.encodeIfPresent(hint, forKey: .hint)
  }

  private var columns: (file: String?, line: Int?, column: Int?, path: EntryPath?) {
    switch place {
    case .nowhere, .input: (nil, nil, nil, nil)
    case .file(let file): (file, nil, nil, nil)
    case .line(let file, let line, let column, let path): (file, line, column, path)
    case .entry(let file, let path): (file, nil, nil, path)
    }
  }

  /// Several as a table, one a row.
  package static func table(_ all: [Diagnostic], titled title: String) -> Table {
    var table = Table(
      title,
      ["code", "severity", "file", "line", "column", "path", "message", "hint"].map {
        Table.Column($0)
      })
    table.emptyWords = "Nothing was found."
    for diagnostic in all {
      let columns = diagnostic.columns
      table.row(
        Inline(diagnostic.code ?? ""), Inline(diagnostic.severity.rawValue),
        Inline(columns.file ?? ""), Inline(columns.line.map { "\($0)" } ?? ""),
        Inline(columns.column.map { "\($0)" } ?? ""), Inline(columns.path?.description ?? ""),
        Inline(diagnostic.explanation), Inline(diagnostic.hint ?? ""))
    }
    return table
  }
}
