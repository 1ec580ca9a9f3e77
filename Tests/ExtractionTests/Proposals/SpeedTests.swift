import CaseModel
import Extraction
import Foundation
import Testing

/// How fast texts are read; Extraction is optimised in debug builds too. `EVALUATE=1` prints it.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["EVALUATE"] != nil)) struct SpeedTests {
  @Test func speed() throws {
    guard let worked = try WorkedCases.open("corvane") else { return }
    let sources = worked.theCase.sources.filter { ($0.language ?? "en") == "en" }
    let texts = sources.compactMap { source in worked.texts[source.id].map { (source, $0) } }
    let bytes = texts.reduce(0) { $0 + $1.1.bytes.count }
    var theCase = worked.theCase
    theCase.statements = []
    let proposer = StatementProposer(theCase)
    var count = 0
    let clock = ContinuousClock()
    let extraction = clock.measure {
      for _ in 0..<50 {
        for (_, text) in texts { count += BuiltInExtractor.candidates(in: text).count }
      }
    }
    let proposals = clock.measure {
      for _ in 0..<5 {
        for (source, text) in texts { count += proposer.suggestions(for: source, in: text).count }
      }
    }
    let learning = clock.measure {
      _ = StatementProposer(
        worked.theCase, learningFrom: CaseTexts(worked.texts.mapValues { .loaded($0) }))
    }
    func speed(_ bytes: Int, _ time: Duration) -> String {
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      return "\((Double(bytes) / seconds / 1000).rounded()) kB/s"
    }
    print(
      "speed over \(bytes) bytes in \(texts.count) texts: reports \(speed(bytes * 50, extraction)), "
        + "suggestions \(speed(bytes * 5, proposals)); learning from the case \(learning)")
    #expect(count > 0)
  }
}
