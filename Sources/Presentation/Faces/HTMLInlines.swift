internal import StateOfPlay

/// Spans of text as HTML.
struct HTMLInlines {
  let referencePrefix: String
  let cited: Set<String>

  func html(_ inline: Inline) -> String { inline.spans.map(html).joined() }

  /// A line of a table cell: where it begins with a stance, that stands in a column of its own.
  func line(_ inline: Inline) -> String {
    let head = inline.spans.prefix { span in
      if case .stance = span.style { true } else { span.text == "/" }
    }
    guard !head.isEmpty else {
      let isSmall = inline.spans.allSatisfy { $0.style == .faint || $0.style == .reference }
      return
        "<p\(isSmall && !inline.isEmpty ? " class=\"small\"" : "") dir=\"auto\">\(html(inline))</p>"
    }
    var rest = inline
    rest.spans.removeFirst(head.count)
    let chips = head.filter { $0.text != "/" }.map(html).joined()
    return "<div class=\"position\"><span class=\"chips\">\(chips)</span>"
      + "<p dir=\"auto\">\(html(rest))</p></div>"
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
        ? id : "<a href=\"\(Markup.escaped(referencePrefix))\(id)\">\(id)</a>"
      rest = rest[range.upperBound...]
    }
    return "<span class=\"reference\">\(html)\(Markup.escaped(String(rest)))</span>"
  }
}
