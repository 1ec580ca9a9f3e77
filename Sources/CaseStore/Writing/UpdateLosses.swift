package import CaseModel
internal import GRDB

/// What would be lost where a file is made equal to another case, as by `dragoman convert --update`:
/// nothing of it leaves the history, but the case no longer says it.
package struct UpdateLosses: Sendable, Hashable {
  /// What is in the file and not in the other case.
  package var removed: [RecordName] = []
  /// What the other case has as the file had it before: later changes are undone.
  package var takenBack: [RecordName] = []
  /// What the other case has and was removed from the file.
  package var broughtBack: [RecordName] = []
  /// Where the other case is a copy of this file that was changed apart: changes made here since.
  package var apart: [RevisionGroup] = []
  /// The newest group of the file when it was looked at.
  package var group = 0

  package init() {}

  package var isNone: Bool {
    removed.isEmpty && takenBack.isEmpty && broughtBack.isEmpty && apart.isEmpty
  }
}

extension DragomanFile {
  /// What ``update(by:at:message:_:)`` with this case would lose.
  ///
  /// - Parameter origin: the file the case is from, where it is such a file: two copies of one file
  ///   have a history in common, and whether they were changed apart can be seen.
  /// - Complexity: O(case + history).
  package func losses(
    updatingTo theCase: Case, from origin: DragomanFile? = nil
  ) throws(StoreError) -> UpdateLosses {
    let others = try origin.map { origin throws(StoreError) in try origin.chain() }
    return try read { db in
      let stored = try self.current(db)
      var losses = UpdateLosses()
      losses.group = stored.group
      var difference = CaseDifference(from: stored, to: theCase)
      Case.forEachSection(&difference)
      if let fault = difference.fault { throw fault }
      let earlier = try Self.earlier(db, than: difference.changes)
      for change in difference.changes {
        guard change.content != nil else {
          losses.removed.append(change.name)
          continue
        }
        let isHere = stored.slot(of: change.name) != nil
        switch earlier[change.name] {
        case .otherwise where !isHere, .same where !isHere: losses.broughtBack.append(change.name)
        case .same: losses.takenBack.append(change.name)
        case .otherwise, nil: break
        }
      }
      if let others { losses.apart = try Self.apart(db, others) }
      return losses
    }
  }

  /// The hashes of all groups, oldest first.
  private func chain() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT hash FROM revision_group ORDER BY number")
    }
  }

  /// The groups that only this file has, where both began as one.
  private static func apart(_ db: Database, _ others: [String]) throws -> [RevisionGroup] {
    let own = try History.groups(db, "ORDER BY number", [])
    guard let first = own.first, first.hash == others.first else { return [] }
    let common = zip(own, others).prefix { $0.hash == $1 }.count
    return Array(own.dropFirst(common))
  }

  private enum Earlier {
    /// It was in the file before.
    case otherwise
    /// It was in the file before just as it is to become.
    case same
  }

  /// What the history knows of the records that are to change; in one pass over it.
  private static func earlier(
    _ db: Database, than changes: [Change]
  ) throws -> [RecordName: Earlier] {
    var wanted: [RecordName: String] = [:]
    for change in changes { if let content = change.content { wanted[change.name] = content } }
    guard !wanted.isEmpty else { return [:] }
    var earlier: [RecordName: Earlier] = [:]
    var newest: [RecordName: String] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT kind, key, content FROM revision ORDER BY number")
    while let row = try rows.next() {
      guard let name = RecordName(kind: try row.at(0), key: try row.at(1)),
        let content = wanted[name]
      else { continue }
      let was: String? = try row.ifAny(2)
      newest[name] = was
      if was == content {
        earlier[name] = .same
      } else if earlier[name] == nil {
        earlier[name] = .otherwise
      }
    }
    // What says the same as now, in another place of the list, is only moved.
    for (name, content) in wanted where newest[name] == content { earlier[name] = .otherwise }
    return earlier
  }
}
