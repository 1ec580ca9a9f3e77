internal import CaseModel
package import Foundations
package import StateOfPlay

extension NetworksView: PlainView {
  package static let declaration = ViewDeclaration(
    "networks", title: "Networks", in: .positions, key: "q",
    summary: "Who says the same as whom, and since when.",
    details: """
      The discourse network of the case: actors joined by the answers on which both speak, with \
      congruence and conflict side by side, so that two who agree on one answer and conflict on \
      another are shown as ambivalent and not as strangers. Each tie opens into its statements. It \
      says how far the actors fall into two camps, beside random networks of the same activity, which \
      ties do not fit, and when the network changed. See docs/networks.md for the definitions.
      """,
    filledBy: """
      Who says the same as whom, once statements of several actors on the same issues are \
      coded.
      """,
    examples: [
      .init("Examples/istanbul"),
      .init("Examples/istanbul", ("mode", "answers"), ("actors", "speakers")),
      .init("Examples/istanbul", ("tie", "ukraine,russia")),
      .init("Examples/istanbul", ("format", "graphml")),
    ],
    choosing: [.party, .issue, .directness])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> NetworksView {
    try subject.state.networks(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
