internal import CaseModel
package import Foundations
package import StateOfPlay

extension CommitmentsView: PlainView {
  package static let declaration = ViewDeclaration(
    "commitments", title: "Commitments", in: .agreements, key: "m",
    summary: "What was promised, and how far it has been carried out.",
    details: """
      Promises, agreements in principle and expectations are kept apart. The status is the one \
      reported, on the scale of the Peace Accords Matrix; without a report it is unknown, never \
      zero. With a date, overdue commitments are marked.
      """,
    filledBy: "What each party has promised to whom and by when, once commitments are entered.",
    examples: [.init("Examples/istanbul", ("as-of", "2025-06-30"))],
    choosing: [.party, .issue])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> CommitmentsView {
    try subject.state.commitments(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
