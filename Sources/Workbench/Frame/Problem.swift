internal import HTTPTypes

/// What a request cannot have, in words for the person who asked.
struct Problem: Error, Sendable {
  var status: HTTPResponse.Status
  var message: String
  var hint: String?
  /// The name of the control whose value it is, where one is to blame.
  var field: String?

  static func badRequest(
    _ message: String, hint: String? = nil, field: String? = nil
  ) -> Problem {
    Problem(status: .badRequest, message: message, hint: hint, field: field)
  }

  static func notFound(_ message: String, hint: String? = nil) -> Problem {
    Problem(status: .notFound, message: message, hint: hint)
  }

  static func forbidden(_ message: String, hint: String? = nil) -> Problem {
    Problem(status: .forbidden, message: message, hint: hint)
  }

  static func conflict(_ message: String, hint: String? = nil) -> Problem {
    Problem(status: .conflict, message: message, hint: hint)
  }
}
