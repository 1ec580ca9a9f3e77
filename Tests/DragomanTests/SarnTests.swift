import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// The invented case, of another kind than the worked one, so that nothing fits only that.
@Suite struct SarnTests {
  private func theCase() throws -> Case {
    try CaseFile.open(Program.root.appendingPathComponent("Examples/sarn").path).theCase
  }

  @Test func checksCleanAndSaysThatItIsInvented() throws {
    let result = try Program.run(["check", "Examples/sarn"])
    #expect(result.code == 0)
    #expect(result.error.contains("0 errors, 0 warnings, 0 notes"), "\(result.output)")
    let header = try theCase().header
    #expect(header.title.contains("invented") && header.description?.contains("invented") ?? false)
  }

  @Test func everyTextIsThereInFullAndEveryQuoteProved() throws {
    let file = try CaseFile.open(Program.root.appendingPathComponent("Examples/sarn").path)
    #expect(file.theCase.statements.count >= 80)
    for statement in file.theCase.statements {
      let text = try #require(file.texts[statement.source].text)
      #expect(statement.quote.spans.allSatisfy { $0.status(in: text) == .ok && $0.exact != nil })
    }
  }

  @Test func positionsHaveQuantitiesWithToleranceRedLinesAndOffersWithAPrice() throws {
    let theCase = try theCase()
    let flow = try theCase.cell("summer-flow", "oruna")
    #expect(flow.answers.map(\.title).contains("≈ 100 m³/s"))
    #expect(flow.answers.first { $0.title == "≥ 120 m³/s" }?.stances == [.against])
    #expect(try theCase.cell("gates", "oruna").isRedLine)
    #expect(try theCase.cell("july-august", "oruna").answers.first?.stances == [.forIf])
    #expect(try theCase.cell("compensation", "growers")["paid"]?.stances == [.for])
  }

