package import CaseModel
internal import GRDB
internal import Synchronization

extension DragomanFile {
  /// What of the case is not as the history has it, or of the history not as its hashes have it:
  /// whatever is read of it may be false. Looked for once.
  ///
  /// That an entry cannot be read is not among it: reading says that by itself.
  /// - Complexity: O(history) the first time.
  package func damage() throws(StoreError) -> [Verification.Problem] {
    if let known = knownDamage.withLock({ $0 }) { return known }
    let found = try read { db in
      var verifier = Verifier(db, FormatVersion(of: Migration.all))
      return verifier.runContents().problems
    }
    knownDamage.withLock { $0 = found }
    return found
  }

  /// What ``damage()`` has found; empty where it was not asked. Never waits.
  package var damageFound: [Verification.Problem] { knownDamage.withLock { $0 ?? [] } }

  /// - Throws: ``StoreError`` where the file is damaged: what is written on top of damage can no
  ///   longer be distinguished from it.
  func refuseDamage() throws(StoreError) {
    let problems = try damage()
    guard let first = problems.first else { return }
    throw StoreError(
      .damaged,
      "`\(path)` is damaged, and nothing was written to it: \(first.what) \(first.message)",
      remedy: .restoreOrSalvage(path))
  }
}
