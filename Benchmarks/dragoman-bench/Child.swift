import Foundation

/// Runs one workload in a process of its own.
enum Child {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// This one.
  static var program: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }

  static func measure(_ workload: Workload, size: Int, folder: URL) throws -> Measurement {
    let output = try run(
      program,
      [
        "--measure", workload.name, "--size", "\(size)", "--runs", "\(workload.runs(at: size))",
        "--data", folder.path,
      ])
    guard let last = output.split(separator: "\n").last, let found = Measurement(line: last) else {
      throw Failed(description: "\(workload.name) at \(size) gave no measurement")
    }
    return found
  }

  /// The standard output of a program that ended well.
  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(
        description: "\(program) \(arguments.joined(separator: " ")) ended with "
          + "\(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
