import Foundation
import TestSupport

/// The programs that are built beside the tests.
enum Built {
  static func path(_ name: String) -> String { BuiltProgram.path(name) }

  struct Result {
    var output: String
    var error: String
    var code: Int32
    var wasKilled: Bool
  }

  /// Runs a program; `killAfter` ends it as pulling the plug would, after so many seconds.
  static func run(
    _ command: [String], killAfter: Double? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let streams = try (0..<2).map { _ in
      let place = FileManager.default.temporaryDirectory
        .appendingPathComponent("dragoman-out-\(UUID().uuidString)")
      _ = FileManager.default.createFile(atPath: place.path, contents: nil)
      return (place, try FileHandle(forWritingTo: place))
    }
    defer { for (place, _) in streams { try? FileManager.default.removeItem(at: place) } }
    process.standardOutput = streams[0].1
    process.standardError = streams[1].1
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let killAfter {
      Thread.sleep(forTimeInterval: killAfter)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0.0), as: UTF8.self) }
    return Result(
      output: texts[0], error: texts[1], code: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal)
  }
}
