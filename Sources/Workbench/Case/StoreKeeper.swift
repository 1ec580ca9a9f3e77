public import CaseStore
internal import Interchange
internal import Synchronization

/// A `.dragoman` file, read again whenever somebody, here or in another program, has changed it.
public final class StoreKeeper: CaseKeeper {
  let store: DragomanFile
  private let last = Mutex<(snapshot: Snapshot, group: Int)?>(nil)

  public init(_ store: DragomanFile) { self.store = store }

  public func current() throws -> Snapshot? {
    let newest = try store.newestGroup()
    return last.withLock { $0?.group == newest ? $0?.snapshot : nil }
  }

  public func reload() throws -> Snapshot {
    // Asked before the case is read: a change in between is found at the next request.
    let group = try store.newestGroup()
    let stored = try store.stored()
    let snapshot = Snapshot(
      stored.theCase, texts: stored.texts, hash: stored.theCase.canonicalHash)
    last.withLock { $0 = (snapshot, group) }
    return snapshot
  }
}
