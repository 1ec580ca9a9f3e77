internal import CaseModel
internal import Foundation
internal import GRDB

/// Looks at every part of a file and says what cannot be right. Where a part cannot be read at all,
/// it says so and goes on with the next.
struct Verifier {
  let db: Database
  let format: FormatVersion
  private(set) var found = Verification()
  /// The last revision of each record, as the history has it.
  private var holders: [RecordName: Holder] = [:]

  private struct Holder {
    var revision: Int
    var position: Int?
    var content: String?
  }

  init(_ db: Database, _ format: FormatVersion) {
    self.db = db
    self.format = format
  }

  /// - Parameter head: a hash that the history must hold, noted down earlier; nil for none.
  mutating func run(head: String?) -> Verification {
    attempt(.page, "the file") { try $0.pages() }
    attempt(.table, "the tables") { verifier in
      if let difference = try SchemaCheck.difference(verifier.db, verifier.format) {
        verifier.tell(.table, "the tables", difference)
      }
    }
    attempt(.history, "the history") { try $0.history(head: head) }
    attempt(.record, "the records") { try $0.records() }
    attempt(.text, "the texts") { try $0.texts() }
    attempt(.quote, "the case") { try $0.quotes() }
    attempt(.index, "the search index") { try $0.index() }
    return found
  }

  /// What a reader of the case would be shown falsely: history, records, texts and how far the index
  /// goes, not whether each entry reads and each quote stands.
  mutating func runContents() -> Verification {
    attempt(.history, "the history") { try $0.history(head: nil) }
    attempt(.record, "the records") { try $0.records(reads: false) }
    attempt(.text, "the texts") { try $0.texts() }
    attempt(.index, "the search index") { verifier in
      // The first form has no index that could say how far it goes.
      if try FileMark.read(verifier.db).form > 1 { _ = try SearchIndex.upTo(verifier.db) }
    }
    return found
  }

  /// The history alone.
  mutating func runHistory() -> Verification {
    attempt(.history, "the history") { try $0.history(head: nil) }
    return found
  }

  private mutating func tell(_ kind: Verification.Problem.Kind, _ what: String, _ message: String) {
    found.problems.append(.init(kind, what, message))
  }

  private mutating func attempt(
    _ kind: Verification.Problem.Kind, _ what: String, _ body: (inout Verifier) throws -> Void
  ) {
    do {
      try body(&self)
    } catch let error as DatabaseError {
      tell(kind, what, "cannot be read: \(error.message ?? "\(error.resultCode)")")
    } catch let fault as StoreError {
      // What names itself is not named twice.
      let prefix = what + " "
      tell(
        kind, what,
        fault.message.hasPrefix(prefix)
          ? String(fault.message.dropFirst(prefix.count)) : fault.message)
    } catch {
      tell(kind, what, "cannot be read: a row has an invalid value")
    }
  }

