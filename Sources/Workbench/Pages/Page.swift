internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// One page of the workbench: what it is called, what it may be asked, and its faces.
///
/// The faces are pure functions of the visit. Beside the page at `/NAME` stand its twins
/// `/NAME.json` and `/NAME.csv`, where it has them.
struct Page: Sendable {
  /// As in the address, `changes`; unlike any other.
  let name: String
  /// The route, with `{parameters}`.
  let path: String
  /// The names of what the page itself may be asked, in the order of its address.
  var own: [String] = []
  /// As-of, compare and filters make a difference here.
  var hasLens = true
  /// The filters that make a difference here; what chooses sources and dates does on every page.
  var heeds: Set<Filter> = [.parties, .issues, .directness]
  let content: @Sendable (Visit) throws -> Content
  var json: (@Sendable (Visit) throws -> String)?
  var csv: (@Sendable (Visit) throws -> String)?
  /// Where the page is a file to be saved, this and nothing else.
  var file: (@Sendable (Visit) throws -> File)?

  enum Filter: Sendable {
    case parties, issues, directness
  }

  /// Something to be saved by the reader.
  struct File: Sendable {
    var name: String
    var kind: String
    var text: String
  }

  struct Content: Sendable {
    /// For the browser's title.
    var title: String
    var main: HTML
    /// Of the entry in the navigation that this belongs to.
    var place: String?
  }

  /// Every page there is.
  static let all: [Page] = [
    .positions, .cell, .documents, .document, .changes, .timeline, .preconditions,
    .contradictions, .verdict, .commitments, .delegations, .constraints, .drafts, .settlement,
    .stability, .sources, .search, .statement, .entry, .brief, .briefExport, .dates, .history,
    .change,
  ]
}

extension Page {
  /// A page that is one document of the presentation.
  static func plain<View: Encodable & SendableMetatype>(
    _ name: String, title: String, heeds: Set<Filter> = [.parties, .issues, .directness],
    view: @escaping @Sendable (Visit) throws -> View,
    document: @escaping @Sendable (Frame, View) -> Document,
    data: (@Sendable (Frame, View) -> Table)? = nil
  ) -> Page {
    Page(
      name: name, path: "/\(name)", heeds: heeds,
      content: { visit in
        var document = document(visit.look.frame, try view(visit))
        document.title = title
        return Content(title: title, main: visit.fragment(document))
      },
      json: { visit in try visit.look.frame.json(try view(visit)) },
      csv: { visit in
        let made = try view(visit)
        return visit.csv(
          data.map { Document("", [.table($0(visit.look.frame, made))]) }
            ?? document(visit.look.frame, made))
      })
  }
}
