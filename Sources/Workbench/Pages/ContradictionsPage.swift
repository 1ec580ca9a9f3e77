internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Accounts that cannot all be right, side by side, each with the way to a verdict.
  static let contradictions = Page.view(
    ContradictionsView.self,
    main: { request in
      let view = try request.view(ContradictionsView.self)
      var document = view.document(in: request.frame)
      document.title = ContradictionsView.declaration.title
      var slots = ["writing": request.refusalRemark]
      if request.mode.writing == .allowed {
        for group in view.groups { slots["verdict-\(group.anchor)"] = request.verdictLink(group) }
      }
      return request.fragment(document, slots: slots)
    })
}

extension PageRequest {
  fileprivate func verdictLink(_ group: ContradictionsView.Group) -> HTML {
    """
    <p class="write"><a href="\(link("/contradictions/verdict", group.question))">\
    \(group.verdict == .open && group.reason == nil ? "Give a verdict" : "Change the verdict")\
    <span class="only-read"> on \(group.title)</span></a></p>

    """
  }
}

extension ContradictionsView.Group {
  /// By which an address names the contradiction: the statements, each once.
  var question: Query {
    var query = Query()
    query.add("statement", Set(statements).sorted().map(\.raw))
    return query
  }
}
