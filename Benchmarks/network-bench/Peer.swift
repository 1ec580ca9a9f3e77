import Foundation
import Networks

/// networkx on the same statements in the same run: how long it takes, and whether it agrees.
struct Peer: Decodable {
  struct Result: Decodable {
    let seconds: Double
    /// The sum of all weights, or of all losses.
    let value: Double
  }

  private(set) var version = ""
  private(set) var results: [String: Result] = [:]

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    for key in values.allKeys {
      if key.stringValue == "version" {
        version = try values.decode(String.self, forKey: key)
      } else {
        results[key.stringValue] = try values.decode(Result.self, forKey: key)
      }
    }
  }

  /// - Parameter python: an interpreter that has networkx.
  static func run(_ python: String, _ usual: Workload, _ small: Workload) throws -> Peer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "network-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [("usual.csv", usual), ("small.csv", small)].map { name, workload in
      (file: folder.appendingPathComponent(name), workload)
    }
    for (file, workload) in files { try Data(workload.csv.utf8).write(to: file) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("networkx_same.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script.path] + files.map(\.file.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Peer.self, from: output)
  }
}

extension OneModeNetwork {
  /// What all ties weigh together.
  var total: Double { ties.reduce(0) { $0 + $1.congruence } }
}
