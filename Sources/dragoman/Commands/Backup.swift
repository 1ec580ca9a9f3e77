import ArgumentParser
import CaseModel
import CaseStore
import Foundations

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy a .dragoman file, history and all, while it is in use.",
    discussion: """
      The copy is complete even while others write; copying the file by other means may miss changes \
      that are still in the log beside it. The copy is verified when it is made, and is a .dragoman \
      file like any other. To restore it, put it in the place of the original. A log that the \
      original has left beside it is recognised and set aside, and a program that still has the \
      original open writes to neither.

      Example:
        dragoman backup valley.dragoman valley-monday.dragoman
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: "The file to make.", completion: .file())
  var copy: String

  func validate() throws {
    guard DragomanFile.isNamed(copy) else {
      throw ValidationError("the name of the copy must end in .dragoman: \(copy).dragoman")
    }
  }

  func run() throws {
    // What is damaged is copied as it is, to be looked at and put right later.
    let store = try file.openStore(for: "backup")
    try store.backup(to: copy)
    let found = try DragomanFile.verify(copy)
    Console.out("\(copy): \(found.groups.counted("group")) of changes, \(found.hash)\n")
    guard found.problems.isEmpty else {
      Console.err("warning: the copy is as damaged as the file; `dragoman verify` shows where\n")
      throw ExitCode(Console.Code.findings.rawValue)
    }
  }
}
