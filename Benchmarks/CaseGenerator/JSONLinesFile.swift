internal import CaseModel
package import Foundation
internal import Interchange

/// Writes a generated case as JSON Lines, a few thousand statements in memory at a time.
package enum JSONLinesFile {
  /// Bytes written.
  @discardableResult
  package static func write(
    statements: Int, parties: Int = 20, issues: Int = 200, seed: UInt64 = 1, to file: URL
  ) throws -> Int {
    let plan = Plan(statements: statements, parties: parties, issues: issues, seed: seed)
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    let frame = plan.frame()
    var bytes = CaseWriter.write(frame, as: .jsonl)
    var written = bytes.count
    try handle.write(contentsOf: Data(bytes))
    let empty = Case(frame.header)
    let header = CaseWriter.write(empty, as: .jsonl).count
    for start in stride(from: 0, to: plan.statements, by: 4096) {
      var part = empty
      part.statements = (start..<min(start + 4096, plan.statements)).map { plan.statement($0) }
      // Each part begins with the header's line, which the file has already.
      bytes = CaseWriter.write(part, as: .jsonl)
      try handle.write(contentsOf: Data(bytes[header...]))
      written += bytes.count - header
    }
    return written
  }
}
