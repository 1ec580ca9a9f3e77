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

extension StoredCase {
  /// Where an entry belongs.
  fileprivate func index(_ section: Case.Section, _ slot: Slot) -> Int {
    let slots = slots[section] ?? []
    var (low, high) = (0, slots.count)
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].order < slot.order { low = middle + 1 } else { high = middle }
    }
    return low
  }

  fileprivate mutating func remove(_ section: Case.Section, _ key: String) {
    guard let index = slots[section]?.firstIndex(where: { $0.key == key }) else { return }
    slots[section]?.remove(at: index)
    var remover = EntryRemover(theCase: theCase, index: index)
    theCase = Case(Case.Header())
    Case.visit(section, &remover)
    theCase = remover.theCase
  }

  /// Puts in all entries of a section, of which there are none yet.
  fileprivate mutating func fill(
    _ section: Case.Section, _ entries: [(slot: Slot, content: [UInt8])]
  ) throws {
    var filler = SectionFiller(theCase: theCase, contents: entries.map(\.content))
    theCase = Case(Case.Header())
    Case.visit(section, &filler)
    theCase = filler.theCase
    if let fault = filler.fault {
      throw Self.unreadable(section, entries[fault.index].slot, fault.reason)
    }
    slots[section] = entries.map(\.slot)
  }

  private static func unreadable(_ section: Case.Section, _ slot: Slot, _ reason: String)
    -> StoreError
  {
    StoreError(
      .damaged, "\(RecordName.entry(section, slot.key)) cannot be read: \(reason)",
      hint: DamagedRecord.hint)
  }

  fileprivate mutating func insert(
    _ section: Case.Section, _ slot: Slot, _ content: [UInt8], at index: Int
  ) throws {
    var inserter = EntryInserter(theCase: theCase, content: content, index: index)
    // Moved in and out, so that the arrays stay unshared and are never copied.
    theCase = Case(Case.Header())
    Case.visit(section, &inserter)
    theCase = inserter.theCase
    if let reason = inserter.reason { throw Self.unreadable(section, slot, reason) }
    slots[section, default: []].insert(slot, at: index)
  }

  fileprivate mutating func put(
    _ name: RecordName, _ slot: Slot, _ content: String?, _ db: Database
  ) throws {
    func unreadable(_ reason: String) -> StoreError {
      StoreError(
        .damaged, "\(name) cannot be read: \(reason)", hint: DamagedRecord.hint)
    }
    do {
      switch name {
      case .entry: break
      case .header:
        guard let content else { throw unreadable("it was removed") }
        header = slot
        theCase.header = try Case.Header.read(json: Array(content.utf8))
      case .setting(let key):
        settings[key] = content == nil ? nil : slot
        let value = try content.map { try String.read(json: Array($0.utf8)) }
        if key == "analyst" { analyst = value }
      case .text(let file):
        guard let content else {
          files[file] = nil
          return
        }
        let stamp = try TextStamp.read(json: Array(content.utf8))
        files[file] = (slot, try stamp.text(db), stamp.original)
      }
    } catch let unread as UnreadableEntryError {
      throw unreadable(unread.reason)
    }
  }
}

private struct EntryRemover: SectionVisitor {
  var theCase: Case
  let index: Int

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    theCase[keyPath: path].remove(at: index)
  }
}

private struct SectionFiller: SectionVisitor {
  var theCase: Case
  let contents: [[UInt8]]
  /// The first that could not be read, and why.
  var fault: (index: Int, reason: String)?

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    do {
      theCase[keyPath: path] = try contents.mappedOnAllCores { content in
        do throws(UnreadableEntryError) {
          return Result<Entry, UnreadableEntryError>.success(try Entry.read(json: content))
        } catch {
          return .failure(error)
        }
      }
    } catch {
      fault = (error.index, error.reason.reason)
    }
  }
}

private struct EntryInserter: SectionVisitor {
  var theCase: Case
  let content: [UInt8]
  let index: Int
  /// Why it could not be read.
  var reason: String?

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    do {
      theCase[keyPath: path].insert(try Entry.read(json: content), at: index)
    } catch {
      reason = error.reason
    }
  }
}
