package import CaseModel
internal import Foundation
internal import GRDB

/// What is to be done with a whole case at once.
package struct CaseUpdate: Sendable {
  /// The case as it is to be.
  package var theCase: Case
  /// Texts to be put in, by the file that sources name.
  package var texts: [String: [UInt8]] = [:]
  /// Texts to be taken out for good: from the pages of the file too.
  package var withheld: Set<String> = []
  /// The files that texts put in were taken from, each by the text's file.
  package var originals: [String: Original] = [:]
  /// For the history, where it depends on what the case was; else the one given with the update.
  package var message: String?

  package init(_ theCase: Case) { self.theCase = theCase }

  /// A file from which a text was taken.
  package struct Original: Sendable {
    package var record: TextOriginal
    package var bytes: [UInt8]

    /// - Parameter parts: the numbers of those taken, from 1.
    package init(name: String?, bytes: [UInt8], parts: [Int], encoding: String?) {
      record = TextOriginal(name, bytes, parts: parts, encoding: encoding)
      self.bytes = bytes
    }
  }
}

extension DragomanFile {
  /// Makes the case another, as one group of revisions: what differs, and nothing else.
  ///
  /// - Parameter change: from the case as it is within the transaction; what it throws ends it.
  /// - Complexity: O(case).
  @discardableResult
  package func update(
    by who: String, at moment: Moment, message: String,
    _ change: (StoredCase) throws -> CaseUpdate
  ) throws -> Written {
    var thrown: (any Error)?
    var written: Written
    let words = MessageBox(message)
    do {
      var gone: Set<SHA256Digest> = []
      written = try commit(who, moment, words.text) { db in
        let stored = try self.current(db)
        let update: CaseUpdate
        do {
          update = try change(stored)
        } catch {
          thrown = error
          throw StoreError(.refused, "\(error)")
        }
        if let message = update.message { words.text = message }
        let changes = try Self.changes(from: stored, to: update, db)
        gone = try self.purge(changes, update, stored, db)
        return changes
      }
      if !gone.isEmpty { written.leavesWords = try !forget() }
    } catch {
      throw thrown ?? error
    }
    return written
  }

  /// Everything that differs, with texts put where the changes find them.
  static func changes(
    from stored: StoredCase, to update: CaseUpdate, _ db: Database
  ) throws -> [Change] {
    var difference = CaseDifference(from: stored, to: update.theCase)
    Case.forEachSection(&difference)
    if let fault = difference.fault { throw fault }
    var changes: [Change] = []
    for (file, bytes) in update.texts.sorted(by: { $0.key < $1.key }) {
      guard bytes.firstInvalidUTF8 == nil else {
        throw StoreError(
          .refused, "the text \(file) cannot be written: it is not UTF-8",
          hint: "nothing was written")
      }
      var stamp = TextStamp(bytes)
      try keep(bytes, db)
      if let original = update.originals[file] {
        stamp.original = original.record
        try keep(original.bytes, db)
      }
      let known = stored.files[file]
      if known?.text?.bytes == bytes, stamp.original == nil || stamp.original == known?.original {
        continue
      }
      changes.append(Change(name: .text(file), position: 0, content: stamp.node().json))
    }
    for file in update.withheld.sorted() where stored.files[file] != nil {
      changes.append(Change(name: .text(file)))
    }
    return changes + difference.changes
  }

  private static func keep(_ bytes: [UInt8], _ db: Database) throws {
    try db.cached(
      "INSERT OR IGNORE INTO text (sha256, bytes) VALUES (?, ?)",
      [SHA256Digest(of: bytes).hex, Data(bytes)])
  }

  /// Deletes the words of withheld texts, and the files they were taken from, that no other text of the
  /// case holds.
  private func purge(
    _ changes: [Change], _ update: CaseUpdate, _ stored: StoredCase, _ db: Database
  ) throws -> Set<SHA256Digest> {
    var gone: Set<SHA256Digest> = []
    for file in update.withheld {
      gone.formUnion(Self.digests(stored.files[file]))
    }
    for (file, entry) in stored.files where !update.withheld.contains(file) {
      gone.subtract(Self.digests(entry))
    }
    for bytes in update.texts.values { gone.remove(SHA256Digest(of: bytes)) }
    for digest in gone.map(\.hex).sorted() {
      try db.execute(sql: "DELETE FROM text WHERE sha256 = ?", arguments: [digest])
    }
    return gone
  }

  private static func digests(
    _ file: (slot: StoredCase.Slot, text: SourceText?, original: TextOriginal?)?
  ) -> [SHA256Digest] {
    [file?.text?.digest, file?.original?.sha256].compactMap(\.self)
  }

  /// Leaves nothing of what was deleted in the index's old parts and in the log.
  /// - Returns: false where another program reads an earlier state of the file, so that its pages
  ///   must stay until that program is done.
  private func forget() throws(StoreError) -> Bool {
    try write { db in try db.execute(sql: "INSERT INTO words (words) VALUES ('optimize')") }
    return try emptyLog()
  }
}

/// A message that is known once the change is.
private final class MessageBox {
  var text: String

  init(_ text: String) { self.text = text }
}
