import Foundation

/// What several runs of one workload at one size took.
struct Measurement: Codable {
  /// By the clock on the wall.
  var seconds: [Double] = []
  /// Of the processor, which other programs on the machine do not lengthen much.
  var processor: [Double] = []
  /// Most memory the process ever held, in bytes; nil where the system does not tell.
  var peak: Int?
  /// Bytes read or written by one run; nil where it reads and writes none.
  var bytes: Int?
  /// Why there are no numbers.
  var missing: String?

  var median: Double { Self.median(seconds) }
  var processorMedian: Double { Self.median(processor) }

  private static func median(_ seconds: [Double]) -> Double {
    let sorted = seconds.sorted()
    guard let middle = sorted.dropFirst(sorted.count / 2).first else { return 0 }
    guard sorted.count % 2 == 0, let lower = sorted.dropFirst(sorted.count / 2 - 1).first else {
      return middle
    }
    return (lower + middle) / 2
  }

  /// For the parent process to read.
  var line: String {
    (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  init() {}

  init?(line: some StringProtocol) {
    guard let found = try? JSONDecoder().decode(Measurement.self, from: Data(line.utf8)) else {
      return nil
    }
    self = found
  }
}

/// What this process has used of the processor so far, in seconds.
func processorTime() -> Double {
  var time = timespec()
  guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory this process ever held.
///
/// Linux passes `ru_maxrss` on from the process that started this one, so it is read elsewhere.
func peakMemory() -> Int? {
  #if os(Linux)
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return nil
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let digits = line.map { $0.filter(\.isNumber) }
    return digits.flatMap { Int($0) }.map { $0 * 1024 }
  #else
    var usage = rusage()
    return getrusage(RUSAGE_SELF, &usage) == 0 ? Int(usage.ru_maxrss) : nil
  #endif
}
