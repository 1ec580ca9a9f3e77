import Foundation

/// What one row measures; times in milliseconds.
struct Measured: Codable {
  var states: Int
  /// Compiling the form and the preferences.
  var preferences: Spread?
  /// Each concept alone.
  var concepts: [Spread] = []
  /// The four concepts in one call, or the question the row asks.
  var together: Spread
  /// With the preferences.
  var total: Spread
  /// Processor time of one run, of all cores.
  var processor: Double
  /// Bytes held at most; nil where the system does not tell.
  var peak: Int?
  var found: Int
}

/// The middle of several runs, and the least and the most.
struct Spread: Codable {
  var median: Double
  var least: Double
  var most: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    (least, most) = (sorted.first ?? 0, sorted.last ?? 0)
  }
}

func milliseconds(_ duration: Duration) -> Double {
  let parts = duration.components
  return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
}

/// How long `body` takes, and what it gives.
func timed<Value>(_ body: () throws -> Value) rethrows -> (value: Value, time: Double) {
  let start = ContinuousClock.now
  let value = try body()
  return (value, milliseconds(ContinuousClock.now - start))
}

/// Processor time this process has used, in milliseconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
}

/// The most memory this process ever held; only Linux tells.
func peakBytes() -> Int? {
  guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") }),
    let number = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
  else { return nil }
  return number * 1024
}
