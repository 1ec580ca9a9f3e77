internal import CaseModel
package import Foundations
package import StateOfPlay

extension TimelineView: PlainView {
  package static let declaration = ViewDeclaration(
    "timeline", title: "Timeline", in: .positions, key: "t",
    summary: "Meetings, statements, commitments and acts in order of date.",
    details: """
      Dates less exact than a day are shown as spans. Statements are placed where they were made, \
      not where they were reported.
      """,
    filledBy: "Everything that bears a date: statements, meetings, commitments and changes.",
    examples: [.init("Examples/istanbul", ("as-of", "2022"))],
    choosing: [.party, .issue])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> TimelineView {
    try subject.state.timeline(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
