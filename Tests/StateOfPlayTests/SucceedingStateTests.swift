import CaseModel
import Foundation
import TestSupport
import Testing

@testable import StateOfPlay

/// A state derived from the previous one is the same as a new state.
@Suite struct SucceedingStateTests {
  static let isLong = ProcessInfo.processInfo.environment["EVALUATE"] != nil

  /// The views in which two states differ; networks take longest, and are asked for less often.
  static func differences(
    _ one: DerivedState, _ other: DerivedState, networks: Bool = false
  ) throws -> [String] {
    var found: [String] = []
    func compare<View: Equatable>(_ name: String, _ view: (DerivedState) throws -> View) throws {
      if try view(one) != view(other) { found.append(name) }
    }
    try compare("positions") { try $0.positions() }
    try compare("changes") { try $0.changes() }
    try compare("convergence") { try $0.convergence() }
    try compare("preconditions") { try $0.preconditions() }
    try compare("contradictions") { try $0.contradictions() }
    try compare("constraints") { try $0.constraints() }
    try compare("commitments") { try $0.commitments() }
    try compare("offers") { try $0.offers() }
    try compare("calendar") { try $0.calendar() }
    try compare("delegations") { try $0.delegations() }
    try compare("timeline") { try $0.timeline() }
    try compare("sources") { try $0.sources() }
    if networks { try compare("networks") { try $0.networks() } }
    return found
  }

  /// Statements are found by id in the same places, and none that is there no more.
  static func haveSamePlaces(_ one: DerivedState, _ other: DerivedState) -> Bool {
    let (index, fresh) = (one.filtered.index, other.filtered.index)
    return index.ids(.statements) == fresh.ids(.statements)
      && (0..<200).map { "s-\($0)" }.allSatisfy {
        index.position(.statements, $0) == fresh.position(.statements, $0)
      }
  }

  static let lenses: [Lens] = {
    var dated = Lens()
    dated.asOf = try? EDTFDate("2024-10-20")
    var narrow = Lens()
    (narrow.parties, narrow.issues) = (["north"], ["truce", "zone", "captives"])
    var filtered = Lens()
    (filtered.worstCredibility, filtered.directness) = (3, .third)
    var compared = Lens()
    compared.since = try? EDTFDate("2024-10-10")
    var redacted = Lens()
    redacted.redact = true
    return [Lens(), dated, narrow, filtered, compared, redacted]
  }()

  @Test(arguments: lenses.indices)
  func everyViewIsTheSameAfterAnyEdit(_ number: Int) throws {
    let lens = Self.lenses[number]
    for seed in 0..<UInt64(Self.isLong ? 40 : 3) {
      for size in [6, 40] {
        var talks = RandomTalks(seed: seed * 100 + UInt64(number), statements: size)
        var state = DerivedState(talks.theCase, lens)
        _ = try Self.differences(state, state)
        for step in 0..<(Self.isLong ? 25 : 12) {
          talks.edit()
          if step % 6 == 4 { talks.editRemarks() }
          if step % 6 == 5 { talks.editAnotherEntry() }
          state = state.succeeding(talks.theCase)
          let fresh = DerivedState(talks.theCase, lens)
          let found = try Self.differences(state, fresh, networks: step == 11)
          #expect(found == [], "seed \(seed), \(size) statements, edit \(step)")
          #expect(Self.haveSamePlaces(state, fresh), "seed \(seed), edit \(step)")
        }
      }
    }
  }

  /// Only the issue that a new statement is on is read again, and none after a change of wording.
  @Test func issuesThatAnEditDoesNotTouchAreKept() throws {
    let before = RandomTalks(seed: 7, statements: 80).theCase
    let state = DerivedState(before)
    _ = try Self.differences(state, state)
    var worded = before
    worded.statements[0].gist += "!"
    let same = try state.succeeding(worded).ledger()
    #expect(same.isKept.allSatisfy { $0 })
    var more = before
    var statement = Case.Statement()
    (statement.id, statement.source, statement.gist) = ("more", "paper-0", "Some water")
    (statement.speaker, statement.act) = (["envoy"], .accept)
    statement.date = Dating(try EDTFDate("2024-10-10"))
    statement.about = .issue("water", .options(["some"]))
    more.statements.append(statement)
    let next = try state.succeeding(more).ledger()
    let touched = next.table.rows.indices.filter { !next.isKept[$0] }
    #expect(touched.map { next.table.rows[$0].issue.id } == ["water"])
  }

  /// A case that differs in more than statements needs a new state; remarks make no difference.
  @Test func whatElseDiffersMakesAllFromNothing() throws {
    var talks = RandomTalks(seed: 3, statements: 20)
    let before = talks.theCase
    talks.editRemarks()
    #expect(StatementEdit(from: before, to: talks.theCase)?.ids == [])
    talks.editAnotherEntry()
    #expect(StatementEdit(from: before, to: talks.theCase).map(\.ids) == nil)
  }
}
