internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The documents of the case, each a way to its text.
  static let documents = Page(
    name: "documents", path: "/documents", lens: SourcesView.declaration.lens,
    place: Place(
      group: .record, title: "Documents", key: "d",
      summary: "The texts, with the statements taken from them."),
    content: { request in
      Content(
        title: "Documents",
        main: request.fragment(
          request.frame.documentList(try request.view(SourcesView.self))))
    },
    json: { request in try request.lensed.frame.json(try request.lensed.view(SourcesView.self)) },
    csv: { request in
      try request.view(SourcesView.self).csv(in: request.frame)
    })

  /// One document: its text with the statements taken from it.
  static let document = Page(
    name: "document", path: "/documents/{id}", own: ["part"],
    content: { request in
      let source = try request.source()
      return Content(
        title: source.title, main: try DocumentReader(request, source).html, place: "documents")
    },
    json: { request in
      let source = try request.source()
      let ids = request.statements(of: source).map(\.id)
      let found = request.lensed.provenances(of: ids)
      return try request.lensed.frame.json(ids.compactMap { found[$0] })
    },
    csv: { request in
      let statements = request.statements(of: try request.source())
      let found = request.lensed.provenances(of: statements.map(\.id))
      return request.csv(request.frame.data(statements, found))
    })
}

extension PageRequest {
  fileprivate func source() throws -> Case.Source {
    let id = parameters["id"] ?? ""
    guard let source = index.source(Case.Source.ID(id)) else {
      throw Problem.notFound(
        "the case has no document `\(id)`",
        hint: suggestion(for: id, among: index.ids(.sources)))
    }
    return source
  }

  fileprivate func statements(of source: Case.Source) -> [Case.Statement] {
    StateOfPlay.statements(lensed.theCase, lensed.lens, from: source.id)
  }
}

/// The text of a document with its statements marked, overlaps one under the other, and the
/// statements beside it.
private struct DocumentReader {
  let request: PageRequest
  let source: Case.Source
  let statements: [Case.Statement]
  private let text: SourceText?
  /// Where text and statements are shown from, in code points.
  private let from: Int
  private let to: Int

  /// A longer text is shown in parts of so many code points.
  static let part = 60_000

  init(_ request: PageRequest, _ source: Case.Source) throws {
    self.request = request
    self.source = source
    statements = request.statements(of: source)
    text = request.lensed.texts[source.id].text
    let count = text?.count ?? 0
    let parts = max(1, (count + Self.part - 1) / Self.part)
    let number = request.address.own["part"].flatMap { Int($0) } ?? 1
    guard (1...parts).contains(number) else {
      throw Problem.notFound("the document has \(parts.counted("part"))")
    }
    from = (number - 1) * Self.part
    to = min(count, number * Self.part)
  }

  var html: HTML {
    """
    <article class="dragoman wide reader"><header>
    <p class="kicker"><a href="\(request.link("/documents"))">Documents</a> · \(source.id)</p>
    <h1 dir="auto">\(source.title)</h1>
    <p dir="auto">\(source.publisher.map { request.index.name($0) } ?? "publisher not known") · \
    \(HTML.date(source.published)) · \(source.kind.rawValue) · \
    \(source.reliability.map { "reliability \($0.rawValue), \($0.words)" } ?? "not graded")</p>
    \(parts)</header>
    <div class="spread">
    <section class="leaf" aria-label="Text"\(language)>\(body)</section>
    <section class="margin" aria-label="Statements">
    <h2>\(statements.count.counted("statement"))</h2>
    <ol>\(statements.html(line))</ol></section>
    </div>
    <details class="more"><summary>Digest of the text</summary><p>SHA-256 \
    \(source.text.sha256?.hex ?? "not known")\(source.text.length.map { ", \($0) bytes" } ?? "")</p></details>
    \(neighbours)
    </article>

    """
  }

  private var language: HTML {
    source.language.map { " lang=\"\($0)\"" } ?? HTML()
  }

  private var parts: HTML {
    guard let text, text.count > Self.part else { return HTML() }
    let count = (text.count + Self.part - 1) / Self.part
    return """
      <p>Part \((1...count).html { number in
        let href = request.address.asking("part", number == 1 ? nil : "\(number)").href
        return number == from / Self.part + 1
          ? "<strong>\(number)</strong> " : "<a href=\"\(href)\">\(number)</a> "
      })</p>
      """
  }

  /// The documents before and after this one, for j and k.
  private var neighbours: HTML {
    let ids = request.lensed.theCase.sources.map(\.id)
    guard let place = ids.firstIndex(of: source.id) else { return HTML() }
    var html: HTML = "<p class=\"neighbours\">"
    if place > 0 {
      html +=
        "<a rel=\"prev\" href=\"\(request.link("/documents/\(ids[place - 1])"))\">← \(ids[place - 1])</a> "
    }
    if place + 1 < ids.count {
      html +=
        "<a rel=\"next\" href=\"\(request.link("/documents/\(ids[place + 1])"))\">\(ids[place + 1]) →</a>"
    }
    return html + "</p>"
  }

  private func line(_ statement: Case.Statement) -> HTML {
    """
    <li id="line-\(statement.id)"><a href="\(request.link(statement.id))" data-mark="s-\(statement.id)">\
    <span class="id">\(statement.id)</span> <span dir="auto">\(request.index.names(statement.speaker)): \
    \(statement.gist)</span></a></li>

    """
  }

  /// `, published by the Courier, 2 May 2024, https://…`
  private var origin: String {
    let parts = [
      source.publisher.map { request.index.name($0) }, source.published?.words, source.url,
    ].compactMap(\.self)
    return parts.isEmpty ? "" : " (published by \(parts.joined(separator: ", ")))"
  }

  private var body: HTML {
    guard let text else {
      let words =
        switch request.lensed.texts[source.id] {
        case .missing: "The file of this text is not beside the case."
        case .unreadable(let why): "This text cannot be read: \(why)."
        case .withheld, .loaded:
          "The text is not in this file\(origin). Add it with dragoman attach to see the quotes in it."
        }
      return """
        <p class="withheld">\(words)</p>
        <details class="more"><summary>Places of the quotes</summary>
        \(statements.html { statement in
          "<p class=\"place\" id=\"s-\(statement.id)\"><span class=\"id\">\(statement.id)</span> code points \(statement.quote.spans.map { "\($0.start)–\($0.end)" }.joined(separator: ", "))</p>\n"
        })</details>
        """
    }
    return HighlightedText(request: request, text: text, statements: statements, from: from, to: to)
      .html
  }
}
