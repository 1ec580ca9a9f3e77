internal import Dispatch

/// Independent parts of one computation, on as many cores as there are.
package enum Parallel {
  /// The results of `body` for 0..<count in index order, whatever the threads did.
  ///
  /// Small `work` (slots per part) stays on the calling thread. The error of the lowest index wins.
  package static func map<Result: Sendable>(
    count: Int, work: Int, _ body: @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    guard count > 1, work >= 1 << 13 else { return try (0..<count).map(body) }
    let results = UnsafeMutablePointer<Swift.Result<Result, any Error>?>.allocate(capacity: count)
    results.initialize(repeating: nil, count: count)
    defer {
      results.deinitialize(count: count)
      results.deallocate()
    }
    // Each index is written by exactly one iteration, and read after all have ended.
    nonisolated(unsafe) let slots = results
    DispatchQueue.concurrentPerform(iterations: count) { index in
      do {
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
}
