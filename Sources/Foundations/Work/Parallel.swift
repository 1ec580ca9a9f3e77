internal import Dispatch
internal import Foundation

/// Independent parts of one computation, on as many cores as there are.
package enum Parallel {
  /// The results of `body` for 0..<count in index order, whatever the threads did.
  ///
  /// Small `work` (slots per part) stays on the calling thread. The error of the lowest index wins.
  package static func map<Result: Sendable, Stop: Error>(
    count: Int, work: Int, _ body: @Sendable (Int) throws(Stop) -> Result
  ) throws(Stop) -> [Result] {
    guard count > 1, work >= 1 << 13 else { return try (0..<count).map(body) }
    let results = UnsafeMutablePointer<Swift.Result<Result, Stop>?>.allocate(capacity: count)
    results.initialize(repeating: nil, count: count)
    defer {
      results.deinitialize(count: count)
      results.deallocate()
    }
    // Each index is written by exactly one iteration, and read after all have ended.
    nonisolated(unsafe) let slots = results
    DispatchQueue.concurrentPerform(iterations: count) { index in
      do throws(Stop) {
        slots[index] = .success(try body(index))
      } catch {
        slots[index] = .failure(error)
      }
    }
    var made: [Result] = []
    made.reserveCapacity(count)
    for index in 0..<count {
      switch results[index] {
      case .success(let value): made.append(value)
      case .failure(let error): throw error
      case nil: continue
      }
    }
    return made
  }

  /// As many elements as `count`, in order: `body` makes those of one range, on each core another where
  /// there are enough to do for it to pay.
  ///
  /// Every core writes into the one array that is returned. `body` has to make as many as the range has.
  package static func array<Element: Sendable>(
    count: Int, _ body: @Sendable (Range<Int>, _ add: (Element) -> Void) -> Void
  ) -> [Element] {
    let parts = min(ProcessInfo.processInfo.activeProcessorCount, count >> 11)
    if parts < 2 {
      var elements: [Element] = []
      elements.reserveCapacity(count)
      body(0..<count) { elements.append($0) }
      precondition(elements.count == count, "not as many elements as the range has")
      return elements
    }
    return [Element](unsafeUninitializedCapacity: count) { buffer, made in
      // Each part has places of its own.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let range = count * part / parts..<count * (part + 1) / parts
        var next = range.lowerBound
        body(range) { element in
          precondition(next < range.upperBound, "more elements than the range has")
          places.initializeElement(at: next, to: element)
          next += 1
        }
        precondition(next == range.upperBound, "fewer elements than the range has")
      }
      made = count
    }
  }
}
