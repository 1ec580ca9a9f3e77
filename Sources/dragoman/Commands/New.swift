import ArgumentParser
import CaseModel
import Foundation
import Interchange

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a case in a new folder.",
    discussion: """
      Makes NAME/NAME.yaml, with the parties given and comments that say what goes where, and a \
      folder for texts beside it.

      Example:
        dragoman new valley --title "Talks on the valley" --parties north,south
      """)

  @Argument(
    help: ArgumentHelp("The folder to make; its name becomes the case's id.", valueName: "name"),
    completion: .directory)
  var folder: String

  @Option(help: "What people call the case.")
  var title: String?

  @Option(help: ArgumentHelp("The parties' ids, with commas between.", valueName: "id,id"))
  var parties: String = ""

  func run() throws {
    let url = URL(fileURLWithPath: folder)
    let name = url.lastPathComponent
    guard let id = Slug.from(name) else {
      throw UsageFault(
        "no id can be made of `\(name)`", hint: "use Latin letters, digits and hyphens")
    }
    var partyIDs: [String] = []
    for party in parties.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      guard Slug.isSlug(party) else {
        throw UsageFault(
          "--parties: `\(party)` is not an id",
          hint: "ids are lower-case letters, digits and hyphens"
            + (Slug.from(party).map { ", such as `\($0)`" } ?? ""))
      }
      guard !partyIDs.contains(party) else {
        throw UsageFault("--parties: `\(party)` stands twice")
      }
      partyIDs.append(party)
    }
    let path = url.appendingPathComponent("\(id).yaml").path
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    guard existing.allSatisfy({ $0.hasPrefix(".") }) else {
      throw CaseFileFault(
        "there is something in `\(folder)` already",
        hint: "name a folder that is empty or not there")
    }
    let bytes = Array(NewCase.yaml(id: id.raw, title: title ?? name, parties: partyIDs).utf8)
    // What is written for others to build on must itself be in order.
    _ = try CaseReader.read(bytes, as: .yaml)
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent("texts"), withIntermediateDirectories: true)
    try FileBytes.write(bytes, to: path)
    Console.out("\(path)\n")
    Console.err("Next: dragoman add \(folder) FILE --publisher ACTOR --published DATE\n")
  }
}
