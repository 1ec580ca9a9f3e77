import Foundation
internal import Foundations

/// The results, as a table for a terminal or for docs/benchmarks.md.
struct ResultTable {
  private static let header = [
    "Workload", "Size", "Median", "Least – most", "Processor", "Rate", "Peak memory",
    "Growth", "Target",
  ]
  private var rows: [[String]] = []
  private var told: [(name: String, about: String)] = []

  mutating func add(
    _ workload: Workload, _ size: Int, _ found: Measurement, before: Measurement?
  ) {
    if told.last?.name != workload.name { told.append((workload.name, workload.about)) }
    let name = workload.name
    if let missing = found.missing {
      rows.append([name, Self.grouped(size), "missing: \(missing)", "", "", "", "", "", ""])
      return
    }
    let seconds = found.seconds.sorted()
    let median = found.median
    let used = found.processorMedian
    let growth = before.map { $0.processorMedian > 0 ? used / $0.processorMedian : 0 }
    rows.append([
      name, Self.grouped(size), Self.time(median),
      "\(Self.time(seconds.first ?? 0)) – \(Self.time(seconds.last ?? 0))",
      Self.time(used),
      found.bytes.map { Self.decimal(Double($0) / 1e6 / used, 1) + " MB/s" }
        ?? Self.decimal(used / Double(size) * 1e6, 2) + " µs each",
      found.peak.map { Self.decimal(Double($0) / 1e6, 0) + " MB" } ?? "unknown",
      growth.map { "×" + Self.decimal($0, 1) } ?? "",
      Self.verdict(workload.targets.first { $0.size == size }, found),
    ])
  }

  private static func verdict(
    _ target: Workload.Target?, _ found: Measurement
  ) -> String {
    guard let target else { return "" }
    var parts: [String] = []
    func part(_ words: String, _ isMet: Bool) { parts.append(words + (isMet ? " ✓" : " ✗")) }
    // Work on two cores takes less by the clock; what waits for other programs, by the processor.
    if let most = target.seconds {
      part("< \(time(most))", min(found.processorMedian, found.median) < most)
    }
    if let most = target.memory, let peak = found.peak {
      part("< \(decimal(Double(most) / 1e6, 0)) MB", peak < most)
    }
    if let least = target.bytesPerSecond, let bytes = found.bytes {
      part(
        "≥ \(decimal(least / 1e6, 0)) MB/s", Double(bytes) / found.processorMedian >= least)
    }
    return parts.joined(separator: ", ")
  }

  static func time(_ seconds: Double) -> String {
    seconds < 0.001
      ? decimal(seconds * 1e6, 0) + " µs"
      : seconds < 1 ? decimal(seconds * 1000, 1) + " ms" : decimal(seconds, 2) + " s"
  }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  var text: String {
    let all = [Self.header] + rows
    let widths = Self.header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let lines = all.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined(separator: "  ")
    }
    return (lines + ["", Machine.words]).joined(separator: "\n")
  }

  var markdown: String {
    var lines = [Machine.words, ""]
    lines.append("| " + Self.header.joined(separator: " | ") + " |")
    lines.append("|:--|--:|--:|--:|--:|--:|--:|--:|:--|")
    for row in rows { lines.append("| " + row.joined(separator: " | ") + " |") }
    lines.append("")
    for (name, about) in told { lines.append("- `\(name)`: \(about)") }
    return lines.joined(separator: "\n")
  }
}

/// Where the numbers come from.
enum Machine {
  static var words: String {
    let info = ProcessInfo.processInfo
    let gigabytes = Int((Double(info.physicalMemory) / 1e9).rounded())
    let swift = (try? Child.run("/usr/bin/env", ["swift", "--version"])) ?? ""
    let version =
      swift.split(separator: "\n").first { $0.contains("Swift version") } ?? "Swift version unknown"
    return "Machine: \(processor), \(info.activeProcessorCount) cores, \(gigabytes) GB; "
      + "\(info.operatingSystemVersionString); \(version)."
  }

  private static var processor: String {
    let told = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = told.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line.flatMap { $0.split(separator: ":").last }.map {
      $0.trimmingCharacters(in: .whitespaces)
    } ?? "processor unknown"
  }
}
