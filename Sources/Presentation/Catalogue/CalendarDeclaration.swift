internal import CaseModel
package import Foundations
package import StateOfPlay

extension CalendarView: PlainView {
  package static let declaration = ViewDeclaration(
    "calendar", title: "Calendar", in: .agreements, key: "y",
    summary: "What falls due, and what has passed with or without a report.",
    details: """
      Deadlines, votes, planned meetings, promises, demands and conditions with a day, offers and \
      truces that hold until one, and the ends of roles and legal acts: what has gone by with its \
      outcome, and what is ahead. The same days can be taken into a calendar program as an .ics file.
      """,
    filledBy: "What falls due and what was announced, once commitments and meetings have dates.",
    examples: [.init("Examples/corvane", ("as-of", "2025-06-24"))],
    choosing: [.party, .issue])

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> CalendarView {
    try subject.state.calendar(checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { [frame.data(self)] }
}
