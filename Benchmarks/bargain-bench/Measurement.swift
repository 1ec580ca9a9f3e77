import Foundation

/// Processor times of several runs of one workload, in seconds.
struct Measurement {
  private(set) var seconds: [Double]
  let result: String

  var median: Double { seconds[seconds.count / 2] }
  var medianText: String { Self.text(median) }
  var spreadText: String {
    "\(Self.text(seconds[0])) – \(Self.text(seconds[seconds.count - 1]))"
  }

  /// One run warms up; then three to nine are measured, within two seconds where they can be.
  static func of(_ run: () throws -> String) throws -> Measurement {
    var result = try run()
    var seconds: [Double] = []
    while seconds.count < 3 || (seconds.count < 9 && seconds.reduce(0, +) < 2) {
      let began = processor()
      result = try run()
      seconds.append(processor() - began)
    }
    return Measurement(seconds: seconds.sorted(), result: result)
  }

  /// Used by this process so far.
  static func processor() -> Double {
    var usage = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &usage)
    return Double(usage.tv_sec) + Double(usage.tv_nsec) / 1e9
  }

  /// Three figures and a unit.
  static func text(_ seconds: Double) -> String {
    let (value, unit) =
      seconds < 1e-3
      ? (seconds * 1e6, "µs") : seconds < 1 ? (seconds * 1e3, "ms") : (seconds, "s")
    let digits = value < 10 ? 2 : value < 100 ? 1 : 0
    return String(format: "%.\(digits)f \(unit)", value)
  }
}
