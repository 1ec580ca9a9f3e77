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
    abstract: "Take over what was coded in another program, as a case or into one.",
    discussion: """
      Reads tables of statements (CSV, XLSX), REFI-QDA projects and codebooks of NVivo, MAXQDA, \
      ATLAS.ti, QualCoder or Taguette (.qdpx, .qdc), Web Annotations and exports of Hypothesis \
      (JSON), and files of Discourse Network Analyzer (.dna, versions 2 and 3). Reports what was \
      taken, changed and left.

      What each column and code becomes is proposed by its name, and shown before anything is \
      written. --dry-run prints that mapping as JSON and writes nothing; change it, and give it with \
      --mapping. It is saved beside the case and used again. How the program counts positions is found out from where words begin and \
      end; where that is not sure, --positions must say it. docs/exchange.md has the rules.

      --into brings it into a case that exists, as one change: what is there already is not put there \
      twice, what the case has stays as it is, and what the file has otherwise is named. On a \
      terminal it shows all that and asks first.

      Examples:
        dragoman import statements.csv --dry-run > mapping.json
        dragoman import statements.csv --mapping mapping.json --output talks.dragoman
        dragoman import statements.csv --into valley.dragoman
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

  @Option(
    help: ArgumentHelp(
      "The case to bring it into, as one change; the rest of the case stays as it is.",
      valueName: "case"), completion: .file(extensions: ["yaml", "yml", "json", "dragoman"]))
  var into: String?

  @Option(
    help: ArgumentHelp(
      "With --into, which counts where a statement is in both and differs: case or file.",
      valueName: "which"))
  var prefer = ProjectImport.Preferred.own

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
    if output == nil, into == nil, !dryRun {
      throw ValidationError("name the case to create with --output, or one there is with --into")
    }
    if into != nil, output != nil {
      throw ValidationError("--into and --output exclude each other")
    }
    if into != nil, title != nil { throw ValidationError("--title is for a new case") }
    if into == nil, prefer == .file { throw ValidationError("--prefer goes with --into") }
    if let positions, PositionReading(name: positions) == nil {
      throw ValidationError("--positions is utf16, codepoints or bytes, with +lf or +bom")
    }
  }

  func run() throws {
    let target = try output.map { try ImportTarget($0) }
    var merge = try into.map { try MergeTarget($0, isDryRun: dryRun, maxSize) }
    let bytes = try FileBytes.read(path, limit: maxSize * 1_000_000)
    let name = URL(fileURLWithPath: path).lastPathComponent
    let format = try ForeignFormat.of(bytes, named: name)
    if sheet != nil, format != .xlsx {
      throw UsageError("--sheet goes with a workbook (.xlsx); this is \(format.words)")
    }
    var (project, report) = try format.project(
      bytes, at: path, sheet: sheet, limit: maxSize * 1_000_000)
    if let parties {
      project.parties = parties.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    var mapping = ExchangeMapping(proposedFor: project)
    let saved = try (target?.savedMapping ?? merge?.savedMapping).map { try read(mapping: $0) }
    let given = try self.mapping.map { try read(mapping: $0) }
    let proposed = mapping
    for other in [saved, given].compactMap(\.self) { mapping = mapping.overridden(by: other) }
    let reused = savedLines(saved, over: proposed, given, of: project)
    if let given {
      report.left += given.unknown(in: project).map {
        "\($0) of the mapping, which the file does not have"
      }
    }
    report.left += project.takeColumns(mapping)
    try takeTexts(&project, &report)
    if project.hasCells { merge?.knowMatrix() }
    if let merge {
      for title in merge.existing.supplyTexts(to: &project) {
        report.changed.append("\(title): read in the text that the case has of it")
      }
    }
    let chosen = (positions ?? given?.positions).flatMap { PositionReading(name: $0) }
    let placed = try place(project, chosen, saved, &mapping, &report)
    let made = made(placed, mapping, target, merge)
    report.add(made.report)
    let into = (merge?.opened.path).map { " into \($0)" } ?? ""
    if dryRun { Console.out(mapping.bytes) }
    Console.err(
      ReportText.text(
        report, "\(format.words.capitalisedFirst), \(name)\(into)", isDone: !dryRun,
        mapping: reused + mapping.lines(for: project), preferred: merge == nil ? nil : prefer))
    for party in project.parties
    where !made.theCase.actors.contains(where: { $0.id.raw == party || $0.name == party }) {
      Console.note("no actor is called `\(party)`, so it is no party")
    }
    let errors = newErrors(made, merge)
    guard !dryRun else { return }
    if target != nil, made.theCase.header.parties.isEmpty, !made.theCase.statements.isEmpty {
      Console.note(
        "the case names no parties, and so has no matrix of their positions; name them with --parties"
      )
    }
    try target?.write(made, mapping, by: who, from: name)
    try merge?.write(made, mapping, by: who, from: name)
    if errors > 0 { throw ExitCode(Console.Code.findings.rawValue) }
  }

  /// Says that a mapping saved earlier is used, and where it differs from what would be proposed: an
  /// error in it would otherwise be repeated silently.
  private func savedLines(
    _ saved: ExchangeMapping?, over proposed: ExchangeMapping, _ given: ExchangeMapping?,
    of project: CodedProject
  ) -> [String] {
    guard let saved else { return [] }
    let names = Set(project.passages.flatMap { $0.fields.map(\.name) })
    let others = names.sorted().filter {
      saved.columns[$0] != nil && saved.columns[$0] != proposed.columns[$0]
        && given?.columns[$0] == nil
    }
    return ["as an earlier import saved it, where --mapping does not say otherwise"]
      + others.prefix(12).map { name in
        "“\(name)”: \(saved.columns[name]?.rawValue ?? ""), where \(proposed.columns[name]?.rawValue ?? "") would be proposed now"
      }
      + (others.count > 12 ? ["and \(others.count - 12) more"] : [])
  }

  /// Names the errors that the case has after the import and does not have now.
  /// - Returns: how many they are.
  private func newErrors(_ made: ProjectImport, _ merge: MergeTarget?) -> Int {
    var texts = merge?.existing.texts ?? CaseTexts()
    for (source, text) in made.texts { texts.states[source] = .loaded(SourceText(text)) }
    func errors(_ theCase: Case, _ texts: CaseTexts) -> [Finding] {
      IntegrityCheck.findings(theCase, texts: texts).filter { $0.severity == .error }
    }
    let known = Set(merge.map { errors($0.existing.theCase, $0.existing.texts) } ?? [])
    let new = errors(made.theCase, texts).filter { !known.contains($0) }
    guard !new.isEmpty else { return 0 }
    let shown = new.prefix(5).map { "\($0.path): \($0.message)" }.joined(separator: "; ")
    Console.note(
      "the import adds \(new.count.counted("error")) to the case, which `dragoman check` lists: \(shown)"
    )
    return new.count
  }

  private func read(mapping file: String) throws -> ExchangeMapping {
    try ExchangeMapping.read(try FileBytes.read(file, limit: 100_000_000))
  }

  /// What was said by hand counts; what an earlier import found, only where this file does not show it.
  private func place(
    _ project: CodedProject, _ chosen: PositionReading?, _ saved: ExchangeMapping?,
    _ mapping: inout ExchangeMapping, _ report: inout ExchangeReport
  ) throws -> CodedProject {
    var (placed, placement) = project.placed(chosen)
    var isChosen = chosen != nil
    if placement?.isSure == false, !isChosen,
      let known = saved?.positions.flatMap({ PositionReading(name: $0) })
    {
      (placed, placement) = project.placed(known)
      isChosen = true
    }
    guard let placement else { return placed }
    report.changed.append(placement.words)
    if !isChosen, !placement.isSure {
      throw UsageError(
        "it is not sure how the program counts positions: \(placement.words)",
        hint:
          "look at a passage in the program, and say it with --positions \(placement.reading.name)\(placement.rival.map { " or \($0.name)" } ?? "")"
      )
    }
    mapping.positions = placement.reading.name
    return placed
  }

  private func made(
    _ placed: CodedProject, _ mapping: ExchangeMapping, _ target: ImportTarget?,
    _ merge: MergeTarget?
  ) -> ProjectImport {
    if let merge {
      return ProjectImport(placed, mapping, into: merge.existing, preferring: prefer)
    }
    let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let title = self.title ?? (placed.name.isEmpty ? stem : placed.name)
    return ProjectImport(
      placed, mapping, id: target?.id ?? Slug.from(title) ?? Slug("case"), title: title)
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
    if isGiven {
      let share = Int((share * 100).rounded(.down))
      words += ", as given (\(share) % of edges are edges of words)"
    } else if allAgree {
      words += " (every way of counting gives the same places)"
    } else {
      words += " (\(Int((share * 100).rounded(.down))) % of edges are edges of words"
      words += rival.map { "; \($0.words) would fit about as well)" } ?? ")"
    }
    return words
  }
}
