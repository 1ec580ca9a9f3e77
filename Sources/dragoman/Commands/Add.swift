import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Interchange
import Presentation

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

  @Option(help: "Its title; taken from the text where not given.")
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
    let isMarkdown = ending == "md" || ending == "markdown"
    let found = title == nil ? DocumentTitle.of(text, isMarkdown: isMarkdown) : nil
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
    if title == nil {
      let origin = found?.origin ?? "the file's name"
      Console.note("titled “\(source.title)”, from \(origin); --title gives another")
    }
    if published == nil {
      Console.note("no --published given: what it says without a date of its own stays undated")
    }
  }

  private func readText(_ bytes: [UInt8]) throws -> SourceText {
    guard !bytes.isEmpty else {
      throw CaseFileFault("`\(document)` is empty", hint: "see whether it was saved")
    }
    if let unfit = UnfitText.of(bytes) {
      throw CaseFileFault("`\(document)` is \(unfit.words)", hint: unfit.advice)
    }
    guard !UnfitText.isBlank(bytes) else {
      throw CaseFileFault(
        "`\(document)` holds nothing but blanks", hint: "see whether its text was saved")
    }
    return try SourceText(utf8: bytes)
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
      return try LensValue.date(text)
    } catch {
      throw UsageFault("--published: \(error.message)", hint: error.hint)
    }
  }
}
