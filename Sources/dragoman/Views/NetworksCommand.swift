import ArgumentParser
import CaseModel
import Foundations
import Networks
import Presentation
import StateOfPlay

struct NetworksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    NetworksView.declaration,
    more: """
      With --format graphml, gexf, pajek or dl the network is printed for other programs, with \
      ambivalent ties; those that have one number a tie take it from --weight.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html, svg, graphml, gexf, pajek, dl
  }

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: "What is joined with what: actors, or actors with answers (answers).")
  var mode = NetworkQuestions.Mode.actors

  @Option(
    help: ArgumentHelp(
      "Who counts as the actor: principals (those spoken for), speakers, reporters or publishers.",
      valueName: "role"))
  var actors = NetworkQuestions.ActorRole.principals

  @Option(
    help: ArgumentHelp(
      "Divide ties between actors: none, average, jaccard, cosine or angle (docs/networks.md).",
      valueName: "name"))
  var normalisation = Normalisation.none

  @Option(
    help: ArgumentHelp(
      "Divide ties between actors and answers: none, activity or prominence.", valueName: "name"))
  var share = TwoModeNetwork.Normalisation.none

  @Option(
    help: ArgumentHelp(
      "Count the same stance of the same actor once in each document, week, month, year or range; or keep.",
      valueName: "period"))
  var duplicates = DuplicateRule.document

  @Option(
    help: ArgumentHelp(
      "Only what was said from this date on; --as-of ends the window.", valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "The periods compared for changes: week, month, quarter or year (default: by the span).",
      valueName: "period"))
  var period: CalendarUnit?

  @Option(help: ArgumentHelp("Leave out actors with fewer statements.", valueName: "count"))
  var least = 1

  @Option(
    help: ArgumentHelp(
      "How many random networks to compare the polarisation with (default: up to 200).",
      valueName: "count"))
  var draws: Int?

  @OptionGroup var drawing: SeedOptions

  @Option(help: ArgumentHelp("Open the tie of two actors, as ID,ID.", valueName: "tie"))
  var tie: String?

  @Option(
    help: ArgumentHelp(
      "What a tie weighs for other programs: total, congruence, conflict or difference.",
      valueName: "weight"))
  var weight = NetworkGraph.Weight.total

  @OptionGroup(title: "Lens") var lens: LensOptions<NetworksView>
  @OptionGroup(title: "Work") var work: WorkOptions

  @Option(
    help:
      "Output format: text, json, csv, markdown, html, svg, graphml, gexf, pajek or dl (UCINET).")
  var format = Format.text

  @Flag(help: "Begin CSV with a byte order mark, so that spreadsheets recognise UTF-8.")
  var bom = false

  @OptionGroup(title: "Output") var columns: ColumnOptions

  func validate() throws {
    if bom, format != .csv { throw ValidationError("--bom goes with --format csv") }
    if !(1...1_000_000).contains(least) {
      throw ValidationError("--least is a number from 1 to 1000000")
    }
    if let draws, !(0...100_000).contains(draws) {
      throw ValidationError("--draws is a number from 0 to 100000")
    }
  }

  func run() throws {
    let opened = try lens.through(try file.open())
    let questions = try questions
    let view = try work.watch("networks") {
      try DerivedState(opened.theCase, opened.lens, texts: opened.texts)
        .networks(asking: questions, $0)
    }
    let frame = opened.frame
    if let graph = NetworkGraph.Format(rawValue: format.rawValue) {
      opened.noteWhereEmpty()
      return Console.out(NetworkGraph(view, in: frame).file(graph, weight: weight))
    }
    guard let face = OutputOptions.Format(rawValue: format.rawValue) else {
      let picture =
        mode == .actors ? frame.networkPicture(view) : frame.positionsPicture(view)
      guard let picture else {
        throw UsageError(
          "there is no picture: no two actors speak of the same answer",
          hint: "`dragoman networks CASE` says what does not count")
      }
      return Console.out(picture.standalone)
    }
    let output = OutputOptions(face, bom: bom, columns)
    opened.noteWhereEmpty(output)
    guard let tie else { return try output.print(view, in: frame) }
    let found = try self.tie(tie, in: view, frame.index)
    try output.print(
      json: { try frame.json(found) }, data: { frame.document(found, in: view).tables },
      document: { frame.withCitations(frame.document(found, in: view)) })
  }

  private var questions: NetworkQuestions {
    get throws {
      var questions = NetworkQuestions()
      (questions.mode, questions.actors) = (mode, actors)
      (questions.normalisation, questions.share) = (normalisation, share)
      (questions.duplicates, questions.period) = (duplicates, period)
      (questions.least, questions.draws, questions.seed) = (least, draws, drawing.seed)
      if let from {
        do { questions.from = try LensValue.date(from) } catch {
          throw UsageError("--from: \(error.message)", hint: error.hint)
        }
      }
      return questions
    }
  }

  private func tie(
    _ text: String, in view: NetworksView, _ index: CaseIndex
  ) throws -> NetworksView.Tie {
    let ids = text.split(separator: ",").map { Case.Actor.ID(String($0)) }
    guard ids.count == 2 else {
      throw UsageError("--tie takes two actors, as `--tie ukraine,russia`")
    }
    for id in ids where index.actor(id) == nil {
      throw UsageError(
        "unknown actor `\(id)`", hint: suggestion(for: id.raw, among: index.ids(.actors)))
    }
    guard let tie = view.tie(ids[0], ids[1]) else {
      throw UsageError(
        "\(index.names(ids)) speak of no answer that both are for or against",
        hint: "`dragoman networks CASE` lists the ties there are")
    }
    return tie
  }
}
