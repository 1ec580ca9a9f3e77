package import CaseModel
internal import GRDB

extension DragomanFile {
  /// Writes one entry, new or changed, as one revision.
  ///
  /// - Parameters:
  ///   - key: which entry it takes the place of, where it has no id of its own (verdicts, notes,
  ///     candidates) or is one of several with the same id; from ``StoredCase/name(of:at:)``.
  ///   - expectedRevision: the revision the edit began from, from ``StoredCase/revision(of:id:)``;
  ///     nil for a new entry. Compared within the write's own transaction.
  ///   - who: who makes the change: an analyst's id or name.
  ///   - moment: when. The store has no clock.
  ///   - message: why, in a few words, for the log.
  ///   - others: the case, as it is within the transaction, with entries that come in with this one.
  /// - Throws: ``StoreError`` of kind ``StoreError/Kind/stale``, with both versions, where someone
  ///   else was faster; nothing is written then, as with every other fault.
  @discardableResult
  package func write<Entry: SectionEntry>(
    _ entry: Entry, key: String? = nil, expectedRevision: Int?, by who: String, at moment: Moment,
    message: String, with others: ((Case) throws(StoreError) -> Case)? = nil
  ) throws(StoreError) -> Written {
    let content = try Self.content(entry, Entry.section.noun)
    return try commit(who, moment, message) { db in
      let changes = try self.changes(others, db)
      let known = key ?? entry.entryID.flatMap { expectedRevision == nil ? nil : $0 }
      if let expectedRevision, let known {
        let name = RecordName.entry(Entry.section, known)
        if let id = entry.entryID, try !Self.isKey(known, of: id) {
          throw StoreError(
            .refused, "\(name) cannot be changed to \(Entry.section.noun) \(id) in an edit",
            hint: "write the entry under its new id, and remove the old one")
        }
        return changes + [
          Change(
            name: name, keepsPosition: true, content: content,
            expected: .revision(expectedRevision))
        ]
      }
      return changes + [try Self.addition(entry, content, behind: changes, db)]
    }
  }

  /// What makes the case the one that `others` gives.
  private func changes(
    _ others: ((Case) throws(StoreError) -> Case)?, _ db: Database
  ) throws -> [Change] {
    guard let others else { return [] }
    let stored = try current(db)
    return try Self.changes(from: stored, to: CaseUpdate(try others(stored.theCase)), db)
  }

  /// Removes an entry, as one revision; its history stays.
  @discardableResult
  package func remove(
    _ name: RecordName, expectedRevision: Int, by who: String, at moment: Moment, message: String
  ) throws(StoreError) -> Written {
    guard case .entry = name else { throw StoreError(.refused, "\(name) cannot be removed") }
    return try commit(who, moment, message) { _ in
      [Change(name: name, expected: .revision(expectedRevision))]
    }
  }

  /// Writes what the case says of itself.
  @discardableResult
  package func write(
    _ header: Case.Header, expectedRevision: Int, by who: String, at moment: Moment,
    message: String, with others: ((Case) throws(StoreError) -> Case)? = nil
  ) throws(StoreError) -> Written {
    let content = try Self.content(header, "header")
    return try commit(who, moment, message) { db in
      try self.changes(others, db) + [
        Change(
          name: .header, position: 0, content: content, expected: .revision(expectedRevision))
      ]
    }
  }

  /// Puts down what an analyst holds of statements that cannot all be right, in place of an earlier
  /// verdict on the same statements.
  ///
  /// - Parameter expectedRevision: the earlier verdict's; nil where there is to be none.
  @discardableResult
  package func setVerdict(
    _ verdict: Case.Verdict, expectedRevision: Int?, by who: String, at moment: Moment
  ) throws(StoreError) -> Written {
    let content = try Self.content(verdict, "verdict")
    let wanted = Set(verdict.statements)
    let message = "verdict on \(verdict.statements.map(\.raw).joined(separator: ", "))"
    return try commit(who, moment, message) { db in
      let stored = try self.current(db)
      let index = stored.theCase.verdicts.firstIndex { Set($0.statements) == wanted }
      guard let index, let name = stored.name(of: .verdicts, at: index) else {
        if let expectedRevision {
          throw StoreError(
            StaleEdit(
              name: RecordName.entry(.verdicts, "on these statements"), expected: expectedRevision,
              yours: content))
        }
        return [try Self.addition(verdict, content, behind: [], db)]
      }
      return [
        Change(
          name: name, keepsPosition: true, content: content,
          expected: .revision(expectedRevision))
      ]
    }
  }

