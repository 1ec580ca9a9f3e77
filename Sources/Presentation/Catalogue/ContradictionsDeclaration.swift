internal import CaseModel
package import Foundations
package import StateOfPlay

extension ContradictionsView: PlainView {
  package static let declaration = ViewDeclaration(
    "contradictions", title: "Contradictions", in: .obstacles, key: "x",
    summary: "Statements that cannot all be true, side by side.",
    details: """
      Conflicting accounts of what happened, conflicting reports of one speaker on one occasion, \
      and speakers who contradict themselves, each with the analyst's verdict. Accounts that differ \
      but are compatible are listed separately.
      """,
    filledBy: """
      Accounts that cannot all be true, once two sources report the same thing \
      differently.
      """,
    examples: [.init("Examples/istanbul")],
    choosing: [.party, .issue, .directness])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> ContradictionsView {
    try subject.state.contradictions(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
