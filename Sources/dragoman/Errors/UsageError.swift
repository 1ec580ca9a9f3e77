import CaseModel

/// Something asked for that cannot be, in words for the person who asked.
struct UsageError: ExplainedError {
  var message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
