internal import CaseModel
package import Foundations
package import StateOfPlay

extension PreconditionsView: PlainView {
  package static let declaration = ViewDeclaration(
    "preconditions", title: "Preconditions", in: .obstacles, key: "w",
    summary: "Which steps depend on which, and what would resolve a deadlock.",
    details: """
      Deadlocks first: conditions that depend on each other in a circle, which of them would have \
      to be waived to resolve it, and in which order the steps could then be taken. Then exchanges, \
      steps that wait for one that is rejected, threats and offers, and every condition with its \
      state. Conditions that rest on an analyst's interpretation name the analyst.
      """,
    filledBy: """
      Which steps wait on which, once statements are coded in which a party sets a \
      condition.
      """,
    examples: [.init("Examples/istanbul", ("as-of", "2025-05-31"))],
    choosing: [.party, .issue, .directness])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> PreconditionsView {
    try subject.state.preconditions(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
