import CaseModel
import Exchange
import Interchange
import Testing

/// Answers of issues whose answers are numbers, dates or sets: read as such, in the form that this program
/// prints too, and else left out by name.
@Suite struct PrintedValueTests {
  private static let text = "It agrees to nine units.\n"

  private func existing() throws -> ExistingCase {
    let yaml = """
      dragoman: 1
      case: {id: small, title: Small, parties: [north, south]}
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: "South, the Lower", kind: state}
      issues:
        - {id: flow, title: Flow, kind: negotiable, value: quantity, unit: metre, equivalents: [{is: {quantity: 100, unit: inch}, of: {quantity: 2.54, unit: metre}, basis: ana}]}
        - {id: start, title: Start, kind: negotiable, value: date}
        - {id: users, title: Users, kind: negotiable, value: set, members: [{id: upper, name: Upper valley}]}
      analysts: [{id: ana, name: Ana}]
      sources:
        - {id: paper, title: Paper, text: {file: texts/paper.txt, sha256: \(SourceText(Self.text).digest)}}
      statements:
        - {id: s1, source: paper, quote: {start: 0, end: 9}, gist: North agrees, speaker: north, act: state}
      """
    let theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    return ExistingCase(theCase, CaseTexts(["paper": .loaded(SourceText(Self.text))]))
  }

  private func merged(_ csv: String) throws -> ProjectImport {
    let existing = try existing()
    var (project, _) = try TableReader.project(csv: Array(csv.utf8))
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    _ = existing.supplyTexts(to: &project)
    return ProjectImport(project.placed().project, mapping, into: existing)
  }

  @Test(arguments: [
    ("Flow", "9 metres"), ("Flow", "≤ 1,000 metres"), ("Flow", "≈ 9.5 metres"),
    ("Flow", "14–21 metres"), ("Flow", "< 100 inches"), ("Start", "16 May 2031"),
    ("Start", "by 1 January 2032"), ("Start", "spring 2031"), ("Start", "12–15 May 2031"),
    ("Start", "about May 2031"), ("Users", "upper, south"), ("Users", "upper, …"),
  ]) func whatIsPrintedIsRead(_ issue: String, _ words: String) throws {
    let made = try merged("speaker,issue,answer,stance,quote\nNorth,\(issue),\"\(words)\",for,Q\n")
    let statement = try #require(made.theCase.statements.last)
    guard case .issue(_, .value(let value)) = statement.about else {
      Issue.record("\(words): \(String(describing: statement.about)) \(made.report.left)")
      return
    }
    #expect(value.words == words && statement.stance == .for)
    #expect(made.theCase.issues == (try existing()).theCase.issues)
  }

  @Test func equivalentsAndNamesArePrintedToo() throws {
    let made = try merged(
      """
      speaker,issue,answer,stance,quote
      North,Flow,100 inches (≈ 2.54 metre),for,A
      North,Users,"Upper valley, South, the Lower and perhaps others",for,B
      """)
    let values = made.theCase.statements.dropFirst().map(\.about)
    #expect(values.first == .issue("flow", .value(.quantity(Quantity(Amount(100), unit: "inch")))))
    #expect(
      values.last == .issue("users", .value(.set(MemberSet(["upper", "south"], open: true)))))
  }

  @Test func whatCannotBeReadIsNamedAndMakesNoOption() throws {
    let made = try merged(
      """
      issue,answer,North,South
      Flow,9 metres,for,against
      Flow,about nine,against,for
      Start,soon,for,
      """)
    #expect(made.theCase.issues == (try existing()).theCase.issues)
    #expect(made.theCase.statements.count == 3)
    #expect(
      made.report.left.contains {
        $0.hasPrefix("answers that cannot be read as a number of the unit metre")
          && $0.contains("Flow: about nine")
      })
    #expect(made.report.left.contains { $0.contains("as a date") && $0.contains("Start: soon") })
    let errors = IntegrityCheck.findings(made.theCase, texts: CaseTexts())
      .filter { $0.code == "answer-kind" }
    #expect(errors.isEmpty)
  }
}
