internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Words in texts, gists, titles and names.
  static let search = Page.asked(
    SearchView.self, own: ["q"] + SearchChoice.names, made: { try $0.found() },
    main: { request in
      guard request.address.own["q"] != nil else {
        return request.fragment(
          Document(
            "Search",
            [
              .paragraph(
                """
                Searches the available texts, gists, titles, names and notes for all the words, in any \
                order. Words in quotation marks must stand together. Type in the box above; `/` \
                moves there.
                """)
            ]))
      }
      var document = request.frame.document(try request.found(), most: 100)
      document.isWide = true
      return request.fragment(document, slots: ["dates": request.dateForm])
    })
}

extension PageRequest {
  fileprivate func found() throws -> SearchView {
    let own = address.own
    let choice: SearchChoice
    do { choice = try SearchChoice({ own.all($0) }, index) } catch {
      throw Problem.badRequest(error.message, hint: error.hint, field: error.option)
    }
    let query = own["q"] ?? ""
    return StateOfPlay.search(
      lensed.theCase, lensed.lens, for: query, choosing: choice, texts: lensed.texts,
      within: try scope(of: query))
  }

  /// Where the file's index knows that the words can be; nil where it knows another state of the case
  /// than is looked at, an earlier one or one that was changed a moment ago.
  private func scope(of query: String) throws -> SearchScope? {
    guard let store, let stored = lensed.snapshot.stored, lensed.lens.knownFrom == nil else {
      return nil
    }
    let scope = try store.searchScope(
      for: query, in: lensed.theCase, isRedacted: lensed.lens.redact)
    return try store.newestGroup() == stored.group ? scope : nil
  }

  /// Results between two dates.
  fileprivate var dateForm: HTML {
    """
    <form class="panel row" method="get" action="/search">
    \(address.lensQuery.items.html { hidden($0) })\
    \(address.own.items.filter { $0.name != "from" && $0.name != "to" }.html { hidden($0) })
    <label>Dated from \(dateBox("from", placeholder: "the start"))</label>
    <label>to \(dateBox("to", placeholder: "the end"))</label>
    <button type="submit">Apply</button>
    </form>

    """
  }

  private func hidden(_ item: Query.Item) -> HTML {
    "<input type=\"hidden\" name=\"\(item.name)\" value=\"\(item.value)\">"
  }
}
