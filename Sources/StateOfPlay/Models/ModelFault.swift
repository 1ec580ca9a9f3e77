public import CaseModel

/// Why a model in the case, a conflict or a scenario, cannot be analysed, and which part of it is at
/// fault.
public struct ModelFault: Error, Equatable {
  /// The part of the case; empty where what was asked is at fault.
  public var path: EntryPath
  public var message: String
  public var hint: String?

  public init(_ path: EntryPath, _ message: String, hint: String? = nil) {
    (self.path, self.message, self.hint) = (path, message, hint)
  }

  /// A fault in what was asked, and in no part of the case.
  public init(_ message: String, hint: String? = nil) {
    self.init(EntryPath(), message, hint: hint)
  }

  init(_ finding: Finding) { self.init(finding.path, finding.message, hint: finding.hint) }
}
