package import StateOfPlay

/// A view of a case, declared once.
///
/// From ``ViewCatalogue/all`` come the command, the page with its `.json` and `.csv` twins, the entry
/// in the navigation, the help beside the page, the reference in `docs/`, and the lists that tests and
/// the browser go through.
package protocol DerivedView: Encodable, Sendable, LensScope {
  static var declaration: ViewDeclaration { get }
  /// The view to be read.
  func document(in frame: ViewContext) -> Document
  /// The view as data: one thing a row, ids and ISO dates. Never without a column.
  func data(in frame: ViewContext) -> [Table]
}

/// A view that follows from the case and the lens alone.
package protocol PlainView: DerivedView {
  /// The rule by which it is derived, in words.
  var rule: String { get }
  /// - Throws: what `checkpoint` throws.
  static func make(_ subject: ViewSubject, _ checkpoint: Checkpoint) throws -> Self
}

extension DerivedView {
  package static var lensOptions: [LensOption] { declaration.lens }

  /// The same bytes in a file, on standard output and at the page's `.csv`.
  package func csv(in frame: ViewContext) -> String { CSVFace().render(data(in: frame)) }
}
