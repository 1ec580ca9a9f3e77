package import CaseModel

/// Where a piece of text leads. What address that is, is the page's to say; faces without pages show
/// the text alone.
package enum Link: Sendable, Hashable {
  case entry(Case.Section, String)
  /// The statements behind one party's position on an issue.
  case cell(Case.Issue.ID, Case.Actor.ID)
  /// The statements behind what two actors say of the same answers.
  case tie(Case.Actor.ID, Case.Actor.ID)
  /// The text of a document, at the words of a statement where one is named.
  case document(Case.Source.ID, at: Case.Statement.ID? = nil)
  case view(String)
  /// A place of a view's page, by its anchor.
  case place(String, String)
  /// The definition of a term, by its anchor in the glossary.
  case term(String)
  /// The same page with other answers to its own questions, or the page of another view.
  case asking([Asked], of: String? = nil)
  /// A change in the history of the file, and all changes of one record.
  case change(Int)
  case changes(kind: String, key: String)

  package static func statement(_ id: Case.Statement.ID) -> Link { .entry(.statements, id.raw) }

  /// A question of a page by its name in the address, and the answer; nil takes every answer away. Of
  /// what can have several answers it is one more.
  package struct Asked: Sendable, Hashable {
    package let name: String
    package let answer: String?

    package init(_ name: String, _ answer: String?) { (self.name, self.answer) = (name, answer) }
  }
}
