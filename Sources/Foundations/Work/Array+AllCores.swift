internal import Dispatch
internal import Foundation
internal import Synchronization

/// An element that could not be mapped, and why.
package struct ElementError<Reason: Error>: Error {
  package let index: Int
  package let reason: Reason
}

extension Array where Element: Sendable {
  /// What `map` gives, worked out on all cores where there is enough to do for it to pay.
  ///
  /// Every core writes into the one array that is returned: to put parts together would copy each
  /// element, on one core, while the others wait.
  /// - Throws: the first element for which `transform` fails.
  package func mappedOnAllCores<Mapped: Sendable, Reason: Error>(
    _ transform: @Sendable (Element) -> Result<Mapped, Reason>
  ) throws(ElementError<Reason>) -> [Mapped] {
    let parts = Swift.max(
      1, Swift.min(ProcessInfo.processInfo.activeProcessorCount, count / 500))
    let bounds = (0...parts).map { count * $0 / parts }
    let faults = Mutex([ElementError<Reason>]())
    let mapped = [Mapped](unsafeUninitializedCapacity: count) { buffer, made in
      // Each part has places of its own.
      nonisolated(unsafe) let places = buffer
      let ends = Mutex(bounds)
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        var index = bounds[part]
        part: while index < bounds[part + 1] {
          switch transform(self[index]) {
          case .success(let value): places.initializeElement(at: index, to: value)
          case .failure(let reason):
            faults.withLock { $0.append(ElementError(index: index, reason: reason)) }
            break part
          }
          index += 1
        }
        ends.withLock { $0[part] = index }
      }
      if faults.withLock({ $0.isEmpty }) {
        made = count
      } else {
        for (start, end) in zip(bounds, ends.withLock { $0 }) {
          UnsafeMutableBufferPointer(rebasing: places[start..<end]).deinitialize()
        }
      }
    }
    if let first = faults.withLock({ $0.min { $0.index < $1.index } }) { throw first }
    return mapped
  }
}
