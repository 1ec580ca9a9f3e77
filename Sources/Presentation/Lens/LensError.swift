package import CaseModel
internal import Foundations
internal import StateOfPlay

/// A value that an option of the lens cannot have.
package struct LensError: ExplainedError {
  package enum Reason: Error, Sendable {
    case notADate(String, reason: String)
    case noLastDay(String)
    case unknown(String, Case.Section, known: [String])
    case notAGrade(String)
    case unknownDirectness(String)
    case unknownKind(String, known: [String])
  }

  /// As in an address.
  package let option: String
  package let reason: Reason

  package var message: String { reason.message }
  package var hint: String? { reason.hint }
}

extension LensError.Reason {
  /// What is wrong, without the name of the option.
  package var message: String {
    switch self {
    case .notADate(let text, let reason):
      "`\(text.shortened(to: 60))` is not a date: \(reason)"
    case .noLastDay(let text): "`\(text.shortened(to: 60))` has no last day"
    case .unknown(let name, let section, _):
      "unknown \(section.noun) `\(name.shortened(to: 60))`"
    case .notAGrade(let text): "`\(text.shortened(to: 60))` is not a range of grades"
    case .unknownDirectness(let word): "unknown word `\(word.shortened(to: 60))`"
    case .unknownKind(let word, _): "unknown kind of entry `\(word.shortened(to: 60))`"
    }
  }

  package var hint: String? {
    switch self {
    case .notADate: "write a date as 16 May 2025, May 2025, 2025 or 2025-05-16"
    case .noLastDay: "write the last day to include, as 16 May 2025, or a month or year"
    case .unknown(let name, _, let known):
      suggestion(for: name, among: known) ?? "the case has \(known.alternatives)"
    case .notAGrade:
      "write 1-3 for confirmed to possibly true, or 3 for the same; 1 is best, 5 worst"
    case .unknownDirectness(let word):
      suggestion(for: word, among: Directness.allCases.map(\.rawValue))
        ?? "it is \(Directness.allCases.map(\.rawValue).alternatives)"
    case .unknownKind(let word, let known):
      suggestion(for: word, among: known) ?? "it is \(known.alternatives)"
    }
  }
}
