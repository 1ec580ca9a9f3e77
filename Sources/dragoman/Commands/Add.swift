import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Interchange

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add a document to a case.",
    discussion: """
      Copies a text or Markdown file into texts/ beside the case, or into the .dragoman file, \
      keeps its SHA-256, and adds it to the case's sources; the rest of a YAML file, comments \
      too, stays as it is. The date is yours to give: the program never guesses one.

      Example:
        dragoman add valley report.txt --published 2025-05-16
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: "The document, as text or Markdown in UTF-8.", completion: .file())
  var document: String

  @Option(help: ArgumentHelp("The actor that published it.", valueName: "actor"))
  var publisher: String?

  @Option(help: ArgumentHelp("The date it bears.", valueName: "date"))
  var published: String?

  @Option(
    name: .customLong("author"),
    help: ArgumentHelp("Who wrote it; may be repeated.", valueName: "actor"))
  var authors: [String] = []

  @Option(help: "The source's id; made of the file's name where not given.")
  var id: String?

  @Option(help: "Its title; the first line where not given.")
  var title: String?

  @Option(help: "What it is: report, analysis, official, transcript or note.")
  var kind: Case.Source.Kind = .report

  @Option(help: "Its reliability, A (reliable) to F (cannot be judged).")
  var reliability: Case.Source.Reliability?

  @Option(help: "Its language, as en or uk.")
  var language: String?

  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let opened = try file.open(.readWrite)
    let url = URL(fileURLWithPath: document)
    let ending = url.pathExtension.lowercased()
    guard ["txt", "text", "md", "markdown"].contains(ending) else {
      throw UsageFault(
        "`\(document)` is not a text or Markdown file by its ending",
        hint: "save its text as .txt or .md first (`pdftotext`, `pandoc -t plain`)")
    }
    let bytes = try FileBytes.read(document, limit: file.maxSize * 1_000_000)
    let text = try readText(bytes)
    let slug = try sourceID(url)
    let index = CaseIndex(opened.theCase)
    var source = Case.Source(
      id: Case.Source.ID(slug),
      title: title ?? firstLine(text) ?? url.lastPathComponent,
      text: Case.TextRecord(
        file: "texts/\(slug).\(ending == "md" || ending == "markdown" ? "md" : "txt")",
        sha256: text.digest))
    source.publisher = try publisher.map { try actor($0, index, "--publisher") }
    source.authors = try authors.map { try actor($0, index, "--author") }
    source.published = try published.map { try date($0) }
    source.kind = kind
    source.reliability = reliability
    source.language = language
    try opened.add(source, text: bytes, writing, who)
    Console.out("\(slug)\n")
    if published == nil {
      Console.note("no --published given: what it says without a date of its own stays undated")
    }
  }

  private func readText(_ bytes: [UInt8]) throws -> SourceText {
    do {
      return try SourceText(utf8: bytes)
    } catch {
      throw CaseFileFault(
        "`\(document)` is not UTF-8 at byte \(error.offset)",
        hint: "`iconv -f WINDOWS-1251 -t UTF-8 \(document)` and the like convert it")
    }
  }

  private func sourceID(_ url: URL) throws -> String {
    if let id {
      guard Slug.isSlug(id) else {
        throw UsageFault(
          "--id: `\(id)` is not an id", hint: "ids are lower-case letters, digits and hyphens")
      }
      return id
    }
    guard let made = Slug.from(url.deletingPathExtension().lastPathComponent) else {
      throw UsageFault("no id can be made of the file's name", hint: "give one with --id")
    }
    return made.raw
  }

  /// A Markdown heading or the first line that is not empty, at most 200 code points.
  private func firstLine(_ text: SourceText) -> String? {
    let start = String(decoding: text.bytes.prefix(4000), as: UTF8.self)
    let line = start.split(whereSeparator: \.isNewline)
      .map { $0.drop { $0 == "#" || $0 == " " || $0 == "\u{FEFF}" } }.first { !$0.isEmpty }
    return line.map { String($0.prefix(200)).trimmingCharacters(in: .whitespaces) }
  }

  private func actor(_ id: String, _ index: CaseIndex, _ option: String) throws -> Case.Actor.ID {
    if index.position(.actors, id) != nil { return Case.Actor.ID(id) }
    let known = index.ids(.actors)
    throw UsageFault(
      "\(option): unknown actor `\(id)`",
      hint: suggestion(for: id, among: known)
        ?? "add it to the case's actors first, as {id: \(id), name: …, kind: outlet}")
  }

  private func date(_ text: String) throws -> EDTFDate {
    do {
      return try EDTFDate(text)
    } catch {
      throw UsageFault(
        "--published: `\(text)` is not a date: \(error.reason)",
        hint: "dates are written 2025-05-16, 2025-05 or 2025")
    }
  }
}
