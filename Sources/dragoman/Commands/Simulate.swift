import ArgumentParser
import CaseModel
import Interchange
import Presentation
import StateOfPlay

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let the parties of a scenario haggle by rule: for teaching, never a forecast.",
    discussion: """
      Plays the stacked alternating offers protocol over an analyst's scenario: in turn each party \
      accepts the offer on the table or makes another, until all accept or the deadline passes. \
      Strategies are boulware (concedes late), linear, conceder (early), tit-for-tat, naive and \
      hill-climbing; boulware:4 and conceder:2 say how strongly. A tournament plays every \
      assignment of the strategies to the parties. People do none of this: it shows what such \
      haggling would do with these numbers.

      Example:
        dragoman simulate Examples/istanbul --strategy boulware --trace
        dragoman simulate Examples/istanbul --tournament
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: ArgumentHelp("Which scenario of the case, where it has several.", valueName: "id"))
  var scenario: String?

  @Option(
    name: .customLong("strategy"),
    help: ArgumentHelp(
      "How all haggle, or PARTY=STRATEGY for one; in a tournament, who takes part; may be repeated.",
      valueName: "strategy"))
  var strategies: [String] = []

  @Flag(help: "Play every assignment of the strategies to the parties.")
  var tournament = false

  @Option(help: ArgumentHelp("Rounds until the deadline.", valueName: "count"))
  var rounds = 100

  @Option(
    help: ArgumentHelp(
      "What a round's delay multiplies what is got by, above 0 to 1; the parties' own discounts, by the session, where not given.",
      valueName: "share"))
  var discount: String?

  @Option(help: ArgumentHelp("For those who choose at random.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Show every offer made.")
  var trace = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Suppose another number, as `dragoman settle` takes it; may be repeated.",
      valueName: "number"))
  var settings: [String] = []

  @OptionGroup(title: "Lens") var look: LensOptions
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
    let (opened, lens) = try look.through(try file.openModel(\.scenarios))
    let frame = Frame(
      opened.theCase, lens, caseHash: opened.theCase.canonicalHash, version: Dragoman.version)
    var questions = SimulationQuestions()
    (questions.strategies, questions.tournament) = (strategies, tournament)
    (questions.rounds, questions.discount, questions.seed) = (rounds, discount, seed)
    (questions.trace, questions.settings) = (trace, settings)
    do {
      let view = try work.watch("simulate") {
        try simulation(
          opened.theCase, lens, scenario: scenario.map { Case.Scenario.ID($0) },
          asking: questions, checkpoint: $0)
      }
      try output.print(view, frame: frame) { frame.document(view) }
    } catch let fault as ModelFault {
      throw LocatedModelFault(fault, "scenario", in: opened)
    }
  }
}
