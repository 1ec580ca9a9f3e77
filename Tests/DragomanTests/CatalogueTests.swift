import CaseModel
import Foundation
import Foundations
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

/// What the catalogue of views promises of each of them, so that a view which lacks a part is named.
@Suite struct CatalogueTests {
  static let names = ViewCatalogue.all.map { $0.declaration.name }

  private static func view(_ name: String) throws -> any DerivedView.Type {
    try #require(ViewCatalogue.all.first { $0.declaration.name == name })
  }

  @Test func namesCommandsAndKeysAreEachTheirOwn() {
    let all = ViewCatalogue.all.map { $0.declaration }
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.map(\.command)).count == all.count)
    let keys = all.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0.count == 1 })
  }

  @Test(arguments: names) func everyViewIsDescribed(_ name: String) throws {
    let declared = try Self.view(name).declaration
    for text in [declared.title, declared.summary, declared.details] { #expect(!text.isEmpty) }
    #expect(declared.summary.hasSuffix(".") && declared.summary.count < 100)
    #expect(declared.details.hasSuffix("."))
    #expect(!declared.examples.isEmpty)
    for example in declared.examples {
      let folder = Program.root.appendingPathComponent(example.theCase).path
      #expect(FileManager.default.fileExists(atPath: folder))
    }
  }

  /// Its tests are in files that bear its name.
  @Test(arguments: names) func everyViewHasTests(_ name: String) throws {
    let view = try Self.view(name)
    let type = "\(view)".replacing(/View$/, with: "")
    let tests = Program.root.appendingPathComponent("Tests")
    let files = try #require(FileManager.default.enumerator(atPath: tests.path))
    let found = files.compactMap { $0 as? String }.contains { path in
      let file = path.split(separator: "/").last ?? ""
      return file.hasPrefix(type) && file.hasSuffix("Tests.swift")
    }
    #expect(found, "no file \(type)…Tests.swift under Tests")
  }

  /// Of a case in which nothing was ever said there is still a rule, a document and a table's head.
  @Test(arguments: names) func everyPlainViewHasARuleADocumentAndATable(_ name: String) throws {
    guard let view = try Self.view(name) as? any PlainView.Type else { return }
    var lens = Lens()
    lens.asOf = try EDTFDate("1900")
    for theCase in [try Self.istanbul(), Case(Case.Header())] {
      for lens in [Lens(), lens] { try Self.check(view, theCase, lens) }
    }
  }

  private static func check<View: PlainView>(
    _: View.Type, _ theCase: Case, _ lens: Lens
  ) throws {
    let view = try View.make(ViewSubject(theCase, lens), Checkpoint())
    let frame = ViewContext(theCase, lens, caseHash: "h", version: "test")
    #expect(!view.rule.isEmpty)
    #expect(!view.document(in: frame).blocks.isEmpty)
    let tables = view.data(in: frame)
    #expect(!tables.isEmpty && tables.allSatisfy { !$0.columns.isEmpty })
    #expect(view.csv(in: frame).contains("\r\n"))
  }

  private static func istanbul() throws -> Case {
    try CaseFile.open(Program.root.appendingPathComponent("Examples/istanbul").path).theCase
  }

  /// The help of each command names every option of the lens, save one that it does not go by.
  @Test(arguments: names) func everyOptionOfTheLensIsAFlag(_ name: String) throws {
    let declared = try Self.view(name).declaration
    let help = try Program.run([declared.command, "--help"], environment: ["COLUMNS": "200"]).output
    for option in LensOption.all {
      let isOffered = help.contains("--\(option.name)")
      #expect(isOffered == (option != .since || declared.uses(option)), "--\(option.name)")
    }
  }

  static let cases = ["Examples/istanbul", "Examples/sarn"]

  /// No view that offers CSV prints an empty file.
  @Test(arguments: names) func noViewPrintsAnEmptyFile(_ name: String) throws {
    let declared = try Self.view(name).declaration
    let asked = ["search": ["talks"], "entry": ["ceasefire"]][name] ?? []
    for theCase in name == "entry" ? Array(Self.cases.prefix(1)) : Self.cases {
      let arguments = [declared.command, theCase] + asked + ["--format", "csv"]
      let plain = try Program.run(arguments)
      #expect(plain.code == 0 && plain.output.contains("\r\n"), "\(arguments): \(plain.error)")
      let marked = try Program.run(arguments + ["--bom"])
      #expect(marked.output == "\u{FEFF}" + plain.output, "\(arguments) --bom")
    }
    let refused = try Program.run([declared.command, Self.cases[0]] + asked + ["--bom"])
    #expect(refused.code == 2)
  }

  /// Every view with its rule, the options it goes by and the columns of its data.
  @Test func reference() throws {
    var page = """
      # Views

      Each view is a command, a page of the workbench and two files of data: `dragoman NAME CASE`, \
      `/NAME`, `/NAME.json` and `/NAME.csv`. The CSV of the page and of `--format csv` are the same \
      bytes; `--bom`, or *CSV for spreadsheets* at the foot of the page, adds a byte order mark \
      at the beginning.

      """
    let theCase = try Self.istanbul()
    for group in ViewGroup.allCases {
      page += "\n## \(group.title)\n"
      for view in ViewCatalogue.views(of: group) {
        let declared = view.declaration
        page += "\n### \(declared.title)\n\n\(declared.summary) \(declared.details)\n\n"
        page += "- Command: `dragoman \(declared.command)`\n"
        if declared.hasPage { page += "- Page: `/\(declared.name)`\n" }
        let options = declared.lens.map { "`--\($0.name)`" }.joined(separator: ", ")
        page += "- Filters that apply: \(options)\n"
        guard let plain = view as? any PlainView.Type else { continue }
        let (rule, columns) = try Self.facts(plain, theCase)
        page += "- Columns: \(columns)\n\n*Rule.* \(rule)\n"
      }
    }
    try Golden.expect(page, matches: "docs/views.md")
  }

  private static func facts<View: PlainView>(
    _: View.Type, _ theCase: Case
  ) throws -> (rule: String, columns: String) {
    let view = try View.make(ViewSubject(theCase, Lens()), Checkpoint())
    let frame = ViewContext(theCase, Lens(), caseHash: "h", version: "test")
    let names = view.data(in: frame).first?.columns.map { "`\($0.title)`" } ?? []
    return (
      view.rule, View.self == Brief.self ? "those of its tables" : names.joined(separator: ", ")
    )
  }
}
