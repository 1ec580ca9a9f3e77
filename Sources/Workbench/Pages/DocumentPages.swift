internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The documents of the case, each a way to its text.
  static let documents = Page(
    name: "documents", path: "/documents", lens: SourcesView.declaration.lens,
    place: Place(
      group: .record, title: "Documents", key: "d",
      summary: "The texts, with the statements taken from them."),
    content: { request in
      Content(
        title: "Documents",
        main: request.fragment(
          request.frame.documentList(try request.view(SourcesView.self))))
    },
    json: { request in try request.lensed.frame.json(try request.lensed.view(SourcesView.self)) },
    csv: { request in
      try request.view(SourcesView.self).csv(in: request.frame)
    })

  /// One document: its text with the statements taken from it.
  static let document = Page(
    name: "document", path: "/documents/{id}", own: ["part", "proposed", KnownParts.question],
    content: { request in
      let source = try request.source()
      return Content(
        title: source.title, main: try DocumentReader(request, source).html, place: "documents")
    },
    json: { request in
      let source = try request.source()
      let ids = request.statements(of: source).map(\.id)
      let found = request.lensed.provenances(of: ids)
      return try request.lensed.frame.json(ids.compactMap { found[$0] })
    },
    csv: { request in
      let statements = request.statements(of: try request.source())
      let found = request.lensed.provenances(of: statements.map(\.id))
      return request.csv(request.frame.data(statements, found))
    })
}

extension PageRequest {
  fileprivate func source() throws -> Case.Source {
    let id = parameters["id"] ?? ""
    guard let source = index.source(Case.Source.ID(id)) else {
      throw Problem.notFound(
        "the case has no document `\(id)`",
        hint: suggestion(for: id, among: index.ids(.sources)))
    }
    return source
  }

  func statements(of source: Case.Source) -> [Case.Statement] {
    StateOfPlay.statements(lensed.theCase, lensed.lens, from: source.id)
  }
}
