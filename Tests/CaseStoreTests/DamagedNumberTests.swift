import CaseModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// Whatever number stands in a table, there is an answer in words.
@Suite struct DamagedNumberTests {
  static let columns = [
    "revision_group.number", "revision_group.first", "revision_group.last", "revision_group.made",
    "revision_group.counted", "revision_group.undoes", "revision.number", "revision.group_number",
    "revision.previous", "revision.position", "record.row", "record.position", "record.revision",
    "indexed.revision",
  ]
  static let numbers = [
    "-9223372036854775808", "9223372036854775807", "-1", "0", "4503599627370497",
  ]

  private func made(_ sql: String) throws -> TemporaryStore {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    try file.setAnalyst("anna", by: "anna", at: .start)
    try file.undo(2, by: "anna", at: .start)
    file.close()
    let triggers = FileFormat.schema.filter { $0.hasPrefix("CREATE TRIGGER") }
    let queue = try DatabaseQueue(path: store.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for trigger in triggers {
        try db.execute(sql: "DROP TRIGGER \(trigger.split(separator: " ")[2])")
      }
      try db.execute(sql: sql)
      for trigger in triggers { try db.execute(sql: trigger) }
    }
    try queue.close()
    return store
  }

  /// Everything that can be asked of a file; that it returns at all is the point.
  private func askEverything(_ path: String) throws {
    func attempt(_ body: () throws -> Void) throws {
      do {
        try body()
      } catch let fault as StoreError {
        #expect(!fault.message.isEmpty)
      }
    }
    try attempt {
      let file = try DragomanFile.open(path, .readOnly)
      defer { file.close() }
      try attempt { _ = try file.stored() }
      try attempt { _ = try file.newestGroup() }
      try attempt { _ = try file.damage() }
      for from in [nil, 1, Int.max, Int.min] {
        try attempt {
          for item in try file.log(from: from).items {
            _ = (item.group.count, item.group.clockWentBack)
          }
        }
      }
      for number in [1, 2, 3, Int.max, Int.min] {
        try attempt { _ = try file.group(number) }
        for skipped in [0, 1, Int.max, -1] {
          try attempt { _ = try file.group(number, skipping: skipped, limit: 50) }
        }
      }
      try attempt { _ = try file.history(.statements, "s1") }
      try attempt { _ = try file.log(showing: Valley.theCase) }
      try attempt { _ = try file.searchScope(for: "sluice", in: Valley.theCase) }
      try attempt { _ = try file.stored(knownAt: Moment.start.day) }
      try attempt { _ = try file.verifyHistory() }
      try attempt {
        try file.backup(to: path + ".\(UUID().uuidString.prefix(8)).dragoman")
      }
    }
  }

  @Test(arguments: columns, numbers)
  func noNumberEndsTheProgram(_ column: String, _ number: String) throws {
    let parts = column.split(separator: ".").map(String.init)
    for condition in ["", " WHERE rowid = (SELECT max(rowid) FROM \(parts[0]))"] {
      let store: TemporaryStore
      do {
        store = try made("UPDATE \(parts[0]) SET \(parts[1]) = \(number)\(condition)")
      } catch is DatabaseError {
        // Not a number for every row of a column that must differ.
        continue
      }
      try askEverything(store.path)
      let problems = try DragomanFile.verify(store.path).problems
      // What verify names, nothing is written on top of.
      let before = store.bytes
      var note = Case.Note()
      (note.to, note.text) = (EntryReference(.statements, "s1"), "on top")
      do {
        let file = try store.open()
        defer { file.close() }
        try file.addNote(note, by: "anna", at: .start)
        // The index is made of the rest, and an edit leaves it alone.
        #expect(problems.allSatisfy { $0.kind == .index }, "\(column) = \(number)\(condition)")
      } catch let fault as StoreError {
        #expect(!problems.isEmpty, "\(column) = \(number)\(condition): \(fault.message)")
        #expect(store.bytes == before)
      }
      _ = try? store.open().undo(2, by: "anna", at: .start)
      _ = try? store.open().rebuildIndex()
    }
  }

  @Test(arguments: [
    "UPDATE revision SET content = replace(content, 'Gist', 'Lie') WHERE kind = 'statements'",
    "UPDATE revision_group SET who = 'boris'", "UPDATE record SET position = position + 1",
    "DELETE FROM record WHERE key = 's2'", "UPDATE text SET bytes = CAST('other words' AS BLOB)",
    "UPDATE revision_group SET message = 'other' WHERE number = 2",
  ])
  func whatWasChangedByHandIsNotReadInSilenceOrWrittenOnTopOf(_ sql: String) throws {
    let store = try made(sql)
    #expect(try DragomanFile.verify(store.path).problems != [])
    let file = try store.open()
    #expect(try file.damage() != [])
    let fault = #expect(throws: StoreError.self) {
      try file.setAnalyst("boris", by: "boris", at: .start)
    }
    #expect(fault?.kind == .damaged)
  }
}
