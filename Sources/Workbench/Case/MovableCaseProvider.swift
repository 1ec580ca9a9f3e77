internal import CaseStore
internal import Synchronization

/// A case file in YAML or JSON that may be left for a `.dragoman` copy of it while it is served.
final class MovableCaseProvider: CaseProvider {
  private let keeper: Mutex<any CaseProvider>
  init(_ file: any CaseProvider) { keeper = Mutex(file) }

  private var now: any CaseProvider { keeper.withLock { $0 } }

  func current() throws -> Snapshot? { try now.current() }
  func reload() throws -> Snapshot { try now.reload() }
  var store: DragomanFile? { now.store }
  var filePath: String? { now.filePath }
  var holdsUndo: Bool { now.holdsUndo }
  func close() { now.close() }

  /// From now on the case is the one in `store`.
  func move(to store: DragomanFile) {
    let old = keeper.withLock { keeper in
      defer { keeper = StoreCaseProvider(store) }
      return keeper
    }
    old.close()
  }
}
