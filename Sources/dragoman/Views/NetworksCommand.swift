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
      "Only what was said from this date on; --until or --as-of ends the window.",
      valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Only what was said until this date; actors stay where --as-of alone would place them.",
      valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Weigh statements by their distance from --centre: uniform, epanechnikov, triangular or gaussian.",
      valueName: "name"))
  var kernel: Kernel?

  @Option(
    help: ArgumentHelp("The middle of the kernel (default: the last day).", valueName: "date"))
  var centre: String?

  @Option(
    name: .customLong("kernel-width"),
    help: ArgumentHelp(
      "The width of the kernel in days (default: 365).", valueName: "days"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "The network through time, in moving windows of a week, month, quarter or year; with --kernel smoothed.",
      valueName: "period"))
  var windows: CalendarUnit?

  @Flag(help: "Put the answers in the order in which the network rests on them (nested backbone).")
  var backbone = false

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

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Compute as Discourse Network Analyzer does where it departs from its definitions: dna, or names of departures (docs/networks.md), separated by commas.",
      valueName: "names"))
  var departures: String?

  @OptionGroup var drawing: SeedOptions

  @Option(help: ArgumentHelp("Open the tie of two actors, as ID,ID.", valueName: "tie"))
  var tie: String?

  @Option(
    help: ArgumentHelp(
      "What a tie weighs for other programs: total, congruence, conflict or difference (default: total).",
      valueName: "weight"))
  var weight: NetworkGraph.Weight?

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
    if let width, !(1...1_000_000).contains(width) {
      throw ValidationError("--kernel-width is a number of days from 1 to 1000000")
    }
    if centre != nil, kernel == nil { throw ValidationError("--centre goes with --kernel") }
    if width != nil, kernel == nil { throw ValidationError("--kernel-width goes with --kernel") }
    let isGraph = NetworkGraph.Format(rawValue: format.rawValue) != nil
    if weight != nil, !isGraph {
      throw ValidationError("--weight goes with --format graphml, gexf, pajek or dl")
    }
    if windows != nil, isGraph || format == .svg {
      throw ValidationError(
        "--windows does not go with --format \(format.rawValue), which has one network")
    }
    if normalisation != .none, mode == .answers {
      throw ValidationError("--normalisation goes with --mode actors; --share divides for answers")
    }
    if share != .none, mode == .actors {
      throw ValidationError("--share goes with --mode answers; --normalisation divides for actors")
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
      return Console.out(NetworkGraph(view, in: frame).file(graph, weight: weight ?? .total))
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
      questions.kernel = kernel
      if let width { questions.width = width }
      (questions.windows, questions.backbone) = (windows, backbone)
      if let departures {
        guard let named = NetworkQuestions.departures(named: departures) else {
          throw UsageError(
            "--as: `\(departures.shortened(to: 60))` is no departure",
            hint: "it is dna, or of \(Departure.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        questions.departures = named
      }
      questions.from = try date(from, "--from")
      questions.until = try date(until, "--until")
      questions.centre = try date(centre, "--centre")
      if let from = questions.from, let until = questions.until, until.latest < from.earliest {
        throw UsageError("--until \(until.text) is before --from \(from.text)")
      }
      return questions
    }
  }

  private func date(_ text: String?, _ option: String) throws -> EDTFDate? {
    guard let text else { return nil }
    do {
      return try LensValue.date(text)
    } catch {
      throw UsageError("\(option): \(error.message)", hint: error.hint)
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
