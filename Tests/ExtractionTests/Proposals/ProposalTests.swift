import CaseModel
import Extraction
import Foundation
import Testing

@Suite struct ProposalTests {
  /// Held back until the rules were written.
  static let heldBack: Set<String> = ["istanbul/resume", "corvane/acp-06-24"]

  @Test(arguments: ["sarn", "corvane", "istanbul"]) func scores(_ name: String) throws {
    guard let worked = try WorkedCases.open(name) else { return }
    let shown = ProcessInfo.processInfo.environment["SHOW_PROPOSALS"]
    var sum = ProposalScore()
    for source in worked.theCase.sources where (source.language ?? "en") == "en" {
      guard worked.texts[source.id] != nil, !Self.heldBack.contains("\(name)/\(source.id)") else {
        continue
      }
      let score = ProposalScore(
        worked, source, prints: shown == "all" || shown == "\(name)/\(source.id)")
      print(score.line("\(name)/\(source.id)"))
      sum = sum + score
    }
    print(sum.line(name))
  }
}
