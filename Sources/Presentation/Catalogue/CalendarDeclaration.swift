internal import CaseModel
package import Foundations
package import StateOfPlay

extension CalendarView: PlainView {
  package static let declaration = ViewDeclaration(
    "calendar", title: "Calendar", in: .agreements, key: "y",
    summary: "What falls due, and what has passed with or without a report.",
    details: """
      Deadlines, votes, planned meetings, promises, demands and conditions with a date, offers and \
      truces with an end date, and the ends of roles and legal acts: past dates with their \
      outcome, and those still to come. The dates can be exported to a calendar program (.ics).
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
