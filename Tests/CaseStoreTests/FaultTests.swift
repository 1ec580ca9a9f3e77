import CaseModel
import CaseStore
import Foundation
import Foundations
import TestSupport
import Testing

/// The plug pulled, the disk full, the file taken away: what was acknowledged is there.
@Suite(.serialized) struct FaultTests {
  private func texts(_ store: TemporaryStore) throws -> Set<String> {
    let notes = try store.open(.readOnly).stored().theCase.notes
    return Set(notes.compactMap { $0.text.split(separator: " ").first.map(String.init) })
  }

  private func acknowledged(_ result: Program.Result) -> Set<String> {
    // A line that was cut off was not acknowledged.
    Set(
      result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
        String.init))
  }

  @Test func whatWasAcknowledgedSurvivesKilling() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    var random = SplitMix64(seed: 7)
    var promised: Set<String> = []
    for round in 0..<12 {
      let result = try Program.run(
        command: [Project.program("store-writer"), store.path, "w\(round)"],
        killAfter: Double.random(in: 0.05...0.5, using: &random))
      #expect(result.wasKilled, "\(result.error)")
      promised.formUnion(acknowledged(result))
      #expect(try texts(store).isSuperset(of: promised), "round \(round)")
      #expect(try DragomanFile.verify(store.path).problems == [], "round \(round)")
    }
    #expect(promised.count > 20, "the writer hardly wrote: \(promised.count)")
  }

  @Test func twoWritersAreKilledAtOnce() async throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    for round in 0..<3 {
      let path = store.path
      async let first = Program.run(
        command: [Project.program("store-writer"), path, "a\(round)"], killAfter: 0.4)
      async let second = Program.run(
        command: [Project.program("store-writer"), path, "b\(round)"], killAfter: 0.3)
      let promised = acknowledged(try await first).union(acknowledged(try await second))
      #expect(try texts(store).isSuperset(of: promised))
      #expect(try DragomanFile.verify(store.path).problems == [])
    }
  }

  /// The program itself, adding documents, killed at any instant.
  @Test func theProgramIsKilledWhileItAdds() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    var random = SplitMix64(seed: 11)
    var promised: Set<String> = []
    for round in 0..<10 {
      let document = store.place("d\(round).txt")
      try store.put(Array("Document \(round)\n".utf8), at: document)
      let result = try Program.run(
        command: [Project.program("dragoman"), "add", store.path, document, "--by", "anna"],
        killAfter: Double.random(in: 0.01...0.3, using: &random))
      if !result.wasKilled, result.code == 0 { promised.insert("d\(round)") }
      let stored = try store.open(.readOnly).stored()
      #expect(Set(stored.theCase.sources.map(\.id.raw)).isSuperset(of: promised))
      for source in stored.theCase.sources where source.id != "report" {
        // Whole or not at all: a source never comes without its text.
        #expect(stored.texts[source.id].text?.digest == source.text.sha256)
      }
      #expect(try DragomanFile.verify(store.path).problems == [])
    }
  }

  /// A file that may not grow: the system refuses the write, as a full disk does.
  @Test func aFileThatMayNotGrow() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let limit = store.bytes.count / 1024 + 400
    let result = try Program.run(command: [
      "/bin/bash", "-c", "trap '' XFSZ; ulimit -f \(limit); exec \"$0\" \"$1\" w",
      Project.program("store-writer"), store.path,
    ])
    #expect(result.code == 1)
    #expect(result.error.contains("case.dragoman"))
    let promised = acknowledged(result)
    #expect(promised.count > 3)
    #expect(try texts(store).isSuperset(of: promised))
    #expect(try DragomanFile.verify(store.path).problems == [])
    // With room again, writing goes on.
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s1"), "after")
    try store.open().addNote(note, by: "anna", at: .start)
    #expect(try texts(store).isSuperset(of: promised.union(["after"])))
  }

  static let canMount: Bool = {
    guard let own = try? TemporaryFolder() else { return false }
    defer { withExtendedLifetime(own) {} }
    let folder = own.path
    guard FileManager.default.isExecutableFile(atPath: "/bin/mount"),
      (try? Program.run(command: ["/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]))?
        .code == 0
    else { return false }
    return (try? Program.run(command: ["/bin/umount", folder]))?.code == 0
  }()

  @Test(.enabled(if: canMount, "a small disk can be mounted by root alone"))
  func aFullDisk() throws {
    let store = try TemporaryStore()
    let disk = store.place("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    #expect(
      try Program.run(command: ["/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).code
        == 0)
    defer { _ = try? Program.run(command: ["/bin/umount", disk]) }
    let path = disk + "/case.dragoman"
    try DragomanFile.create(
      Valley.theCase, texts: Valley.texts, at: path, by: "anna", on: .start, message: "begin")
    let result = try Program.run(command: [Project.program("store-writer"), path, "w"])
    #expect(result.code == 1)
    #expect(result.error.hasPrefix("full: there is no space left"), "\(result.error)")
    let promised = acknowledged(result)
    #expect(promised.count > 3)
    let notes = try DragomanFile.open(path, .readOnly).stored().theCase.notes
    let kept = Set(notes.compactMap { $0.text.split(separator: " ").first.map(String.init) })
    #expect(kept.isSuperset(of: promised))
    // A new file that does not fit is not made, and nothing is left of it.
    let before = try FileManager.default.contentsOfDirectory(atPath: disk).sorted()
    let big = SourceText(String(repeating: "Too much. ", count: 200_000))
    #expect(throws: StoreError.self) {
      try DragomanFile.create(
        Valley.theCase, texts: CaseTexts(["report": .loaded(big)]), at: disk + "/new.dragoman",
        by: "anna", on: .start, message: "begin")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: disk).sorted().filter {
        !$0.contains("-")
      }
        == before.filter { !$0.contains("-") })
    #expect(try DragomanFile.verify(path).problems == [])
  }

  enum Loss: CaseIterable { case deleted, movedAway, replaced, cutShort, writtenOver }

  @Test(arguments: Loss.allCases)
  func aFileTakenAwayIsNoticed(_ loss: Loss) throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    _ = try file.stored()
    switch loss {
    case .deleted: try FileManager.default.removeItem(atPath: store.path)
    case .movedAway: try FileManager.default.moveItem(atPath: store.path, toPath: store.place("x"))
    case .replaced:
      let other = store.place("other.dragoman")
      try DragomanFile.create(
        Case(Case.Header(id: "other", title: "Other")), at: other, by: "boris", on: .start,
        message: "begin")
      #expect(rename(other, store.path) == 0)
    case .cutShort: #expect(truncate(store.path, 4096) == 0)
    case .writtenOver: try store.put(Array("SQLite format 3\0".utf8))
    }
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s1"), "lost")
    let writing = #expect(throws: StoreError.self) {
      try file.addNote(note, by: "anna", at: .start)
    }
    #expect(writing?.kind == .replaced)
    let reading = #expect(throws: StoreError.self) { try file.stored() }
    #expect(reading?.kind == .replaced)
    file.close()
    if loss == .replaced {
      #expect(try store.open(.readOnly).stored().theCase.header.id == "other")
    }
  }
}
