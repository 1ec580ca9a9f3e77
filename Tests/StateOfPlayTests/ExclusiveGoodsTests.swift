import CaseModel
import StateOfPlay
import Testing

/// "Two parties of which each claims one thing for itself are for different options, whether or not the
/// record says that these exclude each other, and apart until one accepts the other's."
@Suite struct ExclusiveGoodsTests {
  private static func sections(_ issue: String) -> String {
    """
    case: {id: cabinet, title: Talks on a cabinet, parties: [north, south]}
    issues:
      - {id: finance, title: The ministry of finance, kind: negotiable, \(issue)}
    """
  }

  private static let holders =
    "options: [{id: n, title: North holds it}, {id: s, title: South holds it}]"
  private static let takers =
    "options: [{id: n, title: North takes it, takenBy: [north]}, {id: s, title: South takes it, takenBy: [south]}]"

  private func claim(_ speaker: String, _ option: String, _ act: String = "demand") -> String {
    "id: \(speaker)-\(option), speaker: \(speaker), act: \(act), date: 2031-03-01, about: {issue: finance, option: \(option)}"
  }

  private func line(_ lines: [String], _ issue: String) throws -> ConvergenceView.Line? {
    try LedgerTests.Views(record(lines, with: Self.sections(issue))).line("finance")
  }

  @Test(arguments: [holders, "answers: many, \(holders)", takers, "answers: many, \(takers)"])
  func eachClaimsItForItself(_ issue: String) throws {
    let claims = [claim("north", "n"), claim("south", "s")]
    #expect(try line(claims, issue)?.state == .apart)
    // Conceded to one, it is agreed.
    let yields = claim("south", "n", "accept").replacing("03-01", with: "03-02")
    #expect(try line(claims + [yields], issue)?.answers.map(\.answer) == ["n"])
  }
}
