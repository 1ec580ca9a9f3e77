import CaseModel
import Foundation
import GRDB

/// SQLite with the store's settings and nothing of the store around it.
struct BareLoop {
  let name: String
  private let queue: DatabaseQueue
  private let put: (Database, Case.Statement) throws -> Void

  private init(
    _ name: String, _ path: String, _ put: @escaping (Database, Case.Statement) throws -> Void
  ) throws {
    self.name = name
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
          PRAGMA synchronous = FULL
          """)
      #if canImport(Darwin)
        try db.execute(sql: "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
      #endif
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    self.put = put
  }

  /// The entry's row, and the old one kept: two rows a write, without a history that says who and why.
  static func twoRows(_ entries: [Case.Statement], in folder: URL) throws -> BareLoop {
    let path = folder.appendingPathComponent("bare.sqlite").path
    let loop = try BareLoop("row and old row", path) { db, entry in
      let content = entry.node().json
      try db.cachedStatement(sql: "INSERT INTO old (id, content) VALUES (?, ?)")
        .execute(arguments: [entry.id.raw, content])
      try db.cachedStatement(sql: "UPDATE entry SET content = ? WHERE id = ?")
        .execute(arguments: [content, entry.id.raw])
    }
    try loop.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "CREATE TABLE entry (id TEXT PRIMARY KEY, content TEXT NOT NULL)")
      try db.execute(
        sql:
          "CREATE TABLE old (number INTEGER PRIMARY KEY, id TEXT NOT NULL, content TEXT NOT NULL)")
    }
    try loop.queue.write { db in
      for entry in entries {
        try db.execute(
          sql: "INSERT INTO entry VALUES (?, ?)", arguments: [entry.id.raw, entry.node().json])
      }
    }
    // A log that has its length already is quicker to write, and the store's begins empty.
    try loop.queue.writeWithoutTransaction { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return loop
  }

  /// The rows that the store writes, into a copy of its file: no hashes, no checks, no index.
  static func sameRows(_ copy: String) throws -> BareLoop {
    let hash = String(repeating: "0", count: 64)
    return try BareLoop("the same rows", copy) { db, entry in
      let last = try Int.fetchOne(
        try db.cachedStatement(sql: "SELECT max(number) FROM revision"))
      let group = try Int.fetchOne(
        try db.cachedStatement(sql: "SELECT max(number) FROM revision_group"))
      let (number, groupNumber) = ((last ?? 0) + 1, (group ?? 0) + 1)
      try db.cachedStatement(
        sql: "INSERT INTO revision_group VALUES (?, ?, ?, 0, 0, 'bench', 'edit', NULL, ?)"
      ).execute(arguments: [groupNumber, number, number, hash])
      try db.cachedStatement(
        sql: """
          INSERT INTO revision
          VALUES (?, ?, 'statements', ?,
            (SELECT revision FROM record WHERE kind = 'statements' AND key = ?), 0, ?, ?)
          """
      ).execute(
        arguments: [number, groupNumber, entry.id.raw, entry.id.raw, entry.node().json, hash])
      try db.cachedStatement(
        sql: "UPDATE record SET revision = ? WHERE kind = 'statements' AND key = ?"
      ).execute(arguments: [number, entry.id.raw])
    }
  }

  func write(_ entry: Case.Statement) throws {
    try queue.writeWithoutTransaction { db in
      try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
      try put(db, entry)
      try db.cachedStatement(sql: "COMMIT").execute()
    }
  }
}
