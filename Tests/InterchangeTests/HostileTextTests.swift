import CaseModel
import Foundation
import Interchange
import Testing

/// A case of others takes and writes nothing outside its own folder.
@Suite struct HostileTextTests {
  private static let words = "Words of a bulletin.\n"

  private func file(_ recorded: String = words, path: String = "texts/a.txt") -> String {
    """
    dragoman: 1
    case: {id: v, title: V}
    sources:
      - {id: a, title: A, text: {file: \(path), sha256: \(SHA256Digest(of: recorded.utf8))}}

    """
  }

  private func link(_ temporary: TemporaryCase, to target: String, _ name: String = "texts/a.txt")
    throws
  {
    try FileManager.default.createSymbolicLink(
      atPath: temporary.folder.appendingPathComponent(name).path, withDestinationPath: target)
  }

  @Test func aLinkLeadsOnlyToTheTextRecorded() throws {
    let outside = try TemporaryCase(Self.words, name: "outside.txt")
    let right = try TemporaryCase(file())
    try link(right, to: outside.path)
    let opened = try right.open()
    #expect(opened.texts["a"].text != nil)
    #expect(opened.texts.links["a"]?.hasSuffix("outside.txt") == true)
    #expect(
      IntegrityCheck.findings(opened.theCase, texts: opened.texts).contains {
        $0.code == "linked-text" && $0.message.contains("outside.txt")
      })

    let wrong = try TemporaryCase(file("Other words.\n"))
    try link(wrong, to: outside.path)
    guard case .unreadable(let reason) = try wrong.open().texts["a"] else {
      Issue.record("a text outside the folder was taken")
      return
    }
    #expect(reason.contains("outside.txt") && !reason.contains("bulletin"))
  }

  @Test func pipesAndDevicesAreNotWaitedFor() throws {
    let pipe = try TemporaryCase(file())
    #expect(mkfifo(pipe.folder.appendingPathComponent("texts/a.txt").path, 0o600) == 0)
    let device = try TemporaryCase(file())
    try link(device, to: "/dev/zero")
    for temporary in [pipe, device] {
      guard case .unreadable = try temporary.open().texts["a"] else {
        Issue.record("\(temporary.names)")
        continue
      }
    }
  }

  @Test func aTextIsNotWrittenThroughALink() throws {
    let outside = try TemporaryCase("", name: "x.yaml")
    for (name, target) in [
      ("texts/a.txt", outside.folder.appendingPathComponent("new.txt").path),
      ("texts/sub", outside.folder.path), ("texts/a.txt", "../../escaped.txt"),
    ] {
      let temporary = try TemporaryCase(file())
      try link(temporary, to: target, name)
      let path = name == "texts/sub" ? "texts/sub/a.txt" : name
      #expect(throws: CaseFileError.self) {
        try CaseFile.putTexts([(path, Array(Self.words.utf8))], in: temporary.folder.path)
      }
      #expect(outside.names == ["texts", "x.yaml"])
    }
  }

  @Test func whereOneTextIsRefusedNoneIsWritten() throws {
    let temporary = try TemporaryCase(file())
    let bytes = Array(Self.words.utf8)
    #expect(throws: CaseFileError.self) {
      try CaseFile.putTexts(
        [("texts/a.txt", bytes), (".ssh/authorized_keys", bytes)], in: temporary.folder.path)
    }
    #expect(temporary.names == ["case.yaml", "texts"])
  }

  @Test func aDocumentNamedAsACaseIsSaidToBeOne() throws {
    let temporary = try TemporaryCase("%PDF-1.7 and so on")
    let fault = #expect(throws: CaseFileError.self) { try temporary.open() }
    #expect(fault?.message.contains("a PDF document") == true)
  }
}
