package import CaseModel
internal import StateOfPlay

/// A value that an option of the lens cannot have.
package struct LensError: Error, Sendable {
  package enum Fault: Error, Sendable {
    case notADate(String, reason: String)
    case unknown(String, Case.Section, known: [String])
    case notAGrade(String)
    case unknownDirectness(String)
    case unknownKind(String, known: [String])
  }

  /// As in an address; a flag has two hyphens before it.
  package let option: String
  package let fault: Fault

  package var message: String { fault.message }
  package var hint: String? { fault.hint }
}

extension LensError.Fault {
  /// What is wrong, without the name of the option.
  package var message: String {
    switch self {
    case .notADate(let text, let reason):
      "`\(text.shortened(to: 60))` is not a date: \(reason)"
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
