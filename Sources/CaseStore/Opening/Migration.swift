internal import Foundation
internal import GRDB

/// The way from one version of the file's form to the next. There is no way back.
struct Migration: Sendable {
  /// The version it leads to, one above that it leads from.
  let to: Int
  /// Statements that change tables.
  let statements: [String]

  /// A new one also changes ``FileFormat/schema`` and ``FileFormat/version``.
  static let all = [
    // The index was kept up in every write, so that it goes as far as the history does.
    Migration(
      to: 2,
      statements: [
        "CREATE INDEX removal ON revision (kind, key) WHERE content IS NULL",
        "CREATE TABLE indexed (revision INTEGER NOT NULL) STRICT",
        "INSERT INTO indexed SELECT coalesce(max(number), 0) FROM revision",
      ]),
    // Entries may say more (what words take back, packages, schedules, signatures), which programs of
    // form 2 would take for damage. Nothing that is stored changes.
    Migration(to: 3, statements: []),
    // A text may say which file it was taken from. Nothing that is stored changes.
    Migration(to: 4, statements: []),
  ]
}

/// A version of the form and what its tables look like.
struct FormatVersion {
  let number: Int
  /// The statement that made each table, trigger and view, by name.
  let tables: [String: String]

  init(of migrations: [Migration]) {
    number = migrations.last?.to ?? FileFormat.version
    var tables: [String: String] = [:]
    for statement in FileFormat.schema + migrations.flatMap(\.statements)
    where statement.hasPrefix("CREATE") {
      let words = statement.split(separator: " ", maxSplits: 5)
      let at = words.count > 2 && words[1] == "VIRTUAL" ? 3 : 2
      guard words.count > at else { continue }
      tables[String(words[at])] = statement
    }
    self.tables = tables
  }

  /// - Throws: where a file is of a later version, or of one that never was.
  func check(_ version: Int, _ path: String) throws(StoreError) {
    if version > number {
      throw StoreError(
        .newer,
        "`\(path)` was written by a newer version of this program (format \(version); this one reads up to \(number))",
        hint: "install the newer version; the file was not touched")
    }
    if version < 1 {
      throw StoreError(
        .damaged, "`\(path)` does not state the version of its format",
        hint: "it was never finished, or its first page is damaged: restore a backup")
    }
  }
}

extension DragomanFile {
  /// Brings the file to the newest form, after a backup beside it. All steps or none.
  func migrate(from version: Int, by migrations: [Migration]) throws {
    let isReadable = migrations.allSatisfy { $0.to <= version || $0.statements.isEmpty }
    if access == .readOnly, isReadable { return }
    guard access == .readWrite else {
      throw StoreError(
        .readOnly, "`\(path)` has an older format (\(version)) and must be converted to be read",
        hint: "open it once for writing; a backup is made first")
    }
    try refuseDamage()
    let copy = try backup(
      to: URL(fileURLWithPath: path).deletingPathExtension().path
        + ".before-form-\(version + 1).\(FileFormat.ending)", mayExist: true)
    do {
      try write { db in
        for migration in migrations where migration.to > version {
          for statement in migration.statements { try db.execute(sql: statement) }
          try FileMark.read(db).mark.write(form: migration.to, db)
        }
      }
    } catch {
      throw StoreError(
        .failed,
        "`\(path)` could not be converted to format \(FormatVersion(of: migrations).number): \(error.message)",
        hint: "it is unchanged; a copy is in `\(copy)`")
    }
  }
}
