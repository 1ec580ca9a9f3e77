import CaseModel
import StateOfPlay
import TestSupport
import Testing

/// Each invariant of the ledger with a mutation that breaks it: a check that finds nothing in a wrong
/// view would find nothing in any.
@Suite struct LedgerMutationTests {
  private let talks = LedgerInvariantTests()

  private func seeds(
    _ first: Int, _ isFound: (inout SplitMix64) throws -> Bool
  ) rethrows -> Int {
    try (first..<first + 60).count { seed in
      var random = SplitMix64(seed: UInt64(seed))
      return try isFound(&random)
    }
  }

  private func random(_ random: inout SplitMix64) throws -> Case {
    try record(talks.lines(&random), with: LedgerInvariantTests.sections)
  }

  @Test func anAgreementPutWhereSomethingStandsIsFound() throws {
    let found = try seeds(0) { random in
      let views = try LedgerTests.Views(self.random(&random))
      var convergence = views.convergence
      for place in convergence.rows.indices
      where [.blocked, .conditional].contains(convergence.rows[place].state) {
        convergence.rows[place].state = .agreed
      }
      return !LedgerInvariantTests.nearerThanAllowed(convergence, views.preconditions).isEmpty
    }
    #expect(found > 5)
  }

  @Test func aConditionLeftOutOfOneViewIsFound() throws {
    let found = try seeds(100) { random in
      let views = try LedgerTests.Views(self.random(&random))
      var preconditions = views.preconditions
      guard
        let place = preconditions.edges.firstIndex(where: {
          $0.state.stands && $0.kind != .trigger && $0.step.hasPrefix("issue/")
        })
      else { return false }
      preconditions.edges.remove(at: place)
      return !LedgerInvariantTests.differing(views.positions, preconditions).differing.isEmpty
    }
    #expect(found > 5)
  }

  @Test func aRecordCutOnAnotherDayIsFound() throws {
    let found = try seeds(200) { random in
      let theCase = try self.random(&random)
      var cut = theCase
      cut.statements.removeAll { ($0.date?.value.text ?? "") > "2031-05-03" }
      cut.milestones[0].reached = nil
      return try LedgerTests.Views(theCase, .asOf("2031-05-06")).positions
        != LedgerTests.Views(cut, .asOf("2031-05-06")).positions
    }
    #expect(found > 20)
  }

  @Test func anOwnWordInPlaceOfALowerOneIsFound() throws {
    let found = try seeds(300) { random in
      let said = talks.lines(&random)
      let own =
        "id: own, speaker: north, act: reject, date: 2031-05-09, about: {issue: truce, option: full}"
      let before = try positions(record(said, with: LedgerInvariantTests.sections))
      let after = try positions(record(said + [own], with: LedgerInvariantTests.sections))
      let lower = try positions(
        record(said + ["\(own), via: west"], with: LedgerInvariantTests.sections))
      #expect(talks.standing(before) == talks.standing(lower))
      return talks.standing(before) != talks.standing(after)
    }
    #expect(found > 20)
  }

  @Test func aContraryWordInPlaceOfARepetitionIsFound() throws {
    let found = try seeds(400) { random in
      let said = talks.lines(&random)
      let other =
        "id: other, speaker: south, act: reject, date: 2031-05-09, about: {issue: captives, option: freed}"
      let before = try LedgerTests.Views(record(said, with: LedgerInvariantTests.sections))
      let after = try LedgerTests.Views(record(said + [other], with: LedgerInvariantTests.sections))
      return talks.standing(before.positions) != talks.standing(after.positions)
    }
    #expect(found > 20)
  }

  @Test func anotherSpeakerInPlaceOfAnotherNameIsFound() throws {
    let found = try seeds(500) { random in
      let said = talks.lines(&random)
      let swapped = said.map { $0.replacing("speaker: north", with: "speaker: south") }
      return try talks.standing(positions(record(said, with: LedgerInvariantTests.sections)))
        != talks.standing(positions(record(swapped, with: LedgerInvariantTests.sections)))
    }
    #expect(found > 10)
  }
}
