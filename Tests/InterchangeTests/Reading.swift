import CaseModel
import Foundation
import Interchange
import Testing

/// Reads a text that must not be readable, and gives what was said about it.
func faults(
  _ text: String, as format: FileLayout.Format = .yaml,
  sourceLocation: SourceLocation = #_sourceLocation
) -> [Finding] {
  faults(Array(text.utf8), as: format, sourceLocation: sourceLocation)
}

func faults(
  _ bytes: [UInt8], as format: FileLayout.Format = .yaml, limits: ReadLimits = ReadLimits(),
  sourceLocation: SourceLocation = #_sourceLocation
) -> [Finding] {
  do {
    _ = try CaseReader.read(bytes, as: format, limits: limits)
    Issue.record("it was read", sourceLocation: sourceLocation)
    return []
  } catch {
    return error.findings
  }
}

extension Finding {
  /// `line:column code`
  var brief: String { "\(place?.line ?? 0):\(place?.column ?? 0) \(code)" }
}

/// The beginning of a case file.
let head = "dragoman: 1\ncase: {id: v, title: V}\n"

/// The release build is asked for the full measure, as is `EVALUATE=1`.
var isThorough: Bool {
  #if DEBUG
    return ProcessInfo.processInfo.environment["EVALUATE"] == "1"
  #else
    return true
  #endif
}

/// A case that reads, or a failure that says why it does not.
func read(
  _ text: String, as format: FileLayout.Format = .yaml,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> ReadCase {
  do {
    return try CaseReader.read(Array(text.utf8), as: format)
  } catch {
    for finding in error.findings {
      Issue.record("\(finding.brief): \(finding.message)", sourceLocation: sourceLocation)
    }
    throw error
  }
}
