internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// One statement: its words, the way they came, and what positions make of it.
  static let statement = Page(
    name: "statement", path: "/statements/{id}",
    content: { request in
      let view = try request.entry(.statements)
      guard view.statement != nil else {
        throw Problem.notFound("the case holds no statement `\(view.id)`")
      }
      return Content(
        title: "Statement \(view.id)", main: request.fragment(view), place: "documents")
    },
    json: { request in try request.lensed.frame.json(try request.entry(.statements)) },
    csv: { request in try request.entry(.statements).csv(in: request.frame) })

  /// Any other entry of the case: what it says, what it rests on, and what names it.
  static let entry = Page(
    name: "entry", path: "/entries/{section}/{id}",
    content: { request in
      let view = try request.entry(request.section())
      return Content(
        title: "\(view.section.noun) \(view.id)",
        main: request.fragment(view), place: view.section == .issues ? "positions" : "documents")
    },
    json: { request in try request.lensed.frame.json(try request.entry(request.section())) },
    csv: { request in try request.entry(request.section()).csv(in: request.frame) })
}

extension PageRequest {
  fileprivate func section() throws -> Case.Section {
    guard let section = parameters["section"].flatMap({ Case.Section(rawValue: $0) }) else {
      throw Problem.notFound("a case has no such kind of entry")
    }
    return section
  }

  fileprivate func entry(_ section: Case.Section) throws -> EntryView {
    let id = parameters["id"] ?? ""
    let found = entries(lensed.theCase, lensed.lens, id: id, texts: lensed.texts)
    guard let view = found.first(where: { $0.section == section }) else {
      throw Problem.notFound(
        "the case holds no \(section.noun) `\(id)`",
        hint: suggestion(for: id, among: index.ids(section)))
    }
    return view
  }

  /// The entry's document, with the form for a note and the way to its history.
  fileprivate func fragment(_ view: EntryView) -> HTML {
    var document = view.document(in: frame)
    document.title = view.title
    document.kicker = Inline("\(view.section.noun.capitalisedFirst) \(view.id)")
    var slots = ["note": NoteForm(request: self, view: view).html]
    if store != nil, let address = address(.changes(kind: view.section.rawValue, key: view.id)) {
      slots["history"] = """
        <p class="remark"><a href="\(address)">Who changed this entry, and when</a></p>

        """
    }
    return fragment(document, slots: slots)
  }
}
