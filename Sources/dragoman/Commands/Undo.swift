import ArgumentParser
import CaseModel
import CaseStore
import Presentation

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a change in a .dragoman file back.",
    discussion: """
      Puts everything in a group of changes as it was before, by a new change: nothing leaves the \
      history, and an undo can be undone. Without a number the newest group is taken back. What \
      was changed again since is not touched: the later change has to go first.

      Example:
        dragoman undo valley.dragoman --by anna
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: ArgumentHelp("The group, as `dragoman log` numbers them.", valueName: "group"))
  var group: Int?

  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let opened = try file.open(.readWrite)
    let store = try opened.store(for: "undo")
    let number = try group ?? store.newestGroup()
    let written = try store.undo(number, by: try who.name(try store.stored()), at: Console.now)
    let count = written.revisions.count
    Console.out(
      "group \(number) undone by group \(written.group ?? 0): \(count.counted("record")) put back\n"
    )
  }
}
