internal import CaseModel
package import Foundations
internal import StateOfPlay

extension Brief: PlainView {
  package static let declaration = ViewDeclaration(
    "brief", title: "Brief", in: .record, key: "b",
    summary: "The briefing paper to read before a round of talks.",
    details: """
      Who met, the parties' positions, what changed, how near the parties are, which steps depend on \
      which and what would resolve a deadlock, which outcomes would be stable and which packages \
      all could accept by an analyst's models, where accounts conflict, what was promised, legal \
      limits, dates, and the sources with their grades. Each line names the statements it rests \
      on. As HTML it is one file that prints on at most four pages.
      """,
    filledBy: "The four-page paper writes itself as statements are coded.",
    examples: [.init("Examples/istanbul", ("as-of", "2025-05-16"))],
    choosing: [.since, .party, .issue, .directness])

  package var rule: String { "Each part follows the rule of its own view." }

  package static func make(
    _ subject: ViewSubject, _ checkpoint: Checkpoint
  ) throws -> Brief {
    try Brief(subject.state, subject.theCase, texts: subject.texts, checkpoint: checkpoint)
  }

  package func document(in frame: ViewContext) -> Document { frame.document(self) }
  package func data(in frame: ViewContext) -> [Table] { frame.document(self).tables }
}
