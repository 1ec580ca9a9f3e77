internal import CaseModel

/// Why a file of another program cannot be taken over or written.
package struct ExchangeError: ExplainedError {
  package var message: String
  package var hint: String?
  /// The input can be read, and a person must decide first.
  package var isQuestion = false

  package init(_ message: String, hint: String? = nil) {
    (self.message, self.hint) = (message, hint)
  }

  static func question(_ message: String, hint: String) -> ExchangeError {
    var error = ExchangeError(message, hint: hint)
    error.isQuestion = true
    return error
  }
}
