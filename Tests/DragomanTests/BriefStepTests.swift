import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

/// The worked cases' briefs as a whole.
@Suite struct BriefStepTests {
  static let names = ["istanbul", "sarn", "corvane"]

  private func brief(_ name: String) throws -> (Brief, ViewContext) {
    let theCase = try CaseFile.open(
      Program.root.appendingPathComponent("Examples/\(name)").path
    ).theCase
    let brief = try Brief(theCase, Lens(), texts: CaseTexts())
    return (brief, ViewContext(theCase, Lens(), caseHash: "h", version: "test"))
  }

  /// Whatever part of the brief speaks of a step says the same of how far it has come.
  @Test(arguments: names) func noTwoPartsSayDifferentThingsOfOneStep(_ name: String) throws {
    let (brief, _) = try brief(name)
    for row in brief.positions.rows {
      for line in row.cells.flatMap(\.answers).flatMap(\.requirements) {
        guard let step = brief.preconditions.steps.first(where: { $0.title == line.step }) else {
          continue
        }
        #expect(step.state == line.state, "\(line.step)")
      }
    }
    for row in brief.convergence.rows {
      for obstacle in row.answers.flatMap({ $0.obstacles + $0.awaited }) {
        guard
          let step = brief.preconditions.steps.first(where: { $0.title == obstacle.requirement })
        else { continue }
        #expect(step.state == obstacle.state, "\(obstacle.requirement)")
      }
    }
    for row in brief.commitments.rows {
      for entry in brief.calendar.rows where entry.id == row.commitment.raw && entry.number == nil {
        #expect((entry.state == .disputed) == row.isDisputed, "\(row.what)")
        if row.isOverdue == true {
          #expect(entry.isOpenAfterItsDay, "\(row.what) is overdue, and \(entry.state)")
        }
        if entry.state == .done { #expect(row.isOverdue != true, "\(row.what)") }
      }
    }
    for offer in brief.offers.offers {
      for entry in brief.calendar.rows
      where entry.kind == .offer && offer.statements.first?.raw == entry.id {
        #expect((offer.state == .lapsed) == (entry.state == .ended), "\(offer.title)")
      }
    }
  }

  /// What a reader must know stands first, in the order in which it is needed.
  @Test(arguments: names) func itsPartsStandInOrder(_ name: String) throws {
    let (brief, frame) = try brief(name)
    let headings = brief.document(in: frame).blocks.compactMap { block -> String? in
      if case .heading(let title) = block { return title }
      return nil
    }
    let order = [
      "The last offer", "Texts", "Where each party stands", "Convergence", "What changed",
      "Who says the same as whom", "Preconditions",
      "Promised, agreed in principle, expected", "Accounts that contradict each other", "Calendar",
      "Veto players", "Who met", "Third parties", "Legal limits",
      "Packages acceptable to all, and sensitivity", "Which outcomes would hold", "Sources",
    ]
    #expect(headings == order.filter(headings.contains))
    #expect(headings.contains("Calendar") && headings.contains("Third parties"))
    let text = TextFace().render(brief.document(in: frame))
    let glance = try #require(text.range(of: "What blocks"))
    let first = try #require(text.range(of: headings[0]))
    #expect(glance.lowerBound < first.lowerBound, "the box stands before everything else")
  }
}
