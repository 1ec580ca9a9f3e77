/// Reads nodes into values and collects everything that cannot be read, with its place.
///
/// Reading goes on after a fault, so that one run names them all.
public struct NodeReader: Sendable {
  /// Findings past this number are counted, not kept: 100 MB of faults must not fill the memory.
  public static let mostFindings = 200

  /// What could not be read, in the order of the file.
  public private(set) var findings: [Finding] = []
  /// Findings beyond ``mostFindings``.
  public private(set) var uncounted = 0
  /// The part being read.
  public var path = EntryPath()
  /// Asked of every date read, with its path, for the date to read instead; see ``Case/dates()``.
  package var onDate: (@Sendable (EntryPath, EDTFDate) -> EDTFDate)?

  /// One with every field empty.
  public init() {}

  /// Whether anything could not be read.
  public var hasErrors: Bool { !findings.isEmpty }

  /// Words for a finding that is only counted are never made: a hint can cost more than the reading.
  package mutating func fail(
    _ code: ReadErrorCode, at place: Place, _ message: @autoclosure () -> String,
    hint: @autoclosure () -> String? = nil, missing: Finding.MissingField? = nil
  ) {
    guard findings.count < Self.mostFindings else {
      uncounted += 1
      return
    }
    var finding = Finding(code, at: path, place: place, message: message(), hint: hint())
    finding.missing = missing
    findings.append(finding)
  }

  /// Reads what is one step further in.
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
    fail(.wrongType, at: node.place, "expected \(what), found \(node.kindInWords)")
    return nil
  }
}
