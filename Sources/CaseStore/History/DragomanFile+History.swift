package import CaseModel
internal import GRDB

extension DragomanFile {
  /// Everything that ever was of one record, oldest first; empty where there never was one.
  ///
  /// - Parameter cut: the case as a redacting lens has cut it: what is not in it is left out, and of
  ///   the rest only who changed it and when; nil shows all.
  package func history(of name: RecordName, showing cut: Case? = nil) throws(StoreError)
    -> [LogPage.Item]
  {
    try read { db in
      let mask = try self.mask(cut, db)
      return try History.revisions(db, of: name).compactMap { revision in
        guard let group = try History.group(db, revision.group) else { return nil }
        let item = LogPage.Item(group: group, revisions: [revision])
        return mask.map { $0.masked(item) } ?? item
      }
    }
  }

  /// Everything that ever was of the entry with `id`; see ``history(of:showing:)``.
  package func history(_ section: Case.Section, _ id: String, showing cut: Case? = nil)
    throws(StoreError) -> [LogPage.Item]
  {
    try history(of: .entry(section, id), showing: cut)
  }

  /// Revisions of one group that a page of the log shows; ``group(_:showing:)`` gives all.
  package static let shownRevisions = 50

  /// The newest groups of revisions, from group `from` back, or from the newest.
  ///
  /// - Parameter cut: as for ``history(of:showing:)``; a group of which nothing may be shown is left
  ///   out, so that a page may then be shorter than `limit`.
  package func log(
    from: Int? = nil, limit: Int = 50, showing cut: Case? = nil
  ) throws(StoreError) -> LogPage {
    let limit = min(max(1, limit), 10_000)
    return try read { db in
      let mask = try self.mask(cut, db)
      var groups = try History.groups(db, upTo: from, limit: limit + 1)
      var page = LogPage()
      if groups.count > limit { page.next = groups.removeLast().number }
      page.items = try groups.compactMap { group in
        var shown = group
        // Of what is hidden there may be more than a page shows.
        if mask == nil { shown.last = min(group.last, group.first + (Self.shownRevisions - 1)) }
        let item = LogPage.Item(group: group, revisions: try History.revisions(db, in: shown))
        return mask.map { $0.masked(item) } ?? item
      }
      return page
    }
  }

  /// One group with all its revisions; nil where there is none of that number, or none to be shown.
  package func group(_ number: Int, showing cut: Case? = nil) throws(StoreError) -> LogPage.Item? {
    try read { db in
      guard let group = try History.group(db, number) else { return nil }
      let item = LogPage.Item(group: group, revisions: try History.revisions(db, in: group))
      return try self.mask(cut, db).map { $0.masked(item) } ?? item
    }
  }

  /// One group with a part of its revisions; nil where there is none of that number, or none of the
  /// part is to be shown.
  ///
  /// - Parameters:
  ///   - cut: as for ``history(of:showing:)``.
  ///   - first: how many revisions of the group come before the part.
  package func group(
    _ number: Int, showing cut: Case? = nil, skipping first: Int, limit: Int
  ) throws(StoreError) -> LogPage.Item? {
    try read { db in
      guard let group = try History.group(db, number) else { return nil }
      var part = group
      guard (0..<group.count).contains(first), limit > 0 else { return nil }
      part.first = group.first + first
      part.last = min(group.last, part.first + min(limit - 1, group.count))
      let item = LogPage.Item(group: group, revisions: try History.revisions(db, in: part))
      return try self.mask(cut, db).map { $0.masked(item) } ?? item
    }
  }

  private func mask(_ cut: Case?, _ db: Database) throws -> HistoryMask? {
    try cut.map { try HistoryMask(showing: $0, of: try self.current(db), db) }
  }

  /// The case as it was in the file at the end of `day` in UTC; an empty case where there was no
  /// file yet.
  ///
  /// What counts is when changes were made in the file, not what entries say of themselves; so a case
  /// that was brought in from YAML begins on the day it was.
  /// - Complexity: O(history).
  package func stored(knownAt day: CivilDay) throws(StoreError) -> StoredCase {
    let moment = Moment(endOf: day)
    return try read { db in
      let last = try Int.fetchOne(
        db, sql: "SELECT max(last) FROM revision_group WHERE counted <= ?",
        arguments: [moment.milliseconds])
      guard let last else {
        var empty = StoredCase(try self.current(db).theCase.header)
        empty.analyst = nil
        return empty
      }
      return try StoredCaseReader.whole(db, upTo: last)
    }
  }

  /// Takes a group of revisions back, by a new group that puts everything in it as it was before.
  ///
  /// - Throws: ``StoreError`` where something in it was changed again since: that goes first. And
  ///   where it took a text out for good.
  @discardableResult
  package func undo(
    _ number: Int, by who: String, at moment: Moment, message: String? = nil
  ) throws(StoreError) -> Written {
    let message = message ?? "undo \(number)"
    return try commit(who, moment, message, undoes: number) { db in
      guard let group = try History.group(db, number) else {
        throw StoreError(
          .refused, "the history has no group \(number)", hint: "`dragoman log` lists them")
      }
      let revisions = try History.revisions(db, in: group)
      guard revisions.first?.number != 1 else {
        throw StoreError(
          .refused, "group \(number) created the file, and cannot be undone",
          hint: "delete the file instead")
      }
      return try revisions.reversed().map { try Self.inverse(of: $0, db) }
    }
  }

  private static func inverse(of revision: Revision, _ db: Database) throws -> Change {
    let last = try History.last(db, of: revision.name)
    // Later changes that were undone have left it as this one made it.
    guard let last, last.number == revision.number || last.after == revision.after else {
      throw StoreError(
        .refused,
        "\(revision.name) was changed again in group \(last?.group ?? 0)"
          + ", and undoing \(revision.group) would lose that",
        hint: "undo \(last?.group ?? 0) first (`dragoman log` shows what it contains)")
    }
    if case .text = revision.name, let before = revision.before {
      let stamp = try? TextStamp.read(json: Array(before.utf8))
      guard try stamp?.text(db) != nil else {
        throw StoreError(
          .refused, "\(revision.name) was removed for good",
          hint: "`dragoman attach` adds it again, from your own copy")
      }
    }
    let position = try revision.previous.flatMap { previous in
      try Int.fetchOne(
        db, sql: "SELECT position FROM revision WHERE number = ?", arguments: [previous])
    }
    return Change(
      name: revision.name, position: revision.before == nil ? nil : position ?? 0,
      content: revision.before)
  }
}
