/// A document as HTML: one file that needs nothing beside it, or a fragment for a page.
///
/// There is no script, no request and no colour that carries a meaning alone. Every text is escaped
/// and finds its own direction.
public struct HTMLFace: Sendable {
  /// What stands before a statement's id in a reference's address.
  public let referencePrefix: String
  /// What stands after it, as a query.
  public let referenceSuffix: String

  public init(referencePrefix: String = "#statement-", referenceSuffix: String = "") {
    self.referencePrefix = referencePrefix
    self.referenceSuffix = referenceSuffix
  }

  /// One self-contained file for the screen, light and dark, and for paper.
  public func render(_ document: Document) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <title>\(Markup.escaped(document.title))</title>
    <style>
    \(HTMLStyle.css)
    \(PictureStyle.css)
    \(HTMLStyle.pageMargins(title: document.title))
    </style>
    </head>
    <body>
    \(fragment(document))</body>
    </html>

    """
  }

  /// The document as an `<article>`, for a page that has ``HTMLStyle/css`` and
  /// ``PictureStyle/css``.
  public func fragment(_ document: Document) -> String {
    var writer = HTMLWriter(
      inlines: HTMLInlines(
        referencePrefix: referencePrefix, referenceSuffix: referenceSuffix,
        cited: Set(document.citations.map(\.id))))
    writer.write(document)
    return writer.text
  }
}

/// Writes blocks in order, opening and closing a section round each heading.
private struct HTMLWriter {
  let inlines: HTMLInlines
  var text = ""
  private var pictures = 0
  private var isInSection = false

  init(inlines: HTMLInlines) { self.inlines = inlines }

  mutating func write(_ document: Document) {
    text += "<article class=\"dragoman\">\n<header>\n"
    if let kicker = document.kicker {
      text += "<p class=\"kicker\" dir=\"auto\">\(Markup.escaped(kicker))</p>\n"
    }
    text += "<h1 dir=\"auto\">\(Markup.escaped(document.title))</h1>\n"
    let opening = document.blocks.prefix { block in
      switch block {
      case .heading, .table, .picture: false
      default: true
      }
    }
    for block in opening { write(block) }
    text += "</header>\n"
    // The footer by which the result can be made again stands last and apart.
    var rest = document.blocks.dropFirst(opening.count)
    var closing: Document.Block?
    if case .remark? = rest.last { closing = rest.popLast() }
    for block in rest { write(block) }
    if isInSection { text += "</section>\n" }
    isInSection = false
    if !document.citations.isEmpty { write(document.citations) }
    if case .remark(let words)? = closing {
      text += "<footer><p dir=\"auto\">\(inlines.html(words))</p></footer>\n"
    }
    text += "</article>\n"
  }

  private mutating func write(_ block: Document.Block) {
    switch block {
    case .heading(let title):
      if isInSection { text += "</section>\n" }
      isInSection = true
      text += "<section>\n<h2 dir=\"auto\">\(Markup.escaped(title))</h2>\n"
    case .paragraph(let inline): text += "<p dir=\"auto\">\(inlines.html(inline))</p>\n"
    case .remark(let inline):
      text += "<p class=\"remark\" dir=\"auto\">\(inlines.html(inline))</p>\n"
    case .items(let items):
      text += items.count >= 6 ? "<ul class=\"many\">\n" : "<ul>\n"
      for item in items { text += "<li dir=\"auto\">\(inlines.html(item))</li>\n" }
      text += "</ul>\n"
    case .quotation(let words):
      text += "<blockquote dir=\"auto\">\(Markup.escaped(words))</blockquote>\n"
    case .table(let table): text += HTMLTable(table: table, inlines: inlines).html
    case .picture(let picture):
      pictures += 1
      text += """
        <figure tabindex="0" role="group" aria-label="\(Markup.escaped(picture.title))">
        \(picture.svg(id: "picture-\(pictures)"))
        </figure>

        """
    }
  }

  /// On the screen only: on paper the ids are enough to look a statement up.
  private mutating func write(_ citations: [Citation]) {
    text += """
      <section class="cited">
      <h2>Statements cited</h2>
      <dl>

      """
    for citation in citations {
      let id = Markup.escaped(citation.id)
      text += """
        <div id="statement-\(id)"><dt>\(id)</dt><dd dir="auto">\(Markup.escaped(citation.gist)) \
        <small>\(Markup.escaped(citation.origin))</small></dd></div>

        """
    }
    text += "</dl>\n</section>\n"
  }
}
