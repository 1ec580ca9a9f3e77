import ArgumentParser
import CaseModel
import CaseStore
import Presentation

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verify that a .dragoman file is intact and was not changed by hand.",
    discussion: """
      Checks SQLite's pages, the chain of hashes over the history, every entry against the history, \
      every text against its SHA-256, every quote against its text, and the search index; names \
      any damage, and then exits with 1. The hash printed last covers everything up to now: note \
      it down elsewhere, and --head proves later that the history still contains it. `dragoman \
      check` is about the content of the case; this is about its file.

      Example:
        dragoman verify valley.dragoman
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(
    help: ArgumentHelp(
      "A hash noted down earlier that the history must still contain.", valueName: "hash"))
  var head: String?

  @Flag(help: "Rebuild the search index first.")
  var rebuildIndex = false

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if let head, SHA256Digest(hex: head) == nil {
      throw ValidationError(
        "--head needs a whole hash: 64 hexadecimal digits, as `dragoman log` and `verify` print it")
    }
  }

  func run() throws {
    let path = try file.storePath(for: "verify")
    if rebuildIndex { try DragomanFile.open(path).rebuildIndex() }
    let found = try DragomanFile.verify(path, head: head)
    try output.print(found, data: [found.table]) { found.document(path) }
    if !found.problems.isEmpty { throw ExitCode(Console.Code.findings.rawValue) }
  }
}
