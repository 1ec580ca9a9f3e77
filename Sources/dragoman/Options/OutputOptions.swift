import ArgumentParser
import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay

/// How wide text is printed.
struct ColumnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Columns of text (default: the width of the terminal).", valueName: "columns")
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
  @Option(
    help: ArgumentHelp(
      "Seed of the random numbers; the same seed gives the same result.", valueName: "number"))
  var seed: UInt64 = 1
}

/// In which face a result is printed.
struct OutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html
  }

  @Option(help: "Output format: text, json, csv, markdown or html.")
  var format = Format.text

  @Flag(help: "Begin CSV with a byte order mark, so that spreadsheets recognise UTF-8.")
  var bom = false

  @OptionGroup var columns: ColumnOptions

  init() {}

  /// The same face for a command with formats of its own.
  init(_ format: Format, bom: Bool, _ columns: ColumnOptions) {
    (self.format, self.bom, self.columns) = (format, bom, columns)
  }

  func validate() throws {
    if bom, format != .csv { throw ValidationError("--bom goes with --format csv") }
  }

  /// Prints a view of a case.
  ///
  /// - Parameter document: the view to be read, where a flag of the command chooses another than the
  ///   view's own.
  func print<View: DerivedView>(
    _ view: View, in frame: ViewContext, document: (() -> Document)? = nil
  ) throws {
    try print(
      json: { try frame.json(view) }, data: { view.data(in: frame) },
      document: { frame.withCitations(document?() ?? view.document(in: frame)) })
  }

  /// Prints what is not a view of a case and has no lens.
  func print<Result: Encodable>(
    _ result: Result, data: @autoclosure () -> [Table], _ document: () -> Document
  ) throws {
    try print(json: { try Self.json(result) }, data: data, document: document)
  }

  /// Each is made only for the faces that need it.
  func print(
    json: () throws -> String, data: () -> [Table], document: () -> Document
  ) rethrows {
    switch format {
    case .json: Console.out(try json())
    case .csv: Console.out((bom ? CSVFace.byteOrderMark : "") + CSVFace().render(data()))
    case .text:
      let face = TextFace(width: columns.width ?? Console.width, hasColour: Console.outputHasColour)
      Console.out(face.render(document()))
    case .markdown: Console.out(MarkdownFace().render(document()))
    case .html: Console.out(HTMLFace().render(document()))
    }
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self).shownInJSON + "\n"
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
