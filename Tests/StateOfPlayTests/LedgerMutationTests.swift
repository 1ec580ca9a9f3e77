import CaseModel
import Foundations
import StateOfPlay
import TestSupport
import Testing

/// Each invariant of the ledger with mutations that break it: a check that finds nothing in a state broken
/// on purpose would find nothing in any.
@Suite struct LedgerMutationTests {
  private let talks = LedgerInvariantTests()

  /// Of 60 random cases, those of whose derived state `mutate` could break something, and of these those
  /// that `check` finds to be wrong.
  private func found(
    _ first: Int, asOf day: String? = nil, _ mutate: (inout LedgerTests.Views) -> Bool,
    _ check: (Case, LedgerTests.Views) throws -> [String]
  ) throws -> (found: Int, broken: Int) {
    var counts = (found: 0, broken: 0)
    for seed in first..<first + 60 {
      var random = SplitMix64(seed: UInt64(seed))
      let theCase = try record(talks.lines(&random), with: LedgerInvariantTests.sections)
      var views = try LedgerTests.Views(theCase, day.map { try .asOf($0) } ?? Lens())
      guard mutate(&views) else { continue }
      counts.broken += 1
      if try !check(theCase, views).isEmpty { counts.found += 1 }
    }
    return counts
  }

  // MARK: Mutations

  /// Sets the first own answer that is for something against it.
  private func turnAnOwnAnswer(_ views: inout LedgerTests.Views) -> Bool {
    for row in views.positions.rows.indices {
      for cell in views.positions.rows[row].cells.indices {
        let answers = views.positions.rows[row].cells[cell].answers
        guard let place = answers.firstIndex(where: { $0.voice == .own && $0.stances == [.for] })
        else { continue }
        views.positions.rows[row].cells[cell].answers[place].stances = [.against]
        return true
      }
    }
    return false
  }

  /// Drops the red line of the first own answer that has one.
  private func dropARedLine(_ views: inout LedgerTests.Views) -> Bool {
    for row in views.positions.rows.indices {
      for cell in views.positions.rows[row].cells.indices {
        let answers = views.positions.rows[row].cells[cell].answers
        guard let place = answers.firstIndex(where: { $0.voice == .own && $0.isRedLine }) else {
          continue
        }
        views.positions.rows[row].cells[cell].answers[place].isRedLine = false
        return true
      }
    }
    return false
  }

  private func turnALine(_ views: inout LedgerTests.Views) -> Bool {
    guard let state = views.convergence.rows.first?.state else { return false }
    views.convergence.rows[0].state = state == .apart ? .agreed : .apart
    return true
  }

  private func loseACondition(_ views: inout LedgerTests.Views) -> Bool {
    guard
      let place = views.preconditions.edges.firstIndex(where: {
        $0.state.stands && $0.kind != .trigger && $0.step.hasPrefix("issue/")
      })
    else { return false }
    views.preconditions.edges.remove(at: place)
    return true
  }

  private func closeACondition(_ views: inout LedgerTests.Views) -> Bool {
    guard let place = views.preconditions.edges.firstIndex(where: { $0.state.stands }) else {
      return false
    }
    views.preconditions.edges[place].state = .closed
    return true
  }

  private func addAChange(_ views: inout LedgerTests.Views) -> Bool {
    guard let change = views.changes.changes.first else { return false }
    views.changes.changes.append(change)
    return true
  }

  // MARK: Nothing is nearer than what stands allows

  @Test func anAgreementPutWhereSomethingStandsIsFound() throws {
    let counts = try found(0) { views in
      var isBroken = false
      for place in views.convergence.rows.indices
      where [.blocked, .conditional].contains(views.convergence.rows[place].state) {
        views.convergence.rows[place].state = .agreed
        isBroken = true
      }
      return isBroken
    } _: { _, views in
      LedgerInvariants.nearerThanAllowed(views)
    }
    #expect(counts.found > 5)
  }

  @Test func anAnswerWithinReachPutOnABlockedStepIsFound() throws {
    let counts = try found(600) { views in
      guard
        let place = views.convergence.rows.firstIndex(where: {
          $0.state == .conditional && !$0.answers.isEmpty
        })
      else { return false }
      let (line, answer) = (views.convergence.rows[place], views.convergence.rows[place].answers[0])
      let id = "issue/\(line.issue)/\(answer.answer)"
      guard let step = views.preconditions.steps.firstIndex(where: { $0.id == id }) else {
        return false
      }
      views.convergence.rows[place].state = .withinReach
      views.preconditions.steps[step].state = .blocked
      return true
    } _: { _, views in
      LedgerInvariants.nearerThanAllowed(views)
    }
    #expect(counts.found == counts.broken && counts.broken > 0)
  }

  // MARK: A condition stands in all views or in none

