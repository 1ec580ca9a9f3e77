import CaseModel
import Foundation
import HTTPTypes
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

@testable import Workbench

/// Every view of the catalogue has its page, and the page's data are the command's.
@Suite struct CatalogueTests {
  static let views = ViewCatalogue.all.map { $0.declaration }.filter(\.hasPage)

  @Test func everyViewHasItsPage() {
    for view in ViewCatalogue.all where view.declaration.hasPage {
      let page = Page.page(of: view)
      #expect(page?.path == "/\(view.declaration.name)", "\(view)")
      #expect(page?.json != nil && page?.csv != nil, "\(view)")
    }
  }

  @Test func everyPageOfOneViewIsInTheCatalogue() {
    for page in Page.own {
      #expect(Self.views.contains { $0.name == page.name }, "\(page.name)")
    }
  }

  /// Every view with a key is in the navigation and in the help.
  @Test func everyViewIsInTheNavigationAndTheHelp() {
    let entries = Navigation.groups.flatMap(\.entries)
    let keys = entries.map(\.place.key)
    #expect(Set(keys).count == keys.count)
    for view in Self.views where view.key != nil {
      #expect(entries.contains { $0.page.name == view.name }, "\(view.name)")
      #expect(Help.main.text.contains("href=\"/\(view.name)\""), "\(view.name)")
    }
  }

  static let examples = ["istanbul", "sarn"]

  @Test(arguments: views.map(\.name), examples)
  func thePagesCSVIsTheCommands(_ name: String, _ example: String) async throws {
    let view = try #require(Self.views.first { $0.name == name })
    let path = BuiltProgram.root.appendingPathComponent("Examples/\(example)").path
    let file = try CaseFile.open(path)
    let site = TestSite(FixedKeeper(file.theCase, texts: file.texts))
    let cookie = try await site.signIn()
    let (query, words) = name == "search" ? ("?q=water", ["water"]) : ("", [])
    let lens = "as-of=2025-05-16&credibility=4"
    for (query, flags) in [
      (query, [String]()),
      (
        (query.isEmpty ? "?" : query + "&") + lens,
        ["--as-of", "2025-05-16", "--credibility", "4"]
      ),
    ] {
      let twin = try await site.get("/\(name).csv\(query)", cookie: cookie)
      let printed = try run([view.command, path] + words + flags + ["--format", "csv"])
      #expect(twin.status == 200)
      #expect(twin.text == printed, "/\(name).csv\(query)")
      let marked = try await site.get(
        "/\(name).csv\(query.isEmpty ? "?" : query + "&")bom=yes", cookie: cookie)
      #expect(marked.text == CSVFace.byteOrderMark + printed)
      #expect(
        marked.headers[.contentDisposition] == "attachment; filename=\"\(name).csv\"")
    }
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path("dragoman"))
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is chosen in the bar is what the address says, for every option there is.
  @Test func everyOptionOfTheLensHasAControl() async throws {
    let site = TestSite(FixedKeeper(try Cases.istanbul().theCase))
    let page = try await site.get("/positions", cookie: try await site.signIn()).text
    for option in LensOption.all where option.area != .none {
      #expect(page.contains("name=\"\(option.name)\""), "\(option.name)")
    }
  }
}
