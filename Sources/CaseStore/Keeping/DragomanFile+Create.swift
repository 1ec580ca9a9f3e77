package import CaseModel
internal import Foundation
internal import GRDB

extension DragomanFile {
  /// Makes a file of a case and the texts at hand, as its first group of revisions. All or nothing:
  /// the file gets its name when it is whole and on the disk.
  ///
  /// Entries keep what they say of when they were entered and by whom.
  /// - Throws: ``StoreError`` where there is a file of that name already, a text cannot be read, or
  ///   an entry would not come back as it is.
  package static func create(
    _ theCase: Case, texts: CaseTexts = CaseTexts(), at path: String, by who: String,
    on moment: Moment, message: String
  ) throws(StoreError) {
    var update = CaseUpdate(theCase)
    for source in theCase.sources {
      guard let file = source.text.file else { continue }
      switch texts[source.id] {
      case .loaded(let text): update.texts[file] = text.bytes
      case .withheld, .missing: continue
      case .unreadable(let reason):
        throw StoreError(
          .refused, "the text of source \(source.id) cannot be read: \(reason)",
          hint: "`dragoman check` gives details; nothing was created")
      }
    }
    let made = try NewFile(path)
    do {
      try Connection.inWords(path) {
        // No one has seen the file yet, so that nothing need be safe before its end.
        let queue = try DatabaseQueue(
          path: made.temporary, configuration: Connection.configuration(durable: false))
        try queue.inDatabase { db in try fill(db, update, who, moment, message) }
        try queue.close()
      }
      try made.finish()
    } catch {
      made.discard()
      throw error
    }
  }

  private static func fill(
    _ db: Database, _ update: CaseUpdate, _ who: String, _ moment: Moment, _ message: String
  ) throws {
    try db.execute(sql: "PRAGMA journal_mode = WAL")
    try db.inTransaction {
      try db.execute(sql: "PRAGMA application_id = \(FileFormat.applicationID)")
      try FileMark.random().write(form: FileFormat.version, db)
      for statement in FileFormat.schema { try db.execute(sql: statement) }
      try SearchIndex.rebuild(db)
      let writer = RevisionWriter(db: db, who: who, moment: moment, message: message)
      _ = try writer.write(try changes(from: StoredCase(), to: update, db))
      try SearchIndex.catchUp(db)
      try db.execute(sql: "INSERT INTO words (words) VALUES ('optimize')")
      return .commit
    }
    let back = try StoredCaseReader.whole(db)
    guard back.theCase == update.theCase else {
      throw StoreError(.refused, "the case could not be read back unchanged; nothing was created")
    }
  }
}
