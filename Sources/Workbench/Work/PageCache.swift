internal import Synchronization

/// Pages and looks made lately, by name; what many ask for at once is made once.
///
/// Names hold the case's hash, so that nothing here is ever out of date; what was used least lately
/// goes first.
final class PageCache<Value: Sendable>: Sendable {
  private struct Entry {
    let number: Int
    var task: Task<Value, any Error>
    var size: Int
    var used: Int
    /// How many wait for it while it is made.
    var waiting: Int
    var isMade = false
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var clock = 0
    var size = 0
  }

  private let state = Mutex(State())
  private let capacity: Int
  private let size: @Sendable (Value) -> Int

  /// - Parameter size: what a value weighs against `capacity`; 1 by default.
  init(capacity: Int, size: @escaping @Sendable (Value) -> Int = { _ in 1 }) {
    self.capacity = capacity
    self.size = size
  }

  /// The value kept under `name`, else what `make` gives, which is cancelled once no one waits for
  /// it any more. Where it throws, nothing is kept.
  func value(
    _ name: String, _ make: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let (task, number, isNew) = state.withLock { state in
      state.clock += 1
      if let entry = state.entries[name] {
        state.entries[name]?.used = state.clock
        state.entries[name]?.waiting += 1
        return (entry.task, entry.number, false)
      }
      let task = Task { try await make() }
      state.entries[name] = Entry(
        number: state.clock, task: task, size: 0, used: state.clock, waiting: 1)
      return (task, state.clock, true)
    }
    do {
      let value = try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        leave(name, number)
      }
      if isNew { weigh(name, number, size(value)) }
      return value
    } catch {
      state.withLock { state in
        if state.entries[name]?.number == number { Self.remove(name, from: &state) }
      }
      throw error
    }
  }

  /// One who waited is gone.
  private func leave(_ name: String, _ number: Int) {
    state.withLock { state in
      guard var entry = state.entries[name], entry.number == number, !entry.isMade else { return }
      entry.waiting -= 1
      state.entries[name] = entry
      guard entry.waiting <= 0 else { return }
      entry.task.cancel()
      // Requests from now on begin again.
      Self.remove(name, from: &state)
    }
  }

  private func weigh(_ name: String, _ number: Int, _ size: Int) {
    state.withLock { state in
      guard state.entries[name]?.number == number else { return }
      state.entries[name]?.size = size
      state.entries[name]?.isMade = true
      state.size += size
      while state.size > capacity, state.entries.count > 1 {
        let oldest = state.entries.filter { $0.key != name && $0.value.size > 0 }
          .min { ($0.value.used, $0.key) < ($1.value.used, $1.key) }
        guard let oldest else { break }
        Self.remove(oldest.key, from: &state)
      }
    }
  }

  private static func remove(_ name: String, from state: inout State) {
    guard let entry = state.entries.removeValue(forKey: name) else { return }
    state.size -= entry.size
  }
}
