internal import Synchronization

/// The accounts of each question of fact, found once for all threads: the positions show them, too.
final class KnownAccounts: Sendable {
  /// By the issue's place in the case.
  private let known: Mutex<[Int: ContradictionParts.Part]>

  /// - Parameter before: those of the case before; of issues whose assertions are the same they are kept.
  init(_ before: KnownAccounts?, isKept: [Bool]) {
    let old = before?.known.withLock { $0 } ?? [:]
    known = Mutex(old.filter { isKept[$0.key] })
  }

  /// What is known, else what `find` gives; two who ask at once may both find it.
  func value(on issue: Int, _ find: () -> ContradictionParts.Part) -> ContradictionParts.Part {
    if let found = known.withLock({ $0[issue] }) { return found }
    let found = find()
    known.withLock { $0[issue] = found }
    return found
  }
}
