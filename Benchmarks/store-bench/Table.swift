import CaseStore
import CaseModel
import Foundation

/// A moment for every change: the bench's results do not hang on the clock.
let moment = Moment(milliseconds: 1_772_359_200_000)

/// Prints one row per workload.
struct Table {
  func header() { print(line("workload", "target", "median", "min", "max", "processor")) }

  /// Runs `body` once to warm up where it is run more than once.
  func row(_ name: String, _ target: String, _ runs: Int, _ body: () throws -> Void) throws {
    let clock = ContinuousClock()
    if runs > 1 { try body() }
    var times: [Duration] = []
    let processor = processorTime()
    for _ in 0..<runs {
      let start = clock.now
      try body()
      times.append(clock.now - start)
    }
    times.sort()
    print(
      line(
        name, target, text(times[times.count / 2]), text(times[0]), text(times[times.count - 1]),
        text((processorTime() - processor) / runs)))
  }

  /// User and system time of this process.
  private func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }

  private func text(_ duration: Duration) -> String {
    let parts = duration.components
    let microseconds = Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12
    return microseconds < 1000
      ? "\((microseconds * 10).rounded() / 10) µs" : "\((microseconds / 10).rounded() / 100) ms"
  }

  private func line(_ cells: String...) -> String {
    zip(cells, [34, 10, 12, 12, 12, 0]).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined()
  }
}
