internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Pages of views that show more than the view's document, or take questions of their own.
  static let own: [Page] = [
    .brief, .timeline, .calendar, .commitments, .preconditions, .contradictions, .settlement,
    .stability, .networks, .search,
  ]

  /// The page of a view; nil where it has none of that name.
  static func page(of view: any DerivedView.Type) -> Page? {
    if let page = own.first(where: { $0.name == view.declaration.name }) { return page }
    return (view as? any PlainView.Type).map { plain($0) }
  }

  private static func plain<View: PlainView>(_ view: View.Type) -> Page { .view(view) }

  /// A page of a view that follows from case and lens.
  ///
  /// - Parameters:
  ///   - own: the names of the page's own questions.
  ///   - made: the view as the page's own questions have it; the plain one where none is given.
  ///   - main: what the page shows; the view's document where none is given.
  static func view<View: PlainView>(
    _ view: View.Type, own: [String] = [], made: (@Sendable (PageRequest) throws -> View)? = nil,
    main: (@Sendable (PageRequest) throws -> HTML)? = nil
  ) -> Page {
    let made = made ?? { try $0.view(View.self) }
    return .asked(
      view, own: own, made: made,
      main: main ?? { request in
        var document = try made(request).document(in: request.frame)
        document.title = View.declaration.title
        return request.fragment(document) + request.invitation(View.declaration.name)
      })
  }

  /// A page of a view that takes questions of its own. Its twins are the view and nothing else, as
  /// the command prints it.
  ///
  /// - Parameter data: the view for the CSV, where the page asks less than the command does.
  static func asked<View: DerivedView>(
    _: View.Type, own: [String], made: @escaping @Sendable (PageRequest) throws -> View,
    data: (@Sendable (PageRequest) throws -> View)? = nil,
    main: @escaping @Sendable (PageRequest) throws -> HTML
  ) -> Page {
    let declaration = View.declaration
    return Page(
      name: declaration.name, path: "/\(declaration.name)", own: own, lens: declaration.lens,
      place: declaration.key.map {
        Place(
          group: declaration.group, title: declaration.title, key: $0,
          summary: declaration.summary)
      },
      content: { Content(title: declaration.title, main: try main($0)) },
      json: { try $0.frame.json(try made($0)) },
      csv: { try (data ?? made)($0).csv(in: $0.frame) },
      document: { try made($0).document(in: $0.frame) })
  }
}
