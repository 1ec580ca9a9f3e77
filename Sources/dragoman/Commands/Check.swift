import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Interchange
import Presentation

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find what does not hold together in a case.",
    discussion: """
      Runs every integrity rule and prints each finding as file:line:column: severity: message, \
      with a hint. Exits 1 where there are errors. docs/checks.md describes the rules. --fix first \
      writes the places of quotes that name none, or a wrong one, where their words leave no doubt; \
      the rest of the file, comments too, stays as it is.

      Examples:
        dragoman check Examples/istanbul
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: "Least severity to print: error, warning or note.")
  var severity: Severity = .note

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Only this rule; may be repeated.", valueName: "rule"))
  var rules: [String] = []

  @Option(help: "How to print the findings: text, json, csv or markdown.")
  var format = Format.text

  @Flag(help: "Write the places of quotes that can be found by their words, and nothing else.")
  var fix = false

  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let known = IntegrityCheck.rules.map { $0.code }
    for rule in rules where !known.contains(rule) {
      throw UsageFault(
        "--rule: unknown rule `\(rule)`",
        hint: nearest(to: rule, among: known).map { "did you mean `\($0)`?" }
          ?? "docs/checks.md lists them")
    }
    let opened = try fix ? placed() : file.open()
    var findings = IntegrityCheck.findings(opened.theCase, texts: opened.texts)
    if !rules.isEmpty { findings.removeAll { !rules.contains($0.code) } }
    let index = CaseIndex(opened.theCase)
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    let shown = findings.filter { $0.severity <= severity }
    switch format {
    case .text:
      for finding in shown {
        Console.out(
          opened.diagnosis(finding, index).text(hasColour: Console.outputHasColour))
      }
      Console.err(
        [
          errors.counted("error"), warnings.counted("warning"),
          (findings.count - errors - warnings).counted("note"),
        ].joined(separator: ", ")
          + " in \(opened.theCase.statements.count.counted("statement")) from "
          + "\(opened.theCase.sources.count.counted("source"))\n"
      )
    case .json: Console.out(try json(shown, opened, index))
    case .csv: Console.out(CSVFace().render(Document("", [.table(table(shown, opened, index))])))
    case .markdown:
      Console.out(
        MarkdownFace().render(
          Document(
            "Findings in \(opened.theCase.header.title)", [.table(table(shown, opened, index))])))
    }
    if errors > 0 { throw ExitCode(Console.Code.findings.rawValue) }
  }

  /// The case after the places of its quotes were written.
  private func placed() throws -> OpenedCase {
    let opened = try file.open(.readWrite)
    let placing = QuotePlacing(opened.theCase, texts: opened.texts)
    if placing.ofOtherTexts > 0 {
      Console.note(
        "\(placing.ofOtherTexts.counted("quote")) left alone: the text is not the one that was entered"
      )
    }
    guard placing.count > 0 else {
      Console.err("no place of a quote to write\n")
      return opened
    }
    try opened.place(placing, writing, who)
    Console.err("\(placing.count.counted("place")) of quotes written\n")
    return try file.open()
  }

  private func table(_ findings: [Finding], _ opened: OpenedCase, _ index: CaseIndex) -> Table {
    var table = Table(
      findings.count.counted("finding"),
      ["rule", "severity", "file", "line", "column", "path", "message", "hint"].map {
        Table.Column($0)
      })
    table.emptyWords = "Nothing was found."
    for finding in findings {
      let place = opened.place(of: finding, index)
      table.row(
        Inline(finding.code), Inline(finding.severity.rawValue), Inline(opened.path),
        Inline(place.map { "\($0.line)" } ?? ""), Inline(place.map { "\($0.column)" } ?? ""),
        Inline(finding.path.description), Inline(finding.message), Inline(finding.hint ?? ""))
    }
    return table
  }

  private struct Line: Encodable {
    let rule: String
    let severity: Severity
    let file: String
    let line: UInt32?
    let column: UInt32?
    let path: String
    let message: String
    let hint: String?
  }

  private func json(_ findings: [Finding], _ opened: OpenedCase, _ index: CaseIndex) throws
    -> String
  {
    let lines = findings.map { finding in
      let place = opened.place(of: finding, index)
      return Line(
        rule: finding.code, severity: finding.severity, file: opened.path, line: place?.line,
        column: place?.column, path: finding.path.description, message: finding.message,
        hint: finding.hint)
    }
    return try OutputOptions.json(lines)
  }
}