  /// Adds a remark on an entry.
  @discardableResult
  package func addNote(_ note: Case.Note, by who: String, at moment: Moment)
    throws(StoreError) -> Written
  {
    try write(
      note, expectedRevision: nil, by: who, at: moment,
      message: "note on \(note.to.section.noun) \(note.to.id)")
  }

  /// Names the analyst who is taken to make a change where no one else is named; nil for none.
  @discardableResult
  package func setAnalyst(_ name: String?, by who: String, at moment: Moment)
    throws(StoreError) -> Written
  {
    if let name { try Self.check(who: name) }
    return try commit(
      who, moment,
      name.map { "the file's default author is \($0)" } ?? "the file has no default author"
    ) { db in
      let stored = try self.current(db)
      guard stored.analyst != name else { return [] }
      return [
        Change(
          name: .setting("analyst"), position: name == nil ? nil : 0,
          content: name.map { $0.node().json })
      ]
    }
  }

  /// One transaction with the revisions of `changes`, which see the file as it then is.
  ///
  /// - Parameter message: asked once the changes are known.
  func commit(
    _ who: String, _ moment: Moment, _ message: @autoclosure () -> String, undoes: Int? = nil,
    _ changes: (Database) throws -> [Change]
  ) throws(StoreError) -> Written {
    try Self.check(who: who)
    try refuseDamage()
    return try write { db in
      // The case is read for those alone who follow; a file with a damaged entry can be put right.
      let before = isFollowed ? try current(db) : nil
      let changes = try changes(db)
      let writer = RevisionWriter(
        db: db, who: who, moment: moment, message: message().shortened(to: 2000), undoes: undoes)
      let written = try writer.write(changes)
      if written.group != nil, let before { try follow(from: before, db) }
      return written
    }
  }

  private static func check(who: String) throws(StoreError) {
    let isName =
      !who.isEmpty && who.unicodeScalars.count <= 200
      && who.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isName else {
      throw StoreError(
        .refused, "`\(who.shortened(to: 40))` cannot be the name of an author",
        hint: "a name has from 1 to 200 letters, on one line")
    }
  }

  /// The entry as JSON, sure to read as the same entry again.
  static func content<Entry: Shaped>(_ entry: Entry, _ noun: String) throws(StoreError) -> String {
    let json = entry.node().json
    func refused(_ reason: String) -> StoreError {
      StoreError(.refused, "this \(noun) cannot be written: \(reason)")
    }
    do {
      guard try Entry.read(json: Array(json.utf8)) == entry else {
        throw refused("it would be read back as a different entry")
      }
    } catch let unreadable as UnreadableEntryError {
      throw refused(unreadable.reason)
    } catch let fault as StoreError {
      throw fault
    } catch {
      throw refused("\(error)")
    }
    return json
  }

  /// An entry at the end of its section, behind what comes in with it. An id that is taken already is refused.
  private static func addition<Entry: SectionEntry>(
    _ entry: Entry, _ content: String, behind changes: [Change], _ db: Database
  ) throws -> Change {
    let stored = try db.cachedInt(
      "SELECT max(position) FROM record WHERE kind = ?", [Entry.section.rawValue])
    let own = changes.filter { $0.name.kind == Entry.section.rawValue }.compactMap(\.position)
    let last = (own + [stored].compactMap(\.self)).max()
    return Change(
      name: .entry(Entry.section, entry.entryID ?? "#" + RevisionWriter.freshKey),
      position: try Self.after(last ?? 0), content: content, expected: .revision(nil))
  }

  /// A place behind another, with room between.
  static func after(_ position: Int) throws -> Int {
    let (sum, overflow) = position.addingReportingOverflow(Change.step)
    guard !overflow else { throw StoreError(.damaged, "the order of the entries is damaged") }
    return sum
  }

  private static func isKey(_ key: String, of id: String) throws -> Bool {
    key == id || key.hasPrefix(id + "~")
  }
}
