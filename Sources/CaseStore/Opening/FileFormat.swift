/// How a `.dragoman` file is laid out: an SQLite database that bears our mark.
enum FileFormat {
  /// `Drgm`, at byte 68 of the file, by which `file` and SQLite know whose it is.
  static let applicationID: Int32 = 0x4472_676D
  /// Raised with every change of ``schema``, and when entries get keys that older programs cannot
  /// read; ``Migration`` has the way from each to the next.
  static let version = 4
  static let ending = "dragoman"

  /// The tables, in the order in which they are made.
  ///
  /// The history is what is stored; `record` says which revision of each record holds now, so that
  /// an entry's words stand in the file once. The view `entry` is for people with other programs.
  static let schema: [String] =
    [
      """
      CREATE TABLE revision_group (
        number INTEGER PRIMARY KEY,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        made INTEGER NOT NULL,
        counted INTEGER NOT NULL,
        who TEXT NOT NULL,
        message TEXT NOT NULL,
        undoes INTEGER REFERENCES revision_group(number),
        hash TEXT NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE revision (
        number INTEGER PRIMARY KEY,
        group_number INTEGER NOT NULL REFERENCES revision_group(number),
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        previous INTEGER REFERENCES revision(number),
        position INTEGER,
        content TEXT,
        digest TEXT NOT NULL
      ) STRICT
      """,
      """
      CREATE INDEX removal ON revision (kind, key) WHERE content IS NULL
      """,
      """
      CREATE TABLE record (
        row INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        position INTEGER NOT NULL,
        revision INTEGER NOT NULL REFERENCES revision(number),
        UNIQUE (kind, key)
      ) STRICT
      """,
      """
      CREATE TABLE text (
        sha256 TEXT PRIMARY KEY,
        bytes BLOB NOT NULL
      ) STRICT
      """,
      """
      CREATE VIRTUAL TABLE words USING fts5(
        raw, spelt, confidential UNINDEXED, tokenize = 'ascii', detail = column
      )
      """,
      """
      CREATE TABLE indexed (revision INTEGER NOT NULL) STRICT
      """,
      """
      CREATE VIEW entry AS
        SELECT record.kind AS section, record.key, record.position, record.revision, revision.content
        FROM record JOIN revision ON revision.number = record.revision
      """,
    ]
    + ["revision", "revision_group"].flatMap { table in
      ["UPDATE", "DELETE"].map { operation in
        """
        CREATE TRIGGER \(table)_no_\(operation.lowercased()) BEFORE \(operation) ON \(table)
        BEGIN SELECT RAISE(ABORT, 'the history is only ever added to'); END
        """
      }
    }
}
