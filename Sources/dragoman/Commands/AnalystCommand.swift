import ArgumentParser
import CaseModel
import CaseStore

struct AnalystCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyst",
    abstract: "Show or set the default author of changes.",
    discussion: """
      Without a name, prints it. Commands that change the file put this name to the change unless \
      --by names another; without a default they use $USER.

      Example:
        dragoman analyst valley.dragoman anna
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: ArgumentHelp("The analyst's id or name.", valueName: "name"))
  var name: String?

  @Flag(help: "Remove the default author.")
  var none = false

  @OptionGroup(title: "Who") var who: WhoOptions

  func validate() throws {
    if none, name != nil { throw ValidationError("give a name, or --none") }
  }

  func run() throws {
    let opened = try file.open(name != nil || none ? .readWrite : .readOnly)
    let store = try opened.store(for: "analyst")
    let stored = try store.stored()
    guard name != nil || none else {
      return Console.out("\(stored.analyst ?? "no default author")\n")
    }
    let by = try name ?? who.name(stored)
    try store.setAnalyst(name, by: who.by ?? by, at: Console.now)
    Console.out("the file's default author is now \(name ?? "no one")\n")
  }
}
