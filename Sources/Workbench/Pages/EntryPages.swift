internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// One statement: its words, the way they came, and what positions make of it.
  static let statement = Page(
    name: "statement", path: "/statements/{id}",
    content: { request in
      let view = try request.entry(.statements)
      guard view.statement != nil else {
        throw Problem.notFound("the case has no statement `\(view.id)`")
      }
      return Content(
        title: view.title, main: try request.fragment(view), place: "documents")
    },
    json: { request in try request.lensed.frame.json(try request.entry(.statements)) },
    csv: { request in try request.entry(.statements).csv(in: request.frame) },
    document: { request in try request.paper(request.entry(.statements)) })

  /// Any other entry of the case: what it says, what it rests on, and what names it.
  static let entry = Page(
    name: "entry", path: "/entries/{section}/{id}", own: ["speaker"],
    content: { request in
      let view = try request.entry(request.section())
      return Content(
        title: view.title,
        main: try request.fragment(view),
        place: view.section == .issues ? "positions" : "documents")
    },
    json: { request in try request.lensed.frame.json(try request.entry(request.section())) },
    csv: { request in try request.entry(request.section()).csv(in: request.frame) },
    document: { request in
      try request.paper(request.entry(request.section()))
    })
}

extension PageRequest {
  fileprivate func section() throws -> Case.Section {
    guard let section = parameters["section"].flatMap({ Case.Section(rawValue: $0) }) else {
      throw Problem.notFound("there is no such kind of entry")
    }
    return section
  }

  fileprivate func entry(_ section: Case.Section) throws -> EntryView {
    let id = parameters["id"] ?? ""
    let found = entries(lensed.theCase, lensed.lens, id: id, texts: lensed.texts)
    guard let view = found.first(where: { $0.section == section }) else {
      if let later = frame.notYet(id) { throw Problem.notFound(later.message, hint: later.hint) }
      throw Problem.notFound(
        "the case has no \(section.noun) `\(id)`",
        hint: suggestion(for: id, among: index.ids(section)))
    }
    return view
  }

  /// The entry's document, with the form for a note and the way to its history.
  fileprivate func fragment(_ view: EntryView) throws -> HTML {
    var document = try paper(view)
    document.title = view.title
    document.kicker = Inline(
      view.section == .statements
        ? "Statement" : view.section.noun.capitalisedFirst)
    document.isWide = view.section != .statements
    var slots = ["note": NoteForm(request: self, view: view).html]
    if store != nil, let address = address(.changes(kind: view.section.rawValue, key: view.id)) {
      slots["history"] = """
        <p class="remark"><a href="\(address)">Who changed this entry, and when</a></p>

        """
    }
    if mode.writing == .allowed {
      let edit = Query([
        .init(name: "section", value: view.section.rawValue), .init(name: "key", value: view.id),
      ])
      slots["history", default: HTML()] += """
        <p><a class="button" href="/edit?\(edit.text)">Edit this \(view.section.noun)</a>\(report(view))\(followUps(view))</p>

        """
    }
    return fragment(document, slots: slots)
  }

  /// What a statement gives reason to enter, as what it promises.
  private func followUps(_ view: EntryView) -> HTML {
    guard view.section == .statements,
      let statement = index.statement(Case.Statement.ID(view.id))
    else { return HTML() }
    return FollowUp.all(statement, lensed.theCase).html { followUp in
      let back = "/statements/\(view.id)"
      return
        " \(link(to: followUp, from: statement.id, "Enter it as \(followUp.words)", back: back))"
    }
  }

  /// How a promise was kept is a part of its form, which this opens.
  private func report(_ view: EntryView) -> HTML {
    guard view.section == .commitments else { return HTML() }
    let report = Query([
      .init(name: "section", value: view.section.rawValue), .init(name: "key", value: view.id),
      .init(name: "open", value: "status"),
    ])
    return " <a class=\"button\" href=\"/edit?\(report.text)\">Report how it was kept</a>"
  }

  /// The entry as it can be saved: of an issue with where each party stands.
  fileprivate func paper(_ view: EntryView) throws -> Document {
    var speakers: [Case.Actor.ID] = []
    if view.section != .statements {
      let own = address.own
      do {
        speakers = try SearchChoice({ $0 == "speaker" ? own.all($0) : [] }, index).speakers
      } catch { throw Problem.badRequest(error.message, hint: error.hint) }
    }
    var document = frame.document([view], speakers: speakers)
    guard view.section == .issues, let place = document.blocks.firstIndex(of: .slot("standing"))
    else { return document }
    document.blocks.replaceSubrange(
      place...place,
      with: frame.standing(
        Case.Issue.ID(view.id), try self.view(PositionsView.self), try self.view(ChangesView.self)))
    return document
  }
}
