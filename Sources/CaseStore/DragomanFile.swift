internal import Foundation
internal import GRDB
public import CaseModel

/// A `.dragoman` file: a case with its texts and the history of every entry, open for reading or
/// writing by any number of programs at once.
///
/// ```swift
/// let file = try DragomanFile.open("istanbul.dragoman")
/// let stored = try file.stored()                  // the case, read anew only where it changed
/// try file.write(
///   statement, expectedRevision: stored.revision(of: .statements, id: "osw-07"),
///   by: "anna", at: now, message: "the region was named")
/// ```
///
/// A write is one SQLite transaction, on the disk before the call returns. Calls block; those that
/// meet another writer wait up to five seconds. All errors are ``StoreFault``.
///
/// Written by any thread: `queue` serialises everything, and `cache` is only touched within it.
public final class DragomanFile: Sendable {
  public enum Access: Sendable {
    case readOnly, readWrite
  }

  /// As it was given.
  public let path: String
  public let access: Access
  let queue: DatabaseQueue
  private let identity: FileIdentity
  /// The case as last read. Read and written within `queue` alone.
  nonisolated(unsafe) var cache: StoredCase?

  private init(_ path: String, _ access: Access, _ queue: DatabaseQueue, _ identity: FileIdentity) {
    self.path = path
    self.access = access
    self.queue = queue
    self.identity = identity
  }

  /// Whether `path` ends as such files do.
  public static func isNamed(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".\(FileFormat.ending)")
  }

  /// Opens a file.
  ///
  /// A file of an older form is brought to this one's, after a backup beside it; for that it must be
  /// opened for writing.
  /// - Throws: ``StoreFault`` where there is none, it is not ours, it is newer than the program, or
  ///   it is damaged.
  public static func open(_ path: String, _ access: Access = .readWrite) throws(StoreFault)
    -> DragomanFile
  {
    try open(path, access, migrations: Migration.all)
  }

  static func open(
    _ path: String, _ access: Access, migrations: [Migration]
  ) throws(StoreFault) -> DragomanFile {
    let header = try FileHeader(of: path)
    guard let identity = FileIdentity(of: path) else {
      throw StoreFault(.notFound, "there is no file `\(path)`")
    }
    let target = FormatVersion(of: migrations)
    try target.check(header.version, path)
    return try Connection.inWords(path) {
      var place = path
      var configuration = Connection.configuration()
      if access == .readOnly, let unwritable = Self.unwritable(path) {
        place = unwritable
        configuration.readonly = true
      }
      let queue = try DatabaseQueue(path: place, configuration: configuration)
      let file = DragomanFile(path, access, queue, identity)
      let version = try file.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      try target.check(version, path)
      if version < target.number { try file.migrate(from: version, by: migrations) }
      try file.read { try SchemaCheck.run($0, path, target) }
      file.catchUpIndex()
      return file
    }
  }

  /// Where neither file nor folder can be written and no log lies beside the file, an address that
  /// tells SQLite so: it would otherwise want to make one.
  static func unwritable(_ path: String) -> String? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let manager = FileManager.default
    guard !manager.isWritableFile(atPath: folder), !manager.fileExists(atPath: path + "-wal") else {
      return nil
    }
    let escaped = URL(fileURLWithPath: path).path.addingPercentEncoding(
      withAllowedCharacters: .urlPathAllowed)
    return escaped.map { "file://\($0)?immutable=1" }
  }

  /// Writes what the log still holds into the file, so that it is one file again, and closes it.
  /// Nothing can be done with it afterwards. Dropping the last reference does the same.
  public func close() {
    try? queue.close()
  }

  /// A number that changes whenever the file does: that of the newest group of revisions.
  /// - Complexity: O(log revisions); a look at the disk, no reading of the case.
  public func newestGroup() throws(StoreFault) -> Int {
    try read { try $0.cachedInt("SELECT max(number) FROM revision_group") ?? 0 }
  }

  /// The case as it stands.
  ///
  /// Read once; afterwards only what this or another program has changed since.
  /// - Complexity: O(1) where nothing changed; O(changes), or O(case) the first time.
  public func stored() throws(StoreFault) -> StoredCase {
    try read { try self.current($0) }
  }

  /// The case of ``stored()``.
  public func theCase() throws(StoreFault) -> Case { try stored().theCase }

  /// Within the queue alone.
  func current(_ db: Database) throws -> StoredCase {
    let version = try db.cachedInt("PRAGMA data_version") ?? 0
    if let cache, cache.dataVersion == version, !cache.isOutdated { return cache }
    var stored =
      if let cache { try StoredCaseReader.caughtUp(cache, db) } else {
        try StoredCaseReader.whole(db)
      }
    stored.dataVersion = version
    stored.isOutdated = false
    cache = stored
    return stored
  }

  /// - Throws: where the path leads to another file than the one opened.
  func identityCheck() throws(StoreFault) { try identity.check(path) }

  /// A consistent look at the file, of which nothing changes meanwhile.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
    try identity.check(path)
    return try Connection.inWords(path) { try queue.read(body) }
  }

  /// One transaction; see ``GRDB/Database/immediately(_:)``.
  /// - Parameter isPatient: whether another writer is waited for.
  func write<Value>(isPatient: Bool = true, _ body: (Database) throws -> Value) throws(StoreFault)
    -> Value
  {
    guard access == .readWrite else {
      throw StoreFault(.readOnly, "`\(path)` was opened for reading only")
    }
    do {
      return try Connection.inWords(path) {
        try queue.writeWithoutTransaction { db in
          if !isPatient { try Connection.wait(0, db) }
          defer { if !isPatient { try? Connection.wait(Connection.patience, db) } }
          let value = try db.immediately {
            let value = try body(db)
            // Last, as waiting for another writer may have taken long.
            try identity.check(path)
            return value
          }
          self.cache?.isOutdated = true
          return value
        }
      }
    } catch {
      // Whatever went wrong: that the file is another says more.
      try identity.check(path)
      throw error
    }
  }
}
