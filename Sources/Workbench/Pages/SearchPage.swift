internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Words in texts, gists, titles and names.
  static let search = Page.asked(
    SearchView.self, own: ["q"], made: { try $0.found($0.address.own["q"] ?? "") },
    main: { request in
      guard let query = request.address.own["q"] else {
        return request.fragment(
          Document(
            "Search",
            [
              .paragraph(
                """
                Words in the texts at hand, in gists, titles, names and notes, in upper or lower \
                case. Type them in the box above; `/` moves there.
                """)
            ]))
      }
      var document = request.frame.document(try request.found(query), most: 300)
      document.isWide = true
      return request.fragment(document)
    })
}

extension PageRequest {
  fileprivate func found(_ query: String) throws -> SearchView {
    StateOfPlay.search(
      lensed.theCase, lensed.lens, for: query, texts: lensed.texts, within: try scope(of: query))
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
}
