package import Extraction
internal import Foundations

/// What is to be sent, before anything is.
package struct ModelPlan: Sendable {
  package var passages = 0
  /// Of them answered already.
  package var known = 0
  /// Of the texts that would be sent.
  package var characters = 0
  /// Of the questions, about.
  package var tokens = 0
  /// The bodies of the requests, in order.
  package var bodies: [[UInt8]] = []
}

/// How asking a model went.
package struct ModelTally: Sendable {
  package var passages = 0
  package var answered = 0
  package var requests = 0
  package var repeated = 0
  package var tokens = 0
  /// Statements that the texts bear out.
  package var kept = 0
  package var dropped: [RejectionReason: Int] = [:]
  /// Answers in another form than was asked for.
  package var unreadable = 0
  /// Passages without an answer, while others had one.
  package var failed = 0
  /// Why the rest was not asked.
  package var stopped: ModelServerError?

  package init() {}

  package var isWhole: Bool { stopped == nil && failed == 0 }

  /// For a person: what was kept, and what was dropped for which reason.
  package var words: String {
    let all = kept + dropped.values.reduce(0, +)
    var words =
      "\(answered) of \(passages.counted("passage")) answered, \(all.counted("statement")): \(kept) kept"
    let reasons = dropped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.words)" }
    if !reasons.isEmpty {
      words += ", \(all - kept) dropped (\(reasons.joined(separator: "; ")))"
    }
    if unreadable > 0 {
      words += "; \(unreadable.counted("answer")) in another form than was asked for"
    }
    return words
  }
}
