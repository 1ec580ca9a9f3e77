import CaseModel
@testable import CaseStore
import Foundation
import GRDB
import Testing

/// Nothing that the reader refuses gets into a file; and where something is in it all the same, the
/// file is not lost.
@Suite struct UnreadableTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    let field: String
    let change: @Sendable (inout Case) -> Void
    var testDescription: String { field }
  }

  static let faults: [Damage] = [
    Damage(field: "title") { $0.header.title = "" },
    Damage(field: "title") { $0.sources[0].title = "" },
    Damage(field: "language") { $0.sources[0].language = "" },
    Damage(field: "not a place for a text") { $0.sources[0].text.file = ".ssh/authorized_keys" },
    Damage(field: "gist") { $0.statements[2].gist = "" },
    Damage(field: "quote") { $0.statements[2].quote = Quote([QuoteAnchor(start: 9, end: 2)]) },
    Damage(field: "name") { $0.actors[1].name = "" },
    Damage(field: "aliases") { $0.actors[0].aliases.append("") },
    Damage(field: "text") { $0.notes[0].text = "" },
  ]

  @Test(arguments: faults)
  func aCaseThatCouldNotBeReadIsNotWritten(_ fault: Damage) throws {
    var bad = Valley.theCase
    fault.change(&bad)
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    let before = try file.stored()
    let refused = #expect(throws: StoreError.self) {
      try file.update(by: "anna", at: .start, message: "m") { _ in CaseUpdate(bad) }
    }
    #expect(refused?.kind == .refused)
    #expect(refused?.message.contains(fault.field) == true, "\(refused?.message ?? "")")
    #expect(try file.stored().hash == before.hash)

    let made = #expect(throws: StoreError.self) {
      try DragomanFile.create(
        bad, at: store.place("new.dragoman"), by: "anna", on: .start, message: "m")
    }
    #expect(made?.message.contains(fault.field) == true, "\(made?.message ?? "")")
    #expect(store.names.allSatisfy { $0.hasPrefix("case.dragoman") })
  }

  @Test func aTextThatIsNotUTF8IsNotWritten() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    #expect(throws: StoreError.self) {
      try file.update(by: "anna", at: .start, message: "m") { stored in
        var update = CaseUpdate(stored.theCase)
        update.texts["texts/report.txt"] = [0x41, 0xFF]
        return update
      }
    }
    #expect(try file.stored().texts["report"].text == Valley.report)
  }

  /// As a program would leave the file that does not read back what it writes: with a whole history.
  private func damaged(_ kind: String, _ key: String, _ content: String) throws -> TemporaryStore {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let queue = try DatabaseQueue(path: store.path)
    try queue.write { db in
      let end = try #require(
        try Row.fetchOne(
          db, sql: "SELECT number, last, made, hash FROM revision_group ORDER BY number DESC"))
      let (number, last): (Int, Int) = (end["number"], end["last"])
      let made: Int64 = end["made"]
      let previous = try Int.fetchOne(
        db, sql: "SELECT max(number) FROM revision WHERE kind = ? AND key = ?",
        arguments: [kind, key])
      let position =
        try Int.fetchOne(
          db, sql: "SELECT position FROM record WHERE kind = ? AND key = ?", arguments: [kind, key])
        ?? 0
      let digest = ChainHash.revision(
        number: last + 1, name: (kind, key), previous: previous, position: position,
        content: content)
      let group = RevisionGroup(
        number: number + 1, first: last + 1, last: last + 1, made: Moment(milliseconds: made),
        counted: Moment(milliseconds: made), who: "eve", message: "bad", undoes: nil, hash: "")
      let hash = ChainHash.group(group, after: end["hash"], digests: [digest])
      try db.execute(
        sql: "INSERT INTO revision_group VALUES (?, ?, ?, ?, ?, 'eve', 'bad', NULL, ?)",
        arguments: [group.number, group.first, group.last, made, made, hash])
      try db.execute(
        sql: "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [group.first, group.number, kind, key, previous, position, content, digest])
      try db.execute(
        sql: """
          INSERT INTO record (kind, key, position, revision) VALUES (?, ?, ?, ?)
          ON CONFLICT (kind, key) DO UPDATE SET revision = excluded.revision
          """, arguments: [kind, key, position, group.first])
    }
    try queue.close()
    return store
  }

  @Test(arguments: [
    ("sources", "page", #"{"id": "page", "title": "", "text": {"file": "texts/p.txt"}}"#),
    ("statements", "s2", #"{"id": "s2", "gist": ""}"#), ("actors", "north", "no JSON"),
    ("case", "", #"{"id": "valley", "title": "", "parties": ["north"]}"#),
    ("verdicts", "#9", "[]"), ("texts", "texts/report.txt", "{\"length\": \"long\"}"),
  ])
  func aDamagedFileIsLookedAtAndPutRight(_ kind: String, _ key: String, _ content: String) throws {
    let store = try damaged(kind, key, content)
    let file = try store.open()
    let refused = #expect(throws: StoreError.self) { try file.stored() }
    #expect(refused?.hint?.contains("dragoman undo") == true)
    let salvaged = try file.salvaged()
    #expect(salvaged.damaged.count == 1)
    #expect(!salvaged.theCase.header.title.isEmpty)
    #expect(salvaged.theCase.header.parties == ["north"])
    #expect(salvaged.theCase.statements.count == (kind == "statements" ? 4 : 5))
    #expect(try file.log().items.count == 2)
    #expect(try file.group(2)?.revisions.count == 1)
    try file.backup(to: store.place("copy.dragoman"))
    let found = try DragomanFile.verify(store.path)
    #expect(found.problems.contains { $0.kind == .record && $0.message.contains("cannot be read") })
    try DragomanFile.create(
      salvaged.theCase, texts: salvaged.texts, at: store.place("saved.dragoman"), by: "anna",
      on: .start, message: "what was whole")

    try file.undo(2, by: "anna", at: .start)
    #expect(try file.stored().theCase == Valley.theCase)
    #expect(try file.salvaged().damaged.isEmpty)
    let again = #expect(throws: StoreError.self) { try file.undo(3, by: "anna", at: .start) }
    // A text comes back by its words, which its damaged entry no longer names.
    let words = kind == "texts" ? "removed for good" : "cannot be restored"
    #expect(again?.message.contains(words) == true)
  }
}
