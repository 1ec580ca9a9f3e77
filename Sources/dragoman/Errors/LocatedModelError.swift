import CaseModel
import Interchange
import Presentation
import StateOfPlay

/// What is wrong with a conflict or a scenario, with the line of the file it stands in or the flag
/// that asked for it.
struct LocatedModelError: Error {
  let diagnostic: Diagnostic
  /// Whether the fault is in the file and not in what was asked.
  let isInFile: Bool

  init(_ error: ModelError, _ code: String, in opened: OpenedCase) {
    isInFile = error.isInCase
    guard isInFile else {
      diagnostic = Diagnostic(
        error, at: error.question.map { .input($0.flag) } ?? .nowhere, remedy: \.words)
      return
    }
    let finding = Finding(code, at: error.path, message: error.message, hint: error.hint)
    diagnostic = opened.diagnostic(finding, CaseIndex(opened.theCase))
  }
}

extension ModelQuestion {
  /// What asks it on the command line.
  var flag: String {
    switch self {
    case .conflict: "--conflict"
    case .scenario: "--scenario"
    case .parties: "--party"
    case .concept: "--concept"
    case .unknownPreferences: "--unknown"
    case .state: "--state"
    case .wantedState: "--want"
    case .change: "--what-if"
    case .samples: "--sample"
    case .package: "--package"
    case .nextMoves: "--next"
    case .singleText: "--single-text"
    case .comparison: "--compare"
    case .setting: "--set"
    case .tolerance: "--tolerance"
    case .division: "--divide"
    case .strategy: "--strategy"
    case .discount: "--discount"
    }
  }
}
