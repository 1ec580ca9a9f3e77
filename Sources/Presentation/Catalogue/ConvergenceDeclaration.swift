internal import CaseModel
package import Foundations
package import StateOfPlay

extension ConvergenceView: PlainView {
  package static let declaration = ViewDeclaration(
    "convergence", title: "Convergence", in: .positions, key: "v",
    summary: "How near the parties are to each other, issue by issue.",
    details: """
      Agreed, reported as agreed, within reach, conditional, apart, or without evidence; what \
      stands in the way, and which single concession would close the gap.
      """,
    filledBy: "How near the parties are on each issue, once two of them have spoken on it.",
    examples: [.init("Examples/istanbul", ("as-of", "2025-05-20"))],
    choosing: [.party, .issue, .directness])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> ConvergenceView {
    try subject.state.convergence(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
