import Foundation
import TestSupport
import Testing

/// Expected outputs kept as files. A missing or different one fails; RECORD=1 writes it again, and
/// still fails, so that no one records by accident.
enum Golden {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  static func expect(
    _ actual: String, matches path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Program.root.appendingPathComponent(path)
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if expected == actual { return }
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record("\(path) was recorded; look at it and run again", sourceLocation: sourceLocation)
      return
    }
    guard let expected else {
      Issue.record("\(path) is missing; `make docs` records it", sourceLocation: sourceLocation)
      return
    }
    let (a, b) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      actual.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line =
      zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
    Issue.record(
      """
      \(path) differs from line \(line + 1) on; `make docs` records it again
      expected: \(line < a.count ? a[line] : "(the end)")
      actual:   \(line < b.count ? b[line] : "(the end)")
      """, sourceLocation: sourceLocation)
  }
}
