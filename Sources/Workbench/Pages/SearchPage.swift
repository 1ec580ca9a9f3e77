internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Words in texts, gists, titles and names.
  static let search = Page(
    name: "search", path: "/search", own: ["q"],
    content: { visit in
      guard let query = visit.address.own["q"] else {
        return Content(
          title: "Search",
          main: """
            <article class="dragoman"><header><h1>Search</h1></header>
            <p>Words in the texts at hand, in gists, titles, names and notes, whatever their case. \
            Write them in the box above; <kbd>/</kbd> leads there.</p></article>

            """)
      }
      return Content(
        title: "Search", main: SearchResults(visit: visit, view: visit.found(query)).html)
    },
    json: { visit in try visit.look.frame.json(visit.found(visit.address.own["q"] ?? "")) })
}

extension Visit {
  fileprivate func found(_ query: String) -> SearchView {
    StateOfPlay.search(look.theCase, look.lens, for: query, texts: look.texts)
  }
}

private struct SearchResults {
  let visit: Visit
  let view: SearchView

  static let most = 300

  var html: HTML {
    """
    <article class="dragoman wide"><header><h1>Search</h1>
    <p>\(view.hits.count.counted("place")) for “\(view.query)”.</p></header>
    <ol class="hits">
    \(view.hits.prefix(Self.most).html(hit))</ol>
    \(view.hits.count > Self.most ? "<p class=\"remark\">The first \(Self.most) are shown; the JSON has all.</p>" : HTML())\
    \(view.withheld.isEmpty ? HTML() : "<p class=\"remark\">Withheld and not searched: the texts of \(view.withheld.map(\.raw).joined(separator: ", ")).</p>")
    </article>

    """
  }

  private func hit(_ hit: SearchView.Hit) -> HTML {
    let excerpt: HTML =
      hit.excerpt.count == 3
      ? "\(hit.excerpt[0])<mark>\(hit.excerpt[1])</mark>\(hit.excerpt[2])" : HTML()
    return """
      <li><p class="kicker">\(hit.kind == "text" ? "in the text of" : hit.kind) \(link(hit)) \
      <span class="faint">\(hit.kind == "text" ? "" : hit.field)</span></p>
      <p dir="auto">\(excerpt)</p>\(visit.references(hit.statements))</li>

      """
  }

  private func link(_ hit: SearchView.Hit) -> HTML {
    let path: String? =
      switch hit.kind {
      case "text":
        "/documents/\(hit.id)" + (hit.statements.first.map { "#s-\($0)" } ?? "")
      case "statement": "/statements/\(hit.id)"
      default:
        Case.Section.allCases.first { $0.noun == hit.kind && EntryReference.sections.contains($0) }
          .map { "/entries/\($0.rawValue)/\(hit.id)" }
      }
    guard let path else { return "<strong>\(hit.id)</strong>" }
    let parts = path.split(separator: "#", maxSplits: 1)
    let href = visit.link(String(parts[0])) + (parts.count > 1 ? "#\(parts[1])" : "")
    return "<a href=\"\(href)\">\(hit.id)</a>"
  }
}
