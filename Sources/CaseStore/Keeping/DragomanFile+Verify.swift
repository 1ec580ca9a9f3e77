package import CaseModel
internal import GRDB

extension DragomanFile {
  /// Looks at everything in a file: SQLite's own structures, the tables, the chain of the history,
  /// every record against the history, every text against its SHA-256, every quote against its text,
  /// and the search index. Nothing is changed.
  ///
  /// A file too damaged to be opened as ours is looked at all the same.
  /// - Parameter head: a hash noted down earlier, which the history must still hold.
  /// - Throws: ``StoreError`` where there is no such file, it is another program's, or not even its
  ///   first page can be read.
  /// - Complexity: O(file).
  package static func verify(_ path: String, head: String? = nil) throws(StoreError) -> Verification
  {
    let header = try FileHeader(of: path)
    let format = FormatVersion(of: Migration.all)
    if header.version > format.number { try format.check(header.version, path) }
    let (place, isFixed, _) = try place(of: header.file, path, .readOnly)
    do {
      return try look(at: place, isFixed, path, format, head: head)
    } catch  where error.kind == .damaged {
      throw StoreError(
        .damaged, "\(error.message): it cannot even be read record by record",
        remedy: .restoreBackup)
    }
  }

  private static func look(
    at place: String, _ isFixed: Bool, _ path: String, _ format: FormatVersion, head: String?
  ) throws(StoreError) -> Verification {
    try Connection.inWords(path) {
      var configuration = Connection.configuration()
      configuration.readonly = isFixed
      let queue = try DatabaseQueue(path: place, configuration: configuration)
      defer { try? queue.close() }
      var found = Verification()
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.deferred) {
          var verifier = Verifier(db, format)
          found = verifier.run(head: head)
          return .rollback
        }
      }
      return found
    }
  }

  /// Looks at the chain of the history alone: the groups, their revisions, their hashes.
  ///
  /// - Returns: as ``verify(_:head:)``, of the history.
  /// - Complexity: O(history).
  package func verifyHistory() throws(StoreError) -> Verification {
    try read { db in
      var verifier = Verifier(db, FormatVersion(of: Migration.all))
      return verifier.runHistory()
    }
  }

  /// Makes the search index again from the record.
  package func rebuildIndex() throws(StoreError) {
    try write { db in try SearchIndex.rebuild(db) }
  }
}
