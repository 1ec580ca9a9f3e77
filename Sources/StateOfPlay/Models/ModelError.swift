public import CaseModel

/// Why a model in the case, a conflict or a scenario, cannot be analysed, and which part of it, or
/// which question asked of it, is at fault.
public struct ModelError: Error, ExplainedError, Equatable {
  /// The part of the case; empty where no part of it is at fault.
  public var path: EntryPath
  /// What was asked, where that is at fault. The command line calls it by its flag, a page by its
  /// field.
  public var question: ModelQuestion?
  public var message: String
  public var hint: String?

  /// An error of a part of the case.
  public init(_ path: EntryPath, _ message: String, hint: String? = nil) {
    self.init(path, nil, message, hint: hint)
  }

  /// An error of what was asked, and of no part of the case.
  public init(_ question: ModelQuestion, _ message: String, hint: String? = nil) {
    self.init(EntryPath(), question, message, hint: hint)
  }

  /// An error of the case as a whole.
  public init(_ message: String, hint: String? = nil) {
    self.init(EntryPath(), nil, message, hint: hint)
  }

  init(_ path: EntryPath, _ question: ModelQuestion?, _ message: String, hint: String? = nil) {
    (self.path, self.question, self.message, self.hint) = (path, question, message, hint)
  }

  init(_ finding: Finding) { self.init(finding.path, finding.message, hint: finding.hint) }

  /// Whether the file has to change, and not what was asked.
  public var isInCase: Bool { !path.steps.isEmpty && question == nil }
}
