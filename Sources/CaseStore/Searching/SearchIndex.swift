internal import CaseModel
internal import Foundation
internal import GRDB

/// The full-text index: the words of each record, spelt as ``FoldedText`` spells them.
///
/// A row has the number of the record's row. It is kept up in the transaction that changes the record.
enum SearchIndex {
  static func insert(_ row: Int, _ name: RecordName, _ content: String, _ db: Database) throws {
    guard let words = try words(of: name, content, db) else { return }
    try db.cached(
      "INSERT INTO words (rowid, raw, spelt, confidential) VALUES (?, ?, ?, ?)",
      [row, words.raw, words.spelt, words.isConfidential])
  }

  static func remove(_ row: Int, _ db: Database) throws {
    try db.cached("DELETE FROM words WHERE rowid = ?", [row])
  }

  static func replace(_ row: Int, _ name: RecordName, _ content: String, _ db: Database) throws {
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
        for word in FoldedText(text).words {
          raw.insert(word.raw)
          spelt.formUnion(word.forms)
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
        let text = try stamp.text(db)
      else { return nil }
      return Words([String(decoding: text.bytes, as: UTF8.self)], isConfidential: false)
    case .entry:
      guard let node = try? Node(json: Array(content.utf8)) else { return nil }
      return Words(
        node.searchableTexts.map(\.text), isConfidential: node["confidential"]?.scalar == "true")
    }
  }
}
