import ArgumentParser
import CaseModel
import CaseStore
import Foundations
import Presentation

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Undo a change in a .dragoman file.",
    discussion: """
      Restores everything in a group of changes to its earlier state, by a new change: nothing is \
      removed from the history, and an undo can be undone. Without a number the newest group is \
      undone. What was changed again since is not touched: the later change must be undone first.

      Example:
        dragoman undo valley.dragoman --by anna
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: ArgumentHelp("The group, as `dragoman log` numbers them.", valueName: "group"))
  var group: Int?

  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    // An undo may be what puts a damaged file right, so that its entries are not read first.
    let store = try file.openStore(for: "undo", .readWrite)
    let number = try group ?? store.newestGroup()
    let written = try store.undo(number, by: try who.name(try store.salvaged()), at: Console.now)
    let count = written.revisions.count
    Console.out(
      "group \(number) undone by group \(written.group ?? 0): \(count.counted("record")) restored\n"
    )
    Console.warn(of: try store.salvaged().damaged, in: store.path)
  }
}
