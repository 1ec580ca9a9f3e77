import CaseModel
import Foundation
import Foundations
import Interchange
import StateOfPlay
import TestSupport
import Testing

@testable import Presentation

/// What the brief says of who says the same as whom: what is measured, and no alliance.
@Suite struct BriefNetworksTests {
  /// Read as JSON prints it, as the view has no public initialiser.
  private func tie(_ first: String, _ second: String, same: Int, opposite: Int) throws
    -> NetworksView.Tie
  {
    let fields: [String: Any] = [
      "first": first, "second": second, "congruence": same, "conflict": opposite,
      "side": "congruent", "same": same, "opposite": opposite,
    ]
    return try JSONDecoder().decode(
      NetworksView.Tie.self, from: JSONSerialization.data(withJSONObject: fields))
  }

  @Test func latestWordsAreCountedWithinAndAcross() throws {
    let ties = try [
      tie("a", "b", same: 3, opposite: 1), tie("a", "c", same: 0, opposite: 2),
      tie("b", "c", same: 1, opposite: 0), tie("a", "x", same: 9, opposite: 9),
    ]
    let (within, across) = LatestWords.of([["a", "b"], ["c"]], ties)
    #expect(within.words == "the same 3 times and opposite once")
    #expect(across.words == "the same once and opposite twice")
  }

  /// The nurses and the hospitals say the same of what the ministries do not speak of: no camps.
  @Test func groupsThatDoNotDisagreeAreNoGroups() throws {
    let theCase = try ExampleCase.open("corvane").theCase
    let view = try networks(theCase)
    let found = try #require(view.polarisation)
    let across = LatestWords.of(found.camps, view.ties).across
    #expect(found.camps.count == 2 && across.opposite <= across.same)
    let alignments = try Brief.alignments(DerivedState(theCase, Lens()), .init())
    #expect(alignments?.camps.isEmpty ?? true)
  }
}
