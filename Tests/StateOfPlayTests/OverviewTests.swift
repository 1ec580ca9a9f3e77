import CaseModel
import Foundation
import Foundations
import Interchange
import TestSupport
import Testing

@testable import StateOfPlay

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

  /// Whatever place an element is to come to, and also where it stays.
  @Test func arrangingPutsEachWhereTheOrderHasIt() {
    var source = SplitMix64(seed: 11)
    for count in 0..<40 {
      let order = Array(0..<count).shuffled(using: &source)
      var array = (0..<count).map { "e\($0)" }
      array.arrange(by: order)
      #expect(array == order.map { "e\($0)" })
    }
  }

  /// Changes and contradictions report, and end where the report throws.
  @Test func changesAndContradictionsCanBeStopped() throws {
    struct Stop: Error {}
    let theCase = try record(["id: a, act: demand", "id: b, act: reject, date: 2025-07-01"])
    let stop = Checkpoint { _, _ in throw Stop() }
    #expect(throws: Stop.self) { try changes(theCase, checkpoint: stop) }
    #expect(throws: Stop.self) { try contradictions(theCase, checkpoint: stop) }
    #expect(throws: Stop.self) { try Overview(theCase, checkpoint: stop) }
    #expect(try changes(theCase, checkpoint: Checkpoint()) == changes(theCase))
    #expect(try contradictions(theCase, checkpoint: Checkpoint()) == contradictions(theCase))
  }

  @Test(arguments: lenses)
  func together(_ lens: Lens) throws {
    let theCase = try ExampleCase.istanbul().theCase
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
