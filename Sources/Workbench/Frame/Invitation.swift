internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension PageRequest {
  /// Under a page of entries that are made by a form, the way to make one: what would fill the page where it is
  /// empty, a button for another where it is not.
  func invitation(_ page: String) -> HTML {
    guard mode.writing == .allowed, !lensed.snapshot.theCase.statements.isEmpty else {
      return HTML()
    }
    let theCase = lensed.snapshot.theCase
    switch page {
    case "drafts":
      return way(to: .drafts, theCase.drafts.isEmpty ? "a" : "another", "draft text", page)
    case "constraints":
      return way(
        to: .constraints, theCase.constraints.isEmpty ? "a" : "another", "legal limit", page)
    case "commitments":
      return way(to: .commitments, theCase.commitments.isEmpty ? "a" : "another", "promise", page)
    case "delegations":
      return way(to: .meetings, theCase.meetings.isEmpty ? "a" : "another", "meeting", page)
    case "offers":
      guard (try? view(OffersView.self))?.offers.isEmpty == true else { return HTML() }
      return """
        <section class="next" aria-label="What to do next">
        <p>An offer is a draft put forward as a whole, or one statement on several issues at once.</p>
        <p><a class="button" href="/edit?section=drafts&amp;back=/offers">Enter a draft text</a> &nbsp; \
        <a href="/documents">Code an offer in a document: under All fields, “Package of” names its parts</a></p>
        </section>

        """
    default: return HTML()
    }
  }

  private func way(
    to section: Case.Section, _ article: String, _ what: String, _ page: String
  ) -> HTML {
    let query = Query([
      .init(name: "section", value: section.rawValue), .init(name: "back", value: "/\(page)"),
    ])
    return """
      <p><a class="button" href="/edit?\(query.text)">Enter \(article) \(what)</a></p>

      """
  }
}
