internal import CaseModel
internal import Foundation
internal import GRDB

/// Puts changes into the tables, as one group of revisions.
struct RevisionWriter {
  let db: Database
  let who: String
  let moment: Moment
  let message: String
  var undoes: Int?

  /// - Throws: ``StoreFault`` of kind ``StoreFault/Kind/stale`` where a record is not at the revision
  ///   expected; then nothing is to be committed.
  func write(_ changes: [Change]) throws -> Written {
    guard !changes.isEmpty else { return Written() }
    let last = try History.groups(db, upTo: nil, limit: 1).first
    guard last.map({ (0..<Self.mostRevisions).contains($0.last) && $0.number <= $0.last }) ?? true
    else { throw StoreFault(.damaged, "the history's numbers are damaged") }
    let first = (last?.last ?? 0) + 1
    var group = RevisionGroup(
      number: (last?.number ?? 0) + 1, first: first, last: first + changes.count - 1, made: moment,
      counted: last.map { max(moment, $0.counted) } ?? moment, who: who, message: message,
      undoes: undoes, hash: "")
    let states = try changes.map { try state($0) }
    let keys = changes.enumerated().map { index, change in
      change.name.key.hasSuffix(Self.freshKey) ? change.name.fresh(first + index) : change.name
    }
    let digests = changes.indices.map { index in
      ChainHash.revision(
        number: first + index, name: (keys[index].kind, keys[index].key),
        previous: states[index].revision, position: changes[index].position,
        content: changes[index].content)
    }
    group.hash = ChainHash.group(group, after: last?.hash, digests: digests)
    try insert(group)
    var written = Written(group: group.number)
    for index in changes.indices {
      let change = changes[index]
      let number = first + index
      try db.cached(
        """
        INSERT INTO revision (number, group_number, kind, key, previous, position, content, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          number, group.number, keys[index].kind, keys[index].key, states[index].revision,
          change.position, change.content, digests[index],
        ])
      try put(change, keys[index], number, states[index].row)
      written.revisions.append(Written.Item(name: keys[index], revision: number))
    }
    return written
  }

  /// More than any file will hold; what is beyond is a damaged number.
  private static let mostRevisions = 1 << 52

  /// The end of a key that the number of its first revision completes.
  static let freshKey = "\u{0}"

  private func state(_ change: Change) throws -> (row: Int?, revision: Int?) {
    let found = try db.cachedRow(
      "SELECT row, revision FROM record WHERE kind = ? AND key = ?",
      [change.name.kind, change.name.key])
    let revision: Int? = try found?.at(1)
    if case .revision(let expected) = change.expected, expected != revision {
      throw StoreFault(try stale(change, expected, revision))
    }
    if revision == nil {
      guard change.content != nil else {
        throw StoreFault(.refused, "\(change.name) is not in the file")
      }
      // A record that comes again goes on from where it was removed.
      let removed = try Int.fetchOne(
        db, sql: "SELECT max(number) FROM revision WHERE kind = ? AND key = ?",
        arguments: [change.name.kind, change.name.key])
      return (nil, removed)
    }
    return (try found?.at(0), revision)
  }

  private func stale(_ change: Change, _ expected: Int?, _ revision: Int?) throws -> StaleEdit {
    var stale = StaleEdit(name: change.name, expected: expected, yours: change.content)
    stale.current =
      if let revision { try History.revision(db, revision) } else {
        try History.last(db, of: change.name)
      }
    stale.currentGroup = try stale.current.flatMap { try History.group(db, $0.group) }
    return stale
  }

  private func insert(_ group: RevisionGroup) throws {
    try db.cached(
      """
      INSERT INTO revision_group (number, first, last, made, counted, who, message, undoes, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        group.number, group.first, group.last, group.made.milliseconds, group.counted.milliseconds,
        group.who, group.message, group.undoes, group.hash,
      ])
  }

  private func put(_ change: Change, _ name: RecordName, _ number: Int, _ row: Int?) throws {
    guard let content = change.content else {
      if let row {
        try db.cached("DELETE FROM record WHERE row = ?", [row])
        try SearchIndex.remove(row, db)
      }
      return
    }
    if let row {
      try db.cached(
        "UPDATE record SET position = ?, revision = ? WHERE row = ?",
        [change.position ?? 0, number, row])
      try SearchIndex.replace(row, name, content, db)
    } else {
      try db.cached(
        "INSERT INTO record (kind, key, position, revision) VALUES (?, ?, ?, ?)",
        [name.kind, name.key, change.position ?? 0, number])
      try SearchIndex.insert(Int(db.lastInsertedRowID), name, content, db)
    }
  }
}

extension RecordName {
  /// The name with the number of its first revision at the end of its key.
  fileprivate func fresh(_ number: Int) -> RecordName {
    guard case .entry(let section, let key) = self else { return self }
    return .entry(section, key.dropLast(RevisionWriter.freshKey.count) + String(number))
  }
}

extension Database {
  /// Runs a statement that is kept compiled.
  func cached(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func cachedRow(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(try cachedStatement(sql: sql), arguments: arguments)
  }
}
