internal import CaseModel
internal import StateOfPlay

/// Spans of text as HTML.
struct HTMLInlines {
  /// The address that a link has; nil where it leads nowhere here.
  let address: (Link) -> String?
  /// What is known of a statement by its id; nil where references are ids alone.
  let said: (String) -> Citation?
  /// A reference is a number where it has one, with what it names to be seen on hovering.
  let notes: [String: Int]

  init(
    _ address: @escaping (Link) -> String?, notes: [String: Int] = [:],
    said: @escaping (String) -> Citation? = { _ in nil }
  ) {
    (self.address, self.notes, self.said) = (address, notes, said)
  }

  func html(_ inline: Inline) -> HTML { inline.spans.html(html) }

  /// The lines of a table cell. Where one begins with a stance, that has a column of its own, and the
  /// dates and references that follow belong to it.
  func cell(_ lines: [Inline]) -> HTML {
    var html = HTML()
    var position = 0
    while position < lines.count {
      let line = lines[position]
      position += 1
      guard let split = split(line) else {
        html += paragraph(line, isNote: lines.count > 1 && isSmall(line))
        continue
      }
      html += "<div class=\"position\"><span class=\"chips\">\(split.chips)</span>"
      html += "<div><p dir=\"auto\">\(self.html(split.rest))</p>"
      while position < lines.count, self.split(lines[position]) == nil {
        html += " \(paragraph(lines[position], isNote: isSmall(lines[position])))"
        position += 1
      }
      html += "</div></div>"
    }
    return html
  }

  private func paragraph(_ line: Inline, isNote: Bool) -> HTML {
    "<p\(" class=\"small\"", when: isNote) dir=\"auto\">\(html(line))</p>"
  }

  private func isSmall(_ line: Inline) -> Bool {
    line.spans.allSatisfy { $0.style == .faint || $0.style == .reference }
  }

  /// The stances at the beginning of a line, and what follows them.
  private func split(_ line: Inline) -> (chips: HTML, rest: Inline)? {
    let head = line.spans.prefix { span in
      if case .stance = span.style { true } else { span.text == "/" }
    }
    guard !head.isEmpty else { return nil }
    var rest = line
    rest.spans.removeFirst(head.count)
    return (head.filter { $0.text != "/" }.html(html), rest)
  }

  private func html(_ span: Inline.Span) -> HTML {
    let words = styled(span)
    guard let link = span.link, let address = address(link) else { return words }
    if case .term = link { return "<a class=\"term\" href=\"\(address)\">\(words)</a>" }
    return "<a href=\"\(address)\">\(words)</a>"
  }

  private func styled(_ span: Inline.Span) -> HTML {
    let text = span.text.contained
    return switch span.style {
    case .plain: code(text)
    case .strong: "<strong>\(text)</strong>"
    case .faint: "<span class=\"faint\">\(text)</span>"
    case .reference: reference(span)
    case .warning: "<span class=\"warning\">\(text)</span>"
    case .condition: "<span class=\"condition\">\(text)</span>"
    case .redLine: "<strong class=\"red-line\">\(text)</strong>"
    case .contested: "<strong class=\"contested\">\(text)</strong>"
    case .match: "<mark>\(text)</mark>"
    case .removed: "<del>\(text)</del>"
    case .added: "<ins>\(text)</ins>"
    case .stance(let stance):
      """
      <span class="stance \(stance.rawValue)"><b aria-hidden="true">\(text)</b>\(stance.words)</span>
      """
    case .account(let stance):
      """
      <span class="stance account"><b aria-hidden="true">\(stance.glyph)</b>\(stance.wordsOfFact)</span>
      """
    case .age(let age):
      """
      <span class="age \(age.rawValue)" title="Newest statement \(age.words)">\
      <span aria-hidden="true">\(text)</span><span class="only-read">\(age.words),</span></span>
      """
    case .change(let kind):
      """
      <strong class="kind \(kind.rawValue)"><span aria-hidden="true">\(kind.sign)</span> \(text)</strong>
      """
    case .command: HTML()
    case .verdict(let verdict): "<span class=\"verdict \(verdict.rawValue)\">\(text)</span>"
    }
  }

  /// Words between backquotes are what one types.
  private func code(_ text: String) -> HTML {
    guard text.utf8.contains(UInt8(ascii: "`")) else { return "\(text)" }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.count % 2 == 1 else { return "\(text)" }
    return parts.enumerated().html { position, part in
      position % 2 == 0 ? "\(String(part))" : "<code>\(String(part))</code>"
    }
  }

  /// Each id that can be followed becomes an anchor, with who said it and when as its words.
  private func reference(_ span: Inline.Span) -> HTML {
    var html = HTML()
    var rest = span.text[...]
    for link in span.links {
      guard let range = rest.range(ofBytes: link) else { continue }
      let citation = said(link)
      let spoken = citation?.said ?? ""
      let note = notes[link].map { String($0) }
      let words = note ?? (spoken.isEmpty ? link : spoken)
      let title: HTML = citation.map { " title=\"\($0.origin): \($0.gist)\"" } ?? HTML()
      let between = String(rest[..<range.lowerBound])
      // Who and when has a comma of its own.
      html += "\(note != nil || words == link ? between : between.replacing(", ", with: "; "))"
      html +=
        address(.entry(.statements, link)).map {
          "<a href=\"\($0)\"\(title) dir=\"auto\">\(words)</a>"
        }
        ?? "<span\(title)>\(words)</span>"
      rest = rest[range.upperBound...]
    }
    return "<span class=\"reference\">\(html)\(String(rest))</span>"
  }
}

extension Substring {
  /// Where the words stand first. Bytes are compared, as searching by characters is slow.
  fileprivate func range(ofBytes words: String) -> Range<Index>? {
    let sought = Array(words.utf8)
    let bytes = Array(utf8)
    guard !sought.isEmpty, bytes.count >= sought.count else { return nil }
    let start = (0...(bytes.count - sought.count)).first { bytes[$0...].starts(with: sought) }
    return start.map { start in
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: sought.count)
    }
  }
}
