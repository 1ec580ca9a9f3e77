internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Who owes what to whom; each promise that only a statement holds has a button that enters it.
  static let commitments = Page.view(
    CommitmentsView.self,
    main: { request in
      let view = try request.view(CommitmentsView.self)
      var document = view.document(in: request.frame)
      document.title = CommitmentsView.declaration.title
      var slots: [String: HTML] = [:]
      if request.mode.writing == .allowed, document.takeButtons(for: view.unentered) {
        for id in view.unentered { slots["enter-\(id)"] = request.entering(id) }
      }
      return request.fragment(document, slots: slots)
        + request.invitation(CommitmentsView.declaration.name)
    })
}

extension Document {
  /// Puts a place for a button behind each promise that is not entered; false where there is none.
  fileprivate mutating func takeButtons(for promises: [Case.Statement.ID]) -> Bool {
    guard let heading = blocks.firstIndex(of: .heading(ViewContext.unenteredTitle)),
      blocks.indices.contains(heading + 1), case .items(let items) = blocks[heading + 1],
      items.count == promises.count
    else { return false }
    blocks.replaceSubrange(
      heading + 1...heading + 1,
      with: zip(items, promises).flatMap { item, id in
        [Block.items([item]), .slot("enter-\(id)")]
      })
    return true
  }
}

extension PageRequest {
  /// The way to the form of a commitment that begins from what the statement says.
  fileprivate func entering(_ id: Case.Statement.ID) -> HTML {
    guard
      let followUp = index.statement(id).map({ FollowUp.all($0, lensed.theCase) })?
        .first(where: { $0.section == Case.Section.commitments.rawValue })
    else { return HTML() }
    return
      "<p class=\"write\">\(link(to: followUp, from: id, "Enter it as a commitment", back: "/commitments"))</p>\n"
  }

  /// A button to the form of an entry that follows from a statement.
  func link(
    to followUp: FollowUp, from id: Case.Statement.ID, _ words: String, back: String
  ) -> HTML {
    var query = Query([.init(name: "section", value: followUp.section)])
    query.add("key", followUp.key)
    query.add("open", followUp.open)
    query.add("from", id.raw)
    query.add("back", back)
    let gist = index.statement(id)?.gist ?? id.raw
    return """
      <a class="button" href="/edit?\(query.text)">\(words)<span class="only-read">: \(gist)</span></a>
      """
  }
}
