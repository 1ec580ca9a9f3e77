internal import Dispatch
internal import Synchronization

/// When the log is taken into a file that stays open.
struct Settling: Sendable {
  /// How long after a change; nil for never, where the file is closed soon.
  var pause: Double?
  /// It is to be taken in already.
  var isAwaited = false
}

extension DragomanFile {
  /// From now on takes the log into the file `seconds` after a change, so that a copy of the file alone holds
  /// the work: SQLite does so by itself only once the log has a thousand pages, or at the end.
  ///
  /// A change is on the disk before, in the log; what is taken in is synchronised as any commit.
  package func settle(after seconds: Double) {
    guard access == .readWrite else { return }
    settling.withLock { $0.pause = seconds }
  }

  /// Several changes in a row are taken in together.
  func settleSoon() {
    let pause: Double? = settling.withLock { settling in
      guard let pause = settling.pause, !settling.isAwaited else { return nil }
      settling.isAwaited = true
      return pause
    }
    guard let pause else { return }
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + pause) { [weak self] in
      self?.settleNow()
    }
  }

  private func settleNow() {
    settling.withLock { $0.isAwaited = false }
    // Where the file was replaced or closed, or the disk is full, the next change says so.
    guard let isDone = try? takeInLog(), !isDone else { return }
    settleSoon()
  }
}
