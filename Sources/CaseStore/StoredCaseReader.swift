internal import CaseModel
internal import Foundations
internal import GRDB

/// Reads the case out of the tables.
enum StoredCaseReader {
  /// More changes than this, and the whole case is read again.
  private static let mostChanges = 500

  /// The case as it stands now.
  static func whole(_ db: Database) throws -> StoredCase {
    let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM revision") ?? 0
    return try read(
      db,
      """
      SELECT record.kind, record.key, record.position, record.revision, revision.content
      FROM record JOIN revision ON revision.number = record.revision
      """, [], upTo: last)
  }

  /// The case as it stood after revision `last`.
  static func whole(_ db: Database, upTo last: Int) throws -> StoredCase {
    try read(
      db,
      """
      SELECT kind, key, position, number, content FROM revision
      WHERE content IS NOT NULL AND number IN
        (SELECT max(number) FROM revision WHERE number <= ? GROUP BY kind, key)
      """, [last], upTo: last)
  }

  /// `stored` with what was changed since.
  static func caughtUp(_ stored: StoredCase, _ db: Database) throws -> StoredCase {
    let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM revision") ?? 0
    if last < stored.lastRevision || last > stored.lastRevision &+ mostChanges {
      return try whole(db)
    }
    var stored = stored
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT kind, key, position, number, content FROM revision WHERE number > ? ORDER BY number",
      arguments: [stored.lastRevision])
    for row in rows {
      let name = try name(row)
      let slot = StoredCase.Slot(
        key: name.key, position: try row.ifAny(2) ?? 0, revision: try row.at(3))
      switch name {
      case .entry(let section, _):
        stored.remove(section, slot.key)
        if let content: String = try row.ifAny(4) {
          try stored.insert(section, slot, Array(content.utf8), at: stored.index(section, slot))
        }
      case .header, .text, .setting: try stored.put(name, slot, try row.ifAny(4), db)
      }
    }
    return try finished(stored, db, last)
  }

  private static func read(
    _ db: Database, _ sql: String, _ arguments: StatementArguments, upTo last: Int
  ) throws -> StoredCase {
    var stored = StoredCase()
    var sections: [Case.Section: [(slot: StoredCase.Slot, content: [UInt8])]] = [:]
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try rows.next() {
      let name = try name(row)
      let slot = StoredCase.Slot(
        key: name.key, position: try row.ifAny(2) ?? 0, revision: try row.at(3))
      switch name {
      case .entry(let section, _):
        let content: String = try row.at(4)
        sections[section, default: []].append((slot, Array(content.utf8)))
      case .header, .text, .setting: try stored.put(name, slot, try row.ifAny(4), db)
      }
    }
    for section in Case.Section.allCases {
      guard var entries = sections[section] else { continue }
      if !entries.isSorted { entries.sort { $0.slot.order < $1.slot.order } }
      try stored.fill(section, entries)
    }
    return try finished(stored, db, last)
  }

  /// The case as it stands now, as far as it can be read; what cannot is left out and named.
  ///
  /// - Parameter title: what to call the case where its header cannot be read.
  static func salvaged(_ db: Database, title: String) throws -> StoredCase {
    let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM revision") ?? 0
    var stored = StoredCase()
    var sections: [Case.Section: [(slot: StoredCase.Slot, content: [UInt8])]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT record.kind, record.key, record.position, record.revision, revision.content
        FROM record JOIN revision ON revision.number = record.revision
        """)
    while let row = try rows.next() {
      let kind = (try? row.at(0)) ?? "?"
      let key = (try? row.at(1)) ?? "?"
      guard let name = RecordName(kind: kind, key: key) else {
        stored.damaged.append(
          DamagedRecord(
            "\(kind.shortened(to: 40)) \(key.shortened(to: 40))", "it is of unknown kind"))
        continue
      }
      do {
        let slot = StoredCase.Slot(
          key: key, position: try row.ifAny(2) ?? 0, revision: try row.at(3))
        let content: String = try row.at(4)
        if let fault = name.fault(of: content) {
          stored.damaged.append(DamagedRecord(name, fault))
          if name == .header { stored.theCase.header = Case.Header(salvaging: content, title) }
          continue
        }
        switch name {
        case .entry(let section, _):
          sections[section, default: []].append((slot, Array(content.utf8)))
        case .header, .text, .setting: try stored.put(name, slot, content, db)
        }
      } catch let fault as StoreError {
        stored.damaged.append(DamagedRecord("\(name)", fault.message))
      } catch is RowDecodingError {
        stored.damaged.append(DamagedRecord("\(name)", "a row has an invalid value"))
      }
    }
    if stored.header == nil, stored.theCase.header.title.isEmpty {
      stored.theCase.header = Case.Header(salvaging: "", title)
      if !stored.damaged.contains(where: { $0.record == "\(RecordName.header)" }) {
        stored.damaged.append(DamagedRecord("\(RecordName.header)", "it is missing"))
      }
    }
    for section in Case.Section.allCases {
      guard let entries = sections[section] else { continue }
      try stored.fill(section, entries.sorted { $0.slot.order < $1.slot.order })
    }
    stored.damaged.sort { ($0.record, $0.reason) < ($1.record, $1.reason) }
    return try finished(stored, db, last)
  }

  private static func finished(_ stored: StoredCase, _ db: Database, _ last: Int) throws
    -> StoredCase
  {
    var stored = stored
    let group = try Row.fetchOne(
      db,
      sql: "SELECT number, hash FROM revision_group WHERE last <= ? ORDER BY number DESC LIMIT 1",
      arguments: [last])
    stored.group = try group?.at(0) ?? 0
    stored.hash = try group?.at(1) ?? ""
    stored.lastRevision = last
    stored.matchTexts()
    return stored
  }

  private static func name(_ row: Row) throws -> RecordName {
    let (kind, key): (String, String) = (try row.at(0), try row.at(1))
    guard let name = RecordName(kind: kind, key: key) else {
      throw StoreError(
        .damaged, "the file has an entry of unknown kind `\(kind.shortened(to: 40))`")
    }
    return name
  }
}

extension StoredCase.Slot {
  /// Where what was removed comes back to a place that is taken by now, the key decides.
  var order: (Int, String) { (position, key) }
}

extension [(slot: StoredCase.Slot, content: [UInt8])] {
  fileprivate var isSorted: Bool {
    zip(self, dropFirst()).allSatisfy { $0.slot.order <= $1.slot.order }
  }
}
