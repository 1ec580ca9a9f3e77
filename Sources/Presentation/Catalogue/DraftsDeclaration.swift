internal import CaseModel
package import Foundations
package import StateOfPlay

extension DraftsView: PlainView {
  package static let declaration = ViewDeclaration(
    "drafts", title: "Draft text", in: .agreements, key: "f",
    summary: "Texts under negotiation, clause by clause, with brackets by party.",
    details: """
      How far each clause is agreed and by whom, according to the record.
      """,
    filledBy: "The text under negotiation, clause by clause, once a draft is entered.",
    examples: [.init("Examples/istanbul")],
    choosing: [.party, .issue])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> DraftsView {
    StateOfPlay.drafts(subject.theCase, subject.lens)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
