internal import CaseModel
internal import Presentation

/// What a page says of a case in which nothing was coded yet: what would fill it, and what to do next.
struct EmptyState {
  let request: PageRequest
  let page: Page

  /// The case holds no statement at all, whatever the lens leaves of it.
  private var isBare: Bool { request.lensed.snapshot.theCase.statements.isEmpty }

  /// In place of what the page shows; nil where it has something to show.
  var html: HTML? {
    guard isBare, let place = page.place, let filled = filled else { return nil }
    return """
      <article class="dragoman bare"><header><h1>\(place.title)</h1></header>
      <p>\(filled)</p></article>
      \(next)
      """
  }

  /// What would fill the page; nil for pages that are not made of statements.
  private var filled: String? {
    if let view = ViewCatalogue.all.first(where: { $0.declaration.name == page.name }) {
      // The list of sources says itself what is there.
      let isList = page.name == "sources" && !request.lensed.theCase.sources.isEmpty
      // A conflict is an analyst's model and needs no statement: its page says how one is made.
      let theCase = request.lensed.theCase
      let isModel =
        page.name == "stability" && !(theCase.sources.isEmpty && theCase.conflicts.isEmpty)
      return isList || isModel || page.name == "search" ? nil : view.declaration.filledBy
    }
    switch page.name {
    case "documents":
      return request.lensed.theCase.sources.isEmpty
        ? "The texts of the case, each with the statements taken from it." : nil
    case "statements": return "Every statement of the case, to be filtered and changed together."
    case "suppose": return "What would follow if a party accepted an answer to an issue."
    default: return nil
    }
  }

  /// The three steps from nothing to a brief, those done struck off.
  private var next: HTML {
    guard request.mode.writing == .allowed else { return request.refusalRemark }
    let source = request.lensed.theCase.sources.first
    let step: HTML =
      source.map { source in
        """
        <h2>Next: code what a document says</h2>
        <p>Open a document, select the words in which someone says something, and say who speaks, and \
        on what.</p>
        <p><a class="button" href="/documents/\(source.id)">Open “\(source.title.shortened(to: 60))”</a> \
        &nbsp; <a href="/documents/new">Bring in another document</a></p>
        """
      } ?? """
        <h2>Next: bring in the first document</h2>
        <p>An article, a communiqué, a transcript: as a file, or as a text that you paste.</p>
        <p><a class="button" href="/documents/new">Bring in the first document</a></p>
        """
    return """
      <section class="next" aria-label="What to do next">
      \(step)
      <ol><li\(" class=\"done\"", when: source != nil)>Bring in documents</li>\
      <li>Code the statements in them: who said what, on which issue</li>\
      <li>Read the state of play, and print the brief</li></ol>
      </section>

      """
  }
}
