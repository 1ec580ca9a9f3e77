import ArgumentParser
import CaseModel
import CaseStore
import Foundations
import Presentation
import StateOfPlay

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who changed what in a .dragoman file, when and why.",
    discussion: """
      Newest first. Everything changed at once is one group with a number, by which `dragoman \
      undo` undoes it. --entry shows every version of one entry, with the fields that each change \
      affected; --group shows everything in one group. Times are UTC.

      Examples:
        dragoman log valley.dragoman
        dragoman log valley.dragoman --entry north
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(help: ArgumentHelp("Only this entry, by its id.", valueName: "id"))
  var entry: String?

  @Option(help: ArgumentHelp("Only this group, with everything in it.", valueName: "number"))
  var group: Int?

  @Option(help: ArgumentHelp("The newest group to show.", valueName: "number"))
  var from: Int?

  @Option(help: ArgumentHelp("How many groups to show.", valueName: "count"))
  var limit = 20

  @Flag(help: "Leave out confidential entries, and all messages, which may mention them.")
  var redact = false

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit is a number from 1 to 10000")
    }
  }

  func run() throws {
    let opened = try file.openSalvaging()
    let store = try opened.store(for: "log")
    let page = try page(store, opened.theCase, redact ? cut(opened.theCase) : nil)
    let title = opened.theCase.header.title
    try output.print(page, data: [page.table]) { page.document(title, whole: group != nil) }
    Console.warn(of: opened.damaged, in: store.path, isRedacted: redact)
  }

  private func cut(_ theCase: Case) -> Case {
    var lens = Lens()
    lens.redact = true
    return theCase.cut(by: lens)
  }

  private func page(_ store: DragomanFile, _ theCase: Case, _ cut: Case?) throws -> LogPage {
    if let entry {
      let names = Case.Section.allCases.map { RecordName.entry($0, entry) }
      let items = try names.flatMap { name in
        try store.history(of: name, showing: cut)
      }
      guard !items.isEmpty else {
        let known = Case.Section.allCases.flatMap { CaseIndex(cut ?? theCase).ids($0) }
        throw UsageError(
          "the history has no entry `\(entry)`",
          hint: suggestion(for: entry, among: known))
      }
      return LogPage(items.sorted { $0.group.number > $1.group.number })
    }
    if let group {
      guard let item = try store.group(group, showing: cut) else {
        throw UsageError("the history has no group \(group)")
      }
      return LogPage([item])
    }
    return try store.log(from: from, limit: limit, showing: cut)
  }
}
