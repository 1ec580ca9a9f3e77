import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Foundations
import Interchange

struct Attach: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Attach a withheld text and verify every quote against it.",
    discussion: """
      The text must be exactly the one the case was coded from: its SHA-256 is compared, and that of \
      every quote. A different text is refused, with the first difference named. --from attaches every \
      withheld text found in a folder, whatever the file's name.

      Examples:
        dragoman attach Examples/istanbul osw article.txt
        dragoman attach Examples/istanbul --from articles
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: ArgumentHelp("The source's id.", valueName: "source"))
  var source: String?

  @Argument(
    help: ArgumentHelp("The file that contains its text.", valueName: "file"), completion: .file())
  var text: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Find the texts in this folder by their SHA-256.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func validate() throws {
    guard (folder == nil) == (source != nil && text != nil) else {
      throw ValidationError("name a source and its file, or a folder with --from")
    }
  }

  func run() throws {
    let opened = try file.open(.readWrite)
    let limit = file.maxSize * 1_000_000
    var texts: [(source: Case.Source.ID, bytes: [UInt8])] = []
    if let source, let text {
      texts = [(Case.Source.ID(source), try FileBytes.read(text, limit: limit))]
    } else if let folder {
      texts = try matching(folder, opened.theCase, limit)
    }
    let written = try opened.attach(texts, writing, who)
    for ((id, _), place) in zip(texts, written) {
      let quotes = opened.theCase.statements.lazy.filter { $0.source == id }
        .map { $0.quote.spans.count }.reduce(0, +)
      Console.out("\(id): attached as \(place), \(quotes.counted("quote")) verified\n")
    }
  }

  private func matching(
    _ folder: String, _ theCase: Case, _ limit: Int
  ) throws -> [(source: Case.Source.ID, bytes: [UInt8])] {
    let withheld = theCase.sources.filter(\.text.withheld)
    guard !withheld.isEmpty else { throw CaseFileError("the case has no withheld text") }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw CaseFileError("the folder `\(folder)` cannot be read")
    }
    var found: [SHA256Digest: [UInt8]] = [:]
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
      guard let bytes = try? FileBytes.read(path, limit: limit) else { continue }
      found[SHA256Digest(of: bytes)] = bytes
    }
    let texts = withheld.compactMap { source in
      source.text.sha256.flatMap { found[$0] }.map { (source: source.id, bytes: $0) }
    }
    guard !texts.isEmpty else {
      throw CaseFileError(
        "no file of \(names.count) in `\(folder)` is a withheld text of this case",
        hint: "name one with its source to see the first difference")
    }
    return texts
  }
}
