import ArgumentParser
import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay

struct Settle: ParsableCommand {
  static let configuration = CommandConfiguration(SettlementView.declaration)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: ArgumentHelp("Which scenario of the case, if it has several.", valueName: "id"))
  var scenario: String?

  @Option(
    name: .customLong("package"),
    help: ArgumentHelp("Explain this package; may be repeated.", valueName: "package"))
  var packages: [String] = []

  @Flag(
    help: "The smallest changes that make the first package acceptable, or better, and trades.")
  var next = false

  @Flag(
    help: "Drafts from the first package to an efficient one, none worse for any party.")
  var singleText = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Set two packages side by side.", valueName: "package"))
  var compare: [String] = []

  @Option(
    name: .customLong("point"),
    help: ArgumentHelp(
      "Which named points: nash, nash-from-minimum, kalai-smorodinsky, kalai-smorodinsky-by-spread, egalitarian or utilitarian; may be repeated.",
      valueName: "point"))
  var points: [SettlementView.Solution] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Suppose another number: PARTY.weight.ISSUE=0.4 or =0.3..0.5, PARTY.value.ISSUE.OPTION=…, PARTY.reservation=…, or PARTY.redline.1=off, link.1=off; may be repeated.",
      valueName: "number"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many times to draw the uncertain numbers (default: 200; 0 for none).",
      valueName: "count"))
  var robust: Int?

  @OptionGroup var drawing: SeedOptions

  @Flag(help: "Treat issues as things to divide: Adjusted Winner, and the largest product.")
  var divide = false

  @Flag(help: "Give the proof of each claim, so that it can be checked.")
  var certificate = false

  @Option(
    help: ArgumentHelp(
      "Accept an error of this share of each party's range, where the exact frontier is too large.",
      valueName: "share"))
  var tolerance: String?

  @Option(help: ArgumentHelp("How many efficient outcomes to list and draw.", valueName: "count"))
  var list = 200

  @OptionGroup(title: "Lens") var lens: LensOptions<SettlementView>
  @OptionGroup(title: "Work") var work: WorkOptions
  @OptionGroup(title: "Many models") var lines: ModelLineOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html, svg
  }

  @Option(help: "Output format: text, json, csv, markdown, html or svg.")
  var format = Format.text

  @Flag(help: "Begin CSV with a byte order mark, so that spreadsheets recognise UTF-8.")
  var bom = false

  @OptionGroup var columns: ColumnOptions

  func validate() throws {
    if bom, format != .csv { throw ValidationError("--bom goes with --format csv") }
    if let robust, !(0...1_000_000).contains(robust) {
      throw ValidationError("--robust is a number from 0 to 1000000")
    }
    if !(1...100_000).contains(list) {
      throw ValidationError("--list is a number from 1 to 100000")
    }
    if !compare.isEmpty, compare.count != 2 {
      throw ValidationError("--compare takes two packages")
    }
  }

  func run() throws {
    if lines.jsonl {
      let scenario = scenario.map { Case.Scenario.ID($0) }
      return try lines.run("settle", file.path, \Case.scenarios, timeout: work.timeout) {
        try settlement($0, Lens(), scenario: scenario, asking: questions(), checkpoint: $1)
      }
    }
    let inView = try lens.through(try file.openModel(\.scenarios))
    let (opened, lens, frame) = (inView.file, inView.lens, inView.frame)
    do {
      let questions = try questions()
      var view = try work.watch("settle") {
        try settlement(
          opened.theCase, lens, scenario: scenario.map { Case.Scenario.ID($0) },
          asking: questions, checkpoint: $0)
      }
      let index = CaseIndex(opened.theCase)
      for line in view.audit.indices {
        view.audit[line].place = opened.line(of: view.audit[line].path, index)
      }
      try print(view, frame)
    } catch let error as ModelError {
      throw LocatedModelError(error, "scenario", in: opened)
    }
  }

  private func questions() throws(ModelError) -> SettlementQuestions {
    var questions = SettlementQuestions()
    questions.packages = packages
    if !points.isEmpty { questions.solutions = points }
    (questions.next, questions.singleText, questions.compare) = (next, singleText, compare)
    if let robust { questions.draws = robust }
    questions.seed = drawing.seed
    for text in settings { questions.settings.append(try ScenarioChange(text)) }
    (questions.certificates, questions.division) = (certificate, divide)
    (questions.tolerance, questions.listed) = (tolerance, list)
    return questions
  }

  private func print(_ view: SettlementView, _ frame: ViewContext) throws {
    guard let face = OutputOptions.Format(rawValue: format.rawValue) else {
      guard let picture = frame.outcomePicture(view) else {
        throw UsageError(
          "there is nothing to draw: fewer than two parties, or no package is feasible",
          hint: "--format text shows what stands in the way")
      }
      return Console.out(picture.standalone)
    }
    try OutputOptions(face, bom: bom, columns).print(view, in: frame)
  }
}
