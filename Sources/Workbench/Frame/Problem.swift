internal import CaseModel
internal import HTTPTypes
internal import Presentation
internal import StateOfPlay

/// What a request cannot have, in words for the person who asked.
struct Problem: ExplainedError {
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

  static func conflict(
    _ message: String, hint: String? = nil, field: String? = nil
  ) -> Problem {
    Problem(status: .conflict, message: message, hint: hint, field: field)
  }
}

extension Problem {
  /// An error of what was asked, named as its field is.
  static func badRequest(_ error: ModelError) -> Problem {
    let field = error.question?.field.map { "\($0): " } ?? ""
    return .badRequest(field + error.message, hint: error.hint)
  }

  /// The same of an option of the lens.
  static func badRequest(_ error: LensError) -> Problem {
    let label = LensOption.all.first { $0.name == error.option }?.label ?? ""
    return .badRequest(
      (label.isEmpty ? "" : "\(label): ") + error.message, hint: error.hint, field: error.option)
  }

  var diagnostic: Diagnostic {
    Diagnostic(self) { $0.pageWords }
  }
}

extension ModelQuestion {
  /// What its field is called; nil where no page has one.
  var field: String? {
    switch self {
    case .conflict: "Conflict"
    case .scenario: "Scenario"
    case .state: "Why this outcome"
    case .wantedState: "What would make this one hold"
    case .change: "What if"
    case .samples: "Random trials"
    case .parties, .concept, .unknownPreferences, .package, .nextMoves, .singleText, .comparison,
      .setting, .tolerance, .division, .strategy, .discount:
      nil
    }
  }
}

extension Remedy {
  /// What to do about it, for someone at a page: most of it is done beside the server.
  var pageWords: String {
    switch self {
    case .raiseSizeLimit: "ask for the server to be started with a higher limit"
    case .rewriteFile: "have the file rewritten in canonical form"
    case .chooseID: "choose another id"
    case .writeQuotePlaces: "have the places of quotes written in the file"
    case .convertToStore: "have the case converted to a .dragoman file"
    case .rebuildSearchIndex: "have the search index rebuilt"
    case .restoreBackup, .restoreOrSalvage: "have the file verified, and a backup restored"
    }
  }
}
