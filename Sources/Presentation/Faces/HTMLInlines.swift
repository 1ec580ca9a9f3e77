internal import StateOfPlay

/// Spans of text as HTML.
struct HTMLInlines {
  let referencePrefix: String
  let referenceSuffix: String
  /// References lead to these; where there are none, to every id.
  let cited: Set<String>

  func html(_ inline: Inline) -> String { inline.spans.map(html).joined() }

  /// The lines of a table cell. Where one begins with a stance, that stands in a column of its own,
  /// and the dates and references that follow belong to it.
  func cell(_ lines: [Inline]) -> String {
    var html = ""
    var position = 0
    while position < lines.count {
      let line = lines[position]
      position += 1
      guard let split = split(line) else {
        let isNote = lines.count > 1 && isSmall(line)
        html += "<p\(isNote ? " class=\"small\"" : "") dir=\"auto\">\(self.html(line))</p>"
        continue
      }
      html += "<div class=\"position\"><span class=\"chips\">\(split.chips)</span>"
      html += "<div><p dir=\"auto\">\(self.html(split.rest))</p>"
      while position < lines.count, self.split(lines[position]) == nil {
        let isNote = isSmall(lines[position])
        html += " <p\(isNote ? " class=\"small\"" : "") dir=\"auto\">"
        html += "\(self.html(lines[position]))</p>"
        position += 1
      }
      html += "</div></div>"
    }
    return html
  }

  private func isSmall(_ line: Inline) -> Bool {
    line.spans.allSatisfy { $0.style == .faint || $0.style == .reference }
  }

  /// The stances at the beginning of a line, and what follows them.
  private func split(_ line: Inline) -> (chips: String, rest: Inline)? {
    let head = line.spans.prefix { span in
      if case .stance = span.style { true } else { span.text == "/" }
    }
    guard !head.isEmpty else { return nil }
    var rest = line
    rest.spans.removeFirst(head.count)
    return (head.filter { $0.text != "/" }.map(html).joined(), rest)
  }

  private func html(_ span: Inline.Span) -> String {
    let text = Markup.escaped(span.text)
    switch span.style {
    case .plain: return code(span.text)
    case .strong: return "<strong>\(text)</strong>"
    case .faint: return "<span class=\"faint\">\(text)</span>"
    case .reference: return reference(span)
    case .warning: return "<span class=\"warning\">\(text)</span>"
    case .condition: return "<span class=\"condition\">\(text)</span>"
    case .redLine: return "<strong class=\"red-line\">\(text)</strong>"
    case .contested: return "<strong class=\"contested\">\(text)</strong>"
    case .stance(let stance):
      return "<span class=\"stance \(stance.rawValue)\"><b aria-hidden=\"true\">\(text)</b>"
        + "\(stance.words)</span>"
    }
  }

  /// Words between backquotes are what one types.
  private func code(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.count % 2 == 1 else { return Markup.escaped(text) }
    return parts.enumerated().map { position, part in
      let text = Markup.escaped(String(part))
      return position % 2 == 0 ? text : "<code>\(text)</code>"
    }.joined()
  }

  /// Each id that can be followed becomes an anchor.
  private func reference(_ span: Inline.Span) -> String {
    var html = ""
    var rest = span.text[...]
    for link in span.links {
      guard let range = rest.firstRange(of: link) else { continue }
      html += Markup.escaped(String(rest[..<range.lowerBound]))
      let id = Markup.escaped(link)
      html +=
        cited.isEmpty && referencePrefix.hasPrefix("#") || !cited.isEmpty && !cited.contains(link)
        ? "<span>\(id)</span>"
        : "<a href=\"\(Markup.escaped(referencePrefix))\(id)\(Markup.escaped(referenceSuffix))\">\(id)</a>"
      rest = rest[range.upperBound...]
    }
    return "<span class=\"reference\">\(html)\(Markup.escaped(String(rest)))</span>"
  }
}
