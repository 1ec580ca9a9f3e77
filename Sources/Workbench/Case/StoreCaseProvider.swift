package import CaseStore
internal import Synchronization

/// A `.dragoman` file, read again whenever someone, here or in another program, has changed it.
package final class StoreCaseProvider: CaseProvider {
  private let file: DragomanFile
  private let last = Mutex<(snapshot: Snapshot, group: Int)?>(nil)
  /// Held while the case is read, so that simultaneous requests read it only once.
  private let reading = Mutex(())

  /// Seconds after which a change is in the file itself, and in a copy of it alone.
  private static let settling = 3.0

  package init(_ store: DragomanFile) {
    file = store
    store.settle(after: Self.settling)
  }

  package var store: DragomanFile? { file }

  package func current() throws -> Snapshot? {
    let newest = try file.newestGroup()
    return last.withLock { $0?.group == newest ? $0?.snapshot : nil }
  }

  package func reload() throws -> Snapshot {
    try reading.withLock { _ in
      if let current = try current() { return current }
      // Asked before the case is read: a change in between is found at the next request.
      let group = try file.newestGroup()
      let before = last.withLock { $0?.snapshot }
      var snapshot = Snapshot(try file.stored(), after: before)
      if let before { snapshot.coding = before.coding }
      last.withLock { $0 = (snapshot, group) }
      return snapshot
    }
  }
}
