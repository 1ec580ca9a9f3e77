package import CaseModel
internal import GRDB

/// What one person may take back next, and what of it may be put in again, by the history alone: so it
/// holds across restarts.
package struct UndoLine: Sendable, Hashable {
  /// The newest of the person's changes that stands.
  package var undo: RevisionGroup?
  /// The change that was taken back last, where nothing was changed by the person since.
  package var redo: Undone?

  package struct Undone: Sendable, Hashable {
    package var change: RevisionGroup
    /// The group that took it back.
    package var by: RevisionGroup
  }
}

extension DragomanFile {
  /// - Complexity: O(groups of the history).
  package func undoLine(of who: String) throws(StoreError) -> UndoLine {
    try read { db in
      let groups = try History.groups(db, "WHERE first > 1 ORDER BY number", [])
      let arrivals = try Set(
        Int.fetchAll(
          db,
          sql:
            "SELECT group_number FROM revision WHERE kind = 'analysts' AND key = ? AND previous IS NULL",
          arguments: [who]))
      var standing: [RevisionGroup] = []
      var undone: [UndoLine.Undone] = []
      for group in groups {
        guard let other = group.undoes else {
          // That someone became one of the analysts is no act of coding.
          guard group.who == who, group.count > 1 || !arrivals.contains(group.number) else {
            continue
          }
          standing.append(group)
          undone = []
          continue
        }
        if let place = standing.lastIndex(where: { $0.number == other }) {
          let change = standing.remove(at: place)
          if group.who == who { undone.append(.init(change: change, by: group)) }
        } else if let place = undone.lastIndex(where: { $0.by.number == other }) {
          standing.append(undone.remove(at: place).change)
        }
      }
      return UndoLine(undo: standing.last, redo: undone.last)
    }
  }
}
