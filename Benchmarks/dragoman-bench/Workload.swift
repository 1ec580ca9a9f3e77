import Foundation

/// One thing to be measured.
struct Workload: Sendable {
  let name: String
  let about: String
  /// In statements, unless `about` says otherwise.
  var sizes = [1000, 10_000, 100_000]
  /// What must hold at which size, in seconds, bytes of memory, or bytes a second.
  var targets: [Target] = []
  /// One run is enough, and none to warm up: it is long, or what counts is that it ends well.
  var isOnce = false
  /// Makes what is needed and gives back what is to be timed, which gives the bytes it read or
  /// wrote. What it keeps in `kept` is dropped after the clock stops.
  let prepare: @Sendable (_ size: Int, _ folder: URL, _ kept: Kept) throws -> () throws -> Int?

  struct Target: Sendable {
    var size = 100_000
    var seconds: Double?
    var memory: Int?
    var bytesPerSecond: Double?
  }

  /// Holds a run's result beyond the clock.
  final class Kept {
    var value: Any?
  }

  /// Says why a workload cannot run here.
  struct Missing: Error {
    let reason: String
  }

  var quickSizes: [Int] { sizes.filter { $0 <= 10_000 } }

  func runs(at size: Int) -> Int {
    isOnce ? 1 : size < 10_000 ? 11 : size < 100_000 ? 7 : size < 1_000_000 ? 5 : 2
  }

  func measure(size: Int, runs: Int, folder: URL) throws -> Measurement {
    let kept = Kept()
    var found = Measurement()
    do {
      let body = try prepare(size, folder, kept)
      let clock = ContinuousClock()
      for run in (isOnce ? 1 : 0)...max(1, runs) {
        kept.value = nil
        let began = processorTime()
        let took = try clock.measure { found.bytes = try body() }
        let (seconds, attoseconds) = took.components
        let used = processorTime() - began
        if run > 0 {
          found.seconds.append(Double(seconds) + Double(attoseconds) / 1e18)
          found.processor.append(used)
        }
      }
      found.peak = peakMemory()
    } catch let missing as Missing {
      found.missing = missing.reason
    }
    return found
  }
}
