/// Reads nodes into values and collects everything that cannot be read, with its place.
///
/// Reading goes on after a fault, so that one run names them all.
public struct NodeReader: Sendable {
  /// Findings past this number are counted, not kept: 100 MB of faults must not fill the memory.
  public static let mostFindings = 200

  public private(set) var findings: [Finding] = []
  /// Findings beyond ``mostFindings``.
  public private(set) var uncounted = 0
  public var path = EntryPath()
  /// Asked of every date read, with its path, for the date to read instead; see ``Case/dates()``.
  package var onDate: (@Sendable (EntryPath, EDTFDate) -> EDTFDate)?

  public init() {}

  public var hasErrors: Bool { !findings.isEmpty }

  /// Words for a finding that is only counted are never made: a hint can cost more than the reading.
  public mutating func fail(
    _ code: String, at place: Place, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil
  ) {
    guard findings.count < Self.mostFindings else {
      uncounted += 1
      return
    }
    findings.append(Finding(code, .error, at: path, place: place, message: message(), hint: hint()))
  }

  public mutating func inside<Result>(
    _ step: EntryPath.Step, _ body: (inout NodeReader) -> Result
  ) -> Result {
    path.steps.append(step)
    defer { path.steps.removeLast() }
    return body(&self)
  }

  /// The text of a scalar; anything else is a fault. `what` names the thing wanted.
  public mutating func text(_ node: Node, wanted what: String) -> String? {
    if let text = node.scalar { return text }
    fail("wrong-type", at: node.place, "expected \(what), found \(node.kindInWords)")
    return nil
  }
}

extension Array where Element == String {
  /// `a`, `b` or `c`, for messages; cut after a dozen.
  package var alternatives: String {
    let shown = prefix(12).map { "`\($0)`" }
    guard let last = shown.last else { return "nothing" }
    if count > 12 { return shown.joined(separator: ", ") + ", …" }
    return shown.count == 1 ? last : shown.dropLast().joined(separator: ", ") + " or " + last
  }
}
