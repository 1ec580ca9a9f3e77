import Foundations
import Networks

/// Statements of which a few actors and concepts have most, as in debates in the press.
struct Workload {
  var statements: Int
  var actors: Int
  var concepts: Int
  var days: Int

  /// Everything as given, so that a measurement includes arranging it.
  func table(isScale: Bool = false) throws -> StatementTable {
    try StatementTable(isScale ? levels : agreements, scale: isScale ? -5...5 : nil)
  }

  /// Actor, concept, agreement, day and document of each statement.
  var csv: String {
    agreements.map { statement in
      let agrees = statement.stance == .agreement(true) ? 1 : 0
      return
        "\(statement.actor),\(statement.concept),\(agrees),\(statement.day ?? 0),\(statement.document)\n"
    }.joined()
  }

  private let agreements: [CodedStatement]
  private let levels: [CodedStatement]

  init(statements: Int, actors: Int, concepts: Int, days: Int) {
    (self.statements, self.actors, self.concepts, self.days) = (statements, actors, concepts, days)
    func make(_ stance: (inout SplitMix64) -> Stance) -> [CodedStatement] {
      var source = SplitMix64(seed: 2_026)
      return (0..<statements).map { _ in
        // The lesser of two draws favours the first names.
        let actor = min(source.below(actors), source.below(actors))
        let concept = min(source.below(concepts), source.below(concepts))
        let day = 15_000 + source.below(days)
        return CodedStatement(
          actor: "Organisation number \(actor)", concept: "Concept number \(concept)",
          stance: stance(&source), day: day, document: "article \(day) \(source.below(8))")
      }
    }
    agreements = make { .agreement($0.below(3) > 0) }
    levels = make { .level($0.below(11) - 5) }
  }
}
