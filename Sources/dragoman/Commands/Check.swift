import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Foundations
import Interchange
import Presentation

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find inconsistencies in a case.",
    discussion: """
      Runs every integrity rule and prints each finding as file:line:column: severity: message, \
      with a hint. Exits with 1 if there are errors. docs/checks.md describes the rules. --fix first \
      writes the positions of quotes that have none, or a wrong one, where their words leave no \
      doubt; the rest of the file, including comments, stays as it is.

      Examples:
        dragoman check Examples/istanbul
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: "Lowest severity to print: error, warning or note.")
  var severity: Severity = .note

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Only this rule; may be repeated.", valueName: "rule"))
  var rules: [String] = []

  @Option(help: "How to print the findings: text, json, csv or markdown.")
  var format = Format.text

  @Flag(help: "Write the positions of quotes that can be found by their words, and nothing else.")
  var fix = false

  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let known = IntegrityCheck.rules.map { $0.code }
    for rule in rules where !known.contains(rule) {
      throw UsageError(
        "--rule: unknown rule `\(rule)`",
        hint: suggestion(for: rule, among: known)
          ?? "docs/checks.md lists them")
    }
    let opened = try fix ? placed() : file.open()
    var findings = IntegrityCheck.findings(opened.theCase, texts: opened.texts)
    if !rules.isEmpty { findings.removeAll { !rules.contains($0.code) } }
    let index = CaseIndex(opened.theCase)
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    let shown = findings.filter { $0.severity <= severity }
      .map { opened.diagnostic($0, index) }
    switch format {
    case .text:
      for diagnostic in shown {
        Console.out(diagnostic.text(hasColour: Console.outputHasColour))
      }
      Console.err(
        [
          errors.counted("error"), warnings.counted("warning"),
          (findings.count - errors - warnings).counted("note"),
        ].joined(separator: ", ")
          + " in \(opened.theCase.statements.count.counted("statement")) from "
          + "\(opened.theCase.sources.count.counted("source"))\n"
      )
    case .json: Console.out(try OutputOptions.json(shown))
    case .csv: Console.out(CSVFace().render(Document("", [.table(table(shown))])))
    case .markdown:
      Console.out(
        MarkdownFace().render(
          Document("Findings in \(opened.theCase.header.title)", [.table(table(shown))])))
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
      Console.err("no quote positions to write\n")
      return opened
    }
    try opened.place(placing, writing, who)
    Console.err("\(placing.count.counted("quote position")) written\n")
    return try file.open()
  }

  private func table(_ diagnostics: [Diagnostic]) -> Table {
    Diagnostic.table(diagnostics, titled: diagnostics.count.counted("finding"))
  }
}
