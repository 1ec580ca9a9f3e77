internal import CaseModel
package import Foundations
package import StateOfPlay

extension DelegationsView: PlainView {
  package static let declaration = ViewDeclaration(
    "delegations", title: "Delegations", in: .agreements, key: "n",
    summary: "Delegations at each meeting, and changes between meetings.",
    details: """
      Meetings in order, planned and held; each delegation with its head, ranks, size and absences, \
      compared with the same party's at the meeting before; and what is said of its authority.
      """,
    filledBy: "Who sent whom to which meeting, once meetings are entered.",
    examples: [.init("Examples/istanbul", ("party", "russia"))],
    choosing: [.party])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> DelegationsView {
    try subject.state.delegations()
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
