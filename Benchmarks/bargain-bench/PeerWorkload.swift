import Bargaining
import Foundation

/// A scenario that this engine and NegMAS are both given, each in a process of its own.
///
/// Ours is everything from the scenario to the frontier and four named points; NegMAS' is the call
/// that gives the frontier alone.
struct PeerWorkload {
  let name: String
  let counts: [Int]
  let parties: Int
  /// How often NegMAS runs: it needs seconds.
  var runs = 1
  var isLong = false
  /// The least that NegMAS' time divided by ours must be.
  var target: Double? = 500
  /// Hundredths and tenths, written as decimals, instead of integers.
  var isDecimal = false

  static let all: [PeerWorkload] = [
    .init(name: "10^6 packages, 2 parties", counts: many(6, 10), parties: 2, runs: 3),
    .init(name: "10^6 packages, 3 parties", counts: many(6, 10), parties: 3, runs: 3),
    .init(
      name: "5.8M packages, 3 parties", counts: [9, 8, 8, 8, 7, 6, 5, 6], parties: 3,
      isLong: true),
    .init(
      name: "5^5 packages, opposed, decimals", counts: many(5, 5), parties: 2, runs: 3,
      target: nil, isDecimal: true),
  ]

  private static func many(_ issues: Int, _ options: Int) -> [Int] {
    Array(repeating: options, count: issues)
  }

  private var scenario: Scenario {
    isDecimal
      ? SampleScenario.opposedDecimals(counts: counts)
      : SampleScenario.make(counts: counts, parties: parties, opposed: false)
  }

  private struct Ours: Codable {
    var seconds: [Double]
    var points: Int
    var peak: Int
    var utilities: [[String]]
  }

  private struct Theirs: Decodable {
    var missing: String?
    var version: String?
    var processor: [Double]?
    var points: Int?
    var peak: Int?
    var utilities: [[Double]]?
    var offers: Int?
  }

  /// Prints what this engine makes of a workload.
  static func runAlone(_ name: String) throws {
    guard let workload = all.first(where: { $0.name == name }) else { return }
    let scenario = workload.scenario
    var ours = Ours(seconds: [], points: 0, peak: 0, utilities: [])
    let times = try Measurement.of {
      let frontier = try CompiledScenario(scenario).frontier()
      for solution in [Solution.nash, .kalaiSmorodinsky, .egalitarian, .utilitarian] {
        _ = try frontier.point(of: solution)
      }
      return "\(frontier.count)"
    }
    ours.seconds = times.seconds
    ours.peak = peak()
    let frontier = try CompiledScenario(scenario).frontier()
    ours.points = frontier.count
    ours.utilities = frontier.points.map { $0.utilities.map(\.description) }
    print(String(decoding: try JSONEncoder().encode(ours), as: UTF8.self))
  }

  static func table(
    python: String, quick: Bool, markdown: Bool, _ isWanted: (String) -> Bool
  ) {
    var table = Table(markdown: markdown)
    table.header("Compared with NegMAS", "Target", "Here", "NegMAS", "Ratio", "Points, memory")
    for workload in all where isWanted(workload.name) && !(quick && workload.isLong) {
      do {
        try workload.row(in: table, python: python)
      } catch {
        table.row(workload.name, "", "", "", "failed", "\(error)")
      }
    }
    if isWanted("alternating offers") { offers(in: table, python: python) }
    table.end()
  }

  private func row(in table: Table, python: String) throws {
    let own = try Self.child(
      CommandLine.arguments[0], ["--child", name])
    let ours = try JSONDecoder().decode(Ours.self, from: own)
    let theirs = try Self.negmas(python, scenario, runs: runs, "frontier")
    guard let processor = theirs.processor?.sorted(), !processor.isEmpty else {
      return table.row(name, "", "", "", "", "NegMAS is missing: \(theirs.missing ?? "no answer")")
    }
    let (mine, other) = (ours.seconds[ours.seconds.count / 2], processor[processor.count / 2])
    let ratio = other / mine
    // In decimals the two notations differ by rounding; there the number of points tells.
    let isSame =
      Set(ours.utilities)
      == Set((theirs.utilities ?? []).map { $0.map { String(Int($0)) } })
    let points =
      theirs.points == ours.points
      ? "\(ours.points) points\(isSame ? ", the same" : "")"
      : "\(ours.points) points here, exact; \(theirs.points ?? 0) there"
    table.row(
      name, target.map { "×\(Int($0))" } ?? "–", Measurement.text(mine), Measurement.text(other),
      "×\(Int(ratio))" + (target.map { ratio >= $0 ? " met" : " not met" } ?? ""),
      "\(points); \(Self.megabytes(ours.peak)) against \(Self.megabytes(theirs.peak ?? 0))")
  }

  /// Offers a second, two that concede late, until the deadline.
  private static func offers(in table: Table, python: String) {
    let name = "alternating offers, 15,625 packages"
    do {
      var scenario = SampleScenario.zeroSum(counts: many(6, 5))
      let theirs = try negmas(python, scenario, runs: 1, "offers")
      for party in scenario.parties.indices { scenario.parties[party].reservation = 4_000_000 }
      let haggling = try AlternatingOffers(CompiledScenario(scenario))
      var made = 0
      let times = try Measurement.of {
        made =
          try haggling.run(
            [.timeDependent(.boulware(power: 4)), .timeDependent(.boulware(power: 4))],
            rules: .init(rounds: 2_500_000)
          ).offers
        return "\(made)"
      }
      guard let used = theirs.processor?.first, let offered = theirs.offers, used > 0 else {
        return table.row(name, "", "", "", "", "NegMAS is missing: \(theirs.missing ?? "")")
      }
      let (mine, other) = (Double(made) / times.median, Double(offered) / used)
      table.row(
        name, "–", "\(Int(mine)) a second", "\(Int(other)) a second", "×\(Int(mine / other))", "")
    } catch {
      table.row(name, "", "", "", "failed", "\(error)")
    }
  }

  private static func negmas(
    _ python: String, _ scenario: Scenario, runs: Int, _ what: String
  ) throws -> Theirs {
    var weights: [[String]] = []
    var values: [[[String]]] = []
    for party in scenario.parties {
      guard case .additive(let additive) = party.utility.base else { continue }
      weights.append(additive.weights.map(\.nominal.description))
      values.append(
        additive.valuations.map {
          if case .perOption(let options) = $0 { options.map(\.nominal.description) } else { [] }
        })
    }
    struct File: Encodable {
      let weights: [[String]]
      let values: [[[String]]]
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "bargain-bench-\(ProcessInfo.processInfo.processIdentifier).json")
    try JSONEncoder().encode(File(weights: weights, values: values)).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("negmas_frontier.py").path
    let output = try child(python, [script, path.path, "\(runs)", what])
    let last = output.split(separator: UInt8(ascii: "\n")).last ?? output[...]
    return try JSONDecoder().decode(Theirs.self, from: Data(last))
  }

  private static func child(_ program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output
  }

  /// The most memory this process ever held, in bytes.
  private static func peak() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      return (line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first)
        .flatMap { Int($0) }.map { $0 * 1024 } ?? 0
    }
    return 0
  }

  private static func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
}
