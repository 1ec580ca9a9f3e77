internal import CaseModel
internal import GRDB

/// What of a history may be shown where part of the case is hidden.
///
/// Of what is left only that it was changed is shown, by whom and when: an earlier state may name
/// what is hidden now, and a message may speak of anything.
struct HistoryMask {
  private let shown: Set<RecordName>

  /// - Parameter cut: the case as a lens has cut it.
  init(showing cut: Case, of stored: StoredCase, _ db: Database) throws {
    var collector = ShownNames(stored: stored, cut: cut)
    Case.forEachSection(&collector)
    var shown = collector.shown
    shown.insert(.header)
    for source in cut.sources {
      if let file = source.text.file { shown.insert(.text(file)) }
    }
    for name in stored.settings.keys { shown.insert(.setting(name)) }
    // What was confidential once may be no secret now, but its earlier states still are.
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT DISTINCT kind, key FROM revision WHERE instr(content, '\"confidential\": true') > 0"
    )
    for row in rows {
      if let name = RecordName(kind: try row.at(0), key: try row.at(1)) { shown.remove(name) }
    }
    self.shown = shown
  }

  func allows(_ name: RecordName) -> Bool { shown.contains(name) }

  /// Nil where nothing of it may be shown.
  func masked(_ item: LogPage.Item) -> LogPage.Item? {
    var item = item
    item.revisions = item.revisions.filter { allows($0.name) }.map { revision in
      var revision = revision
      revision.before = revision.before.map { _ in Revision.withheld }
      revision.after = revision.after.map { _ in Revision.withheld }
      return revision
    }
    item.group.message = ""
    return item.revisions.isEmpty ? nil : item
  }
}

private struct ShownNames: SectionVisitor {
  let stored: StoredCase
  let cut: Case
  var shown: Set<RecordName> = []

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let left = cut[keyPath: path]
    let ids = Set(left.compactMap(\.entryID))
    let unnamed = Set(left.filter { $0.entryID == nil })
    for (index, entry) in stored.theCase[keyPath: path].enumerated() {
      let isLeft = entry.entryID.map { ids.contains($0) } ?? unnamed.contains(entry)
      if isLeft, let name = stored.name(of: section, at: index) { shown.insert(name) }
    }
  }
}
