internal import GRDB

/// Whether a file's tables are those its version has: a table changed by hand could let through what
/// the program would refuse.
enum SchemaCheck {
  /// - Throws: ``StoreError`` naming what differs.
  static func run(_ db: Database, _ path: String, _ version: FormatVersion) throws {
    guard let difference = try difference(db, version) else { return }
    throw StoreError(
      .damaged, "`\(path)` is damaged or was changed by another program: \(difference)",
      hint: "keep the file, and restore a backup")
  }

  static func difference(_ db: Database, _ version: FormatVersion) throws -> String? {
    var found: [String: String] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    for row in rows {
      // What FTS5 makes for itself differs from version to version of SQLite.
      let name: String = try row.at(0)
      if name.hasPrefix("words_") { continue }
      found[name] = try row.at(1) as String
    }
    for (name, sql) in version.tables.sorted(by: { $0.key < $1.key }) {
      guard let there = found.removeValue(forKey: name) else { return "`\(name)` is missing" }
      guard there == sql else { return "`\(name)` is not as this program creates it" }
    }
    return found.keys.min().map { "`\($0)` does not belong in it" }
  }
}