  @Test func whatBelmarNoLongerDemandsIsSoftenedAndTheAuthorsClaimStandsBeside() throws {
    let view = try changes(theCase())
    let gates = view.changes.first {
      $0.party == "belmar" && $0.issue == "gates" && !$0.before.isEmpty
    }
    #expect(gates?.kinds == [.softened, .withdrawn])
    #expect(gates?.claims.map(\.statement) == ["ana-08"])
    #expect(
      view.changes.contains {
        $0.party == "oruna" && $0.issue == "gates" && $0.kinds == [.hardened]
      })
    #expect(Set(view.unsupportedClaims.map(\.statement)) == ["ana-09", "ana-10"])
  }

  /// Neither goes first and the court gets the case, or both go at once: no one would leave either.
  @Test func theQuarrelOverWhoGoesFirstHoldsUnlessBothGo() throws {
    let theCase = try theCase()
    let view = try stability(theCase)
    #expect(view.conflict == "water-or-money" && view.statusQuo == "NNN")
    let held = view.states.filter { $0.equilibrium == view.concepts }.map(\.pattern)
    #expect(held == ["YYN", "NNY"] || held == ["NNY", "YYN"], "\(held)")
    #expect(view.leaversOfStatusQuo.map(\.name) == ["Belmar"])
    // Each part is tied to what was said, and what is only threatened is left uncertain.
    let known = Set(theCase.statements.map(\.id))
    for line in view.options {
      #expect(!line.statements.isEmpty && known.isSuperset(of: line.statements))
    }
    let wishes = view.decisionMakers.flatMap(\.wishes)
    #expect(wishes.allSatisfy { !$0.statements.isEmpty || $0.basis != nil })
    #expect(wishes.count { $0.uncertain } == 2)
    #expect(view.description?.contains("hypothesis") == true)
  }

  @Test func convergenceHasEveryDegree() throws {
    let rows = try convergence(theCase()).rows
    func state(_ issue: Case.Issue.ID) -> ConvergenceView.State? {
      rows.first { $0.issue == issue }?.state
    }
    #expect(state("gauge") == .agreed && state("data") == .agreed)
    #expect(state("bank-letter") == .conditional, "a vaguer yes leaves the condition standing")
    #expect(state("winter-power") == .withinReach)
    #expect(state("july-august") == .conditional)
    #expect(state("summer-water") == .blocked, "each requires the other first")
    #expect(state("summer-flow") == .apart)
    #expect(state("rules") == .conditional)
    #expect(state("visits") == .noEvidence)
  }

  @Test func waterAndMoneyWaitForEachOtherInBothSidesOwnWords() throws {
    let view = try preconditions(theCase())
    let deadlock = try #require(view.deadlocks.first)
    #expect(view.deadlocks.count == 1 && deadlock.cycle.isFirm)
    #expect(Set(deadlock.parties) == ["oruna", "belmar"])
    #expect(deadlock.openings.sets.map(\.parties) == [["oruna"], ["belmar"]])
    // Each would trade water for power, at prices of its own: 30 GWh and 20.
    #expect(view.trades.map(\.parties) == [["oruna"], ["belmar"]])
    #expect(view.edges.filter { $0.kind == .trigger }.map(\.holder) == ["belmar", "belmar"])
    let votes = view.edges.first { $0.awaited == "milestone/budget-vote" }
    #expect(votes?.known.by == ["marlow"] && votes?.known.kind == .inferred)
  }

  @Test func seventyFourIsAloneAndTheOtherFiguresGetOnWithEachOther() throws {
    let view = try contradictions(theCase())
    let flow = try #require(view.group("flow-2023", in: \.groups))
    #expect(flow.verdict == .oneWrong && flow.sides.count == 4)
    var without = try theCase()
    without.drop("cou-17")
    #expect(contradictions(without).group("flow-2023", in: \.groups) == nil)
    #expect(contradictions(without).group("flow-2023", in: \.variants) != nil)
    #expect(view.group("length-march", in: \.variants) != nil)
    #expect(view.group("keel-mandate", in: \.groups)?.sides.count == 2)
    #expect(view.group("when-pay-stopped", in: \.groups) != nil)
    #expect(
      view.accounts.first { $0.issue == "why-2023-low" }?.isContradicted == true,
      "one says it was kept back, one that it was not")
  }

  @Test func promisesAreKeptBrokenMetAndUnknown() throws {
    var status: [Case.Commitment.ID: Case.Commitment.Level?] = [:]
    for line in try commitments(theCase()).rows { status[line.commitment] = line.status }
    #expect(status["flow-2022"] == .full && status["flow-2023"] == .breached)
    #expect(status["pay-2023"] == .notInitiated && status["daily-readings"] == .intermediate)
    #expect(status["next-meeting"] == .met && status["bill"] == .some(nil))
    var lens = Lens()
    lens.asOf = try EDTFDate("2024-07-01")
    let line = try commitments(theCase(), lens).rows.first { $0.commitment == "joint-letter" }
    #expect(line?.isOverdue == true && line?.strength == .inPrinciple)
  }

  @Test func theActForbidsToSignAndIsBreachedUnderTheBroadReadingAlone() throws {
    let readings = try #require(constraints(theCase()).rows.first).readings
    #expect(readings.map(\.reading) == ["narrow", "broad"])
    #expect(readings.allSatisfy { $0.rules.map(\.action) == [.sign] })
    #expect(readings[0].breaches.isEmpty)
    #expect(readings[1].breaches.map(\.statements) == [["min-22"]], "no meeting breaches it")
    #expect(readings[0].heldBy == ["safi", "belmar", "marlow"])
  }

  @Test func delegationsRoseAndTheMandateIsDisputed() throws {
    let meetings = try delegations(theCase()).meetings
    let april = meetings.first { $0.meeting == "lodan-2024-04" }
    let oruna = try #require(april?.delegations.first { $0.party == "oruna" })
    let changes = Set(oruna.changes.map(\.kind))
    #expect(changes.isSuperset(of: [.head, .levelRose, .grew]))
    let march = meetings.first { $0.meeting == "lodan-2024-03" }
    #expect(march?.plannedFrom?.hasPrefix("“Tuesday”") ?? false)
    #expect(march?.delegations.first { $0.party == "oruna" }?.absent == ["verani"])
  }

  @Test(arguments: ["आशा वेरानी", "كريم حدار", "Вера Лодина", "vannes", "échelle"])
  func namesAndWordsInOtherScriptsAreFound(_ words: String) throws {
    let result = try Program.run(["search", "Examples/sarn", words, "--format", "json"])
    #expect(result.code == 0)
    #expect(result.output.contains("\"id\""), "\(words): \(result.output)")
  }

  @Test func everyViewIsPrintedInEveryFace() throws {
    for view in [
      "brief", "positions", "changes", "convergence", "contradictions", "preconditions",
      "constraints", "delegations", "commitments", "timeline", "sources",
    ] {
      for face in ["text", "json", "markdown", "html"] {
        let result = try Program.run([view, "Examples/sarn", "--format", face])
        #expect(result.code == 0 && result.output.count > 400, "\(view) \(face): \(result.error)")
      }
    }
  }
}
