import CaseModel
import Foundation
import StateOfPlay
import Testing

/// The views made together are those made one by one.
@Suite struct OverviewTests {
  static let lenses: [Lens] = {
    var dated = Lens()
    dated.asOf = try? EDTFDate("2025-05-16")
    var narrow = Lens()
    narrow.parties = ["russia"]
    narrow.issues = ["ceasefire", "leaders-meeting"]
    return [Lens(), dated, narrow]
  }()

  @Test(arguments: lenses)
  func together(_ lens: Lens) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let theCase = try CaseReaderForTests.read(
      root.appendingPathComponent("Examples/istanbul/istanbul.yaml"))
    let all = try Overview(theCase, lens)
    #expect(all.positions == positions(theCase, lens))
    #expect(all.changes == changes(theCase, lens))
    #expect(all.convergence == convergence(theCase, lens))
    #expect(try all.preconditions == preconditions(theCase, lens))
    #expect(all.contradictions == contradictions(theCase, lens))
    #expect(all.constraints == constraints(theCase, lens))
    #expect(all.commitments == commitments(theCase, lens))
    #expect(all.delegations == delegations(theCase, lens))
    #expect(all.timeline == timeline(theCase, lens))
    #expect(all.sources == sources(theCase, lens, texts: CaseTexts()))
  }
}
