import Foundation
import TestSupport

/// Runs the built program as a user would.
enum Program {
  struct Result {
    var output: String
    var error: String
    var code: Int32
  }

  /// The project's folder.
  static let root = BuiltProgram.root

  /// Built beside the test bundle.
  static let path = BuiltProgram.path("dragoman")

  /// Holds a program to one core; nil where the system has no such command.
  static let oneCore: [String]? = ["/usr/bin/taskset", "/bin/taskset"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { [$0, "-c", "0"] }

  /// `launcher` is a command that runs the program it is given, as ``oneCore``.
  static func run(
    _ arguments: [String], in folder: URL = root, environment: [String: String] = [:],
    launcher: [String] = []
  ) throws -> Result {
    let process = Process()
    let command = launcher + [path] + arguments
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    var inherited = ProcessInfo.processInfo.environment
    for name in ["COLUMNS", "NO_COLOR", "LC_ALL", "LANG"] { inherited[name] = nil }
    process.environment = inherited.merging(environment) { $1 }
    let output = Pipe()
    // To a file, so that neither stream can fill up and block the other.
    let errors = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragoman-err-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: data, as: UTF8.self),
      error: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      code: process.terminationReason == .exit ? process.terminationStatus : -1)
  }

  /// A folder of its own with a copy of the examples, gone afterwards.
  static func inScratch<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dragoman-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("Examples"), to: folder.appendingPathComponent("Examples"))
    return try body(folder)
  }
}

/// Splits a command line at spaces, with double quotes as a shell has them.
func words(_ line: String) -> [String] {
  var words: [String] = []
  var word = ""
  var isQuoted = false
  var hasWord = false
  for character in line {
    switch character {
    case "\"":
      isQuoted.toggle()
      hasWord = true
    case " " where !isQuoted:
      if hasWord { words.append(word) }
      word = ""
      hasWord = false
    default:
      word.append(character)
      hasWord = true
    }
  }
  if hasWord { words.append(word) }
  return words
}
