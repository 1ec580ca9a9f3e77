package import Foundation

/// Runs built programs as a user would.
package enum Program {
  package struct Result: Sendable {
    package var output: String
    package var error: String
    /// -1 where a signal ended it.
    package var code: Int32
    package var wasKilled: Bool { code == -1 }
  }

  /// The project's folder.
  package static let root = Project.root

  package static let path = Project.program("dragoman")

  /// Holds a program to one core; nil where the system has no such command.
  package static let oneCore: [String]? = ["/usr/bin/taskset", "/bin/taskset"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { [$0, "-c", "0"] }

  /// Runs `dragoman`. `launcher` is a command that runs the program it is given, as ``oneCore``.
  package static func run(
    _ arguments: [String], in folder: URL = root, environment: [String: String] = [:],
    launcher: [String] = []
  ) throws -> Result {
    try run(command: launcher + [path] + arguments, in: folder, environment: environment)
  }

  /// Runs any command; `killAfter` ends it as pulling the plug would, after so many seconds.
  package static func run(
    command: [String], in folder: URL = root, environment: [String: String] = [:],
    killAfter: Double? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    var inherited = ProcessInfo.processInfo.environment
    for name in ["COLUMNS", "NO_COLOR", "LC_ALL", "LANG"] { inherited[name] = nil }
    process.environment = inherited.merging(environment) { $1 }
    // To files, so that neither stream can fill up and block the other.
    let streams = try TemporaryFolder()
    let handles = try ["output", "error"].map { name in
      try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: name)))
    }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let killAfter {
      Thread.sleep(forTimeInterval: killAfter)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let texts = try ["output", "error"].map { name in
      String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: streams.place(name))), as: UTF8.self)
    }
    return Result(
      output: texts[0], error: texts[1],
      code: process.terminationReason == .exit ? process.terminationStatus : -1)
  }

  /// A folder of its own with a copy of the examples, gone afterwards.
  package static func inScratch<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Project.file("Examples"), to: folder.url.appendingPathComponent("Examples"))
    return try withExtendedLifetime(folder) { try body(folder.url) }
  }
}

/// Splits a command line at spaces, with double quotes as a shell has them.
package func words(_ line: String) -> [String] {
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
