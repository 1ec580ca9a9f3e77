internal import CaseModel
package import Foundations
package import StateOfPlay

extension PositionsView: PlainView {
  package static let declaration = ViewDeclaration(
    "positions", title: "State of play", in: .positions, key: "p",
    summary: "Each party's position on each issue, with its sources.",
    details: """
      A matrix of issues by parties. With one issue, or in detail, every statement behind each \
      cell is listed, with how it was read and what it was outweighed by.
      """,
    filledBy: "Where each party stands on each issue, once statements on issues are coded.",
    examples: [.init("Examples/istanbul", ("issue", "ceasefire"), ("as-of", "2025-05-16"))],
    choosing: [.since, .party, .issue, .directness])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> PositionsView {
    try subject.state.positions(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document {
    frame.document(self, detail: !frame.lens.issues.isEmpty)
  }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
