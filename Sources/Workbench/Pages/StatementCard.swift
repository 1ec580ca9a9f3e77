internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// One statement with the words it rests on and the way they came.
struct StatementCard {
  let visit: Visit
  let statement: Case.Statement
  let provenance: EntryView.Provenance
  /// What a position makes of it, where the card stands in one.
  var telling: Telling?

  /// The statements as cards, in the order given; what the lens hides is left out.
  static func cards(
    _ ids: [Case.Statement.ID], _ visit: Visit, tellings: [Case.Statement.ID: Telling] = [:]
  ) -> HTML {
    let found = visit.look.provenances(of: ids)
    return ids.html { id in
      guard let statement = visit.index.statement(id), let provenance = found[id] else {
        return HTML()
      }
      return StatementCard(
        visit: visit, statement: statement, provenance: provenance, telling: tellings[id]
      ).html
    }
  }

  var html: HTML {
    """
    <article class="card\(" decides", when: telling?.role == .decides)" id="card-\(statement.id)">
    <header>\(HTML.date(provenance.said))\(toldLater)\(stance)\
    \(" <strong class=\"red-line\">red line</strong>", when: statement.redLine)
    <a class="id" href="\(visit.link(statement.id))">\(statement.id)</a></header>
    <p class="gist" dir="auto">\(statement.gist)</p>
    \(quotation)
    <p class="chain" dir="auto">\(chain)</p>
    <p class="grades">\(grades)</p>
    \(reading)
    </article>

    """
  }

  private var toldLater: HTML {
    telling?.toldLater == true ? " <span class=\"warning\">reported later</span>" : HTML()
  }

  private var stance: HTML {
    provenance.stance.map { " \(HTML.stance($0))" } ?? HTML()
  }

  /// The words in their sentence; where the text is withheld, that it is.
  var quotation: HTML {
    if let context = provenance.context, context.count == 3 {
      return """
        <blockquote dir="auto">\(context[0])<mark>\(context[1])</mark>\(context[2])</blockquote>
        """
    }
    if let words = provenance.words {
      return "<blockquote dir=\"auto\"><mark>\(words)</mark></blockquote>"
    }
    let spans = provenance.spans.map(\.placeWords).joined(separator: ", ")
    if provenance.hasText {
      return """
        <p class="withheld">The words are not where the quote says, \(spans) of \
        \(provenance.source); dragoman check says more.</p>
        """
    }
    return """
      <p class="withheld">The words are withheld with their text: \(spans) of \
      \(provenance.source), known by their SHA-256.</p>
      """
  }

  private var chain: HTML {
    var parts: [HTML] = provenance.chain.map { "<span>\($0)</span>" }
    if provenance.depth == 0 { parts = Array(parts.prefix(1)) }
    var html = HTML()
    for (position, part) in parts.enumerated() {
      if position > 0 { html += " <span class=\"arrow\" aria-label=\"through\">→</span> " }
      html += part
    }
    if provenance.depth == 0 { html += ", in its own document" }
    return html
  }

  private var grades: HTML {
    let source = provenance.reliability.map { "\($0.rawValue), \($0.words)" } ?? "not graded"
    let own = provenance.credibility.map { "\($0.rawValue), \($0.words)" } ?? "not graded"
    return """
      <a href="\(visit.link("/documents/\(provenance.source)"))#s-\(statement.id)" dir="auto">\
      \(provenance.sourceTitle)</a> · source \(source) · statement \(own)\
      \(provenance.told.map { " · told \(HTML.date($0))" as HTML })\
      \(statement.hedge.map { " · the text says “\($0)”" as HTML })\
      \(statement.doubted.map { " · <span class=\"warning\">doubted: \($0)</span>" as HTML })
      """
  }

  private var reading: HTML {
    guard let telling else { return HTML() }
    return """
      <p class="role"><strong>\(telling.role.words)</strong>: \(telling.role.reason) \
      <span class="faint">(\(telling.directness.words))</span></p>
      """
  }
}

extension Telling.Role {
  /// Why a statement has the part in a position that it has.
  var reason: String {
    switch self {
    case .decides: "it stands: the party has not taken it back"
    case .saysOtherwise:
      "reported by others, whose words never displace the party's own; so the cell is contested"
    case .outranked: "words of the same time are nearer to the party or better graded"
    case .superseded: "a later yes to another answer of the issue took its place"
    case .earlier: "something later was said on the same answer"
    case .unordered: "its date is vague, and so nobody knows whether it is the later word"
    case .closes: "it takes back what the party had asked for before"
    case .lapsed: "the day until which it was to hold has passed"
    case .doubted: "the analyst doubts it, or its credibility is 5"
    case .perhapsLater: "its date begins by the date asked about and may be later"
    case .undated: "it bears no date, and dated words speak"
    case .listed: "it takes no stance on an answer"
    }
  }
}
