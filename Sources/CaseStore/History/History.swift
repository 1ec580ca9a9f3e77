internal import CaseModel
internal import GRDB

/// Reads the history out of the tables.
enum History {
  private static let revisions = """
    SELECT now.number, now.group_number, now.kind, now.key, now.previous, old.content, now.content
    FROM revision AS now LEFT JOIN revision AS old ON old.number = now.previous
    """

  static func revision(_ db: Database, _ number: Int) throws -> Revision? {
    try fetch(db, "WHERE now.number = ?", [number]).first
  }

  static func last(_ db: Database, of name: RecordName) throws -> Revision? {
    try fetch(
      db, "WHERE now.kind = ? AND now.key = ? ORDER BY now.number DESC LIMIT 1",
      [name.kind, name.key]
    ).first
  }

  /// In order of number.
  static func revisions(_ db: Database, of name: RecordName) throws -> [Revision] {
    try fetch(
      db, "WHERE now.kind = ? AND now.key = ? ORDER BY now.number", [name.kind, name.key])
  }

  static func revisions(_ db: Database, in group: RevisionGroup) throws -> [Revision] {
    try fetch(
      db, "WHERE now.number BETWEEN ? AND ? ORDER BY now.number", [group.first, group.last])
  }

  static func group(_ db: Database, _ number: Int) throws -> RevisionGroup? {
    try groups(db, "WHERE number = ?", [number]).first
  }

  /// What the next group follows: of the newest, the number, the last revision, the moment it counts
  /// from and the hash.
  static func end(_ db: Database) throws
    -> (number: Int, last: Int, counted: Moment, hash: String)?
  {
    let end: (number: Int, last: Int, counted: Moment, hash: String)? = try db.cachedFirst(
      "SELECT number, last, counted, hash FROM revision_group ORDER BY number DESC LIMIT 1"
    ) { row in
      (
        number: try row.at(0), last: try row.at(1),
        counted: Moment(milliseconds: try row.at(2)), hash: try row.at(3)
      )
    }
    if let end {
      guard (1..<Revision.mostInFile).contains(end.last), (1...end.last).contains(end.number) else {
        throw damaged("group \(end.number) of the history")
      }
    }
    return end
  }

  /// Newest first.
  static func groups(_ db: Database, upTo number: Int?, limit: Int) throws -> [RevisionGroup] {
    try groups(
      db, "WHERE number <= ? ORDER BY number DESC LIMIT ?", [number ?? Int.max, limit])
  }

  /// - Throws: ``StoreError`` where a group's numbers cannot be those of one.
  static func groups(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [RevisionGroup] {
    let groups = try groupsAsTheyStand(db, condition, arguments)
    for group in groups where !group.hasSoundNumbers {
      throw damaged("group \(group.number) of the history")
    }
    return groups
  }

  private static func damaged(_ what: String) -> StoreError {
    StoreError(
      .damaged, "the numbers of \(what) are damaged",
      hint: "`dragoman verify` names all damage; keep the file, and restore a backup")
  }

  /// With whatever numbers the file gives, for ``Verifier`` alone.
  static func groupsAsTheyStand(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [RevisionGroup] {
    let rows = try db.cachedRows(
      "SELECT number, first, last, made, counted, who, message, undoes, hash FROM revision_group \(condition)",
      arguments)
    return try rows.map { row in
      RevisionGroup(
        number: try row.at(0), first: try row.at(1), last: try row.at(2),
        made: Moment(milliseconds: try row.at(3)), counted: Moment(milliseconds: try row.at(4)),
        who: try row.at(5), message: try row.at(6), undoes: try row.ifAny(7), hash: try row.at(8))
    }
  }

  private static func fetch(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [Revision] {
    let rows = try db.cachedRows("\(revisions) \(condition)", arguments)
    return try rows.map { row in
      let (kind, key): (String, String) = (try row.at(2), try row.at(3))
      guard let name = RecordName(kind: kind, key: key) else {
        throw StoreError(
          .damaged,
          "revision \(try row.at(0) as Int) is of unknown kind `\(kind.shortened(to: 40))`")
      }
      let revision = Revision(
        number: try row.at(0), group: try row.at(1), name: name, previous: try row.ifAny(4),
        before: try row.ifAny(5), after: try row.ifAny(6))
      let sound = 1...Revision.mostInFile
      guard sound.contains(revision.number), sound.contains(revision.group) else {
        throw damaged("revision \(revision.number) of \(name)")
      }
      return revision
    }
  }
}
