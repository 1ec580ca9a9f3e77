import ArgumentParser
import CaseModel
import CaseStore
import Interchange
import Presentation
import StateOfPlay

struct ScenarioDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Draft a scenario from the positions on record, for an analyst to edit.",
    discussion: """
      Each issue on which two parties have spoken becomes an issue of the scenario; an option's \
      value follows the party's stance, red lines become exclusions, preconditions links, and \
      weights are those an analyst states in another scenario of the case, or else all equal. Every \
      number has a range and says what it rests on: statements, an analyst, or `default` where \
      no one said anything. Prints YAML to put into the case; --write adds it in place. The issues \
      left out are named on standard error, each with the reason; `dragoman settle` and the brief name \
      them too.

      Example:
        dragoman scenario draft Examples/istanbul --as-of 2025-05-16 --issue ceasefire --issue leaders-meeting
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: "The scenario's id (default: made from the date).")
  var id: String?

  @Flag(help: "Add it to the case file; the rest of the file, including comments, stays as it is.")
  var write = false

  @OptionGroup(title: "Lens") var lens: LensOptions<EveryView>
  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let opened = try file.open(write ? .readWrite : .readOnly)
    let known = try lens.through(opened)
    if let id, !Slug.isSlug(id) {
      throw UsageError(
        "--id: `\(id)` is not an id", hint: "ids are lower-case letters, digits and hyphens")
    }
    do {
      let (scenario, omitted) = try draftedScenario(
        known.file.theCase, known.lens, id: id.map { Case.Scenario.ID($0) })
      for line in omitted.lines { Console.note("left out of the scenario: \(line)") }
      guard write else {
        return Console.out(CaseWriter.section([scenario]))
      }
      try opened.add(scenario, writing, who)
      Console.out("\(scenario.id)\n")
    } catch let error as ModelError {
      throw LocatedModelError(error, "scenario", in: known.file)
    }
  }
}
