import ArgumentParser
import CaseModel
import Exchange
import Foundation
import Foundations
import Interchange
import Presentation
import StateOfPlay

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a case for another program.",
    discussion: """
      Formats: qdpx (REFI-QDA project: NVivo, MAXQDA, ATLAS.ti, QualCoder, Taguette), qdc (its codes \
      alone), annotations (W3C Web Annotations), dna (Discourse Network Analyzer 3), csv and xlsx (a \
      table of statements), graphml, gexf, pajek and dl (the network of actors; `dragoman networks` \
      has more of it). Reports what was taken, changed and left: no other format holds all that a \
      case does.

      Examples:
        dragoman export Examples/istanbul --to csv --output istanbul.csv
        dragoman export Examples/istanbul --to csv --rows issues --output issues.csv
        dragoman export Examples/sarn --to xlsx --rows matrix --output matrix.xlsx
        dragoman export Examples/istanbul --to graphml --output istanbul.graphml
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case qdpx, qdc, annotations, dna, csv, xlsx, graphml, gexf, pajek, dl
  }

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(
    name: .customLong("to"),
    help: "The format: qdpx, qdc, annotations, dna, csv, xlsx, graphml, gexf, pajek or dl.")
  var form: Form

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String

  enum Rows: String, ExpressibleByArgument, CaseIterable {
    case statements, issues, actors, matrix
  }

  @Option(
    name: .customLong("rows"),
    help: ArgumentHelp(
      "For csv and xlsx, what a row is: statements, issues (with the families of PA-X and UCDP), actors, or matrix: an answer, with the stance of each party on it in a column.",
      valueName: "what"))
  var rows = Rows.statements

  @Flag(help: "Leave out confidential entries and whatever rests on them alone.")
  var redact = false

  @Option(
    name: .customLong("other-stances"),
    help: ArgumentHelp(
      "For dna, which knows agreement and disagreement alone: what conditional, open and unclear stances become: leave (if not given), agreement or disagreement.",
      valueName: "rule"))
  var others: DNAWriter.OtherStances?

  @Option(
    help: ArgumentHelp(
      "For dna: the password of its coder Admin, which the program asks for (dragoman if not given).",
      valueName: "password"
    ))
  var password: String?

  func validate() throws {
    if rows != .statements, form != .csv, form != .xlsx {
      throw ValidationError("--rows goes with --to csv or xlsx")
    }
    if others != nil, form != .dna { throw ValidationError("--other-stances goes with --to dna") }
    if password != nil, form != .dna { throw ValidationError("--password goes with --to dna") }
  }

  func run() throws {
    guard !FileManager.default.fileExists(atPath: output) else {
      throw UsageError("`\(output)` already exists", hint: "choose another name, or remove it")
    }
    let opened = try file.open()
    let (theCase, texts) =
      redact
      ? opened.theCase.redactedForOthers(opened.texts)
      : (theCase: opened.theCase, texts: opened.texts)
    if let format = NetworkGraph.Format(rawValue: form.rawValue) {
      return try writeNetwork(theCase, texts, format)
    }
    if rows != .statements { return try writeRows(theCase) }
    let export = ProjectExport(theCase, texts)
    var report = export.report
    report.left += losses(theCase, export)
    switch form {
    case .qdpx:
      let (bytes, written) = try QDAWriter.project(
        export.project, at: Self.moment(theCase), left: report.left)
      report.taken = written.taken
      report.left += written.left
      report.changed += written.changed + [Self.described]
      try FileBytes.write(bytes, to: output)
    case .qdc:
      report = ExchangeReport()
      report.taken = [.init("codes", export.project.codes.count)]
      report.left = ["all but the codes, which are what a codebook holds"]
      try FileBytes.write(QDAWriter.codebook(export.project), to: output)
    case .annotations:
      try writeAnnotations(export.project, theCase, texts, &report)
      report.taken = export.used
      report.changed += export.project.unplaced
    case .csv, .xlsx:
      let bytes =
        form == .csv ? TableWriter.csv(export.project) : try TableWriter.xlsx(export.project)
      try FileBytes.write(bytes, to: output)
      report.taken = export.used
      report.changed += TableWriter.packages(export.project) + export.project.unplaced
    case .dna: try writeDNA(export.project, theCase, &report)
    case .graphml, .gexf, .pajek, .dl: break
    }
    Console.err(ReportText.text(report, "Written to \(output)", isDone: true))
  }

  /// What the format has no place for, field by field.
  private func losses(_ theCase: Case, _ export: ProjectExport) -> [String] {
    switch form {
    case .csv, .xlsx: FieldLosses.lines(theCase, in: .table) + export.unused
    case .qdpx: FieldLosses.lines(theCase, in: .qdpx)
    case .annotations: FieldLosses.lines(theCase, in: .annotations) + export.unused
    case .dna: FieldLosses.lines(theCase, in: .dna) + export.unused
    case .qdc, .graphml, .gexf, .pajek, .dl: []
    }
  }

  private func writeRows(_ theCase: Case) throws {
    let (rows, left): ([[String]], [String]) =
      switch self.rows {
      case .matrix: positions(theCase).matrix(theCase)
      case .issues:
        (TableWriter.issues(theCase), FieldLosses.lines(theCase, in: .issueRows))
      case .actors, .statements:
        (TableWriter.actors(theCase), FieldLosses.lines(theCase, in: .actorRows))
      }
    let bytes =
      form == .csv
      ? TableWriter.csv(rows)
      : try TableWriter.xlsx(rows, sheet: self.rows.rawValue.capitalisedFirst)
    try FileBytes.write(bytes, to: output)
    var report = ExchangeReport()
    report.taken = [.init("rows of \(self.rows.rawValue)", rows.count - 1)]
    report.left = left + ["all but the \(self.rows.rawValue)"]
    Console.err(ReportText.text(report, "Written to \(output)", isDone: true))
  }

  private func writeNetwork(
    _ theCase: Case, _ texts: CaseTexts, _ format: NetworkGraph.Format
  ) throws {
    let lens = Lens()
    let frame = ViewContext(
      theCase, lens, texts: texts, caseHash: theCase.canonicalHash, version: Dragoman.version)
    let view = try networks(theCase, lens)
    try FileBytes.write(Array(NetworkGraph(view, in: frame).file(format).utf8), to: output)
    var report = ExchangeReport()
    report.taken = [.init("actors", view.actors.count), .init("ties", view.ties.count)]
    report.left = ["all but the network of actors; `dragoman networks` has options for it"]
    Console.err(ReportText.text(report, "Written to \(output)", isDone: true))
  }

  /// The texts go beside the annotations, which name them.
  private func writeAnnotations(
    _ project: CodedProject, _ theCase: Case, _ texts: CaseTexts, _ report: inout ExchangeReport
  ) throws {
    var files: [(file: String, bytes: [UInt8])] = []
    var names: [String: String] = [:]
    for source in theCase.sources {
      guard let text = texts[source.id].text else { continue }
      let name = "texts/\(source.id).txt"
      names[source.id.raw] = name
      files.append((name, text.bytes))
    }
    let bytes = try AnnotationWriter.annotations(project) { names[$0] }
    try CaseFile.putTexts(
      files, in: URL(fileURLWithPath: output).deletingLastPathComponent().path)
    try FileBytes.write(bytes, to: output)
    report.changed.append(Self.described)
  }

  private static let described =
    "dates, addressees, reporters, grades and whom speakers speak for, as lines of the description of a passage"

  private func writeDNA(
    _ project: CodedProject, _ theCase: Case, _ report: inout ExchangeReport
  ) throws {
    let password = password ?? "dragoman"
    guard !password.isEmpty else { throw UsageError("--password is empty") }
    // Made elsewhere and moved here whole, so that no half of a database is left.
    let scratch = output + ".part"
    try? FileManager.default.removeItem(atPath: scratch)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    var writer = DNAWriter(project, others: others ?? .leave, password: password)
    let salt = Array(SHA256Digest(of: theCase.canonicalHash.utf8).description.utf8.prefix(16))
    try writer.write(to: scratch, salt: salt)
    try FileManager.default.moveItem(atPath: scratch, toPath: output)
    let left = report.left
    report = writer.report
    report.left += left
    report.changed.append(
      "the file opens with the coder Admin and the password “\(password)”")
  }

  /// No clock: the same case gives the same file.
  private static func moment(_ theCase: Case) -> String {
    let days =
      theCase.statements.compactMap(\.provenance.entered) + theCase.sources.compactMap(\.published)
    let newest = days.filter { !$0.hasOpenEnd }.map(\.latest).max()
    return "\(newest?.iso ?? "2000-01-01")T00:00:00Z"
  }
}
