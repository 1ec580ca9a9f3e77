import Foundation

/// One measurement.
struct Row {
  let name: String
  let seconds: Double
  /// Of all cores together: what the wall clock would show on one quiet core.
  let processorSeconds: Double
  let bar: Double?

  init(_ name: String, bar: Double?, _ body: () throws -> Void) throws {
    (self.name, self.bar) = (name, bar)
    try body()
    var times: [Double] = []
    var processorTimes: [Double] = []
    for _ in 0..<5 {
      let start = ContinuousClock.now
      let processorStart = clock()
      try body()
      let taken = (ContinuousClock.now - start).components
      times.append(Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
      processorTimes.append(Double(clock() - processorStart) / Double(CLOCKS_PER_SEC))
    }
    processorSeconds = processorTimes.sorted()[2]
    seconds = times.sorted()[2]
  }

  var isMissed: Bool { bar.map { seconds > $0 } ?? false }

  var line: String {
    let bar = bar.map { String(format: "%.1f", $0) } ?? ""
    let times = String(format: "%.3f | %.3f", seconds, processorSeconds)
    return "| \(name) | \(times) | \(bar)\(isMissed ? " missed" : "") |"
  }
}
