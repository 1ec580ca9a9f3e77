import CaseModel
import Foundations
import TestSupport
import Testing

@testable import StateOfPlay

/// Groups in which every two conflict, and what is compared with what.
@Suite struct ConflictSetsTests {
  private static let numbers = """
    meetings: [{id: held, kind: talks, status: held, date: 2025-05-02, basis: ana}]
    issues: [{id: water, title: How much, kind: negotiable, value: quantity, unit: litre}]
    """

  private func amount(_ id: String, _ value: String, _ more: String = "") -> String {
    "id: \(id), act: demand, at: held, about: {issue: water, value: {quantity: \(value), unit: litre}}\(more)"
  }

  @Test func whatOverlapsBothIsInTwoGroups() throws {
    // 1 to 5 and 4 to 9 may both be right; each conflicts with 20.
    let theCase = try record(
      [amount("a", "1, to: 5"), amount("b", "4, to: 9"), amount("c", "20")], with: Self.numbers)
    let groups = contradictions(theCase).groups.map {
      $0.sides.flatMap(\.statements).map(\.statement)
    }
    #expect(groups == [["a", "c"], ["b", "c"]])
  }

  @Test(arguments: 0..<40) func groupsAreAllTheLargestSets(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var lines: [String] = []
    for place in 0..<Int.random(in: 2...14, using: &random) {
      let low = Int.random(in: 1...12, using: &random)
      let high = low + Int.random(in: 0...6, using: &random)
      let act = Int.random(in: 0..<5, using: &random) == 0 ? "reject" : "demand"
      lines.append(
        amount("s-\(place)", high == low ? "\(low)" : "\(low), to: \(high)")
          .replacing("act: demand", with: "act: \(act)"))
    }
    let theCase = try record(lines, with: Self.numbers)
    let all = AssertionTable(FilteredCase(theCase, Lens())).byIssue[0]
    let sets = ConflictSets.sets(all, Array(all.indices), many: true)
    func conflict(_ a: Int, _ b: Int) -> Bool {
      all[a].position != all[b].position
        && all[a].relation(to: all[b], answersAreMany: true) == .conflict
    }
    func isSame(_ a: Int, _ b: Int) -> Bool {
      all[a].number == all[b].number && all[a].isFor == all[b].isFor
    }
    for set in sets {
      for (place, a) in set.enumerated() {
        for b in set[(place + 1)...] { #expect(conflict(a, b) || isSame(a, b)) }
      }
      for other in all.indices where !set.contains(other) {
        #expect(!set.allSatisfy { conflict($0, other) || isSame($0, other) }, "\(set) \(other)")
      }
    }
    #expect(Set(sets).count == sets.count)
    for a in all.indices {
      for b in all.indices where a < b && conflict(a, b) {
        #expect(sets.contains { $0.contains(a) && $0.contains(b) }, "\(a) and \(b)")
      }
    }
  }

  /// More answers than all sets are looked for: every one that conflicts is in some set all the same.
  @Test func ofManyEachIsInSomeSet() throws {
    var random = SplitMix64(seed: 5)
    let lines = (0..<600).map { place in
      amount(
        "s-\(place)", "\(place * 3 + 1), to: \(place * 3 + Int.random(in: 2...9, using: &random))")
    }
    let all = AssertionTable(FilteredCase(try record(lines, with: Self.numbers), Lens())).byIssue[0]
    let sets = ConflictSets.sets(all, Array(all.indices), many: true)
    #expect(sets.count > 1 && sets.count <= ConflictSets.limit)
    #expect(Set(sets.joined()).count == 600)
    for set in sets {
      let order = set.sorted()
      for (a, b) in zip(order, order.dropFirst()) {
        #expect(all[a].relation(to: all[b], answersAreMany: true) == .conflict)
      }
    }
  }

  @Test func anOfferLeavesTheBetterOpen() throws {
    let wants = Self.numbers.replacing("unit: litre}", with: "unit: litre, wants: {north: more}}")
    let lines = [
      amount("a", "35", ", via: south"), amount("b", "40", ", via: consul"),
    ]
    let view = contradictions(try record(lines, with: wants))
    #expect(view.groups.isEmpty)
    #expect(view.variants.count == 1, "reported differently all the same")
    #expect(contradictions(try record(lines, with: Self.numbers)).groups.count == 1)
  }

  @Test func aSetWithExceptionsIsTheSetWithoutThem() throws {
    let sets = """
      issues: [{id: water, title: Where, kind: negotiable, value: set, members: [{id: x}, {id: y}, {id: z}]}]
      """
    func set(_ id: String, _ words: String) -> String {
      "id: \(id), act: demand, date: 2025-05-01, about: {issue: water, value: {\(words)}}"
    }
    let same = [set("a", "set: [x, y, z], except: [z]"), set("b", "set: [x, y]")]
    let theCase = try record(same, with: sets)
    #expect(contradictions(theCase).groups.isEmpty && contradictions(theCase).variants.isEmpty)
    #expect(try cell(theCase).answers.count == 1)
    let other = [same[0], set("b", "set: [x]")]
    #expect(contradictions(try record(other, with: sets)).groups.count == 1)
  }

  @Test func anAccountOfAPositionIsSetAgainstTheOwnWords() throws {
    let own = "id: own, act: accept, date: 2025-05-01"
    let account =
      "id: told, speaker: gazette, act: state, of: north, stance: against, date: 2025-05-01"
    let group = try #require(contradictions(record([own, account])).groups.first)
    #expect(group.kind == .attribution && group.actor == "north")
    #expect(group.sides.flatMap(\.statements).map(\.statement) == ["own", "told"])
    // On another day it is a change or nothing; without a stance it says none.
    #expect(
      try contradictions(record([own, account.replacing("2025-05-01", with: "2025-06-01")])).groups
        .isEmpty)
    #expect(
      try contradictions(record([own, account.replacing(", stance: against", with: "")])).groups
        .isEmpty)
  }

  @Test func authorsWhoDifferOnOneThingAreCompared() throws {
    let meetings = "meetings: [{id: held, kind: talks, status: held, date: 2025-05-02, basis: ana}]"
    let yes =
      "id: a, speaker: gazette, act: assess, stance: for, date: 2025-05-03, about: {meeting: held}"
    let no =
      "id: b, speaker: west, act: assess, stance: against, date: 2025-06-03, about: {meeting: held}"
    let group = try #require(contradictions(record([yes, no], with: meetings)).groups.first)
    #expect(group.kind == .account && group.issue == nil)
    #expect(group.sides.map { $0.statements.map(\.statement) } == [["a"], ["b"]])
    for other in [
      no.replacing("speaker: west", with: "speaker: gazette"),
      no.replacing("stance: against", with: "stance: for"),
      no.replacing("{meeting: held}", with: "{issue: water, option: shared}"), no + ", doubted: so",
    ] {
      #expect(try contradictions(record([yes, other], with: meetings)).groups.isEmpty)
    }
  }

  /// Many distinct values on many distinct dates that overlap: pairs would be 200 million.
  @Test func manyOverlappingDates() throws {
    let time = ProcessorTime()
    let template = try record(
      [amount("a", "1").replacing(", at: held", with: ", date: 2025-05-01")], with: Self.numbers)
    var theCase = template
    let one = template.statements[0]
    theCase.statements = []
    let month = try EDTFDate("2025-05")
    let day = try EDTFDate("2025-05-07")
    for number in 0..<20_000 {
      var statement = one
      statement.id = .init("s-\(number)")
      statement.date = Dating(number.isMultiple(of: 2) ? month : day)
      statement.about = .issue(
        "water", .value(.quantity(Quantity(Amount(Int32(number)), unit: "litre"))))
      theCase.statements.append(statement)
    }
    let view = contradictions(theCase)
    #expect(view.groups.map(\.sides.count) == [10_000, 10_000])
    #expect(view.variants.isEmpty, "all of them are in a group already")
    #expect(time.seconds < 60)
  }
}
