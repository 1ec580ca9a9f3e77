import CaseModel
import StateOfPlay
import Testing

/// A pledge in two steps, one of them on terms, is no contradiction.
@Suite struct NumbersOnTermsTests {
  private static let sections = """
    issues:
      - {id: cut, title: The cut, kind: negotiable, value: quantity, unit: percent, parties: [north]}
    milestones: [{id: others, title: The others follow}, {id: audit, title: The audit}]
    """

  private func number(_ id: String, _ number: Int, _ more: String = "") -> String {
    "id: \(id), act: offer, date: 2031-03-01, about: {issue: cut, value: {quantity: \(number), unit: percent}}\(more)"
  }

  private func groups(_ lines: [String]) throws -> Int {
    contradictions(try record(lines, with: Self.sections)).groups.count
  }

  private let ifOthers = ", requires: [{milestone: others, kind: trigger}]"
  private let afterAudit = ", requires: [{milestone: audit, kind: before}]"

  @Test func aNumberOnTermsContradictsNoneWithout() throws {
    #expect(try groups([number("a", 55), number("b", 65, ifOthers)]) == 0)
    #expect(try groups([number("a", 55), number("b", 65, afterAudit)]) == 0)
    #expect(try groups([number("a", 55, afterAudit), number("b", 65, ifOthers)]) == 0)
  }

  @Test func onTheSameTermsTwoNumbersDo() throws {
    #expect(try groups([number("a", 55), number("b", 65)]) == 1)
    #expect(try groups([number("a", 55, afterAudit), number("b", 65, afterAudit)]) == 1)
  }
}
