internal import CaseModel

/// A document as HTML: one file that needs nothing beside it, or a fragment for a page.
///
/// There is no script, no request and no colour that carries a meaning alone. Every text is escaped
/// and finds its own direction.
package struct HTMLFace: Sendable {
  /// The address that a link has; nil where it leads nowhere here.
  private let address: @Sendable (Link) -> String?
  /// What fills the slots of a document, by name.
  private let slots: [String: HTML]
  /// What a reference to a statement names, by its id; nil where that is not known.
  private let said: @Sendable (String) -> Citation?

  package init() {
    address = { _ in nil }
    said = { _ in nil }
    slots = [:]
  }

  /// For a page, which knows where things are.
  package init(
    slots: [String: HTML] = [:], said: @escaping @Sendable (String) -> Citation? = { _ in nil },
    _ address: @escaping @Sendable (Link) -> String?
  ) {
    self.address = address
    self.said = said
    self.slots = slots
  }

  /// One self-contained file for the screen, light and dark, and for paper. Its references lead to
  /// the statements that it cites.
  package func render(_ document: Document) -> String {
    let page: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <title>\(document.title)</title>
      <style>
      \(HTML(trusted: HTMLStyle.css))
      \(HTML(trusted: PictureStyle.css))
      \(HTML(trusted: HTMLStyle.pageMargins(title: document.title)))
      </style>
      </head>
      <body>
      \(fragment(document))</body>
      </html>

      """
    return page.text
  }

  /// The document as an `<article>`, for a page that has ``HTMLStyle/css`` and
  /// ``PictureStyle/css``.
  package func fragment(_ document: Document) -> HTML {
    let cited = Dictionary(
      document.citations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let (address, said) = (address, said)
    var writer = HTMLWriter(
      inlines: HTMLInlines(
        { link in
          if case .entry(.statements, let id) = link, cited[id] != nil { return "#statement-\(id)" }
          return address(link)
        }, notes: document.noteNumbers, said: { cited[$0] ?? said($0) }), slots: slots)
    writer.write(document)
    return writer.html
  }

  /// Blocks for a page that has a head of its own.
  package func blocks(_ blocks: [Document.Block]) -> HTML {
    var writer = HTMLWriter(inlines: HTMLInlines(address, said: said), slots: slots)
    writer.write(blocks)
    return writer.html
  }
}
