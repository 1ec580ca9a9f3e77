internal import CaseModel
internal import Foundation
internal import Foundations
internal import GRDB

/// Puts changes into the tables, as one group of revisions.
struct RevisionWriter {
  let db: Database
  let who: String
  let moment: Moment
  let message: String
  var undoes: Int?

  /// - Throws: ``StoreError`` of kind ``StoreError/Kind/stale`` where a record is not at the revision
  ///   expected; then nothing is to be committed.
  func write(_ changes: [Change]) throws -> Written {
    guard !changes.isEmpty else { return Written() }
    try refuseUnreadable(changes)
    let last = try History.end(db)
    let first = (last?.last ?? 0) + 1
    var group = RevisionGroup(
      number: (last?.number ?? 0) + 1, first: first, last: first + changes.count - 1, made: moment,
      counted: last.map { max(moment, $0.counted) } ?? moment, who: who, message: message,
      undoes: undoes, hash: "")
    let states = try changes.map { try state($0) }
    let positions = zip(changes, states).map { $0.keepsPosition ? $1.position : $0.position }
    let keys = changes.enumerated().map { index, change in
      change.name.key.hasSuffix(Self.freshKey) ? change.name.fresh(first + index) : change.name
    }
    let digests = changes.indices.map { index in
      ChainHash.revision(
        number: first + index, name: (keys[index].kind, keys[index].key),
        previous: states[index].revision, position: positions[index],
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
          positions[index], change.content, digests[index],
        ])
      try put(change, keys[index], positions[index] ?? 0, number, states[index].row)
      written.revisions.append(Written.Item(name: keys[index], revision: number))
    }
    // Of a text that was taken out or replaced no word may stay.
    if changes.count > SearchIndex.mostBehind || changes.contains(where: { $0.name.isText }) {
      try SearchIndex.catchUp(db)
    }
    return written
  }

  /// Everything that is ever written to a file passes here: what the reader would refuse is refused
  /// before, as one entry that cannot be read shuts the whole file.
  private func refuseUnreadable(_ changes: [Change]) throws(StoreError) {
    // What an earlier version wrote may come back in the form it had.
    let isUndoing = undoes != nil
    do {
      _ = try changes.mappedOnAllCores { change -> Result<Void, UnreadableEntryError> in
        guard let content = change.content,
          let reason = isUndoing
            ? change.name.reasonRefused(content) : change.name.reasonUnreadable(content)
        else { return .success(()) }
        return .failure(UnreadableEntryError(reason: reason))
      }
    } catch {
      let name = changes[error.index].name.shown
      throw StoreError(
        .refused,
        isUndoing
          ? "\(name) cannot be restored, as it could not be read: \(error.reason.reason)"
          : "\(name) cannot be written, as it could not be read again: \(error.reason.reason)",
        hint: "nothing was written")
    }
  }

  /// The end of a key that the number of its first revision completes.
  static let freshKey = "\u{0}"

  /// Where a record stands before a change.
  private struct State {
    /// Nil where it is not there.
    var row: Int?
    var revision: Int?
    var position: Int?
  }

  private func state(_ change: Change) throws -> State {
    var state =
      try db.cachedFirst(
        "SELECT row, revision, position FROM record WHERE kind = ? AND key = ?",
        [change.name.kind, change.name.key]
      ) { State(row: try $0.at(0), revision: try $0.at(1), position: try $0.at(2)) } ?? State()
    if case .revision(let expected) = change.expected, expected != state.revision {
      throw StoreError(try stale(change, expected, state.revision))
    }
    if state.row == nil {
      guard change.content != nil else {
        throw StoreError(.refused, "\(change.name) is not in the file")
      }
      // A record that comes again goes on from where it was removed.
      state.revision = try db.cachedInt(
        "SELECT max(number) FROM revision WHERE kind = ? AND key = ? AND content IS NULL",
        [change.name.kind, change.name.key])
    }
    return state
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

  private func put(
    _ change: Change, _ name: RecordName, _ position: Int, _ number: Int, _ row: Int?
  ) throws {
    guard change.content != nil else {
      if let row {
        try db.cached("DELETE FROM record WHERE row = ?", [row])
        try SearchIndex.remove(row, db)
      }
      return
    }
    if let row {
      try db.cached(
        "UPDATE record SET position = ?, revision = ? WHERE row = ?",
        [position, number, row])
    } else {
      try db.cached(
        "INSERT INTO record (kind, key, position, revision) VALUES (?, ?, ?, ?)",
        [name.kind, name.key, position, number])
    }
  }
}

extension RecordName {
  /// In words; a new entry without an id has no number yet.
  fileprivate var shown: String {
    guard case .entry(let section, let key) = self, key.hasSuffix(RevisionWriter.freshKey) else {
      return "\(self)"
    }
    let id = key.prefix { $0 != "#" && $0 != "~" }
    return id.isEmpty ? "the new \(section.noun)" : "\(section.noun) \(id)"
  }

  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }

  /// The name with the number of its first revision at the end of its key.
  fileprivate func fresh(_ number: Int) -> RecordName {
    guard case .entry(let section, let key) = self else { return self }
    return .entry(section, key.dropLast(RevisionWriter.freshKey.count) + String(number))
  }
}
