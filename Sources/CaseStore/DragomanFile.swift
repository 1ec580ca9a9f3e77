internal import Foundation
internal import GRDB
internal import Synchronization
package import CaseModel

/// A `.dragoman` file: a case with its texts and the history of every entry, open for reading or
/// writing by any number of programs at once.
///
/// ```swift
/// let file = try DragomanFile.open("istanbul.dragoman")
/// let stored = try file.stored()                  // the case, read again only where it changed
/// try file.write(
///   statement, expectedRevision: stored.revision(of: .statements, id: "osw-07"),
///   by: "anna", at: now, message: "the region was named")
/// ```
///
/// A write is one SQLite transaction, on the disk before the call returns. Calls block; a write that
/// meets another writer waits up to five seconds, and reading goes on meanwhile. All errors are
/// ``StoreError``.
package final class DragomanFile: Sendable {
  package enum Access: Sendable {
    case readOnly, readWrite
  }

  /// As it was given.
  package let path: String
  package let access: Access
  /// Where a log of another file lay beside this one when it was opened, where it lies now; nil where
  /// there was none.
  package let logSetAside: String?
  /// For reading; what is asked here never waits for a writer.
  let queue: DatabaseQueue
  /// For writing alone, and for asking whether anything has changed; opened when first needed.
  private let writing: LazyConnection
  private let pulse: LazyConnection
  /// How many writes are under way or wait.
  private let writers = Mutex(0)
  private let identity: FileIdentity
  /// The case as last read.
  private let cache = Mutex<CachedCase?>(nil)
  /// Given the case as a change makes it, before the change counts; what it throws undoes the change.
  private let follower = Mutex<(@Sendable (StoredCase) throws -> Void)?>(nil)
  /// What is known of damage; nil until it was looked for.
  let knownDamage = Mutex<[Verification.Problem]?>(nil)
  /// How the log is taken into the file while it is open.
  let settling = Mutex(Settling())

  private struct CachedCase {
    var stored: StoredCase
    /// The state of the file as each connection numbers it.
    var versions: [ObjectIdentifier: Int]
  }

  private init(
    _ path: String, _ access: Access, _ identity: FileIdentity, logSetAside: String?,
    open: @escaping @Sendable () throws -> DatabaseQueue
  ) throws {
    self.path = path
    self.access = access
    self.identity = identity
    self.logSetAside = logSetAside
    queue = try open()
    writing = LazyConnection(open)
    pulse = LazyConnection(open)
  }

  deinit { close() }

  /// Whether `path` ends as such files do.
  package static func isNamed(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".\(FileFormat.ending)")
  }

  /// Opens a file.
  ///
  /// A file of an older form is brought to this one's, after a backup beside it; for that it must be
  /// opened for writing.
  /// - Throws: ``StoreError`` where there is none, it is not ours, it is newer than the program, or
  ///   it is damaged.
  package static func open(_ path: String, _ access: Access = .readWrite) throws(StoreError)
    -> DragomanFile
  {
    try open(path, access, migrations: Migration.all)
  }

  static func open(
    _ path: String, _ access: Access, migrations: [Migration]
  ) throws(StoreError) -> DragomanFile {
    let header = try FileHeader(of: path)
    let target = FormatVersion(of: migrations)
    try target.check(header.version, path)
    let (place, isFixed, logSetAside) = try place(of: header.file, path, access)
    let identity = FileIdentity(header.file)
    return try Connection.inWords(path) {
      let file = try DragomanFile(path, access, identity, logSetAside: logSetAside) {
        var configuration = Connection.configuration()
        configuration.readonly = isFixed
        return try DatabaseQueue(path: place, configuration: configuration)
      }
      let version = try file.read { try FileMark.read($0).form }
      if !isFixed { identity.noteLog(beside: path) }
      try target.check(version, path)
      if version < target.number { try file.migrate(from: version, by: migrations) }
      try file.read { try SchemaCheck.run($0, path, target) }
      if access == .readWrite { NewFile.sweep(beside: path) }
      file.catchUpIndex()
      return file
    }
  }

  /// What SQLite is to open, once no log of another file lies beside it.
  ///
  /// - Returns: the name or address; whether the file is read as it lies, without any log; and where a
  ///   log of another file was put.
  static func place(
    of file: HeldFile, _ path: String, _ access: Access
  ) throws(StoreError) -> (place: String, isFixed: Bool, logSetAside: String?) {
    do {
      let logSetAside = try LogOwner(path: path, file: file).setAside()
      if access == .readOnly, let unwritable = unwritable(path) { return (unwritable, true, nil) }
      return (path, false, logSetAside)
    } catch {
      // Where nothing may be moved, the file alone can still be read.
      guard access == .readOnly, let alone = immutable(path) else { throw error }
      return (alone, true, nil)
    }
  }

  /// Where neither file nor folder can be written and no log lies beside the file, an address that
  /// informs SQLite of it: it would otherwise try to create one.
  static func unwritable(_ path: String) -> String? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let manager = FileManager.default
    guard !manager.isWritableFile(atPath: folder), !manager.fileExists(atPath: path + "-wal") else {
      return nil
    }
    return immutable(path)
  }

  /// An address by which SQLite reads the file as it lies, with no log and no lock.
  static func immutable(_ path: String) -> String? {
    let escaped = URL(fileURLWithPath: path).path.addingPercentEncoding(
      withAllowedCharacters: .urlPathAllowed)
    return escaped.map { "file://\($0)?immutable=1" }
  }

  /// Writes what the log still holds into the file, so that it is one file again, and closes it.
  /// Nothing can be done with it afterwards. Dropping the last reference does the same.
  ///
  /// Where the file is no longer the one opened, nothing is written into it.
  package func close() {
    let connections = [pulse.end(), writing.end(), queue].compactMap { $0 }
    guard (try? identity.check(path)) == nil else {
      for connection in connections { try? connection.close() }
      return
    }
    // The last connection to close would take the log into whatever now stands in the file's place.
    for connection in connections { _ = Unmanaged.passRetained(connection) }
  }

  /// A number that changes whenever the file does: that of the newest group of revisions.
  /// - Complexity: O(log revisions); a look at the disk, no reading of the case.
  package func newestGroup() throws(StoreError) -> Int {
    try identity.check(path)
    return try Connection.inWords(path) {
      try pulse.connection().read {
        try $0.cachedInt("SELECT max(number) FROM revision_group") ?? 0
      }
    }
  }

  /// The case as it stands.
  ///
  /// Read once; afterwards only what this or another program has changed since.
  /// - Complexity: O(1) where nothing changed; O(changes), or O(case) the first time.
  package func stored() throws(StoreError) -> StoredCase {
    try read { try self.current($0) }
  }

  /// The case of ``stored()``.
  package func theCase() throws(StoreError) -> Case { try stored().theCase }

  /// The case as `db` sees it; within a transaction, before anything is changed in it.
  func current(_ db: Database) throws -> StoredCase {
    let version = try db.cachedInt("PRAGMA data_version") ?? 0
    let connection = ObjectIdentifier(db)
    let cached = cache.withLock { $0 }
    if let cached, cached.versions[connection] == version { return cached.stored }
    let stored =
      if let cached { try StoredCaseReader.caughtUp(cached.stored, db) } else {
        try StoredCaseReader.whole(db)
      }
    cache.withLock { cache in
      let isSame =
        cache?.stored.lastRevision == stored.lastRevision && cache?.stored.hash == stored.hash
      if !isSame { cache = CachedCase(stored: stored, versions: [:]) }
      cache?.versions[connection] = version
    }
    return stored
  }

  /// From now on gives every change's case to `work` before the change counts, within its transaction: what
  /// `work` throws undoes it. For what has to keep up with the file, as a case file in YAML.
  package func beforeEachChange(_ work: @escaping @Sendable (StoredCase) throws -> Void) {
    follower.withLock { $0 = work }
  }

  /// Something keeps up with the file.
  var isFollowed: Bool { follower.withLock { $0 != nil } }

  func follow(from before: StoredCase, _ db: Database) throws {
    guard let work = follower.withLock({ $0 }) else { return }
    try work(try StoredCaseReader.caughtUp(before, db))
  }

  /// - Throws: where the path leads to another file than the one opened.
  func identityCheck() throws(StoreError) { try identity.check(path) }

  /// A consistent look at the file, of which nothing changes meanwhile.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try identity.check(path)
    return try Connection.inWords(path) { try queue.read(body) }
  }

  /// One transaction; see ``GRDB/Database/immediately(_:)``.
  /// - Parameter isPatient: whether another writer is waited for.
  func write<Value>(isPatient: Bool = true, _ body: (Database) throws -> Value) throws(StoreError)
    -> Value
  {
    guard access == .readWrite else {
      throw StoreError(.readOnly, "`\(path)` was opened for reading only")
    }
    let isFree = writers.withLock { writers in
      defer { writers += 1 }
      return writers == 0
    }
    defer { writers.withLock { $0 -= 1 } }
    if !isPatient, !isFree { throw StoreError(.busy, "`\(path)` is being written to") }
    do {
      return try Connection.inWords(path) {
        let connection = try writing.connection()
        return try connection.writeWithoutTransaction { db in
          if !isPatient { try Connection.wait(0, db) }
          defer { if !isPatient { try? Connection.wait(Connection.patience, db) } }
          let value = try db.immediately {
            let value = try body(db)
            let (mark, form) = try FileMark.read(db)
            try mark.next.write(form: form, db)
            // Last, as waiting for another writer may have taken long.
            try identity.check(path)
            try identity.checkLog(beside: path)
            return value
          }
          // Its own writes do not change the number by which it knows the file's state.
          let isWriting = ObjectIdentifier(db)
          cache.withLock { $0?.versions[isWriting] = nil }
          settleSoon()
          return value
        }
      }
    } catch {
      // Whatever went wrong: that the file is another says more.
      try identity.check(path)
      throw error
    }
  }

  /// Takes what the log holds into the file, without waiting for anyone.
  /// - Returns: false where someone writes, or reads an earlier state, so that a part of it must wait.
  @discardableResult package func takeInLog() throws(StoreError) -> Bool {
    try identity.check(path)
    return try Connection.inWords(path) {
      try writing.connection().writeWithoutTransaction { db in
        try identity.checkLog(beside: path)
        guard let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(PASSIVE)") else {
          return true
        }
        let (isBusy, frames, taken): (Int?, Int?, Int?) = (
          try row.ifAny(0), try row.ifAny(1), try row.ifAny(2)
        )
        return isBusy == 0 && frames == taken
      }
    }
  }

  /// Empties the log, so that nothing of what was deleted is left in it.
  /// - Returns: false where another program reads an earlier state of the file, so that the log must
  ///   stay until that program is done.
  @discardableResult func emptyLog() throws(StoreError) -> Bool {
    try Connection.inWords(path) {
      try writing.connection().writeWithoutTransaction { db in
        let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        return try row?.ifAny(0) == 0
      }
    }
  }
}
