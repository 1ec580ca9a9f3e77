internal import CaseModel
internal import Foundation
internal import GRDB

/// The full-text index: the words of each record, spelt as ``FoldedText`` spells them.
///
/// A row has the number of the record's row. To index a record takes longer than to write it, so that
/// an edit leaves the index alone: the table `indexed` has the last revision that is in it, and a
/// search looks at what came later without it. Who opens the file for writing or searches in it brings
/// the index up to date where it has fallen ``mostBehind`` behind.
enum SearchIndex {
  /// Revisions that a search looks at without the index, where it may bring it up to date instead.
  static let mostBehind = 200

  /// How the words are spelt, as a row of `indexed` below zero says. An index without it was made by
  /// an older version of the program that found less: it counts as one that knows of no revision.
  private static let spelling = -2

  /// Brings the index up to the newest revision.
  static func catchUp(_ db: Database) throws {
    for row in try behind(db, try upTo(db)) {
      try replace(row.number, row.name, row.content, db)
    }
    try mark(try newest(db), db)
  }

  private static func mark(_ revision: Int, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM indexed")
    try db.cached("INSERT INTO indexed (revision) VALUES (?), (?)", [revision, spelling])
  }

  /// Whether it has fallen so far behind that it wants to be brought up to date.
  static func isFarBehind(_ db: Database) throws -> Bool {
    let done = try upTo(db)
    return try newest(db) - done > mostBehind
  }

  private static func newest(_ db: Database) throws -> Int {
    try db.cachedInt("SELECT max(number) FROM revision") ?? 0
  }

  /// The last revision that the index knows of: none from before the history, or beyond its end.
  static func upTo(_ db: Database) throws -> Int {
    let done = try db.cachedInt("SELECT max(revision) FROM indexed")
    guard let done, try (0...max(0, newest(db))).contains(done) else {
      throw StoreError(
        .damaged,
        done == nil
          ? "the search index does not say how far it goes"
          : "the search index is wrong about how far it goes",
        remedy: .rebuildSearchIndex)
    }
    let isNew = try db.cachedInt("SELECT 1 FROM indexed WHERE revision = \(spelling)") != nil
    return isNew ? done : 0
  }

  /// The records that have changed since revision `done`.
  static func behind(_ db: Database, _ done: Int) throws -> [IndexedRow] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT record.row, record.kind, record.key, revision.content
        FROM revision CROSS JOIN record ON record.kind = revision.kind AND record.key = revision.key
          AND record.revision = revision.number
        WHERE revision.number > ?
        """, arguments: [done])
    return try rows.compactMap { row in
      let (kind, key): (String, String) = (try row.at(1), try row.at(2))
      guard let name = RecordName(kind: kind, key: key), let content: String = try row.ifAny(3)
      else { return nil }
      return IndexedRow(number: try row.at(0), name: name, content: content)
    }
  }

  /// Makes the index again from the records.
  static func rebuild(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM words")
    for row in try behind(db, 0) { try insert(row.number, row.name, row.content, db) }
    try mark(try newest(db), db)
  }

  /// A record as the index sees it.
  struct IndexedRow {
    var number: Int
    var name: RecordName
    var content: String
  }

  private static func insert(_ row: Int, _ name: RecordName, _ content: String, _ db: Database)
    throws
  {
    guard let words = try words(of: name, content, db) else { return }
    try db.cached(
      "INSERT INTO words (rowid, raw, spelt, confidential) VALUES (?, ?, ?, ?)",
      [row, words.raw, words.spelt, words.isConfidential])
  }

  static func remove(_ row: Int, _ db: Database) throws {
    try db.cached("DELETE FROM words WHERE rowid = ?", [row])
  }

  private static func replace(_ row: Int, _ name: RecordName, _ content: String, _ db: Database)
    throws
  {
    try remove(row, db)
    try insert(row, name, content, db)
  }

  /// What the index holds of a record; nil where nothing of it is to be found by words.
  ///
  /// Each word once: where words stand, ``SearchQuery`` finds in the record itself.
  struct Words: Equatable {
    var raw: String
    var spelt: String
    var isConfidential: Bool

    init(_ texts: [String], isConfidential: Bool) {
      var raw: Set<String> = []
      var spelt: Set<String> = []
      for text in texts {
        for form in FoldedText(text).allForms {
          raw.insert(form.raw)
          spelt.formUnion(form.spellings)
        }
      }
      self.raw = raw.sorted().joined(separator: " ")
      self.spelt = spelt.sorted().joined(separator: " ")
      self.isConfidential = isConfidential
    }
  }

  static func words(of name: RecordName, _ content: String, _ db: Database) throws -> Words? {
    switch name {
    case .header, .setting: return nil
    case .text:
      guard let stamp = try? TextStamp.read(json: Array(content.utf8)),
        // A damaged text is found by no word, and does not keep others from being written.
        let text = try? stamp.text(db)
      else { return nil }
      return Words([String(decoding: text.bytes, as: UTF8.self)], isConfidential: false)
    case .entry:
      guard let node = try? Node(json: Array(content.utf8)) else { return nil }
      return Words(node.searchableTexts.map(\.text), isConfidential: isConfidential(node))
    }
  }

  /// Whether an entry's content says so; what cannot be read says nothing.
  static func isConfidential(_ content: String) -> Bool {
    (try? Node(json: Array(content.utf8))).map(isConfidential) ?? false
  }

  private static func isConfidential(_ node: Node) -> Bool {
    node["confidential"]?.scalar == "true"
  }
}
