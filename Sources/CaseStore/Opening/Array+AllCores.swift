internal import Dispatch
internal import Foundation
internal import Synchronization

extension Array where Element: Sendable {
  /// What `map` gives, worked out on all cores where there is enough to do for it to pay.
  func mappedOnAllCores<Mapped: Sendable>(
    _ transform: @Sendable (Element) -> Mapped
  ) -> [Mapped] {
    let parts = Swift.min(ProcessInfo.processInfo.activeProcessorCount, count / 500)
    guard parts > 1 else { return map(transform) }
    let done = Mutex([[Mapped]](repeating: [], count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let mapped = self[(count * part / parts)..<(count * (part + 1) / parts)].map(transform)
      done.withLock { $0[part] = mapped }
    }
    return done.withLock { $0.flatMap { $0 } }
  }
}
