import ArgumentParser
import CaseModel
import CaseStore
import Exchange
import Foundation
import Foundations
import Interchange
import Presentation

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take over what was coded in another program, as a new case.",
    discussion: """
      Reads tables of statements (CSV, XLSX), REFI-QDA projects and codebooks of NVivo, MAXQDA, \
      ATLAS.ti, QualCoder or Taguette (.qdpx, .qdc), Web Annotations and exports of Hypothesis \
      (JSON), and files of Discourse Network Analyzer (.dna, versions 2 and 3). Reports what was \
      taken, changed and left.

      What each column and code becomes is proposed by its name. --dry-run prints that mapping as \
      JSON and writes nothing; change it, and give it with --mapping. It is saved beside the case \
      and used again. How the program counts positions is found out from where words begin and \
      end; where that is not sure, --positions must say it. docs/exchange.md has the rules.

      Examples:
        dragoman import statements.csv --dry-run > mapping.json
        dragoman import statements.csv --mapping mapping.json --output talks.dragoman
      """)

  @Argument(
    help: ArgumentHelp("The file of the other program.", valueName: "file"), completion: .file())
  var path: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The case to create: a file that ends in .dragoman, .yaml or .json, or a folder.",
      valueName: "case"), completion: .file())
  var output: String?

  @Flag(help: "Write nothing; print the mapping as JSON, and the report.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("What columns and codes become, as --dry-run prints it.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "How positions are counted: utf16, codepoints or bytes; +lf where a line end of two characters counts once, +bom where the byte order mark counts.",
      valueName: "reading"))
  var positions: String?

  @Option(
    help: ArgumentHelp(
      "A folder with the texts of documents that the file does not contain.", valueName: "folder"),
    completion: .directory)
  var texts: String?

  @Option(help: ArgumentHelp("Which sheet of a workbook (default: the first).", valueName: "name"))
  var sheet: String?

  @Option(help: "The title of the case (default: the project's or the file's name).")
  var title: String?

  @Option(
    help: ArgumentHelp("The parties, by id or name, separated by commas.", valueName: "names"))
  var parties: String?

  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp(
      "Largest file to read, and what an archive may unpack to, in megabytes.", valueName: "MB"))
  var maxSize = 500

  @OptionGroup(title: "Who") var who: WhoOptions

  func validate() throws {
    guard (1...100_000).contains(maxSize) else {
      throw ValidationError("--max-size is a number of megabytes from 1 to 100000")
    }
    if output == nil, !dryRun { throw ValidationError("name the case to create with --output") }
    if let positions, PositionReading(name: positions) == nil {
      throw ValidationError("--positions is utf16, codepoints or bytes, with +lf or +bom")
    }
  }

  func run() throws {
    let target = try output.map { try ImportTarget($0) }
    let bytes = try FileBytes.read(path, limit: maxSize * 1_000_000)
    let name = URL(fileURLWithPath: path).lastPathComponent
    let format = try ForeignFormat.of(bytes, named: name)
    var (project, report) = try format.project(
      bytes, at: path, sheet: sheet, limit: maxSize * 1_000_000)
    if let parties {
      project.parties = parties.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    var mapping = ExchangeMapping(proposedFor: project)
    for file in [target?.savedMapping, self.mapping].compactMap(\.self) {
      mapping = mapping.overridden(
        by: try ExchangeMapping.read(try FileBytes.read(file, limit: 100_000_000)))
    }
    project.takeColumns(mapping)
    try takeTexts(&project, &report)
    let reading = (positions ?? mapping.positions).flatMap { PositionReading(name: $0) }
    let (placed, placement) = project.placed(reading)
    if let placement {
      report.changed.append(placement.words)
      if reading == nil, !placement.isSure {
        throw UsageError(
          "it is not sure how the program counts positions: \(placement.words)",
          hint:
            "look at a passage in the program, and say it with --positions \(placement.reading.name)\(placement.rival.map { " or \($0.name)" } ?? "")"
        )
      }
      mapping.positions = placement.reading.name
    }
    let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let title = self.title ?? (placed.name.isEmpty ? stem : placed.name)
    let made = ProjectImport(
      placed, mapping, id: target?.id ?? Slug.from(title) ?? Slug("case"), title: title)
    report.taken += made.report.taken
    report.changed += made.report.changed
    report.left += made.report.left
    if let target, !dryRun {
      try target.write(made, mapping, by: who, from: name)
    } else {
      Console.out(mapping.bytes)
    }
    Console.err(
      ReportText.text(report, "\(format.words.capitalisedFirst), \(name)", isDone: !dryRun))
    for party in project.parties
    where !made.theCase.actors.contains(where: { $0.id.raw == party || $0.name == party }) {
      Console.note("no actor is called `\(party)`, so it is no party")
    }
  }

  private func takeTexts(_ project: inout CodedProject, _ report: inout ExchangeReport) throws {
    guard project.documents.contains(where: { $0.text == nil }) else { return }
    let folder =
      texts.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("texts")
    guard FileManager.default.fileExists(atPath: folder.path) else {
      guard let texts else { return }
      throw UsageError("there is no folder `\(texts)`")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { name in TextPath.endings.contains { name.lowercased().hasSuffix(".\($0)") } }
    let files = try names.map { name in
      (
        name: name,
        bytes: try FileBytes.read(
          folder.appendingPathComponent(name).path, limit: maxSize * 1_000_000)
      )
    }
    let unused = project.takeTexts(files)
    if texts != nil, !unused.isEmpty {
      report.left.append(
        "\(unused.count.counted("text")) in the folder that no document names: \(unused.prefix(5).joined(separator: ", "))"
      )
    }
  }
}

extension PlacementResult {
  /// How positions were read, and how sure that is.
  var words: String {
    var words = "positions read as \(reading.words)"
    if allAgree {
      words += " (every way of counting gives the same places)"
    } else {
      words += " (\(Int((share * 100).rounded(.down))) % of edges are edges of words"
      words += rival.map { "; \($0.words) would fit about as well)" } ?? ")"
    }
    return words
  }
}
