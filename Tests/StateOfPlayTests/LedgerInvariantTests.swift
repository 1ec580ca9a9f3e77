import CaseModel
import Foundation
import Foundations
import StateOfPlay
import TestSupport
import Testing

/// What holds of the ledger whatever was said: over random talks on a ceasefire.
@Suite struct LedgerInvariantTests {
  static let sections = """
    milestones:
      - {id: census, title: The camps are counted, reached: {date: 2031-05-05, basis: ana}}
      - {id: quiet, title: A quiet week}
    issues:
      - {id: truce, title: The truce, kind: negotiable, options: [{id: full, title: Everywhere}, {id: local, title: At the bridge}]}
      - {id: pass, title: The pass, kind: negotiable, options: [{id: opened, title: It is opened, takenBy: [north]}]}
      - {id: captives, title: The captives, kind: negotiable, options: [{id: freed, title: They go free, takenBy: [south]}]}
      - {id: zone, title: Width of the zone, kind: negotiable, value: quantity, unit: km, wants: {north: more, south: less}}
    """

  static let steps = [
    "issue: truce, option: full", "issue: truce, option: local", "issue: pass, option: opened",
    "issue: captives, option: freed",
  ]

  func line(_ number: Int, _ random: inout SplitMix64) -> String {
    func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    let step = pick(Self.steps)
    let zone = "issue: zone, value: {quantity: \(Int.random(in: 1...9, using: &random)), unit: km}"
    let isZone = Int.random(in: 0..<5, using: &random) == 0
    let act = pick([
      "accept", "accept", "demand", "reject", "offer", "commit", "condition", "condition",
      "condition", "withdraw", "concede", "takeNote", "state, stance: open",
    ])
    let awaited = pick(Self.steps + ["milestone: census", "milestone: quiet"])
    let asks =
      act == "condition" || Int.random(in: 0..<5, using: &random) == 0
      ? ", requires: [{\(awaited), kind: \(pick(["before", "before", "exchange"]))}]" : ""
    return
      "id: s-\(number), speaker: \(pick(["north", "south", "envoy", "consul", "[north, south]"])), "
      + "act: \(act), about: {\(isZone ? zone : step)}\(awaited == step ? "" : asks), "
      + "date: 2031-05-0\(Int.random(in: 1...9, using: &random))"
      + pick(["", "", "", "", ", via: west", ", via: consul", ", via: gazette"])
      + pick(["", "", "", "", ", redLine: true", ", hedge: reportedly", ", credibility: 4"])
  }

  func lines(_ random: inout SplitMix64) -> [String] {
    (0..<Int.random(in: 2...16, using: &random)).map { line($0, &random) }
  }

  /// Of each party and answer that its own words decide: what stands.
  struct Standing: Hashable {
    var party: Case.Actor.ID
    var answer: String
    var stances: [PositionStance]
    var conditions: Set<String>
    var isRedLine: Bool
    var isSuperseded: Bool
  }

  func standing(_ view: PositionsView) -> Set<Standing> {
    Set(
      view.rows.flatMap { row in
        row.cells.flatMap { cell in
          cell.answers.filter { $0.voice == .own }.map { answer in
            Standing(
              party: cell.party, answer: "\(row.issue)/\(answer.answer)", stances: answer.stances,
              conditions: Set(answer.standing.map(\.step)), isRedLine: answer.isRedLine,
              isSuperseded: answer.isSuperseded)
          }
        }
      })
  }

