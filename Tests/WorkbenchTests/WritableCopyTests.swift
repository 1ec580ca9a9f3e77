import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import TestSupport
import Testing

@testable import Workbench

/// A case in YAML that may not be written, or whose history is to be kept, is gone on with in a copy.
@Suite struct WritableCopyTests {
  private static let yaml = """
    # Written by hand.
    dragoman: "1"
    case: {id: weirs, title: Weirs, parties: [north]}
    actors:
      - {id: north, name: North, kind: state} # the upper bank
    """

  @Test func oneCaseGoesOnInItsCopy() async throws {
    let folder = try TemporaryFolder()
    let path = folder.place("weirs.yaml")
    try Data(Self.yaml.utf8).write(to: URL(fileURLWithPath: path))
    let file = FileCaseProvider(try CaseFile.open(path), limits: ReadLimits())
    let site = TestSite(file)
    let cookie = try await site.signIn()
    let before = try await site.get("/record", cookie: cookie).text
    #expect(before.contains("Open a writable copy") && !before.contains("New actor"))
    let token = try await site.formToken(cookie: cookie)
    let form = [("form-token", token), ("by", "Ana Coder"), ("back", "/record")]
    let moved = try await site.post("/writable-copy", cookie: cookie, form)
    #expect(moved.status == 303 && moved.headers[.location] == "/record", "\(moved.text)")
    let after = try await site.get("/record", cookie: cookie).text
    #expect(after.contains("New actor") && !after.contains("Open a writable copy"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.yaml)
    let copy = try DragomanFile.open(folder.place("weirs.dragoman"), .readOnly)
    #expect(try copy.theCase().actors.map(\.name) == ["North"])
    #expect(try copy.log().items.map(\.group.message).first == "made from weirs.yaml")
    #expect(try copy.log().items.first?.group.who == "Ana Coder")
    // Asked once more, as from another tab, nothing more is made.
    let again = try await site.post("/writable-copy", cookie: cookie, form)
    #expect(again.status == 409)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter {
        $0.hasSuffix(".dragoman")
      }.count == 1)
  }

  @Test func aCaseOfALibraryGoesOnInItsCopy() async throws {
    let folder = try TemporaryFolder()
    try Data(Self.yaml.utf8).write(to: URL(fileURLWithPath: folder.place("weirs.yaml")))
    let site = TestSite(library: folder.url.path)
    let cookie = try await site.signIn()
    // The file itself takes changes; its history is kept only in a copy.
    #expect(try await site.get("/c/weirs/record", cookie: cookie).text.contains("New actor"))
    #expect(
      try await site.get("/c/weirs/history", cookie: cookie).text.contains("Open a writable copy"))
    let token = try await site.formToken(cookie: cookie)
    let moved = try await site.post(
      "/c/weirs/writable-copy", cookie: cookie,
      [("form-token", token), ("back", "/c/weirs/record")])
    #expect(moved.status == 303 && moved.headers[.location] == "/c/weirs/record", "\(moved.text)")
    #expect(try await site.get("/c/weirs/record", cookie: cookie).text.contains("New actor"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        .filter { !$0.contains("-") }.sorted() == ["weirs.dragoman", "weirs.yaml"])
  }

  @Test func whereNothingMayBeWrittenThereIsNone() async throws {
    let folder = try TemporaryFolder()
    let path = folder.place("weirs.yaml")
    try Data(Self.yaml.utf8).write(to: URL(fileURLWithPath: path))
    var options = Workbench.Options()
    options.isReadOnly = true
    let site = TestSite(
      FileCaseProvider(try CaseFile.open(path), limits: ReadLimits()), options: options)
    let cookie = try await site.signIn()
    #expect(try await !site.get("/record", cookie: cookie).text.contains("Open a writable copy"))
    let token = try await site.formToken(cookie: cookie)
    let refused = try await site.post("/writable-copy", cookie: cookie, [("form-token", token)])
    #expect(refused.status == 403)
  }
}
