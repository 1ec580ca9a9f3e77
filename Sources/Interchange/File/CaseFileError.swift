package import CaseModel

/// Something about files, not about what stands in them, that a person must see to.
package struct CaseFileError: Error, ExplainedError, Hashable {
  package var message: String
  package var hint: String?
  package var remedy: Remedy?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  package init(_ message: String, hint: String? = nil, remedy: Remedy) {
    self.init(message, hint: hint)
    self.remedy = remedy
  }
}
