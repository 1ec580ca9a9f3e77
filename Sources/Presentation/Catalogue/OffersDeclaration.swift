internal import CaseModel
package import Foundations
package import StateOfPlay

extension OffersView: PlainView {
  package static let declaration = ViewDeclaration(
    "offers", title: "Offers", in: .agreements, key: "e",
    summary: "Packages put forward as a whole, with each party's answer.",
    details: """
      A draft proposed as a whole, or several subjects offered together: by whom, until when it is \
      open, and how each party answered in its own words.
      """,
    filledBy: """
      Packages put forward as a whole, and what the others answered, once an offer is \
      coded.
      """,
    examples: [.init("Examples/corvane")],
    choosing: [.party])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> OffersView {
    try subject.state.offers(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
