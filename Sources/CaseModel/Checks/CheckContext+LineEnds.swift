internal import Synchronization

extension CheckContext {
  /// The text at hand differs from the one that was entered by line ends or a byte order mark alone:
  /// `text-digest` says so, and no quote of it is at fault.
  /// - Complexity: O(text) for each source once.
  func hasOtherLineEnds(_ id: Case.Source.ID) -> Bool { lineEnds.areOther(id, self) }
}

/// Of which sources no more than line ends differ, each found out once.
final class LineEndDifferences: Sendable {
  private let known = Mutex<[Case.Source.ID: Bool]>([:])

  func areOther(_ id: Case.Source.ID, _ context: CheckContext) -> Bool {
    if let known = known.withLock({ $0[id] }) { return known }
    var areOther = false
    if let recorded = context.index.source(id)?.text.sha256, let text = context.texts[id].text,
      text.digest != recorded
    {
      areOther = TextDifference.between(text.bytes, recorded: recorded) != nil
    }
    known.withLock { $0[id] = areOther }
    return areOther
  }
}
