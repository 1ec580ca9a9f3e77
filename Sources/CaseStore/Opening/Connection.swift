internal import GRDB

/// How the program speaks with the database.
enum Connection {
  /// Milliseconds another writer is waited for.
  static let patience = 5000

  /// Settings of every connection.
  ///
  /// The journal is a write-ahead log with `synchronous=FULL`: each commit is one append, brought to
  /// the disk before it is acknowledged; readers never wait for a writer; and the file alone, should
  /// someone copy it without the log beside it, is the whole case as of an earlier moment. A
  /// rollback journal would need three syncs a commit, and the file alone may then be half written.
  /// - Parameter durable: false only for a file that no one has seen yet.
  static func configuration(durable: Bool = true) -> Configuration {
    var configuration = Configuration()
    configuration.label = "dragoman"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(Double(patience) / 1000)
    configuration.prepareDatabase { db in
      // What was deleted is overwritten with zeros, so that a text withheld is not left in free pages.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // A file made to harm must not run functions through its own schema.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA synchronous = \(durable ? "FULL" : "OFF")")
      #if canImport(Darwin)
        if durable {
          try db.execute(sql: "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
        }
      #endif
    }
    return configuration
  }

  /// Sets how many milliseconds another writer is waited for.
  static func wait(_ milliseconds: Int, _ db: Database) throws {
    try db.execute(sql: "PRAGMA busy_timeout = \(milliseconds)")
  }

  /// Runs `body` and turns what SQLite says into words.
  static func inWords<Value>(_ path: String, _ body: () throws -> Value) throws(StoreError) -> Value
  {
    do {
      return try body()
    } catch let fault as StoreError {
      throw fault
    } catch let error as DatabaseError {
      throw fault(error, path)
    } catch is RowDecodingError {
      throw StoreError(
        .damaged, "`\(path)` is damaged: a row has an invalid value",
        hint: "`dragoman verify \(path)` names all damage; keep the file, and restore a backup")
    } catch {
      throw StoreError(.failed, "`\(path)`: \(error)")
    }
  }

  private static func fault(_ error: DatabaseError, _ path: String) -> StoreError {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return StoreError(
        .busy, "another program has been writing to `\(path)` for \(patience / 1000) seconds",
        hint: "nothing was written; try again when it has finished")
    case .SQLITE_FULL:
      return StoreError(
        .full, "there is no space left to write to `\(path)`",
        hint: "nothing was written, and nothing is lost; free some space and try again")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return StoreError(
        .damaged, "`\(path)` is damaged: \(detail)",
        hint: "`dragoman verify \(path)` names all damage; keep the file, and restore a backup")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return StoreError(
        .readOnly, "`\(path)` cannot be written: \(detail)", hint: "check the permissions (`ls -l`)"
      )
    case .SQLITE_CANTOPEN:
      return StoreError(
        .failed, "`\(path)` cannot be opened: \(detail)",
        hint: "check that you may read it and write to its folder (`ls -l`)")
    case .SQLITE_IOERR:
      return StoreError(
        .failed, "`\(path)` cannot be read or written: \(detail)",
        hint:
          "nothing was half written; check whether the disk is full or missing (`df -h`, `dmesg`)")
    default:
      return StoreError(.failed, "`\(path)`: SQLite reports: \(detail)")
    }
  }
}
