import ArgumentParser
import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay

/// How wide text is printed.
struct ColumnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Columns of text; the terminal's own where not given.", valueName: "columns")
  )
  var width: Int?

  func validate() throws {
    if let width, !(40...1000).contains(width) {
      throw ValidationError("--width is a number of columns from 40 to 1000")
    }
  }
}

/// Where the drawing of uncertain numbers begins.
struct SeedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where drawing begins; the same gives the same.", valueName: "number"))
  var seed: UInt64 = 1
}

/// In which face a result is printed.
struct OutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html
  }

  @Option(help: "How to print it: text, json, csv, markdown or html.")
  var format = Format.text

  @OptionGroup var columns: ColumnOptions

  /// Prints a view; `document` and `data` are made only for the faces that need them. Without
  /// `data` the tables of the document are the data.
  func print<View: Encodable>(
    _ view: View, frame: Frame, data: (() -> Table)? = nil, _ document: () -> Document
  ) throws {
    switch format {
    case .json: Console.out(try frame.json(view))
    case .html: Console.out(HTMLFace().render(frame.withCitations(document())))
    case .text, .csv, .markdown: face(data, document)
    }
  }

  /// Prints what is no view of a case and has no lens.
  func print<Result: Encodable>(
    _ result: Result, data: (() -> Table)? = nil, _ document: () -> Document
  ) throws {
    switch format {
    case .json: Console.out(try Self.json(result))
    case .text, .csv, .markdown, .html: face(data, document)
    }
  }

  private func face(_ data: (() -> Table)?, _ document: () -> Document) {
    switch format {
    case .text, .json:
      let face = TextFace(width: columns.width ?? Console.width, hasColour: Console.outputHasColour)
      Console.out(face.render(document()))
    case .csv:
      Console.out(CSVFace().render(data.map { Document("", [.table($0())]) } ?? document()))
    case .markdown: Console.out(MarkdownFace().render(document()))
    case .html: Console.out(HTMLFace().render(document()))
    }
  }

  /// The face of a name, where it is one that every view has.
  static func face(_ name: String, _ columns: ColumnOptions) throws -> OutputOptions? {
    guard Format(rawValue: name) != nil else { return nil }
    let width = columns.width.map { ["--width", String($0)] } ?? []
    return try OutputOptions.parse(["--format", name] + width)
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self).shownInJSON + "\n"
  }
}

/// A command that opens a case, looks at it through a lens, and prints one view.
protocol ViewCommand: ParsableCommand {
  var file: CaseOptions { get }
  var look: LensOptions { get }
  var output: OutputOptions { get }
}

extension ViewCommand {
  /// The case, the lens and the frame they make.
  func opened(since: String? = nil) throws -> (file: OpenedCase, lens: Lens, frame: Frame) {
    let (opened, asked) = try look.through(try file.open())
    var lens = asked
    lens.since = try LensOptions.date(since, "--since")
    // The other faces say it themselves.
    if output.format == .json || output.format == .csv,
      let emptied = EmptiedLens(CaseIndex(opened.theCase.cut(by: lens)), lens)
    {
      Console.note(emptied.words)
    }
    let frame = Frame(
      opened.theCase, lens, caseHash: opened.theCase.canonicalHash, version: Dragoman.version)
    return (opened.seen(through: lens), lens, frame)
  }
}

/// A file to be written, or standard output.
struct WritingOptions: ParsableArguments {
  @Flag(
    help:
      "Write the whole case file in canonical form instead of editing in place; comments are lost.")
  var rewrite = false

  var writing: CaseFile.Writing { rewrite ? .canonical : .inPlace }
}
