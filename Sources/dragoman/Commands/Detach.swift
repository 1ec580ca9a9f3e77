import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Interchange

struct Detach: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Withhold a text, so that the case can be shared without it.",
    discussion: """
      The record keeps the text's SHA-256 and length, and the position and SHA-256 of each quote; \
      the words are removed. The text's file is moved where you say, or deleted. A .dragoman file \
      keeps no byte of the text, but its history still has the words of the quotes; to share the \
      case without them, convert it into a new file.

      Example:
        dragoman detach valley report --move-to ~/private/report.txt
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: ArgumentHelp("The source's id.", valueName: "source"))
  var source: String

  @Option(
    help: ArgumentHelp("Where to move the text's file.", valueName: "file"), completion: .file())
  var moveTo: String?

  @Flag(help: "Delete the text's file.")
  var delete = false

  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func validate() throws {
    guard (moveTo != nil) != delete else {
      throw ValidationError("choose what happens to the text's file: --move-to FILE, or --delete")
    }
  }

  func run() throws {
    let opened = try file.open(.readWrite)
    let id = Case.Source.ID(source)
    let (bytes, path) = opened.text(of: id)
    if let moveTo, FileManager.default.fileExists(atPath: moveTo) {
      throw CaseFileError("the file `\(moveTo)` already exists")
    }
    if let moveTo, let bytes {
      // Copied first, so that at no instant the words are nowhere.
      try FileBytes.write(bytes, to: moveTo)
    }
    let others = opened.othersWithText(of: id)
    let link = path.flatMap { FileBytes.linkTarget($0) }
    let names = path.map { FileBytes.names($0) } ?? 1
    let leavesWords = try opened.detach(id, writing, who)
    if let path, others.sameFile.isEmpty { try FileManager.default.removeItem(atPath: path) }
    let kept = others.sameFile.isEmpty ? "text deleted" : "text kept"
    Console.out("\(id): withheld, \(moveTo.map { "text moved to \($0)" } ?? kept)\n")
    sayWhatKeepsWords(opened, leavesWords, others.all, link, names)
  }

  /// If words that were to be removed still exist elsewhere, the user must know.
  private func sayWhatKeepsWords(
    _ opened: OpenedCase, _ leavesWords: Bool, _ others: [Case.Source.ID], _ link: String?,
    _ names: Int
  ) {
    if leavesWords {
      Console.warning(
        "another program is still reading the earlier state of `\(opened.path)`: the words are still in "
          + "`\(opened.path)` and `\(opened.path)-wal`",
        hint: "do not share the file yet; end that program, then run `dragoman verify "
          + "\(opened.path)`, which removes them")
    }
    if !others.isEmpty {
      let names = others.map { "`\($0)`" }.joined(separator: ", ")
      Console.warning(
        "the words are still in the case, as \(names) \(others.count == 1 ? "has" : "have") the same text",
        hint: "detach \(others.count == 1 ? "that" : "those") too if the words must be removed")
    }
    if let link {
      Console.warning(
        "the text was a link: the words are still in `\(link)`",
        hint: "delete that file too if they must be removed")
    } else if names > 1, others.isEmpty {
      Console.warning(
        "the text's file has another hard link elsewhere, which still has the words",
        hint: "look for copies of the folder")
    }
  }
}
