import CaseModel
@testable import CaseStore
import Foundation
import TestSupport
import Testing

/// Backups, versions of the form, files that are not ours, texts taken out.
@Suite struct KeepingTests {
  @Test func aBackupIsTheSameFile() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try file.setAnalyst("anna", by: "anna", at: .start)
    let copy = store.place("copy.dragoman")
    try file.backup(to: copy)
    let back = try DragomanFile.open(copy, .readOnly).stored()
    let stored = try file.stored()
    #expect(back.theCase == stored.theCase)
    #expect(back.hash == stored.hash)
    #expect(back.texts["report"] == stored.texts["report"])
    #expect(try DragomanFile.verify(copy).problems == [])
    #expect(try DragomanFile.verify(copy).hash == DragomanFile.verify(store.path).hash)
  }

  @Test func aBackupIsWholeWhileOthersWrite() async throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    let path = store.path
    let writer = Task {
      let file = try DragomanFile.open(path)
      for number in 0..<40 {
        var note = Case.Note()
        (note.to, note.text) = (EntryReference(.statements, "s1"), "\(number)")
        try file.addNote(note, by: "boris", at: .start)
      }
    }
    for number in 0..<5 {
      let copy = store.place("copy-\(number).dragoman")
      try file.backup(to: copy)
      #expect(try DragomanFile.verify(copy).problems == [])
    }
    try await writer.value
  }

  @Test func aBackupIsWrittenOverNothing() throws {
    let store = try TemporaryStore(Valley.theCase)
    try store.put([1, 2, 3], at: store.place("there"))
    let fault = #expect(throws: StoreError.self) {
      try store.open().backup(to: store.place("there"))
    }
    #expect(fault?.kind == .exists)
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.place("there"))) == Data([1, 2, 3]))
  }

  /// A step to a version that does not exist yet, tried on files of the present one.
  private let steps =
    Migration.all + [
      Migration(to: 5, statements: ["CREATE TABLE later (number INTEGER PRIMARY KEY)"])
    ]

  @Test func anOlderFileIsBroughtForwardAfterABackup() throws {
    let store = try TemporaryStore(Valley.theCase)
    let before = try store.open(.readOnly).stored()
    let file = try DragomanFile.open(store.path, .readWrite, migrations: steps)
    #expect(try file.stored().theCase == Valley.theCase)
    file.close()
    #expect(store.names == ["case.before-form-5.dragoman", "case.dragoman"])
    let backup = try DragomanFile.open(store.place("case.before-form-5.dragoman"), .readOnly)
    #expect(try backup.stored().hash == before.hash)
    #expect(try DragomanFile.open(store.path, .readWrite, migrations: steps).newestGroup() == 1)
    // The program as it is now does not know version 5.
    let fault = #expect(throws: StoreError.self) { try store.open() }
    #expect(fault?.kind == .newer)
    #expect(fault?.message.contains("newer version") == true)
  }

  @Test func aStepThatFailsLeavesTheFileAsItWas() throws {
    let store = try TemporaryStore(Valley.theCase)
    let bad = Migration(to: 5, statements: ["CREATE TABLE extra (x)", "CREATE TABLE record (x)"])
    #expect(throws: StoreError.self) {
      try DragomanFile.open(store.path, .readWrite, migrations: Migration.all + [bad])
    }
    #expect(try store.open().stored().theCase == Valley.theCase)
  }

  /// Files of the first form, whose index was kept up in every write.
  @Test func aFileOfTheFirstFormIsFoundInAsBefore() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    try store.run("DROP TABLE indexed; DROP INDEX removal; PRAGMA user_version = 1")
    let file = try store.open()
    #expect(store.names.contains("case.before-form-2.dragoman"))
    let scope = try file.searchScope(for: "number 3", in: Valley.theCase)
    // An index of an earlier spelling is not relied on: every entry is looked at.
    #expect(scope.holds(.statements, id: "s3"))
    file.close()
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  /// Files of the second form, whose tables are those of the third.
  @Test func aFileOfTheSecondFormIsReadAsItIsAndBroughtForwardWhenWritten() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    try store.run("PRAGMA user_version = 2")
    let before = store.bytes
    #expect(try store.open(.readOnly).stored().theCase == Valley.theCase)
    #expect(store.bytes == before && store.names == ["case.dragoman"])
    #expect(try DragomanFile.verify(store.path).problems == [])
    let file = try store.open()
    #expect(try file.stored().theCase == Valley.theCase)
    file.close()
    #expect(store.names == ["case.before-form-3.dragoman", "case.dragoman"])
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test func anOlderFileIsNotChangedByReading() throws {
    let store = try TemporaryStore(Valley.theCase)
    let before = store.bytes
    let fault = #expect(throws: StoreError.self) {
      try DragomanFile.open(store.path, .readOnly, migrations: steps)
    }
    #expect(fault?.kind == .readOnly)
    #expect(store.bytes == before)
  }

  @Test func filesThatAreNotOursAreRefusedUntouched() throws {
    let store = try TemporaryStore()
    try store.run("CREATE TABLE x (y); PRAGMA user_version = 1", at: "other.dragoman")
    try store.put(Array("not a database at all, but a text".utf8), at: store.place("text.dragoman"))
    try store.put([], at: store.place("empty.dragoman"))
    for name in ["other", "text", "empty"] {
      let path = store.place("\(name).dragoman")
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let fault = #expect(throws: StoreError.self) { try DragomanFile.open(path) }
      #expect(fault?.kind == .notOurs)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
    #expect(throws: StoreError.self) { try DragomanFile.open(store.place("nowhere.dragoman")) }
    #expect(throws: StoreError.self) { try DragomanFile.open(store.folder.path) }
  }

  @Test(arguments: [
    "CREATE TRIGGER evil AFTER INSERT ON revision BEGIN SELECT 1; END", "CREATE TABLE more (x)",
    "DROP TRIGGER revision_no_delete", "DROP VIEW entry", "CREATE INDEX i ON revision (kind)",
  ])
  func aFileWithOtherTablesIsRefused(_ sql: String) throws {
    let store = try TemporaryStore(Valley.theCase)
    try store.run(sql)
    let fault = #expect(throws: StoreError.self) { try store.open() }
    #expect(fault?.kind == .damaged)
    #expect(try DragomanFile.verify(store.path).problems.map(\.kind).contains(.table))
  }

  /// The words of a text taken out are in no page of the file afterwards.
  @Test func aWithheldTextLeavesNoBytes() throws {
    let words = SourceText(String(repeating: "Unmistakable quokkas. ", count: 2000))
    var theCase = Case(Case.Header(id: "x", title: "x"))
    theCase.sources = [
      Case.Source(
        id: "q", title: "q", text: Case.TextRecord(file: "texts/q.txt", sha256: words.digest))
    ]
    let store = try TemporaryStore(theCase, texts: CaseTexts(["q": .loaded(words)]))
    func holdsWords() -> Bool {
      let all = store.names.flatMap { name in
        (try? Data(contentsOf: URL(fileURLWithPath: store.place(name)))).map(Array.init) ?? []
      }
      return String(decoding: all, as: UTF8.self).lowercased().contains("quokka")
    }
    #expect(holdsWords())
    let file = try store.open()
    try file.update(by: "anna", at: .start, message: "withhold") { stored in
      var update = CaseUpdate(stored.theCase)
      update.theCase.sources[0].text = Case.TextRecord(
        withheld: words.digest, length: words.bytes.count)
      update.withheld = ["texts/q.txt"]
      return update
    }
    #expect(!holdsWords())
    let fault = #expect(throws: StoreError.self) {
      try file.undo(2, by: "anna", at: .start)
    }
    #expect(fault?.message.contains("removed for good") == true)
    file.close()
    #expect(!holdsWords())
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test func theIndexIsMadeAnew() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    try store.run("DELETE FROM words WHERE rowid % 2 = 0")
    #expect(try DragomanFile.verify(store.path).problems.allSatisfy { $0.kind == .index })
    #expect(try !DragomanFile.verify(store.path).problems.isEmpty)
    try store.open().rebuildIndex()
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test(arguments: ["DELETE FROM indexed", "UPDATE indexed SET revision = 1 << 40"])
  func anIndexThatSaysFalselyHowFarItGoesIsNamed(_ sql: String) throws {
    let store = try TemporaryStore(Valley.theCase)
    try store.run(sql)
    #expect(try DragomanFile.verify(store.path).problems.map(\.kind) == [.index])
    try store.open().rebuildIndex()
    #expect(try DragomanFile.verify(store.path).problems == [])
  }

  @Test func aHashNotedEarlierIsLookedFor() throws {
    let store = try TemporaryStore(Valley.theCase)
    let file = try store.open()
    let noted = try file.stored().hash
    try file.setAnalyst("anna", by: "anna", at: .start)
    #expect(try DragomanFile.verify(store.path, head: noted).problems == [])
    #expect(
      try DragomanFile.verify(store.path, head: String(repeating: "0", count: 64)).problems.count
        == 1)
  }
}
