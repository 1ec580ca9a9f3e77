/// Why a statement that a language model claims is dropped.
package enum RejectionReason: Int, Sendable, Hashable, CaseIterable, Comparable {
  case malformed
  case surplus
  case quoteAbsent
  case quoteShort
  case speakerAbsent
  case speakerElsewhere
  case numbers
  case negation
  case repeated

  /// For a person: what was wrong with so many.
  package var words: String {
    switch self {
    case .malformed: "without quote or speaker"
    case .surplus: "beyond the \(ModelAnswer.mostStatements) that are looked at in an answer"
    case .quoteAbsent: "with a quote that the text does not have"
    case .quoteShort: "with a quote of fewer than three words"
    case .speakerAbsent: "with a speaker whom the text does not name"
    case .speakerElsewhere: "with a speaker who is not named beside the quote"
    case .numbers: "with a number that the text does not have there"
    case .negation: "with a negation lost or added"
    case .repeated: "repeated"
    }
  }

  package static func < (a: RejectionReason, b: RejectionReason) -> Bool { a.rawValue < b.rawValue }
}
