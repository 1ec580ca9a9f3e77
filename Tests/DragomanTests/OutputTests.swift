import Foundation
import TestSupport
import Testing

/// What cannot be written is not reported as done, and nothing is put where no file was.
@Suite struct OutputTests {
  private func run(_ line: String, in folder: URL) throws -> (code: Int32, error: String) {
    let errors = folder.appendingPathComponent("errors")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\"\(Program.path)\" \(line) 2> errors"]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
  }

  #if os(Linux)
    @Test(arguments: ["brief Examples/sarn", "convert Examples/sarn", "schema"])
    func aFullDiskUnderTheOutputIsSaid(_ command: String) throws {
      try Program.inScratch { folder in
        let ended = try run("\(command) > /dev/full", in: folder)
        #expect(ended.code == 3)
        #expect(ended.error.contains("the output cannot be written"))
      }
    }
  #endif

  @Test func aReaderThatGoesAwayEndsTheProgramQuietly() throws {
    try Program.inScratch { folder in
      let ended = try run("convert Examples/istanbul | head -1 > /dev/null", in: folder)
      #expect(ended == (0, ""))
    }
  }

  @Test func aPipeIsNoCaseAndIsNotReplaced() throws {
    try Program.inScratch { folder in
      let pipe = folder.appendingPathComponent("x.dragoman").path
      let other = folder.appendingPathComponent("y.yaml").path
      #expect(mkfifo(pipe, 0o600) == 0 && mkfifo(other, 0o600) == 0)
      let read = try run("verify x.dragoman", in: folder)
      #expect(read.code == 3 && read.error.contains("a pipe or a device"))
      let written = try run("convert Examples/sarn --output y.yaml", in: folder)
      #expect(written.code == 3 && written.error.contains("is a named pipe"))
    }
  }

  @Test func aCopyAndAHashAreWhatTheyMustBe() throws {
    try Program.inScratch { folder in
      let unknown = String(repeating: "0", count: 64)
      for (line, code): (String, Int32) in [
        ("convert Examples/sarn --output s.dragoman --by a > /dev/null", 0),
        ("backup s.dragoman copy", 2), ("verify s.dragoman --head deadbeef", 2),
        ("verify s.dragoman --head \(unknown) > /dev/null", 1),
      ] {
        let ended = try run(line, in: folder)
        #expect(ended.code == code, "\(line)")
      }
    }
  }
}
