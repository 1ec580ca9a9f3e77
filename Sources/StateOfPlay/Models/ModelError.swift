public import CaseModel

/// Why a conflict or scenario cannot be analysed, with the part of the case or the question at
/// fault.
public struct ModelError: Error, ExplainedError, Equatable {
  /// The part of the case at fault; empty if none is.
  public var path: EntryPath
  /// The question at fault; nil if none is. The command line names it by its flag, a page by its
  /// field.
  public var question: ModelQuestion?
  /// What is wrong, as a phrase for the user.
  public var message: String
  /// What to do about it; nil if there is no advice.
  public var hint: String?

  /// Creates an error located in a part of the case.
  public init(_ path: EntryPath, _ message: String, hint: String? = nil) {
    self.init(path, nil, message, hint: hint)
  }

  /// Creates an error of the question asked, not of the case.
  public init(_ question: ModelQuestion, _ message: String, hint: String? = nil) {
    self.init(EntryPath(), question, message, hint: hint)
  }

  /// Creates an error of the case as a whole.
  public init(_ message: String, hint: String? = nil) {
    self.init(EntryPath(), nil, message, hint: hint)
  }

  init(_ path: EntryPath, _ question: ModelQuestion?, _ message: String, hint: String? = nil) {
    (self.path, self.question, self.message, self.hint) = (path, question, message, hint)
  }

  init(_ finding: Finding) { self.init(finding.path, finding.message, hint: finding.hint) }

  /// Whether the file has to change, rather than the question.
  public var isInCase: Bool { !path.steps.isEmpty && question == nil }
}
