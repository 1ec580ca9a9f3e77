/// What a language model may cost, at the most.
package struct ModelLimits: Sendable, Hashable {
  /// Of one run, repeated ones included.
  package var requests = 500
  /// Of questions and answers of one run, as the server counts them, else estimated.
  package var tokens = 1_000_000
  /// Of one answer.
  package var answerTokens = 2000
  /// Of one answer as it is sent; more are not read.
  package var answerBytes = 1_000_000
  /// For one answer, from the request to its last byte.
  package var seconds = 120
  /// How often a request that failed for a passing reason is repeated.
  package var retries = 4
  /// Before the first repetition, in milliseconds; before each further one twice as long.
  package var backOff = 1000
  /// The longest wait, also where a server asks for a longer one.
  package var longestBackOff = 30_000

  package init() {}

  /// About how many tokens so many bytes are.
  static func estimate(bytes: Int) -> Int { bytes / 4 + 1 }
}