  private mutating func pages() throws {
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
      tell(.page, "a page", line)
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let table: String? = try row.ifAny(0)
      let number: Int? = try row.ifAny(1)
      tell(
        .record, "row \(number ?? 0) of \(table ?? "a table")",
        "names a row of \((try row.ifAny(2) as String?) ?? "another table") that does not exist")
    }
  }

  private mutating func history(head: String?) throws {
    var previous: RevisionGroup?
    var next = 1
    var hasHead = head == nil
    let groups = try History.groupsAsTheyStand(db, "ORDER BY number", [])
    for group in groups {
      let what = "group \(group.number)"
      if group.number != (previous?.number ?? 0) &+ 1 {
        tell(
          .history, what, "follows group \(previous?.number ?? 0): part of the history is missing")
      }
      if group.first != next {
        tell(.history, what, "begins with revision \(group.first), not \(next)")
      }
      if let previous, group.counted < previous.counted || group.counted < group.made {
        tell(.history, what, "has a time before that of the group before it")
      }
      if group.clockWentBack { found.clockWentBack.append(group.number) }
      let digests = try revisions(group, from: next)
      next += digests.count
      if group.last != next - 1 {
        tell(.history, what, "should end with revision \(group.last) and ends with \(next - 1)")
        if (next..<Revision.mostInFile).contains(group.last) { next = group.last + 1 }
      }
      if ChainHash.group(group, after: previous?.hash, digests: digests) != group.hash {
        tell(
          .history, what,
          "its hash does not match it and the group before it: one of them was changed")
      }
      if group.hash == head?.lowercased() { hasHead = true }
      previous = group
      found.groups += 1
    }
    if !hasHead {
      tell(.history, "the history", "no longer has a group with the hash \(head ?? "")")
    }
    found.hash = previous?.hash ?? ""
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM revision") ?? 0
    if count != found.revisions {
      tell(.history, "the history", "\(count - found.revisions) revisions belong to no group")
    }
  }

  /// The digests of a group's revisions as they are stored, each compared with what it should be.
  private mutating func revisions(_ group: RevisionGroup, from first: Int) throws -> [String] {
    var digests: [String] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, kind, key, previous, position, content, digest FROM revision
        WHERE group_number = ? AND number >= ? ORDER BY number
        """, arguments: [group.number, first])
    while let row = try rows.next() {
      let number: Int = try row.at(0)
      let (kind, key): (String, String) = (try row.at(1), try row.at(2))
      let previous: Int? = try row.ifAny(3)
      let position: Int? = try row.ifAny(4)
      let content: String? = try row.ifAny(5)
      let stored: String = try row.at(6)
      found.revisions += 1
      digests.append(stored)
      let name = RecordName(kind: kind, key: key)
      let what = "revision \(number)" + (name.map { " of \($0)" } ?? "")
      if number != first + digests.count - 1 {
        tell(.history, what, "is in the place of revision \(first + digests.count - 1)")
      }
      let digest = ChainHash.revision(
        number: number, name: (kind, key), previous: previous, position: position, content: content)
      if digest != stored {
        tell(.history, what, "was changed: its digest no longer matches its content")
      }
      guard let name else {
        tell(.history, what, "is of unknown kind: `\(kind.shortened(to: 40))`")
        continue
      }
      if previous != holders[name]?.revision {
        tell(.history, what, "does not follow the revision before it")
      }
      holders[name] = Holder(revision: number, position: position, content: content)
    }
    return digests
  }

  /// - Parameter reads: whether each entry must also be readable.
  private mutating func records(reads: Bool = true) throws {
    var left = holders.filter { $0.value.content != nil }
    for row in try Row.fetchAll(db, sql: "SELECT kind, key, position, revision FROM record") {
      let (kind, key): (String, String) = (try row.at(0), try row.at(1))
      found.records += 1
      guard let name = RecordName(kind: kind, key: key), let holder = left.removeValue(forKey: name)
      else {
        tell(.record, "\(kind) \(key)", "is in the file, but not in the history")
        continue
      }
      let (position, revision): (Int, Int) = (try row.at(2), try row.at(3))
      if revision != holder.revision || position != holder.position ?? 0 {
        tell(.record, "\(name)", "differs from its last version in the history")
      }
      if reads, let reason = name.reasonUnreadable(holder.content ?? "") {
        tell(.record, "\(name)", "cannot be read: \(reason)")
      }
    }
    for name in left.keys.sorted() {
      tell(.record, "\(name)", "is missing, but is in the history")
    }
  }

  private mutating func texts() throws {
    var digests: Set<String> = []
    let rows = try Row.fetchCursor(db, sql: "SELECT sha256, bytes FROM text")
    while let row = try rows.next() {
      let name: String = try row.at(0)
      let bytes: Data = try row.at(1)
      found.texts += 1
      digests.insert(name)
      if SHA256Digest(of: bytes).hex != name {
        tell(
          .text, "the text \(name.prefix(12))…", "was changed: its SHA-256 is no longer its name")
      }
    }
    for (name, holder) in holders.sorted(by: { $0.key < $1.key }) {
      guard case .text = name, let content = holder.content,
        let stamp = try? TextStamp.read(json: Array(content.utf8)), let digest = stamp.sha256
      else { continue }
      if !digests.contains(digest.hex) { tell(.text, "\(name)", "is missing") }
    }
  }

  private mutating func quotes() throws {
    // What cannot be read is named among the records.
    let stored = try StoredCaseReader.salvaged(db, title: "")
    for (id, quote, source) in stored.theCase.statements.map({ ($0.id, $0.quote, $0.source) }) {
      for span in quote.spans {
        guard let text = stored.texts[source].text else {
          found.unproven += 1
          continue
        }
        switch span.status(in: text) {
        case .ok: found.quotes += 1
        case .unproven: found.unproven += 1
        case .drifted(let start, let end):
          tell(
            .quote, "statement \(id)",
            "its words are at \(start)–\(end) of \(source), not at \(span.start)–\(span.end)")
        case .undecided:
          tell(
            .quote, "statement \(id)",
            "its words are in \(source) more than once, or in a different context than recorded")
        case .orphan:
          tell(
            .quote, "statement \(id)", "its words at \(span.start)–\(span.end) are not in \(source)"
          )
        }
      }
    }
  }

  private mutating func index() throws {
    do {
      // A command to FTS5 that has the form of an insertion, and inserts nothing.
      try db.execute(sql: "INSERT INTO words (words) VALUES ('integrity-check')")
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_BUSY
    {
      // Where nothing may be written, or someone else is writing, the comparison below must do.
    }
    let done = try SearchIndex.upTo(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT record.kind, record.key, revision.content, words.raw, words.spelt, words.confidential
        FROM record JOIN revision ON revision.number = record.revision
          LEFT JOIN words ON words.rowid = record.row
        WHERE record.revision <= ?
        """, arguments: [done])
    for row in rows {
      let (kind, key): (String, String) = (try row.at(0), try row.at(1))
      guard let name = RecordName(kind: kind, key: key), let content: String = try row.ifAny(2)
      else {
        continue
      }
      var words = try SearchIndex.words(of: name, content, db)
      let raw: String? = try row.ifAny(3)
      if let raw {
        let same = words
        words?.raw = raw
        words?.spelt = try row.ifAny(4) ?? ""
        words?.isConfidential = try row.ifAny(5) ?? false
        if same == words, words != nil { continue }
      } else if words == nil {
        continue
      }
      tell(.index, "the search index", "does not match the record \(name)")
    }
    let orphans = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM words WHERE rowid NOT IN (SELECT row FROM record)")
    if let orphans, orphans > 0 {
      tell(.index, "the search index", "has \(orphans) entries that the file does not")
    }
  }
}
