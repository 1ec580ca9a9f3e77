package import CaseModel
package import Foundations

/// The answers to one issue that a party can be supposed to accept.
package struct SupposableAnswers: Sendable, Hashable {
  package var issue: Case.Issue.ID
  /// The issue's title.
  package var title: String
  package var answers: [Answer]

  /// One answer.
  package struct Answer: Sendable, Hashable {
    /// An option's id, or the key of a value.
    package var id: String
    /// The answer in words.
    package var title: String
  }
}

extension DerivedState {
  /// Of each negotiable issue that has any: its options, and the numbers, dates and sets that someone
  /// named, be it only in a condition.
  /// - Throws: what `checkpoint` throws.
  package func supposable(
    _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> [SupposableAnswers] {
    let ledger = try ledger(checkpoint)
    let index = ledger.filtered.index
    return ledger.filtered.theCase.issues.compactMap { issue in
      guard issue.kind == .negotiable else { return nil }
      let answers = ledger.namedAnswers(on: issue.id).compactMap { step in
        step.answer.map {
          SupposableAnswers.Answer(id: $0, title: step.answerTitle(index) ?? $0)
        }
      }
      return answers.isEmpty
        ? nil : SupposableAnswers(issue: issue.id, title: issue.title, answers: answers)
    }
  }
}
