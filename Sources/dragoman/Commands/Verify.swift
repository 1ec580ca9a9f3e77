import ArgumentParser
import CaseModel
import CaseStore
import Presentation

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove that a .dragoman file is whole and was not changed by hand.",
    discussion: """
      Looks at SQLite's pages, at the chain of hashes over the history, at every entry against the \
      history, every text against its SHA-256, every quote against its text, and the search \
      index; names what is damaged, and exits 1 where anything is. The hash it ends with stands \
      for everything up to now: note it down elsewhere, and --head proves later that the history \
      still holds it. `dragoman check` is about what the case says; this is about its file.

      Example:
        dragoman verify valley.dragoman
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(
    help: ArgumentHelp("A hash noted down earlier that must still be there.", valueName: "hash"))
  var head: String?

  @Flag(help: "Rebuild the search index first.")
  var rebuildIndex = false

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if let head, SHA256Digest(hex: head) == nil {
      throw ValidationError(
        "--head is a whole hash: 64 hexadecimal digits, as `dragoman log` and `verify` print it")
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
