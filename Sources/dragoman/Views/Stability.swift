import ArgumentParser
import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay

struct Stability: ParsableCommand {
  static let configuration = CommandConfiguration(StabilityView.declaration)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: ArgumentHelp("Which conflict of the case, if it has several.", valueName: "id"))
  var conflict: String?

  @Option(
    name: .customLong("concept"),
    help: ArgumentHelp(
      "Decide by this concept, and with --why explain by it; may be repeated.", valueName: "name"))
  var concepts: [String] = []

  @Option(
    help: ArgumentHelp(
      "How to treat unknown preferences: a, b, c or d (docs/graph-model.md).",
      valueName: "extension"))
  var unknown = "a"

  @Option(
    name: .customLong("state"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Show and explain this state; may be repeated.", valueName: "state"))
  var states: [String] = []

  @Flag(help: "Explain the states asked about, or else the equilibria and the status quo.")
  var why = false

  // A pattern may begin with a dash.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What would have to be true for this state to hold.", valueName: "state"))
  var want: String?

  @Option(
    help: ArgumentHelp(
      "Suppose a change: `MAKER: FORMULA` wanted above all, `MAKER: without 2`, or `never FORMULA`; may be repeated.",
      valueName: "change"))
  var whatIf: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many times to draw the uncertain preferences; 0 for none (default: up to 1000 if there are any).",
      valueName: "count"))
  var sample: Int?

  @OptionGroup var drawing: SeedOptions

  @Flag(help: "Which groups would leave an equilibrium together, by each sequential concept.")
  var coalitions = false

  @OptionGroup(title: "Lens") var lens: LensOptions<StabilityView>
  @OptionGroup(title: "Work") var work: WorkOptions
  @OptionGroup(title: "Many models") var lines: ModelLineOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html, dot, svg, gmcr
  }

  @Option(
    help: "Output format: text, json, csv, markdown, html, dot, svg, or gmcr for the model.")
  var format = Format.text

  @Flag(help: "Begin CSV with a byte order mark, so that spreadsheets recognise UTF-8.")
  var bom = false

  @OptionGroup var columns: ColumnOptions

  func validate() throws {
    if bom, format != .csv { throw ValidationError("--bom goes with --format csv") }
    if let sample, !(0...10_000_000).contains(sample) {
      throw ValidationError("--sample is a number from 0 to 10000000")
    }
  }

  func run() throws {
    if lines.jsonl {
      let conflict = conflict.map { Case.Conflict.ID($0) }
      return try lines.run("stability", file.path, \Case.conflicts, timeout: work.timeout) {
        try stability($0, Lens(), conflict: conflict, asking: questions(), checkpoint: $1)
      }
    }
    let inView = try lens.through(try file.openModel())
    let (opened, lens, frame) = (inView.file, inView.lens, inView.frame)
    if format == .gmcr { return try writeModel(opened, lens) }
    do {
      let questions = try questions()
      let view = try work.watch("stability") {
        try stability(
          opened.theCase, lens, conflict: conflict.map { Case.Conflict.ID($0) }, asking: questions,
          checkpoint: $0)
      }
      try print(view, frame)
    } catch let error as ModelError {
      throw LocatedModelError(error, "conflict", in: opened)
    }
  }

  private func questions() throws(ModelError) -> StabilityQuestions {
    var questions = StabilityQuestions()
    (questions.concepts, questions.unknown) = (concepts, unknown)
    questions.states = states
    questions.why = why || !states.isEmpty
    questions.want = want
    for text in whatIf { questions.whatIf.append(try ConflictChange(text)) }
    (questions.samples, questions.seed) = (sample, drawing.seed)
    questions.coalitions = coalitions
    return questions
  }

  /// The model itself, for other graph-model programs.
  private func writeModel(_ opened: OpenedCase, _ lens: Lens) throws {
    do {
      let cut = opened.theCase.cut(by: lens)
      var model = try cut.conflict(conflict.map { Case.Conflict.ID($0) })
      let index = CaseIndex(cut)
      for (position, maker) in model.decisionMakers.enumerated() where !maker.actors.isEmpty {
        // Elsewhere there are no actors to take the name from.
        model.decisionMakers[position].title = maker.title ?? index.names(maker.actors)
      }
      let bytes = try GMCRWriter.write(model) { try model.patterns(where: $0) }
      Console.out(bytes)
    } catch let error as ModelError {
      throw LocatedModelError(error, "conflict", in: opened)
    } catch let error as GMCRWriter.WriteError {
      throw UsageError(error.message, hint: error.hint)
    }
  }

  private func print(_ view: StabilityView, _ frame: ViewContext) throws {
    if let face = OutputOptions.Format(rawValue: format.rawValue) {
      return try OutputOptions(face, bom: bom, columns).print(view, in: frame)
    }
    guard view.isComplete else {
      throw UsageError(
        "the model has \(view.stateCount) states, too many to draw",
        hint: "--format csv lists its equilibria")
    }
    guard format == .svg else { return Console.out(frame.dot(view)) }
    guard let picture = frame.transitionPicture(view) else {
      throw UsageError(
        "the model has \(view.stateCount) states, too many or too few for a picture",
        hint: "--format dot gives the graph to Graphviz")
    }
    Console.out(picture.standalone)
  }
}