  @Test(arguments: blocks(30)) func nothingIsNearerThanWhatStandsAllows(_ block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed))
      let views = try LedgerTests.Views(record(lines(&random), with: Self.sections))
      let found = Self.nearerThanAllowed(views.convergence, views.preconditions)
      #expect(found.isEmpty, "seed \(seed)")
    }
  }

  /// Answers agreed or within reach that something standing holds back.
  static func nearerThanAllowed(
    _ convergence: ConvergenceView, _ preconditions: PreconditionsView
  ) -> [String] {
    let hopeless = Set(
      preconditions.deadlocks.flatMap(\.steps) + preconditions.blocked.map(\.step)
        + preconditions.steps.filter { $0.state == .blocked }.map(\.id))
    return convergence.rows.filter { [.agreed, .withinReach].contains($0.state) }.flatMap { line in
      line.answers.map { "issue/\(line.issue)/\($0.answer)" }.filter { id in
        hopeless.contains(id)
          || line.state == .agreed
            && preconditions.edges.contains {
              $0.step == id && $0.state.stands && $0.kind != .trigger
                && line.parties.contains($0.holder)
            }
      }
    }
  }

  /// A condition that stands in one view stands in all.
  @Test(arguments: blocks(30)) func viewsAgreeOnWhatStands(_ block: Int) throws {
    var found = 0
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed + 5000))
      let views = try LedgerTests.Views(record(lines(&random), with: Self.sections))
      let (differing, count) = Self.differing(views.positions, views.preconditions)
      found += count
      #expect(differing.isEmpty, "seed \(seed): \(differing)")
    }
    #expect(found > 5)
  }

  /// Conditions that stand in one of the two views alone, and how many stand.
  static func differing(
    _ positions: PositionsView, _ preconditions: PreconditionsView
  ) -> (differing: Set<String>, count: Int) {
    var inPositions: Set<String> = []
    var spoken: Set<String> = []
    for row in positions.rows {
      for cell in row.cells {
        for answer in cell.answers {
          let name =
            "\(cell.party) issue/\(row.issue)/\(answer.isValue ? "= " : "")\(answer.answer)"
          spoken.insert(name)
          for line in answer.standing { inPositions.insert("\(name): \(line.step)") }
        }
      }
    }
    let inConditions = Set(
      preconditions.edges.filter {
        $0.state.stands && $0.kind != .trigger && $0.step.hasPrefix("issue/")
      }.map {
        "\($0.holder) \($0.step): \(preconditions.step($0.awaited)?.title ?? "")"
      })
    // What a party asks is shown with what it says, where it says anything of the step.
    let shown = inConditions.filter { spoken.contains(String($0.prefix { $0 != ":" })) }
    return (
      inPositions.subtracting(inConditions).union(shown.subtracting(inPositions)),
      inConditions.count
    )
  }

  /// What had been said by a day is what a record that ends on that day holds.
  @Test(arguments: blocks(20)) func asOfIsTheRecordCut(_ block: Int) throws {
    for seed in block * 15..<block * 15 + 15 {
      var random = SplitMix64(seed: UInt64(seed + 9000))
      let theCase = try record(lines(&random), with: Self.sections)
      let day = "2031-05-0\(Int.random(in: 1...9, using: &random))"
      let lens = try Lens.asOf(day)
      var cut = theCase
      cut.statements.removeAll { ($0.date?.value.text ?? "") > day }
      if day < "2031-05-05" { cut.milestones[0].reached = nil }
      let whole = try LedgerTests.Views(theCase, lens)
      var part = try LedgerTests.Views(cut, lens)
      // An issue raised later is not on the table yet.
      func issues(_ theCase: Case) -> Set<Case.Issue.ID> {
        Set(
          theCase.statements.flatMap { statement in
            (statement.about?.parts ?? []).compactMap(\.issue)
              + statement.requires.compactMap { $0.step.subject.issue }
          })
      }
      let later = issues(theCase).subtracting(issues(cut))
      part.positions.rows.removeAll { later.contains($0.issue) && $0.cells.allSatisfy(\.isEmpty) }
      let shown = Set(part.positions.rows.map(\.issue))
      part.convergence.rows.removeAll { !shown.contains($0.issue) }
      #expect(whole.positions == part.positions, "seed \(seed)")
      #expect(whole.changes == part.changes, "seed \(seed)")
      #expect(whole.convergence == part.convergence, "seed \(seed)")
      #expect(whole.preconditions == part.preconditions, "seed \(seed)")
    }
  }

  @Test(arguments: blocks(30)) func aLowerVoiceChangesNoItemOfAPartysOwn(_ block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed + 20_000))
      let said = lines(&random)
      let before = try positions(record(said, with: Self.sections))
      let told = line(99, &random).replacing("s-99", with: "told").split(separator: ", via")[0]
      for lower in ["via: west", "via: consul", "hedge: perhaps"] {
        // The consul speaks for South, whose own words his are.
        let plain = told.replacing(", hedge: reportedly", with: "")
          .replacing("speaker: south", with: "speaker: north")
          .replacing("speaker: consul", with: "speaker: north")
          .replacing("speaker: [north, south]", with: "speaker: north")
        let after = try positions(record(said + ["\(plain), \(lower)"], with: Self.sections))
        #expect(standing(before) == standing(after), "seed \(seed): \(plain), \(lower)")
      }
    }
  }

  @Test(arguments: blocks(30)) func sayingAThingTwiceChangesNothing(_ block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed + 40_000))
      let said = lines(&random)
      let again = (said.randomElement(using: &random) ?? "").replacing("id: s-", with: "id: again-")
      let before = try LedgerTests.Views(record(said, with: Self.sections))
      let after = try LedgerTests.Views(record(said + [again], with: Self.sections))
      #expect(standing(before.positions) == standing(after.positions), "seed \(seed)")
      #expect(
        before.convergence.rows.map(\.state) == after.convergence.rows.map(\.state),
        "seed \(seed)")
      #expect(
        before.preconditions.edges.map(\.state) == after.preconditions.edges.map(\.state),
        "seed \(seed)")
      #expect(
        before.changes.changes.map(\.kinds) == after.changes.changes.map(\.kinds), "seed \(seed)")
    }
  }

  @Test(arguments: blocks(20)) func namesDecideNothing(_ block: Int) throws {
    for seed in block * 15..<block * 15 + 15 {
      var random = SplitMix64(seed: UInt64(seed + 60_000))
      let said = lines(&random)
      let renamed = said.enumerated().map { place, line in
        line.replacing("id: s-\(place),", with: "id: z-\(999 - place),")
      }
      let one = try LedgerTests.Views(record(said, with: Self.sections))
      let other = try LedgerTests.Views(record(renamed, with: Self.sections))
      #expect(standing(one.positions) == standing(other.positions))
      #expect(one.convergence.rows.map(\.state) == other.convergence.rows.map(\.state))
      #expect(one.changes.changes.map(\.kinds) == other.changes.changes.map(\.kinds))
      #expect(one.preconditions.edges.map(\.state) == other.preconditions.edges.map(\.state))
    }
  }

  /// No line without evidence or a named analyst.
  @Test(arguments: blocks(10)) func everyLineRestsOnSomething(_ block: Int) throws {
    for seed in block * 15..<block * 15 + 15 {
      var random = SplitMix64(seed: UInt64(seed + 80_000))
      let views = try LedgerTests.Views(record(lines(&random), with: Self.sections))
      for answer in views.positions.rows.flatMap(\.cells).flatMap(\.answers) {
        #expect(!answer.decidedBy.isEmpty)
      }
      for change in views.changes.changes { #expect(!(change.before + change.after).isEmpty) }
      for sign in views.changes.possibleMoves {
        #expect(!sign.words.isEmpty && !sign.against.isEmpty)
      }
      for edge in views.preconditions.edges {
        #expect(!edge.statements.isEmpty)
        if let closing = edge.closing {
          #expect(!closing.statements.isEmpty || closing.basis != nil)
        }
      }
    }
  }
}

/// A third of the random cases, all of them in a long run.
func blocks(_ all: Int) -> Range<Int> {
  0..<(ProcessInfo.processInfo.environment["EVALUATE"] == nil ? max(1, all / 3) : all)
}
