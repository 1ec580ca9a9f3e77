internal import CaseModel
package import Foundations
package import StateOfPlay

extension ChangesView: PlainView {
  package static let declaration = ViewDeclaration(
    "changes", title: "Changes", in: .positions, key: "c",
    summary: "Changes of position, with the statements before and after.",
    details: """
      Every change in what a party accepts, its red lines or its conditions, with the statements \
      before and after. Changes that authors claim are shown beside them, or separately where no \
      statement of the party supports them.
      """,
    filledBy: """
      What a party says now and did not say before, once it has spoken on an issue on two \
      dates.
      """,
    examples: [.init("Examples/istanbul", ("since", "2023"))],
    choosing: [.since, .party, .issue, .directness])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> ChangesView {
    try subject.state.changes(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
