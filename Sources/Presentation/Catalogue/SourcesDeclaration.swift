internal import CaseModel
package import Foundations
package import StateOfPlay

extension SourcesView: PlainView {
  package static let declaration = ViewDeclaration(
    "sources", title: "Sources", in: .record, key: "s",
    summary: "The documents, their grades, and what was taken from them.",
    details: """
      Where the text is present, every quote is checked against it; a withheld text is identified by its \
      SHA-256 and its length.
      """,
    filledBy: "The documents that the case rests on, with their grades, once they are brought in.",
    examples: [.init("Examples/istanbul")],
    choosing: [.party, .issue, .directness])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> SourcesView {
    try subject.state.sources()
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
