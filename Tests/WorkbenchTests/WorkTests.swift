import Foundation
import Foundations
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
    await #expect(throws: StoppedWorkError.overtaken) { try await old.value }
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

  @Test func noKindOfWorkQueuesBehindAnother() async throws {
    let pool = AnalysisPool(threads: 1)
    let engines = (0..<5).map { _ in
      Task {
        try await pool.run(.engine) { checkpoint in
          while true {
            Thread.sleep(forTimeInterval: 0.001)
            try checkpoint.report(0, of: 1)
          }
        }
      }
    }
    for kind in AnalysisPool.Kind.allCases where kind != .engine {
      #expect(try await pool.run(kind) { _ in 1 } == 1)
    }
    // A stop ends all of it, what waits too, and nothing new is begun.
    pool.stop()
    for engine in engines {
      await #expect(throws: StoppedWorkError.cancelled) { try await engine.value }
    }
    await #expect(throws: StoppedWorkError.cancelled) { try await pool.run { _ in 1 } }
  }

  @Test func whatNobodyWaitsForAnyMoreIsGivenUp() async throws {
    let pool = AnalysisPool(threads: 1)
    let cache = PageCache<Int>(capacity: 10)
    @Sendable func ask(_ counter: Counter) async throws -> Int {
      try await cache.value("page") {
        try await pool.run(.engine) { checkpoint in
          counter.add()
          while true {
            Thread.sleep(forTimeInterval: 0.001)
            try checkpoint.report(0, of: 1)
          }
        }
      }
    }
    let counter = Counter()
    let (first, second) = (Task { try await ask(counter) }, Task { try await ask(counter) })
    try await Task.sleep(for: .milliseconds(100))
    first.cancel()
    try await Task.sleep(for: .milliseconds(100))
    #expect(counter.count == 1)
    #expect(try await pool.run { _ in 1 } == 1)
    second.cancel()
    await #expect(throws: (any Error).self) { try await second.value }
    await #expect(throws: (any Error).self) { try await first.value }
    #expect(try await pool.run(.engine) { _ in 3 } == 3, "the thread is free")
    #expect(try await cache.value("page") { 7 } == 7)
  }

  /// Of two who want one value, the second is still to end when its time is up.
  @Test func whoWaitsForAnothersValueIsStopped() async throws {
    let memo = Memo()
    let pool = AnalysisPool(threads: 2)
    let maker = Task {
      try await pool.run { checkpoint in
        try memo.value("a") {
          while true {
            Thread.sleep(forTimeInterval: 0.001)
            try checkpoint.report(0, of: 1)
          }
        }
      }
    }
    try await Task.sleep(for: .milliseconds(50))
    let other = Task { try await pool.run { _ in try memo.value("a") { 1 } } }
    try await Task.sleep(for: .milliseconds(50))
    other.cancel()
    await #expect(throws: StoppedWorkError.cancelled) { try await other.value }
    maker.cancel()
    await #expect(throws: StoppedWorkError.cancelled) { try await maker.value }
    #expect(try memo.value("a") { 2 } == 2)
  }

  @Test func slowReadersHoldNoMoreThanIsAllowed() {
    let limit = OutgoingLimit(most: 100)
    var leases = [limit.lease(500)]
    #expect(leases[0] != nil, "one may always go")
    #expect(limit.lease(1) == nil)
    leases = [limit.lease(60), limit.lease(40)]
    #expect(leases.count == 2)
    leases = []
    leases = [limit.lease(60), limit.lease(40), limit.lease(1)]
    #expect(leases.map { $0 != nil } == [true, true, false])
  }

  @Test func strangersMakeRoomForOthers() {
    final class Thing {}
    let connections = Connections()
    let things = (0...Connections.mostStrangers + 1).map { _ in Thing() }
    let closed = Mutex<[Int]>([])
    for (index, thing) in things.enumerated() {
      connections.opened(ObjectIdentifier(thing)) {
        closed.withLock { $0.append(index) }
      }
      if index == 0 { connections.begin(ObjectIdentifier(thing), hasSession: true) {} }
    }
    #expect(closed.withLock { $0 } == [1], "the oldest that has shown no session")
  }

  @Test func whatIsMadeForAConnectionEndsWithIt() {
    final class Thing {}
    let connections = Connections()
    let thing = Thing()
    let counter = Counter()
    connections.opened(ObjectIdentifier(thing)) {}
    connections.begin(ObjectIdentifier(thing), hasSession: false) { counter.add() }
    connections.end(ObjectIdentifier(thing))
    connections.begin(ObjectIdentifier(thing), hasSession: false) { counter.add() }
    connections.closed(ObjectIdentifier(thing))
    #expect(counter.count == 1)
  }

  @Test func workThatTakesTooLongIsGivenUp() async throws {
    let pool = AnalysisPool(threads: 1, limit: .milliseconds(10))
    await #expect(throws: StoppedWorkError.timeout) {
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
