import Foundation
import StateOfPlay
import Synchronization
import Testing

@testable import Workbench

@Suite struct WorkTests {
  @Test func ofOneLaneTheNewestWins() async throws {
    // On a busy machine the newer one may wait for minutes: the older ends by it alone.
    let pool = AnalysisPool(threads: 2, limit: .seconds(86_400))
    let begun = DispatchSemaphore(value: 0)
    let old = Task {
      try await pool.run(lane: "slider") { checkpoint -> Int in
        begun.signal()
        while true {
          Thread.sleep(forTimeInterval: 0.001)
          try checkpoint.report(0, of: 1)
        }
      }
    }
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        begun.wait()
        continuation.resume()
      }
    }
    let new = try await pool.run(lane: "slider") { _ in 2 }
    #expect(new == 2)
    await #expect(throws: StoppedWork.overtaken) { try await old.value }
  }

  @Test func whoeverLeavesStopsTheWork() async throws {
    let pool = AnalysisPool(threads: 1)
    let task = Task {
      try await pool.run { checkpoint in
        while true {
          Thread.sleep(forTimeInterval: 0.001)
          try checkpoint.report(0, of: 1)
        }
      }
    }
    try await Task.sleep(for: .milliseconds(20))
    task.cancel()
    await #expect(throws: (any Error).self) { try await task.value }
    // The thread is free again.
    #expect(try await pool.run { _ in 3 } == 3)
  }

  @Test func workThatTakesTooLongIsGivenUp() async throws {
    let pool = AnalysisPool(threads: 1, limit: .milliseconds(10))
    await #expect(throws: StoppedWork.timeout) {
      try await pool.run { checkpoint in
        while true {
          Thread.sleep(forTimeInterval: 0.001)
          try checkpoint.report(0, of: 1)
        }
      }
    }
  }

  @Test func whatManyAskForIsMadeOnce() async throws {
    let cache = PageCache<Int>(capacity: 10)
    let counter = Counter()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await cache.value("a") {
            counter.add()
            try await Task.sleep(for: .milliseconds(20))
            return 7
          }
        }
      }
      for try await value in group { #expect(value == 7) }
    }
    #expect(counter.count == 1)
  }

  @Test func whatFailsIsNotKept() async throws {
    struct Failed: Error {}
    let cache = PageCache<Int>(capacity: 10)
    await #expect(throws: Failed.self) { try await cache.value("a") { throw Failed() } }
    #expect(try await cache.value("a") { 5 } == 5)
  }

  @Test func theLeastUsedGoesFirst() async throws {
    let cache = PageCache<Int>(capacity: 2)
    let counter = Counter()
    func ask(_ name: String) async throws {
      _ = try await cache.value(name) {
        counter.add()
        return 1
      }
    }
    for name in ["a", "b", "a", "c", "a"] { try await ask(name) }
    #expect(counter.count == 3)
    try await ask("b")
    #expect(counter.count == 4)
  }

  private final class Counter: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
  }
}
