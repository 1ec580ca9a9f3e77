package import CaseModel

/// Where a piece of text leads. What address that is, is the page's to say; faces without pages show
/// the text alone.
package enum Link: Sendable, Hashable {
  case entry(Case.Section, String)
  /// The statements behind one party's position on an issue.
  case cell(Case.Issue.ID, Case.Actor.ID)
  /// The text of a document, at the words of a statement where one is named.
  case document(Case.Source.ID, at: Case.Statement.ID? = nil)
  case view(String)
  /// A place of a view's page, by its anchor.
  case place(String, String)
  /// A change in the history of the file, and all changes of one record.
  case change(Int)
  case changes(kind: String, key: String)

  package static func statement(_ id: Case.Statement.ID) -> Link { .entry(.statements, id.raw) }
}
