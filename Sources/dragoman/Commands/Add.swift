import ArgumentParser
import CaseModel
import CaseStore
import Documents
import Foundation
import Foundations
import Interchange
import Presentation
import Workbench

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add a document to a case.",
    discussion: """
      Extracts the readable text of a text, Markdown, HTML, PDF, Word (DOCX) or OpenDocument \
      (ODT) file, copies it into texts/ beside the case, or into the .dragoman file, keeps its \
      SHA-256, and adds it to the case's sources; the rest of a YAML file, comments too, stays as \
      it is. You give the date: the program shows what the document states, but never takes \
      it over by itself.

      Example:
        dragoman add valley report.txt --published 2025-05-16
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: "The document: text, Markdown, HTML, PDF, DOCX or ODT.", completion: .file())
  var document: String

  @Option(help: ArgumentHelp("The actor that published it.", valueName: "actor"))
  var publisher: String?

  @Option(help: ArgumentHelp("Its date of publication.", valueName: "date"))
  var published: String?

  @Option(
    name: .customLong("author"),
    help: ArgumentHelp("Who wrote it; may be repeated.", valueName: "actor"))
  var authors: [String] = []

  @Option(help: "The source's id (default: made from the file's name).")
  var id: String?

  @Option(help: "Its title (default: taken from the text).")
  var title: String?

  @Option(help: "What it is: report, analysis, official, transcript or note.")
  var kind: Case.Source.Kind = .report

  @Option(help: "Its reliability, A (reliable) to F (cannot be judged).")
  var reliability: Case.Source.Reliability?

  @Option(help: "Its language, such as en or uk.")
  var language: String?

  @Option(help: "Its encoding, such as windows-1251 (default: detected).")
  var encoding: String?

  @Flag(help: "Keep all of the document, including navigation and other surroundings of the text.")
  var whole = false

  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let opened = try file.open(.readWrite)
    let url = URL(fileURLWithPath: document)
    let limit = file.maxSize * 1_000_000
    let read = try readDocument(try FileBytes.read(document, limit: limit), limit)
    let text = (whole ? read.whole : read.text).text
    let bytes = text.bytes
    let slug = try sourceID(url)
    let index = CaseIndex(opened.theCase)
    let isMarkdown = read.kind == .markdown
    let found = title == nil ? StatedTitle.of(read, text) : nil
    let name = url.lastPathComponent.trimmingCharacters(in: .whitespacesAndNewlines)
    var source = Case.Source(
      id: Case.Source.ID(slug),
      title: try title.map { try OptionText.notBlank($0, "--title") } ?? found?.words ?? name,
      text: Case.TextRecord(
        file: "\(TextPath.folder)/\(slug).\(isMarkdown ? "md" : "txt")", sha256: text.digest))
    source.publisher = try publisher.map { try actor($0, index, "--publisher") }
    source.authors = try authors.map { try actor($0, index, "--author") }
    source.published = try published.map { try date($0) }
    source.kind = kind
    source.reliability = reliability
    source.language = try language.map { try OptionText.notBlank($0, "--language") }
    try opened.add(source, text: bytes, writing, who)
    Console.out("\(slug)\n")
    for note in read.notes { Console.note(note.words) }
    let cut = read.parts.count { $0.cut != nil }
    if cut > 0, !whole {
      Console.note("\(cut.counted("part")) of the document left out; --whole keeps everything")
    }
    if title == nil {
      let origin = found?.origin ?? "the file's name"
      Console.note("titled “\(source.title)”, from \(origin); --title gives another")
    }
    if published == nil {
      let stated = read.offers(.published).first
      Console.note(
        "no --published given: its statements without a date of their own stay undated"
          + (stated.map { "; the document states \($0.value) (\($0.origin))" } ?? ""))
    }
  }

  private func readDocument(_ bytes: [UInt8], _ limit: Int) throws -> ReadDocument {
    var options = ReadingOptions()
    options.encoding = encoding
    options.maximumBytes = limit
    do {
      return try DocumentReader.read(
        bytes, named: URL(fileURLWithPath: document).lastPathComponent, options)
    } catch {
      throw CaseFileError("`\(document)` \(error.words)", hint: error.advice)
    }
  }

  private func sourceID(_ url: URL) throws -> String {
    if let id {
      guard Slug.isSlug(id) else {
        throw UsageError(
          "--id: `\(id)` is not an id", hint: "ids are lower-case letters, digits and hyphens")
      }
      return id
    }
    guard let made = Slug.from(url.deletingPathExtension().lastPathComponent) else {
      throw UsageError("no id can be made from the file's name", hint: "give one with --id")
    }
    return made.raw
  }

  private func actor(_ id: String, _ index: CaseIndex, _ option: String) throws -> Case.Actor.ID {
    if index.position(.actors, id) != nil { return Case.Actor.ID(id) }
    let known = index.ids(.actors)
    throw UsageError(
      "\(option): unknown actor `\(id)`",
      hint: suggestion(for: id, among: known)
        ?? "add it to the case's actors first, as {id: \(id), name: …, kind: outlet}")
  }

  private func date(_ text: String) throws -> EDTFDate {
    do {
      return try LensValue.date(text)
    } catch {
      throw UsageError("--published: \(error.message)", hint: error.hint)
    }
  }
}
