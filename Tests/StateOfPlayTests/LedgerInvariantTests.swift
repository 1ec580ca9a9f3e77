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

  @Test(arguments: blocks(30)) func nothingIsNearerThanWhatStandsAllows(_ block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed))
      let views = try LedgerTests.Views(record(lines(&random), with: Self.sections))
      let found = LedgerInvariants.nearerThanAllowed(views)
      #expect(found.isEmpty, "seed \(seed): \(found)")
    }
  }

  /// A condition that stands in one view stands in all.
  @Test(arguments: blocks(30)) func viewsAgreeOnWhatStands(_ block: Int) throws {
    var found = 0
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed + 5000))
      let views = try LedgerTests.Views(record(lines(&random), with: Self.sections))
      let (differing, count) = LedgerInvariants.differing(views)
      found += count
      #expect(differing.isEmpty, "seed \(seed): \(differing)")
    }
    #expect(found > 5)
  }

  /// What had been said by a day is what a record that ends on that day holds.
  @Test(arguments: blocks(20)) func asOfIsTheRecordCut(_ block: Int) throws {
    for seed in block * 15..<block * 15 + 15 {
      var random = SplitMix64(seed: UInt64(seed + 9000))
      let theCase = try record(lines(&random), with: Self.sections)
      let day = "2031-05-0\(Int.random(in: 1...9, using: &random))"
      let views = try LedgerTests.Views(theCase, .asOf(day))
      let found = try LedgerInvariants.unlikeTheRecordCut(theCase, on: day, views)
      #expect(found.isEmpty, "seed \(seed): \(found)")
    }
  }

  @Test(arguments: blocks(30)) func aLowerVoiceChangesNoItemOfAPartysOwn(_ block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed + 20_000))
      let said = lines(&random)
      let views = try LedgerTests.Views(record(said, with: Self.sections))
      for told in lowerVoices(&random) {
        let other = try record(said + [told], with: Self.sections)
        let found = try LedgerInvariants.otherOwnItems(views, with: other)
        #expect(found.isEmpty, "seed \(seed): \(told): \(found)")
      }
    }
  }

  /// A statement in each of several lower voices.
  func lowerVoices(_ random: inout SplitMix64) -> [String] {
    let told = line(99, &random).replacing("s-99", with: "told").split(separator: ", via")[0]
    // The consul speaks for South, whose own words his are.
    let plain = told.replacing(", hedge: reportedly", with: "")
      .replacing("speaker: south", with: "speaker: north")
      .replacing("speaker: consul", with: "speaker: north")
      .replacing("speaker: [north, south]", with: "speaker: north")
    return ["via: west", "via: consul", "hedge: perhaps"].map { "\(plain), \($0)" }
  }

  @Test(arguments: blocks(30)) func sayingAThingTwiceChangesNothing(_ block: Int) throws {
    for seed in block * 20..<block * 20 + 20 {
      var random = SplitMix64(seed: UInt64(seed + 40_000))
      let theCase = try record(lines(&random), with: Self.sections)
      let place = Int.random(in: theCase.statements.indices, using: &random)
      let found = try LedgerInvariants.changedByRepetition(
        theCase, of: place, LedgerTests.Views(theCase))
      #expect(found.isEmpty, "seed \(seed): \(found)")
    }
  }

  @Test(arguments: blocks(20)) func namesDecideNothing(_ block: Int) throws {
    for seed in block * 15..<block * 15 + 15 {
      var random = SplitMix64(seed: UInt64(seed + 60_000))
      let theCase = try record(lines(&random), with: Self.sections)
      let found = try LedgerInvariants.changedByNames(theCase, LedgerTests.Views(theCase))
      #expect(found.isEmpty, "seed \(seed): \(found)")
    }
  }

  /// No line without evidence or a named analyst.
  @Test(arguments: blocks(10)) func everyLineRestsOnSomething(_ block: Int) throws {
    for seed in block * 15..<block * 15 + 15 {
      var random = SplitMix64(seed: UInt64(seed + 80_000))
      let theCase = try record(lines(&random), with: Self.sections)
      let found = try LedgerInvariants.unsupported(theCase, LedgerTests.Views(theCase))
      #expect(found.isEmpty, "seed \(seed): \(found)")
    }
  }
}

/// A third of the random cases, all of them in a long run.
func blocks(_ all: Int) -> Range<Int> {
  0..<(ProcessInfo.processInfo.environment["EVALUATE"] == nil ? max(1, all / 3) : all)
}
