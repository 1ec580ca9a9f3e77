import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Interchange

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Create a case, in a new folder or a .dragoman file.",
    discussion: """
      Creates NAME/NAME.yaml, with the parties given and comments that explain each section, and a \
      folder for texts beside it: the format to write by hand and keep under version control. A \
      file .gitattributes keeps git from changing the line ends of the texts. With a name that \
      ends in .dragoman, creates that single file instead, which keeps the texts and the history \
      of every entry.

      Examples:
        dragoman new valley --title "Talks on the valley" --parties north,south
        dragoman new talks.dragoman --title Talks --parties north,south
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder to create, or a file that ends in .dragoman; its name becomes the case's id.",
      valueName: "name"),
    completion: .directory)
  var folder: String

  @Option(help: "The case's id, where it is not to be made from the name.")
  var id: String?

  @Option(help: "The title of the case.")
  var title: String?

  @Option(help: ArgumentHelp("The parties' ids, separated by commas.", valueName: "id,id"))
  var parties: String = ""

  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let url = URL(fileURLWithPath: folder)
    let isStore = DragomanFile.isNamed(folder)
    let name = (isStore ? url.deletingPathExtension() : url).lastPathComponent
    let id = try caseID(name)
    let title = try self.title.map { try OptionText.notBlank($0, "--title") }
    var partyIDs: [String] = []
    for party in parties.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      guard Slug.isSlug(party) else { throw notAnID(party, "--parties") }
      guard !partyIDs.contains(party) else {
        throw UsageError("--parties: `\(party)` is given twice")
      }
      partyIDs.append(party)
    }
    let theCase = NewCase.empty(id: id, title: title ?? name, parties: partyIDs)
    if isStore {
      try DragomanFile.create(
        theCase, at: folder, by: try who.name(), on: Console.now, message: "begin the case")
      Console.out("\(folder)\n")
      return Console.err("Next: dragoman add \(folder) FILE --published DATE\n")
    }
    let path = url.appendingPathComponent("\(id).yaml").path
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    guard existing.allSatisfy({ $0.hasPrefix(".") }) else {
      throw CaseFileError(
        "`\(folder)` is not empty",
        hint: "name a new or empty folder")
    }
    let bytes = Array(NewCase.yaml(theCase).utf8)
    // What is written for others to build on must itself be in order.
    _ = try CaseReader.read(bytes, as: .yaml)
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent("texts"), withIntermediateDirectories: true)
    try protectTexts(in: url)
    try FileBytes.write(bytes, to: path)
    Console.out("\(path)\n")
    Console.err("Next: dragoman add \(folder) FILE --publisher ACTOR --published DATE\n")
  }

  private func notAnID(_ text: String, _ option: String) -> UsageError {
    UsageError(
      "\(option): `\(text)` is not an id",
      hint: "ids are lower-case letters, digits and hyphens"
        + (Slug.from(text).map { ", such as `\($0)`" } ?? ""))
  }

  private func caseID(_ name: String) throws -> String {
    if let id {
      guard Slug.isSlug(id) else { throw notAnID(id, "--id") }
      return id
    }
    guard let made = Slug.from(name) else {
      throw UsageError(
        "no id can be made from `\(name)`",
        hint: "give one with --id, in Latin letters, digits and hyphens")
    }
    return made.raw
  }

  /// Quotes are proved byte by byte, and git on Windows gives texts other line ends unless asked not
  /// to. What a file of that name says already stays.
  private func protectTexts(in folder: URL) throws {
    let path = folder.appendingPathComponent(".gitattributes").path
    let line = "\(TextPath.folder)/** -text\n"
    let old =
      FileManager.default.fileExists(atPath: path)
      ? try FileBytes.read(path, limit: 1_000_000) : []
    guard !String(decoding: old, as: UTF8.self).contains(line) else { return }
    let separator = old.isEmpty || old.last == UInt8(ascii: "\n") ? "" : "\n"
    let words = old.isEmpty ? "# The texts' bytes are what quotes are proved against.\n" : ""
    try FileBytes.write(old + Array((separator + words + line).utf8), to: path)
  }
}