  @Test func aConditionLeftOutOfOneViewIsFound() throws {
    let counts = try found(100, loseACondition) { _, views in
      LedgerInvariants.differing(views).differing.sorted()
    }
    #expect(counts.found > 5)
  }

  @Test func aConditionThatStandsInThePositionsAloneIsFound() throws {
    let counts = try found(700, closeACondition) { _, views in
      LedgerInvariants.differing(views).differing.sorted()
    }
    #expect(counts.found > 5)
  }

  // MARK: As of a day is the record cut on that day

  @Test func whatCameAfterTheDayIsFound() throws {
    let day = "2031-05-05"
    let mutations = [turnAnOwnAnswer, turnALine, loseACondition, addAChange]
    for mutate in mutations {
      let counts = try found(200, asOf: day, mutate) { theCase, views in
        try LedgerInvariants.unlikeTheRecordCut(theCase, on: day, views)
      }
      #expect(counts.found == counts.broken && counts.broken > 5)
    }
    // The state of a later day in its place.
    let later = try found(250, asOf: "2031-05-09") { _ in
      true
    } _: { theCase, views in
      try LedgerInvariants.unlikeTheRecordCut(theCase, on: "2031-05-03", views)
    }
    #expect(later.found > 20)
  }

  // MARK: A lower voice changes no item of a party's own

  @Test func aChangedItemOfAPartysOwnIsFound() throws {
    for mutate in [turnAnOwnAnswer, dropARedLine] {
      var seed = 299
      let counts = try found(300, mutate) { theCase, views in
        seed += 1
        var random = SplitMix64(seed: UInt64(seed))
        var other = theCase
        let told = try record(
          [talks.lowerVoices(&random)[0]], with: LedgerInvariantTests.sections)
        other.statements += told.statements
        return try LedgerInvariants.otherOwnItems(views, with: other)
      }
      #expect(counts.found == counts.broken && counts.broken > 5)
    }
  }

  @Test func anOwnWordInPlaceOfALowerOneIsFound() throws {
    let own =
      "id: own, speaker: north, act: reject, date: 2031-05-09, about: {issue: truce, option: full}"
    let counts = try found(350) { _ in
      true
    } _: { theCase, views in
      var other = theCase
      other.statements += try record([own], with: LedgerInvariantTests.sections).statements
      return try LedgerInvariants.otherOwnItems(views, with: other)
    }
    #expect(counts.found > 20)
  }

  // MARK: To say a thing twice changes nothing

  @Test func aStateThatCountsARepetitionIsFound() throws {
    let mutations = [turnAnOwnAnswer, turnALine, closeACondition, addAChange]
    for mutate in mutations {
      let counts = try found(400, mutate) { theCase, views in
        try LedgerInvariants.changedByRepetition(theCase, of: 0, views)
      }
      #expect(counts.found == counts.broken && counts.broken > 5)
    }
  }

  // MARK: Names decide nothing

  @Test func aStateThatGoesByNamesIsFound() throws {
    let mutations = [turnAnOwnAnswer, turnALine, closeACondition, addAChange]
    for mutate in mutations {
      let counts = try found(500, mutate) { theCase, views in
        try LedgerInvariants.changedByNames(theCase, views)
      }
      #expect(counts.found == counts.broken && counts.broken > 5)
    }
  }

  // MARK: Every line rests on something

  @Test func aLineThatRestsOnNothingIsFound() throws {
    let mutations: [(inout LedgerTests.Views) -> Bool] = [
      { views in
        guard
          let row = views.positions.rows.firstIndex(where: {
            $0.cells.first?.answers.isEmpty == false
          })
        else { return false }
        views.positions.rows[row].cells[0].answers[0].decidedBy = []
        return true
      },
      { views in
        guard
          let row = views.positions.rows.firstIndex(where: {
            $0.cells.first?.answers.isEmpty == false
          })
        else { return false }
        views.positions.rows[row].cells[0].answers[0].decidedBy = ["nobody-said-so"]
        return true
      },
      { views in
        guard !views.changes.changes.isEmpty else { return false }
        (views.changes.changes[0].before, views.changes.changes[0].after) = ([], [])
        return true
      },
      { views in
        guard let row = views.convergence.rows.firstIndex(where: { !$0.answers.isEmpty }) else {
          return false
        }
        views.convergence.rows[row].answers[0].statements = []
        return true
      },
      { views in
        guard !views.preconditions.edges.isEmpty else { return false }
        views.preconditions.edges[0].grounds = []
        return true
      },
    ]
    for mutate in mutations {
      let counts = try found(800, mutate) { theCase, views in
        LedgerInvariants.unsupported(theCase, views)
      }
      #expect(counts.found == counts.broken && counts.broken > 5)
    }
  }
}
