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
  /// The options of the lens that make a difference here; none where the page has no lens.
  var lens = LensOption.all
  /// Where in the navigation it is found; nil where other pages alone lead to it.
  var place: Place?
  let content: @Sendable (PageRequest) throws -> Content
  var json: (@Sendable (PageRequest) throws -> String)?
  var csv: (@Sendable (PageRequest) throws -> String)?
  /// The page as a paper that is saved and sent, where it can be.
  var document: (@Sendable (PageRequest) throws -> Document)?
  /// Where the page is a file to be saved, this and nothing else.
  var file: (@Sendable (PageRequest) throws -> File)?

  /// An entry of the navigation.
  struct Place: Sendable {
    var group: ViewGroup
    var title: String
    /// After `g`.
    var key: String
    /// What the page shows, for the help.
    var summary: String
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

  /// Every page there is: those of the views, and those that are not views.
  static let all: [Page] =
    ViewCatalogue.all.compactMap(page) + [
      .cell, .tie, .documents, .newDocument, .document, .textRange, .verdict, .statement, .entry,
      .briefExport,
      .calendarFile,
      .dates, .history, .change, .glossary, .supposition, .record, .edit,
    ] + networkFiles + codingPages
}
