package import CaseModel
package import Presentation
package import StateOfPlay

/// Where an assistant's questions are answered from: one case, wherever it is kept.
package protocol AssistantDesk {
  /// The case as it stands now, seen through what the user fixed and what the assistant asks besides.
  ///
  /// - Parameter asked: by the name of each option of the lens, the texts given for it.
  func look(_ asked: [String: [String]]) throws -> CaseInSight
  /// Options of the lens that the user fixed; the assistant can neither see nor change them.
  var fixed: Set<String> { get }
  /// Puts a suggestion in the queue of the case, where it waits for a person.
  func add(_ suggestion: Case.Candidate, message: String) throws
}

/// A case as an assistant may see it.
package struct CaseInSight {
  /// What may be seen of it: where the lens redacts, nothing else is in it.
  package let subject: ViewSubject
  package let frame: ViewContext

  package init(_ theCase: Case, _ lens: Lens, texts: CaseTexts, frame: ViewContext) {
    subject = ViewSubject(theCase, lens, texts: texts)
    self.frame = frame
  }
}

/// Why a tool gives no answer, in words from which an assistant can mend its question.
struct ToolError: ExplainedError {
  var message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
