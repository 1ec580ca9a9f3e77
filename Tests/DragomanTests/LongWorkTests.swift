import Foundation
import TestSupport
import Testing

/// Work that takes longer than anyone waits: how it says so, and how it is stopped.
@Suite struct LongWorkTests {
  /// A model whose millions of samples take minutes.
  private static let model = """
    id: long
    title: A long one
    options:
    \((1...12).map { "  - {id: o\($0), title: Option \($0), owners: [m\(($0 - 1) % 2)]}" }.joined(separator: "\n"))
    decisionMakers:
      - {id: m0, prefers: [{that: o1 and o2, uncertain: true}, {that: o3}]}
      - {id: m1, prefers: [{that: o2 or o4}, {that: not o5, uncertain: true}]}

    """

  private func running(
    _ more: [String], _ error: FileHandle, onTerminal: Bool = false,
    _ body: (Process, Pipe) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let file = folder.url.appendingPathComponent("model.yaml")
    try folder.write(Self.model, to: "model.yaml")
    let process = Process()
    let command = [Program.path, "stability", file.path, "--sample", "10000000"] + more
    process.executableURL = URL(fileURLWithPath: onTerminal ? Self.script : Program.path)
    process.arguments =
      onTerminal
      ? ["-qec", command.joined(separator: " "), "/dev/null"] : Array(command.dropFirst())
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    defer { if process.isRunning { process.terminate() } }
    try body(process, output)
  }

  @Test func aTimeOutIsAnErrorWithoutAPartialResult() throws {
    let errors = Pipe()
    try running(["--timeout", "0.3"], errors.fileHandleForWriting) { process, output in
      let printed = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      try errors.fileHandleForWriting.close()
      let said = String(
        decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(printed.isEmpty)
      #expect(process.terminationStatus == 2)
      #expect(said.contains("took longer than 0.3 seconds"))
    }
  }

  @Test func anInterruptStopsItAndSaysSo() throws {
    let errors = Pipe()
    try running([], errors.fileHandleForWriting) { process, output in
      Thread.sleep(forTimeInterval: 0.7)
      process.interrupt()
      let printed = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      try errors.fileHandleForWriting.close()
      let said = String(
        decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(printed.isEmpty)
      #expect(process.terminationReason == .exit && process.terminationStatus == 130)
      // Elsewhere than on a terminal no progress is drawn.
      #expect(said == "error: stopped; nothing was written\n")
    }
  }

  /// A program that gives another a terminal to write to.
  private static let script = "/usr/bin/script"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "needs script(1)"))
  func onATerminalItSaysHowFarItIsAndWipesTheLine() throws {
    let errors = Pipe()
    try running(["--timeout", "2.5"], errors.fileHandleForWriting, onTerminal: true) {
      process, output in
      // A terminal has one stream.
      let drawn = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(drawn.hasPrefix("\rstability: 1 s, "), "\(drawn)")
      #expect(drawn.contains("\rstability: 2 s, "))
      let last = try #require(drawn.range(of: "\r\u{1B}[K", options: .backwards))
      #expect(drawn[last.upperBound...].contains("took longer than 2.5 seconds"))
    }
  }
}
