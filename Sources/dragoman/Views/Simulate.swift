import ArgumentParser
import CaseModel
import Interchange
import Presentation
import StateOfPlay

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(SimulationView.declaration)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: ArgumentHelp("Which scenario of the case, if it has several.", valueName: "id"))
  var scenario: String?

  @Option(
    name: .customLong("strategy"),
    help: ArgumentHelp(
      "The strategy of all parties, or PARTY=STRATEGY for one; in a tournament, a strategy that takes part; may be repeated.",
      valueName: "strategy"))
  var strategies: [String] = []

  @Flag(help: "Play every assignment of the strategies to the parties.")
  var tournament = false

  @Option(help: ArgumentHelp("Rounds until the deadline.", valueName: "count"))
  var rounds = 100

  @Option(
    help: ArgumentHelp(
      "Discount factor for each round of delay, above 0 and at most 1 (default: the parties' own discounts, per session).",
      valueName: "share"))
  var discount: String?

  @Option(help: ArgumentHelp("Seed for strategies that choose at random.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Show every offer made.")
  var trace = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Suppose another number, as in `dragoman settle`; may be repeated.",
      valueName: "number"))
  var settings: [String] = []

  @OptionGroup(title: "Lens") var lens: LensOptions<SimulationView>
  @OptionGroup(title: "Work") var work: WorkOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if !(1...1_000_000_000).contains(rounds) {
      throw ValidationError("--rounds is a number from 1 to 1000000000")
    }
    if trace, rounds > 10_000 {
      throw ValidationError("--trace keeps every offer: give at most 10000 --rounds with it")
    }
  }

  func run() throws {
    let inView = try lens.through(try file.openModel(\.scenarios))
    let (opened, lens, frame) = (inView.file, inView.lens, inView.frame)
    var questions = SimulationQuestions()
    (questions.strategies, questions.tournament) = (strategies, tournament)
    (questions.rounds, questions.discount, questions.seed) = (rounds, discount, seed)
    questions.trace = trace
    do {
      for text in settings { questions.settings.append(try ScenarioChange(text)) }
      let view = try work.watch("simulate") {
        try simulation(
          opened.theCase, lens, scenario: scenario.map { Case.Scenario.ID($0) },
          asking: questions, checkpoint: $0)
      }
      try output.print(view, in: frame)
    } catch let error as ModelError {
      throw LocatedModelError(error, "scenario", in: opened)
    }
  }
}
