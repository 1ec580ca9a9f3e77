internal import CaseModel
package import Foundations
package import StateOfPlay

extension ConstraintsView: PlainView {
  package static let declaration = ViewDeclaration(
    "constraints", title: "Legal limits", in: .obstacles, key: "l",
    summary: "Legal acts that limit the talks, by interpretation, and what would breach them.",
    details: """
      Each act with its interpretations and who holds them, and every meeting, or offer of a meeting, \
      that would breach one of them. It does not say which interpretation is right.
      """,
    filledBy: """
      Laws, decrees and mandates that limit who may negotiate or sign, once they are \
      entered.
      """,
    examples: [.init("Examples/istanbul")],
    choosing: [.party])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> ConstraintsView {
    try subject.state.constraints()
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
