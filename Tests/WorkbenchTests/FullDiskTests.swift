import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Workbench

/// A document for which the disk has no room.
@Suite struct FullDiskTests {
  static let canMount: Bool = {
    guard let own = try? TemporaryFolder(),
      FileManager.default.isExecutableFile(atPath: "/bin/mount")
    else { return false }
    let mounted = try? Program.run(
      command: ["/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", own.path])
    guard mounted?.code == 0 else { return false }
    return (try? Program.run(command: ["/bin/umount", own.path]))?.code == 0
  }()

  @Test(.enabled(if: canMount, "a small disk can be mounted by root alone"))
  func nothingIsHalfWrittenAndNothingTypedIsLost() async throws {
    let own = try TemporaryFolder()
    let disk = own.place("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    _ = try Program.run(command: ["/bin/mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk])
    defer { _ = try? Program.run(command: ["/bin/umount", "-l", disk]) }
    let path = disk + "/talks.dragoman"
    try DragomanFile.create(
      Case(Case.Header(id: "talks", title: "Talks", parties: [])), at: path, by: "anna",
      on: Desk.start, message: "begin")
    let store = try DragomanFile.open(path)
    defer { store.close() }
    let site = TestSite(StoreCaseProvider(store))
    let cookie = try await site.signIn()
    let token = try await site.formToken(cookie: cookie)
    let words = (0..<400_000).map { "w\($0 &* 7919 % 99_991)" }.joined(separator: " ")
    let sent = try await site.upload(
      "/documents/new", cookie: cookie, [.field("form-token", token), .field("text", words)])
    let waiting = try #require(sent.headers[.location])
    let saved = try await site.post(
      "/documents/intake", cookie: cookie,
      [
        ("form-token", token), ("upload", String(waiting.split(separator: "/").last ?? "")),
        ("by", "Berta"), ("d1-title", "Too much for the disk"), ("d1-kind", "report"),
        ("d1-first", "1"), ("d1-last", "1"),
      ])
    #expect(saved.status == 503)
    #expect(saved.text.contains("no space left"))
    #expect(saved.text.contains("value=\"Too much for the disk\""))
    #expect(try store.theCase().sources.isEmpty)
    #expect(try await site.get(waiting, cookie: cookie).status == 200)
    #expect(try DragomanFile.open(path, .readOnly).verifyHistory().problems.isEmpty)
  }
}
