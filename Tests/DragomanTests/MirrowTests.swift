import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// The invented peace process of docs/path-peace.md: what its texts say, and must not be lost.
@Suite struct MirrowTests {
  private func theCase() throws -> Case {
    try CaseFile.open(Program.root.appendingPathComponent("Examples/mirrow").path).theCase
  }

  private func lens(_ day: String) throws -> Lens {
    var lens = Lens()
    lens.asOf = try EDTFDate(day)
    return lens
  }

  @Test func checksCleanAndSaysThatItIsInvented() throws {
    let result = try Program.run(["check", "Examples/mirrow"])
    #expect(result.code == 0)
    #expect(result.error.contains("0 errors, 0 warnings, 0 notes"), "\(result.output)")
    let header = try theCase().header
    #expect(header.title.contains("invented") && header.description?.contains("invented") ?? false)
    #expect(header.parties.count == 3)
  }

  @Test func everyTextIsThereInFullAndEveryQuoteProved() throws {
    let file = try CaseFile.open(Program.root.appendingPathComponent("Examples/mirrow").path)
    #expect(file.theCase.sources.count == 8)
    for statement in file.theCase.statements {
      let text = try #require(file.texts[statement.source].text)
      #expect(statement.quote.spans.allSatisfy { $0.status(in: text) == .ok && $0.exact != nil })
    }
  }

  @Test func electionsAndArmsWaitForEachOtherInBothSidesOwnWords() throws {
    let view = try preconditions(theCase(), lens("2025-11-20"))
    let deadlock = try #require(view.deadlocks.first)
    #expect(view.deadlocks.count == 1 && deadlock.cycle.isFirm)
    #expect(Set(deadlock.parties) == ["sorrane", "front"])
    #expect(try preconditions(theCase(), lens("2025-10-15")).deadlocks.isEmpty)
  }

  @Test func eachOnesDutyUnderTheTruceIsKeptOrBrokenByItself() throws {
    var status: [Case.Commitment.ID: Case.Commitment.Level?] = [:]
    for line in try commitments(theCase(), lens("2025-11-20")).rows {
      status[line.commitment] = line.status
    }
    #expect(status["fire-sorrane"] == .breached && status["fire-front"] == .breached)
    #expect(status["fire-guard"] == .full && status["guns-front"] == .full)
    #expect(status["guns-sorrane"] == .full && status["release-front"] == .full)
    #expect(status["release-sorrane"] != .full)
    let september = try commitments(theCase(), lens("2025-09-30")).rows
    #expect(september.first { $0.commitment == "guns-sorrane" }?.isOverdue == true)
  }

  @Test func whoFiredFirstHasAVerdictAndTheOrderHasNone() throws {
    let view = try contradictions(theCase(), lens("2025-11-20"))
    let fire = try #require(view.group("first-fire", in: \.groups))
    #expect(fire.verdict == .oneWrong && fire.sides.count == 2)
    #expect(view.group("order", in: \.groups)?.verdict == .open)
  }

  /// What was agreed until a day does not go on by itself.
  @Test func theTruceEndsByItsOwnWords() throws {
    let theCase = try theCase()
    #expect(try theCase.cell("truce", "front", asOf: "2025-11-20")["kept"]?.stances == [.for])
    let after = try theCase.cell("truce", "front", asOf: "2025-12-09")
    #expect(after["kept"]?.stances.contains(.for) != true)
  }

  /// The office and the command of one movement keep their own words.
  @Test func theFrontIsDividedOverTheSeal() throws {
    let cell = try theCase().cell("arms", "front")
    #expect(cell.isDivided)
    #expect(Set(cell["sealed"]?.stances ?? []) == [.forIf, .against])
  }
}
