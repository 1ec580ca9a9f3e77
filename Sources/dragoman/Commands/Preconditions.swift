import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Preconditions: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "What waits on what, and what would open a deadlock.",
    discussion: """
      Deadlocks first: conditions that wait on each other in a circle, who would have to give up \
      which to open it, and what could then be done in which order. Then what is to be given \
      together, what waits for a step that somebody rejects, threats and offers, and every \
      condition with its state: standing, overtaken or dropped. What rests on somebody's reading \
      says whose it is.

      Example:
        dragoman preconditions Examples/istanbul --as-of 2025-05-31
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = try work.watch("preconditions") {
      try preconditions(file.theCase, lens, checkpoint: $0)
    }
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
