import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import TestSupport
import Testing

@testable import Workbench

/// A case in YAML takes changes from every form, in its own file, with its comments.
@Suite struct EditedFileTests {
  private static let text = "North asks for turns. South refuses them.\n"
  private static let yaml = """
    # Written by hand.
    dragoman: 1
    case: {id: weirs, title: Weirs, parties: [north, south]}
    actors:
      - {id: north, name: North, kind: state} # the upper bank
      - {id: south, name: South, kind: state}
    issues:
      - {id: water, title: Water, kind: negotiable, options: [{id: turns, title: By turns}]} # the quarrel
    sources:
      # Their only letter.
      - id: letter
        title: Letter
        published: 2025-05-20
        text: {file: texts/letter.txt, sha256: \(SHA256Digest(of: text.utf8))}
    """

  private final class Served {
    let folder: TemporaryFolder
    let path: String
    let site: TestSite
    let keeper: EditedFileProvider
    var cookie = ""
    private var token = ""

    init() async throws {
      folder = try TemporaryFolder()
      path = try folder.write(EditedFileTests.yaml, to: "weirs.yaml")
      try folder.write(EditedFileTests.text, to: "texts/letter.txt")
      keeper = try EditedFileProvider(
        try CaseFile.open(path), limits: ReadLimits(), now: { Moment(milliseconds: 1_772_359_200_000) })
      site = TestSite(keeper)
      cookie = try await site.signIn()
      token = try await site.formToken(cookie: cookie)
    }

    var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    func post(_ path: String, _ form: [(String, String)]) async throws -> TestSite.Answer {
      try await site.post(
        path, cookie: cookie, [("form-token", token), ("by", "Ana Coder")] + form)
    }

    func code(_ gist: String) async throws -> TestSite.Answer {
      try await post(
        "/coding/statements",
        [
          ("source", "letter"), ("span", "0-20"), ("exact", "North asks for turns"), ("speaker", "north"),
          ("act", "demand"), ("about", "issue:water"), ("option", "turns"), ("stance", "for"), ("gist", gist),
        ])
    }
  }

  @Test func aStatementIsWrittenAndUndone() async throws {
    let served = try await Served()
    let saved = try await served.code("North asks")
    #expect(saved.status == 303, "\(saved.text)")
    let file = try CaseFile.open(served.path)
    #expect(file.theCase.statements.map(\.gist) == ["North asks"])
    #expect(file.theCase.analysts.map(\.name) == ["Ana Coder"])
    for comment in ["# Written by hand.", "# the upper bank", "# the quarrel", "# Their only letter."] {
      #expect(served.text.contains(comment))
    }
    #expect(try await served.site.get("/history", cookie: served.cookie).text.contains("statement letter-01"))
    let before = served.text
    #expect(try await served.post("/coding/undo", [("do", "undo")]).status == 303)
    #expect(try CaseFile.open(served.path).theCase.statements.isEmpty)
    #expect(try await served.post("/coding/undo", [("do", "redo")]).status == 303)
    #expect(served.text == before)
  }

  @Test func anEntryIsEditedByItsForm() async throws {
    let served = try await Served()
    let page = try await served.site.get("/edit?section=actors&key=south", cookie: served.cookie).text
    let expected = try #require(page.firstMatch(of: /name="expected" value="(\d+)"/)?.1)
    let saved = try await served.post(
      "/entries",
      [
        ("section", "actors"), ("key", "south"), ("expected", String(expected)), ("do", "save"),
        ("f.id", "south"), ("f.name", "The South"), ("f.kind", "state"),
      ])
    #expect(saved.status == 303, "\(saved.text)")
    #expect(served.text.contains("- {id: south, name: The South, kind: state}"), "\(served.text)")
  }

  @Test func whatAnotherProgramWritesIsSeen() async throws {
    let served = try await Served()
    _ = try await served.code("North asks")
    try Data(served.text.replacing("title: Weirs", with: "title: The weirs").utf8)
      .write(to: URL(fileURLWithPath: served.path))
    #expect(try await served.code("North asks again").status == 303)
    let file = try CaseFile.open(served.path)
    #expect(file.theCase.header.title == "The weirs" && file.theCase.statements.count == 2)
    #expect(
      try await served.site.get("/history", cookie: served.cookie).text
        .contains("changed in weirs.yaml by another program"))
  }

  @Test func whatCannotBeReadIsNotWrittenOver() async throws {
    let served = try await Served()
    let broken = "actors: [\n"
    try Data(broken.utf8).write(to: URL(fileURLWithPath: served.path))
    let answer = try await served.code("North asks")
    #expect(answer.status == 503 && answer.text.contains("cannot be read"), "\(answer.text)")
    #expect(served.text == broken)
    // Put right, it goes on.
    try Data(Self.yaml.utf8).write(to: URL(fileURLWithPath: served.path))
    #expect(try await served.code("North asks").status == 303)
  }

  @Test func aDocumentComesInWithItsText() async throws {
    let served = try await Served()
    try served.keeper.store?.update(
      by: "ana", at: Moment(milliseconds: 1_772_359_300_000), message: "a document"
    ) { stored in
      let change = try stored.theCase.adding(
        Case.Source(
          id: "reply", title: "Reply",
          text: Case.TextRecord(file: "texts/reply.txt", sha256: SHA256Digest(of: "No.".utf8))),
        text: Array("No.".utf8))
      var update = CaseUpdate(change.theCase)
      for (file, bytes) in change.texts { update.texts[file] = bytes }
      return update
    }
    #expect(try CaseFile.open(served.path).texts["reply"].text?.bytes == Array("No.".utf8))
    let group = try #require(try served.keeper.store?.newestGroup())
    try served.keeper.store?.undo(group, by: "ana", at: Moment(milliseconds: 1_772_359_400_000))
    #expect(try CaseFile.open(served.path).theCase.sources.map(\.id.raw) == ["letter"])
    #expect(!FileManager.default.fileExists(atPath: served.folder.place("texts/reply.txt")))
  }

  @Test func whatCannotBeWrittenDoesNotCount() async throws {
    let served = try await Served()
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: served.folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: served.folder.url.path)
    }
    // The superuser may write everywhere.
    guard !EditedFileProvider.mayWrite(served.path) else { return }
    #expect(try await served.code("North asks").status != 303)
    #expect(try served.keeper.store?.theCase().statements.isEmpty == true)
  }
}
