internal import CaseStore
internal import Synchronization

/// A case file in YAML or JSON that may be left for a `.dragoman` copy of it while it is served.
final class MovableCaseProvider: CaseProvider {
  private let keeper: Mutex<any CaseProvider>
  /// Where the file lies.
  let path: String

  init(_ file: FileCaseProvider) {
    path = file.path
    keeper = Mutex(file)
  }

  private var now: any CaseProvider { keeper.withLock { $0 } }

  func current() throws -> Snapshot? { try now.current() }
  func reload() throws -> Snapshot { try now.reload() }
  var store: DragomanFile? { now.store }

  /// From now on the case is the one in `store`.
  func move(to store: DragomanFile) {
    keeper.withLock { $0 = StoreCaseProvider(store) }
  }
}
