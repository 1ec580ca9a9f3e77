import CaseModel
import Foundation
import Foundations
import TestSupport
import Testing

@testable import StateOfPlay

/// The search for contradictions against a literal comparison of each with each.
@Suite struct ContradictionsTwinTests {
  @Test(arguments: 0..<12) func whatIsJoinedIsWhatPairsAre(_ block: Int) throws {
    var found = (groups: 0, variants: 0)
    for seed in block * 25..<block * 25 + 25 {
      var random = SplitMix64(seed: UInt64(seed))
      let theCase = try Self.randomCase(&random)
      let filtered = FilteredCase(theCase, Lens())
      let table = AssertionTable(filtered)
      for (place, issue) in theCase.issues.enumerated() {
        let all = table.byIssue[place]
        let spoken = SpokenContradictions(all, issue)
        let many = issue.kind == .negotiable || issue.answers == .many
        func clash(_ a: Assertion, _ b: Assertion) -> Bool {
          a.position != b.position && Self.areOfOneTime(a, b)
            && a.relation(to: b, answersAreMany: many) == .conflict
        }
        let conflicting = Set(
          all.filter { a in all.contains { clash(a, $0) } }.map(\.key))
        let vague = Self.joined(all) { a, b in
          a.position != b.position && Self.areSimultaneous(a, b) && !Self.areOfOneTime(a, b)
            && a.relation(to: b, answersAreMany: many) == .conflict
        }
        let context = "seed \(seed), issue \(issue.id)"
        let inGroups = Set(spoken.clashes.flatMap { $0.members.map(\.key) })
        #expect(conflicting.isSubset(of: inGroups), "\(context)")
        // Whoever says the same as one that conflicts stands beside it.
        for group in spoken.clashes.map(\.members) {
          for one in group where !conflicting.contains(one.key) {
            #expect(group.contains { Self.saySame($0, one) && conflicting.contains($0.key) })
          }
        }
        let inClash = inGroups
        for group in spoken.clashes.map(\.members) {
          for a in group {
            for b in group where a.position != b.position && !Self.saySame(a, b) {
              #expect(clash(a, b), "\(context): \(a.key), \(b.key)")
            }
          }
        }
        let inVague = Set(vague.flatMap(Self.keys))
        let differing = Self.joined(all) { a, b in
          guard issue.kind == .negotiable, a.position != b.position, a.reporter != b.reporter,
            Self.areSimultaneous(a, b)
          else { return false }
          if case .option = a.answer, case .option = b.answer, a.answer != b.answer { return false }
          switch a.relation(to: b, answersAreMany: many) {
          case .conflict: return false
          case .same: return a.act != b.act
          case .variant: return true
          }
        }.filter { group in
          !group.contains { inClash.contains($0.key) || inVague.contains($0.key) }
        }
        let perhaps = vague.filter { group in !group.allSatisfy { inClash.contains($0.key) } }
        #expect(
          spoken.variants.map(Self.keys) == (perhaps + differing).map(Self.keys), "\(context)")
        found.groups += spoken.clashes.count
        found.variants += perhaps.count + differing.count
        try Self.expectAccounts(all, issue, context)
      }
    }
    #expect(found.groups > 20 && found.variants > 5)
  }

  private static func expectAccounts(
    _ all: [Assertion], _ issue: Case.Issue, _ context: String
  ) throws {
    let many = issue.answers == .many
    let accounts = Accounts(all, many: many)
    var taking: Set<Int> = []
    var differs = false
    for (x, a) in accounts.sides.enumerated() {
      for (y, b) in accounts.sides.enumerated() where x < y {
        let voice = try #require(a.members.first { !$0.isDoubted } ?? a.members.first)
        let other = try #require(b.members.first { !$0.isDoubted } ?? b.members.first)
        guard Set((a.members + b.members).map(\.position)).count > 1 else { continue }
        switch voice.relation(to: other, answersAreMany: many) {
        case .conflict: taking.formUnion([x, y])
        case .variant: differs = true
        case .same: break
        }
      }
    }
    #expect(accounts.taking == taking.sorted(), "\(context)")
    if taking.isEmpty { #expect(accounts.differ == differs, "\(context)") }
  }

  /// Of one occasion, or of the very same dates.
  private static func areOfOneTime(_ a: Assertion, _ b: Assertion) -> Bool {
    if a.at != nil, a.at == b.at { return true }
    guard let x = a.said, let y = b.said else { return false }
    return x.earliest == y.earliest && x.latest == y.latest
  }

  private static func saySame(_ a: Assertion, _ b: Assertion) -> Bool {
    a.number == b.number && a.isFor == b.isFor
  }

  private static func areSimultaneous(_ a: Assertion, _ b: Assertion) -> Bool {
    if a.at != nil, a.at == b.at { return true }
    guard let x = a.said, let y = b.said else { return false }
    return !x.isLater(than: y) && !y.isLater(than: x)
  }

  /// Clusters of two and more, by repeated passes over all pairs.
  private static func joined(
    _ all: [Assertion], _ isJoined: (Assertion, Assertion) -> Bool
  ) -> [[Assertion]] {
    var label = Array(all.indices)
    var isIn = [Bool](repeating: false, count: all.count)
    var pairs: [(Int, Int)] = []
    for x in all.indices {
      for y in all.indices where x < y && isJoined(all[x], all[y]) {
        pairs.append((x, y))
        isIn[x] = true
        isIn[y] = true
      }
    }
    var grew = true
    while grew {
      grew = false
      for (x, y) in pairs where label[x] != label[y] {
        (label[x], label[y]) = (min(label[x], label[y]), min(label[x], label[y]))
        grew = true
      }
    }
    return all.indices.filter { isIn[$0] && label[$0] == $0 }.map { root in
      all.indices.filter { isIn[$0] && label[$0] == root }.map { all[$0] }
    }
  }

  private static func keys(_ group: [Assertion]) -> [String] { group.map(\.key) }

  // MARK: Sets and numbers, word by word

  @Test func setsConflictAsTheRuleSays() {
    var random = SplitMix64(seed: 3)
    let names = (0..<70).map { Slug("m-\($0)") }
    for _ in 0..<5000 {
      let pool = Bool.random(using: &random) ? Array(names.prefix(4)) : names
      func some(_ share: Int) -> [Slug] {
        pool.filter { _ in Int.random(in: 0..<share, using: &random) == 0 }
      }
      func set() -> MemberSet {
        MemberSet(
          some(2), open: Bool.random(using: &random),
          except: Bool.random(using: &random) ? [] : some(3))
      }
      let (a, b) = (set(), set())
      let number = { (name: Slug) in names.firstIndex(of: name) ?? 0 }
      let (x, y) = (SetContents(a, number: number), SetContents(b, number: number))
      #expect(x.conflicts(with: y) == Self.conflict(a, b), "\(a) \(b)")
      let (p, q) = (SetBounds(x), SetBounds(y))
      if Self.conflict(a, b) { #expect(p.mayConflict(with: q) && q.mayConflict(with: p)) }
    }
  }

  private static func conflict(_ a: MemberSet, _ b: MemberSet) -> Bool {
    let held = Set(a.members).subtracting(a.except)
    let others = Set(b.members).subtracting(b.except)
    switch (a.open, b.open) {
    case (false, false):
      return held != others
        || Set(a.except).subtracting(a.members) != Set(b.except).subtracting(b.members)
    case (true, false): return !held.isSubset(of: others) || !others.isDisjoint(with: a.except)
    case (false, true): return !others.isSubset(of: held) || !held.isDisjoint(with: b.except)
    case (true, true): return false
    }
  }

  // MARK: Size

  /// Pairs would be 800 million.
  @Test(arguments: ["date: 2025-05-01", "date: 2025-05, at: held", "at: held"])
  func manyDistinctValuesAtOneTime(_ when: String) throws {
    let time = ProcessorTime()
    let sections = """
      meetings: [{id: held, kind: talks, status: held, basis: ana}]
      issues: [{id: water, title: How much, kind: negotiable, value: quantity}]
      """
    var theCase = try record(["id: a, act: demand, \(when)"], with: sections)
    let one = theCase.statements[0]
    for number in 1..<40_000 {
      var statement = one
      statement.id = .init("s-\(number)")
      statement.about = .issue("water", .value(.quantity(Quantity(Amount(Int32(number))))))
      if number % 2 == 0 { statement.source = "leaf" }
      theCase.statements.append(statement)
    }
    let values = contradictions(theCase)
    #expect(values.groups.map(\.kind) == [.attribution])
    #expect(values.groups[0].sides.count == 40_000 - 1)
    // Compatible ones, each told otherwise.
    for index in theCase.statements.indices.dropFirst() {
      let least = Quantity(Amount(Int32(index)), .atLeast)
      theCase.statements[index].about = .issue("water", .value(.quantity(least)))
    }
    let variants = contradictions(theCase)
    #expect(variants.groups.isEmpty)
    #expect(variants.variants.count == 1)
    #expect(time.seconds < 60)
  }

  /// More than fit one block of the search, each of a day of its own; what is said of the whole month
  /// conflicts with each, whether it lies above or below them, first or last in the case.
  @Test(arguments: [900, 1], [true, false])
  func oneValueConflictsWithManyOfOtherDays(_ amount: Int32, _ isFirst: Bool) throws {
    let section = "issues: [{id: water, title: How much, kind: negotiable, value: quantity}]"
    let days = (1...25).map { day in
      "id: d\(day), act: demand, date: 2025-05-\(day < 10 ? "0" : "")\(day)"
    }
    let month = "id: m, act: demand, date: 2025-05"
    var theCase = try record(isFirst ? [month] + days : days + [month], with: section)
    for index in theCase.statements.indices {
      let isMonth = theCase.statements[index].id == "m"
      let value = isMonth ? amount : Int32(100 + index)
      theCase.statements[index].about = .issue("water", .value(.quantity(Quantity(Amount(value)))))
    }
    let view = contradictions(theCase)
    #expect(view.groups.isEmpty, "nobody knows which came first")
    #expect(view.variants.map(\.sides.count) == [26])
  }

  // MARK: Random cases

  private static let sections = """
    meetings:
      - {id: held, kind: talks, status: held, date: 2025-05-02, basis: ana}
      - {id: dateless, kind: talks, status: held, basis: ana}
    issues:
      - {id: a, title: A, kind: negotiable, options: [{id: x, title: X}, {id: y, title: Y}]}
      - {id: b, title: B, kind: factual, options: [{id: x, title: X}, {id: y, title: Y}]}
      - {id: c, title: C, kind: factual, answers: many, options: [{id: x, title: X}, {id: y, title: Y}]}
      - {id: d, title: D, kind: negotiable, value: quantity}
      - {id: e, title: E, kind: factual, value: quantity}
      - {id: f, title: F, kind: negotiable, value: set, members: [{id: x}, {id: y}, {id: z}]}
      - {id: g, title: G, kind: negotiable, value: date}
    """

  private static func randomCase(_ random: inout SplitMix64) throws -> Case {
    var theCase = try record(["id: s, act: state"], with: sections)
    let one = theCase.statements[0]
    theCase.statements = []
    // Some cases of few, and some of several blocks on few dates and few values.
    let count = Int.random(in: 2...120, using: &random)
    let issues = Int.random(in: 1...7, using: &random)
    let days = Int.random(in: 1...6, using: &random)
    let values = Int.random(in: 2...40, using: &random)
    for number in 0..<count {
      var statement = one
      statement.id = .init("s-\(number)")
      statement.source = Bool.random(using: &random) ? "paper" : "leaf"
      statement.via = [[], [], [], ["consul"], ["gazette"]].randomElement(using: &random) ?? []
      statement.act =
        [.accept, .accept, .demand, .reject, .deny, .takeNote, .condition, .state]
        .randomElement(using: &random) ?? .state
      if Int.random(in: 0..<10, using: &random) == 0 { statement.doubted = "perhaps" }
      let day = Int.random(in: 1...days, using: &random)
      let dates = ["2025-05-0\(day)", "2025-05-0\(day)", "2025-05", "2025-05-0\(day)/2025-05-09"]
      statement.date =
        Int.random(in: 0..<6, using: &random) == 0
        ? nil : try Dating(EDTFDate(dates.randomElement(using: &random) ?? "2025"))
      statement.at = [nil, nil, nil, "held", "dateless"].randomElement(using: &random) ?? nil
      let place = Int.random(in: 0..<issues, using: &random)
      statement.about = .issue(theCase.issues[place].id, answer(place, values, &random))
      theCase.statements.append(statement)
    }
    return theCase
  }

  private static func answer(_ issue: Int, _ values: Int, _ random: inout SplitMix64) -> Answer {
    switch issue {
    case 0, 1, 2:
      return .options([["x"], ["y"], ["x"], ["x", "y"]].randomElement(using: &random) ?? [])
    case 3, 4:
      let amount = Amount(Int32.random(in: 1...Int32(values), using: &random))
      let comparator = Comparator.allCases.randomElement(using: &random) ?? .equal
      let unit: String? = [nil, "hour", "hour", "person"].randomElement(using: &random) ?? nil
      return .value(
        .quantity(
          Quantity(amount, comparator, unit: unit)))
    case 5:
      let names: [Slug] = ["x", "y", "z"]
      func some() -> [Slug] { names.filter { _ in Bool.random(using: &random) } }
      return .value(
        .set(
          MemberSet(
            some(), open: Bool.random(using: &random),
            except: Int.random(in: 0..<4, using: &random) == 0 ? some() : [])))
    default:
      let month = Int.random(in: 1...9, using: &random)
      let text = Bool.random(using: &random) ? "2026-0\(month)" : "2026-0\(month)-1\(month)"
      return (try? EDTFDate(text)).map { .value(.date(Dating($0))) } ?? .none
    }
  }
}

extension Assertion {
  fileprivate var key: String { "\(position) \(number)" }
}
