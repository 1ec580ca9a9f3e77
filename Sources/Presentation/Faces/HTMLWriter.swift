internal import CaseModel

/// Writes blocks in order, opening and closing a section round each heading.
struct HTMLWriter {
  let inlines: HTMLInlines
  /// What fills the slots of a document, by name.
  let slots: [String: HTML]
  private(set) var html = HTML()
  private var pictures = 0
  private var isInSection = false
  /// Of the last heading, so that the next below it is one rank lower.
  private var rank = 1
  private var terms = TermLinks()

  init(inlines: HTMLInlines, slots: [String: HTML]) {
    self.inlines = inlines
    self.slots = slots
  }

  mutating func write(_ document: Document) {
    html += "<article class=\"dragoman\(" wide", when: document.isWide)\">\n<header>\n"
    if let kicker = document.kicker {
      html += "<p class=\"kicker\" dir=\"auto\">\(inlines.html(kicker))</p>\n"
    }
    html += "<h1 dir=\"auto\">\(document.title)</h1>\n"
    let opening = document.blocks.prefix(document.firstSection)
    for block in opening { write(block) }
    html += "</header>\n"
    // The footer by which the result can be made again comes last and apart.
    var rest = document.blocks.dropFirst(opening.count)
    var closing: Document.Block?
    if case .remark? = rest.last { closing = rest.popLast() }
    for block in rest { write(block) }
    if isInSection { html += "</section>\n" }
    isInSection = false
    if !document.citations.isEmpty { write(document.citations) }
    if case .remark(let words)? = closing {
      html += "<footer><p dir=\"auto\">\(inlines.html(words))</p></footer>\n"
    }
    html += "</article>\n"
  }

  mutating func write(_ blocks: [Document.Block]) {
    for block in blocks { write(block) }
    if isInSection { html += "</section>\n" }
    isInSection = false
  }

  private mutating func write(_ block: Document.Block) {
    switch block {
    case .heading(let title):
      if isInSection { html += "</section>\n" }
      isInSection = true
      rank = 2
      html += "<section>\n<h2 dir=\"auto\">\(title)</h2>\n"
    case .paragraph(let inline):
      html += "<p dir=\"auto\">\(inlines.html(terms.link(inline)))</p>\n"
    case .answer(let inline):
      html +=
        "<p class=\"result\" role=\"status\" dir=\"auto\">\(inlines.html(terms.link(inline)))</p>\n"
    case .remark(let inline):
      html += "<p class=\"remark\" dir=\"auto\">\(inlines.html(terms.link(inline)))</p>\n"
    case .items(let items):
      html += "<ul\(" class=\"many\"", when: items.count >= 6)>\n\(list(items))</ul>\n"
    case .quotation(let words): html += "<blockquote dir=\"auto\">\(words)</blockquote>\n"
    case .table(let table): html += HTMLTable(table: table.shown(on: .page), inlines: inlines).html
    case .picture(let picture):
      pictures += 1
      html += """
        <figure\(" class=\"compact\"", when: picture.isCompact) tabindex="0" role="group" aria-label="\(picture.title)">
        \(picture.svg(id: "picture-\(pictures)", address: inlines.address))
        </figure>

        """
    case .matrix(let matrix): html += HTMLMatrix(matrix: matrix, inlines: inlines).html
    case .part(let part): write(part)
    case .card(let card): html += self.card(card)
    case .pair(let sides):
      html += "<div class=\"pair\">\n\(sides.html(side))</div>\n"
    case .folded(let title, let blocks):
      html += "<details class=\"more\"><summary>\(title)</summary>\n"
      let above = rank
      for block in blocks { write(block) }
      rank = above
      html += "</details>\n"
    case .slot(let name): html += slots[name] ?? HTML()
    }
  }

  private func list(_ items: [Inline]) -> HTML {
    items.html { "<li dir=\"auto\">\(inlines.html($0))</li>\n" }
  }

  private mutating func write(_ part: Document.Part) {
    let above = rank
    rank = min(above + 1, 6)
    let anchor: HTML = part.anchor.map { " id=\"\($0)\"" } ?? HTML()
    html += """
      <section class="part"\(anchor)>
      <h\(rank) dir="auto">\(inlines.html(part.title))</h\(rank)>

      """
    for block in part.blocks { write(block) }
    html += "</section>\n"
    rank = above
  }

  private func side(_ side: Document.Side) -> HTML {
    let rank = min(self.rank + 1, 6)
    return """
      <div\(" class=\"is-taken\"", when: side.isTaken)><h\(rank) dir="auto">\(inlines.html(side.title))\
      \(" <span class=\"verdict taken\">✓ accepted</span>", when: side.isTaken)</h\(rank)>
      \("<p class=\"none\">\(side.emptyWords)</p>\n", when: side.cards.isEmpty && !side.emptyWords.isEmpty)\
      \(side.cards.html(card))</div>

      """
  }

  private func card(_ card: Card) -> HTML {
    let address = card.link.flatMap(inlines.address)
    let name: HTML =
      address.map { "<a class=\"id\" href=\"\($0)\" title=\"\(card.id)\">Open</a>" } ?? HTML()
    let items: HTML = card.items.isEmpty ? "" : "<ul>\(list(card.items))</ul>\n"
    return """
      <article class="card\(" decides", when: card.isDecisive)"\(" id=\"card-\(card.id)\"", when: card.isTarget)>
      <header><span dir="auto">\(inlines.html(card.head))</span> \(name, when: !card.id.isEmpty)</header>
      \("<p class=\"gist\" dir=\"auto\">\(inlines.html(card.title))</p>\n", when: !card.title.isEmpty)\
      \(card.quotation.map(quotation))\
      \(card.notes.html { "<p class=\"grades\" dir=\"auto\">\(inlines.html($0))</p>\n" })\
      \(items)\(place(card))\(card.slot.flatMap { slots[$0] })</article>

      """
  }

  private func place(_ card: Card) -> HTML {
    guard !card.place.isEmpty else { return HTML() }
    return """
      <details class="more"><summary>Place in the text</summary><ul>\(list(card.place))</ul></details>

      """
  }

  private func quotation(_ words: Card.Quotation) -> HTML {
    """
    <blockquote dir="auto"\(words.language.map { " lang=\"\($0)\"" as HTML })>\(words.before)\
    <mark>\(words.words)</mark>\(words.after)</blockquote>

    """
  }

  /// On the screen only: on paper who spoke and when, or in the brief the number that the list of sources
  /// resolves, is enough to look a statement up.
  private mutating func write(_ citations: [Citation]) {
    html += """
      <section class="cited">
      <h2>Statements cited</h2>
      <dl>
      \(citations.html { citation in
        """
        <div id="statement-\(citation.id)"><dt>\(inlines.notes[citation.id].map { String($0) } ?? (citation.said.isEmpty ? citation.id : citation.said))</dt><dd dir="auto">\(citation.gist) \
        <small>\(citation.origin)</small></dd></div>

        """
      })</dl>
      </section>

      """
  }
}
