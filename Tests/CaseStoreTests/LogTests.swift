import CaseModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// A log is played over the file whose it is, and over no other.
@Suite struct LogTests {
  private let other: Case = Case(Case.Header(id: "other", title: "Quite another"))

  private func note(_ text: String, in file: DragomanFile) throws {
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.statements, "s1"), text)
    try file.addNote(note, by: "anna", at: .start)
  }

  private func notes(_ path: String) throws -> [String] {
    let file = try DragomanFile.open(path, .readOnly)
    defer { file.close() }
    #expect(try DragomanFile.verify(path).problems == [])
    return try file.stored().theCase.notes.map(\.text).filter { !$0.contains("MARKER") }
  }

  private func copy(_ from: String, _ to: String) throws {
    try? FileManager.default.removeItem(atPath: to)
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  /// A file with a log that a program which was killed has left: `one` is in the file, `two` and
  /// `three` are in the log alone. Beside it `early` as the file was before `one`, `start` as it was
  /// when the log began, `backup` as of `two`, and another case.
  private func crashed() throws -> TemporaryStore {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let work = store.place("work.dragoman")
    try copy(store.path, work)
    try copy(work, store.place("early"))
    var file = try DragomanFile.open(work)
    try note("one", in: file)
    file.close()
    try copy(work, store.place("start"))
    file = try DragomanFile.open(work)
    try note("two", in: file)
    try file.backup(to: store.place("backup.dragoman"))
    try note("three", in: file)
    // What a program that is killed leaves.
    try copy(work, store.path)
    try copy(work + "-wal", store.path + "-wal")
    file.close()
    try FileManager.default.removeItem(atPath: work)
    try DragomanFile.create(
      other, at: store.place("other.dragoman"), by: "boris", on: .start, message: "begin")
    return store
  }

  @Test func itsOwnIsPlayed() throws {
    let store = try crashed()
    #expect(try notes(store.path) == ["one", "two", "three"])
    #expect(try store.open().logSetAside == nil)
  }

  @Test func itsOwnIsPlayedInAnotherFolderToo() throws {
    let store = try crashed()
    let folder = store.place("elsewhere")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for ending in ["", "-wal"] { try copy(store.path + ending, "\(folder)/case.dragoman\(ending)") }
    #expect(try notes("\(folder)/case.dragoman") == ["one", "two", "three"])
  }

  /// A log of which part is in the file already.
  @Test func itsOwnIsPlayedWherePartOfItIsInTheFile() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try note("one", in: file)
    let queue = try DatabaseQueue(path: store.path)
    try queue.inDatabase { db in _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(PASSIVE)") }
    try note("two", in: file)
    let copied = store.place("copied.dragoman")
    try copy(store.path, copied)
    try copy(store.path + "-wal", copied + "-wal")
    #expect(try notes(copied) == ["one", "two"])
  }

  /// Files of earlier programs bear no mark.
  @Test func aFileWithoutAMarkIsReadWithItsLog() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    try store.run("PRAGMA user_version = 2")
    let file = try store.open()
    try note("one", in: file)
    let copied = store.place("copied.dragoman")
    try copy(store.path, copied)
    try copy(store.path + "-wal", copied + "-wal")
    #expect(try notes(copied) == ["one"])
  }

  enum Placed: String, CaseIterable {
    case early, start
    case backup = "backup.dragoman"
    case other = "other.dragoman"
  }

  @Test(arguments: Placed.allCases, [true, false])
  func aFilePutBesideALeftOverLogSurvives(_ placed: Placed, isMoved: Bool) throws {
    let store = try crashed()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: store.place(placed.rawValue)))
    // Later than the log was last written.
    usleep(20_000)
    if isMoved {
      #expect(rename(store.place(placed.rawValue), store.path) == 0)
    } else {
      // As `cp` does: into the file that is there.
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: store.path))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: bytes)
      try handle.close()
    }
    let file = try store.open(.readOnly)
    #expect(file.logSetAside == store.path + ".log-of-another-file")
    file.close()
    let wanted: [Placed: [String]] = [
      .early: [], .start: ["one"], .backup: ["one", "two"], .other: [],
    ]
    #expect(try notes(store.path) == wanted[placed])
    #expect(store.bytes == Array(bytes), "nothing was written into it")
    // What the log held is not thrown away.
    #expect(store.names.contains("case.dragoman.log-of-another-file"))
    // And it takes changes as any file does.
    let again = try store.open()
    try again.setAnalyst("anna", by: "anna", at: .start)
    again.close()
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test(arguments: [true, false])
  func aFilePutInPlaceOfAnOpenOneSurvives(isMoved: Bool) throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let running = try store.open()
    try note("one", in: running)
    let placed = store.place("other.dragoman")
    try DragomanFile.create(other, at: placed, by: "boris", on: .start, message: "begin")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: placed))
    usleep(20_000)
    if isMoved {
      #expect(rename(placed, store.path) == 0)
    } else {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: store.path))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: bytes)
      try handle.close()
    }
    #expect(throws: StoreError.self) { try running.stored() }
    #expect(throws: StoreError.self) { try note("lost", in: running) }
    // Another program, as SQLite shares within one what it knows of a file.
    let dragoman = Project.program("dragoman")
    let next = try Program.run(command: [dragoman, "analyst", store.path, "boris", "--by", "boris"])
    #expect(next.code == 0, "\(next.error)")
    // The program that had the other open ends, and takes nothing of its log along.
    running.close()
    let log = try Program.run(command: [dragoman, "log", store.path])
    #expect(log.output.contains("Quite another") && log.output.contains("boris"), "\(log.error)")
    #expect(try Program.run(command: [dragoman, "verify", store.path]).code == 0)
  }

  /// The same without any command in between: the program alone ends.
  @Test func endingAProgramLeavesAFileThatWasCopiedOverItsOwn() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let running = try store.open()
    try note("one", in: running)
    let placed = store.place("other.dragoman")
    try DragomanFile.create(other, at: placed, by: "boris", on: .start, message: "begin")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: placed))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: store.path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: bytes)
    try handle.close()
    running.close()
    #expect(store.bytes == Array(bytes))
    #expect(
      try Program.run(command: [Project.program("dragoman"), "verify", store.path]).code == 0)
    #expect(store.bytes == Array(bytes))
  }

  @Test func aLogTakenAwayFromUnderAProgramIsNoticed() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try note("one", in: file)
    try FileManager.default.removeItem(atPath: store.path + "-wal")
    let fault = #expect(throws: StoreError.self) { try note("two", in: file) }
    #expect(fault?.kind == .replaced)
  }

  @Test func aRollbackJournalOfAnotherFileIsNotPlayed() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let journal = store.place("x.db")
    let queue = try DatabaseQueue(path: journal)
    try queue.inDatabase { db in
      try db.execute(sql: "CREATE TABLE t (x); BEGIN; INSERT INTO t VALUES (zeroblob(100000))")
      try copy(journal + "-journal", store.path + "-journal")
      try db.execute(sql: "ROLLBACK")
    }
    let before = store.bytes
    #expect(try notes(store.path) == [])
    #expect(store.bytes == before)
  }

  @Test func closingLeavesOneFile() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try note("one", in: file)
    _ = try file.newestGroup()
    file.close()
    #expect(store.names == ["case.dragoman"])
    // Dropping the last reference does the same.
    try note("two", in: try store.open())
    #expect(store.names == ["case.dragoman"])
  }
}
