internal import Foundation
internal import Synchronization

/// Values made once and kept, each under a name; a request for one being made waits for it.
final class Memo: Sendable {
  private final class Slot: Sendable {
    let value = Mutex<(any Sendable)?>(nil)
  }

  private let slots = Mutex<[String: Slot]>([:])

  /// The value kept under `name`, else what `make` gives; where it throws nothing is kept.
  func value<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value {
    let slot = slots.withLock { slots in
      if let slot = slots[name] { return slot }
      let slot = Slot()
      slots[name] = slot
      return slot
    }
    while true {
      // Another computation may take long; a waiting one must still end when it should.
      try AnalysisPool.Stop.current?.check()
      let value = try slot.value.withLockIfAvailable { kept in
        if let kept = kept as? Value { return kept }
        let made = try make()
        kept = made
        return made
      }
      if let value { return value }
      usleep(1000)
    }
  }
}
