internal import Synchronization

/// Who refuses which step on an issue, found once for all threads.
final class KnownRejections: Sendable {
  private struct Known: Sendable {
    let row: Int
    let rejections: [PreconditionsView.Rejection]
  }

  private let known: Mutex<[PreconditionsView.StepID: Known]>

  init() { known = Mutex([:]) }

  /// Those of the case before, of rows whose words are the same.
  init(_ before: KnownRejections, isKept: [Bool]) {
    let old = before.known.withLock { $0 }
    known = Mutex(old.filter { isKept[$0.value.row] })
  }

  /// What is known, else what `find` gives; two who ask at once may both find it.
  func value(
    of step: PreconditionsView.StepID, on row: Int, _ find: () -> [PreconditionsView.Rejection]
  ) -> [PreconditionsView.Rejection] {
    if let found = known.withLock({ $0[step] }) { return found.rejections }
    let found = find()
    known.withLock { $0[step] = Known(row: row, rejections: found) }
    return found
  }
}
