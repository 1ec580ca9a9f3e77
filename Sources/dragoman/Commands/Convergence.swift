import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Convergence: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "How near the parties are to each other, issue by issue.",
    discussion: """
      Agreed, said to be agreed, within reach, conditional, apart, or without evidence; what stands in the way, and whose one yes would bring the sides together.

      Example:
        dragoman convergence Examples/istanbul --as-of 2025-05-20
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = try work.watch("convergence") { _ in convergence(file.theCase, lens) }
    try output.print(view, frame: frame) { frame.document(view) }
  }
}
