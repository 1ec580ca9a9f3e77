internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Words in texts, gists, titles and names.
  static let search = Page.asked(
    SearchView.self, own: ["q"], made: { try $0.found($0.address.own["q"] ?? "") },
    main: { visit in
      guard let query = visit.address.own["q"] else {
        return """
          <article class="dragoman"><header><h1>Search</h1></header>
          <p>Words in the texts at hand, in gists, titles, names and notes, in upper or lower case. \
          Type them in the box above; <kbd>/</kbd> moves there.</p></article>

          """
      }
      return SearchResults(visit: visit, view: try visit.found(query)).html
    })
}

extension Visit {
  fileprivate func found(_ query: String) throws -> SearchView {
    StateOfPlay.search(
      look.theCase, look.lens, for: query, texts: look.texts, within: try scope(of: query))
  }

  /// Where the file's index knows that the words can stand; nil where it knows another state of the
  /// case than is looked at, an earlier one or one that somebody has just changed.
  private func scope(of query: String) throws -> SearchScope? {
    guard let store, let stored = look.snapshot.stored, look.lens.knownFrom == nil else {
      return nil
    }
    let scope = try store.searchScope(
      for: query, in: look.theCase, isRedacted: look.lens.redact)
    return try store.newestGroup() == stored.group ? scope : nil
  }
}

private struct SearchResults {
  let visit: Visit
  let view: SearchView

  static let most = 300

  var html: HTML {
    """
    <article class="dragoman wide"><header><h1>Search</h1>
    <p>\(view.hits.count.counted("place")) for “\(view.query)”\(kinds).</p>\
    \(view.names.isEmpty ? HTML() : "<p class=\"remark\" dir=\"auto\">Also looked for: \(view.names.joined(separator: ", ")).</p>")</header>
    <ol class="hits">
    \(view.hits.prefix(Self.most).html(hit))</ol>
    \(view.hits.count > Self.most ? "<p class=\"remark\">The first \(Self.most) are shown; the JSON has all.</p>" : HTML())\
    \(view.withheld.isEmpty ? HTML() : "<p class=\"remark\">Withheld and not searched: the texts of \(view.withheld.map(\.raw).joined(separator: ", ")).</p>")
    </article>

    """
  }

  /// How many places are of which kind, the most first.
  private var kinds: String {
    let counts = Dictionary(grouping: view.hits, by: \.kind).mapValues(\.count)
    guard counts.count > 1 else { return "" }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ": " + sorted.map { "\($0.value) in \($0.key)s" }.joined(separator: ", ")
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
    if let (path, words) = place(of: hit) {
      return "<a href=\"\(visit.link(path))\">\(words)</a>"
    }
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

  /// Where an entry without an id is to be seen: a note with its entry, a verdict with the others.
  private func place(of hit: SearchView.Hit) -> (path: String, words: String)? {
    guard hit.id.hasPrefix("#"), let number = Int(hit.id.dropFirst()) else { return nil }
    let theCase = visit.look.theCase
    switch hit.kind {
    case Case.Section.notes.noun:
      guard theCase.notes.indices.contains(number - 1) else { return nil }
      let to = theCase.notes[number - 1].to
      return (
        to.section == .statements
          ? "/statements/\(to.id)" : "/entries/\(to.section.rawValue)/\(to.id)",
        "on \(to.section.noun) \(to.id)"
      )
    case Case.Section.verdicts.noun: return ("/contradictions", hit.id)
    default: return nil
    }
  }
}
