package import CaseModel
package import Extraction
package import Foundations
internal import Dispatch

/// Asks a language model about documents, and keeps of its answers what the documents bear out.
package struct ModelRun {
  package struct Document: Sendable {
    package let id: Case.Source.ID
    package let text: SourceText

    package init(id: Case.Source.ID, text: SourceText) {
      self.id = id
      self.text = text
    }
  }

  private let endpoint: Endpoint
  private let limits: ModelLimits
  private let key: String?
  private var request: ModelRequest
  private var journal: AnswerJournal
  private var tally = ModelTally()
  /// Passages in a row that the server did not answer.
  private var failures = 0

  /// - Parameters:
  ///   - key: what the server wants to know its users by.
  ///   - answers: the file that keeps answers; nil keeps them for this run alone.
  package init(
    _ endpoint: Endpoint, key: String? = nil, limits: ModelLimits = ModelLimits(),
    question: ModelQuestion, answers: String? = nil
  ) throws(ModelServerError) {
    self.endpoint = endpoint
    self.limits = limits
    journal = try AnswerJournal(path: answers)
    self.key = key
    request = ModelRequest(endpoint: endpoint, question: question, limits: limits)
  }

  /// What would be sent about documents, without sending anything.
  /// - Complexity: O(texts).
  package func plan(_ documents: [Document]) -> ModelPlan {
    var plan = ModelPlan()
    for document in documents {
      for passage in ModelPassage.all(of: document.text) {
        plan.passages += 1
        if journal[request.digest(passage)] != nil {
          plan.known += 1
          continue
        }
        let body = request.body(passage)
        plan.characters += passage.range.count
        plan.tokens += ModelLimits.estimate(bytes: body.count)
        plan.bodies.append(body)
      }
    }
    return plan
  }

  /// What the model found in each document, as far as the text bears it out.
  ///
  /// Ends early, with the reason in the tally, where a limit is reached or the server stays away; answers
  /// are kept, so that the next run goes on from there.
  /// - Throws: what the checkpoint throws; ``ModelServerError`` where not one answer came.
  package mutating func read(
    _ documents: [Document], _ checkpoint: Checkpoint
  ) throws -> (found: [(id: Case.Source.ID, candidates: [Candidate])], tally: ModelTally) {
    let client = ModelClient(endpoint, key: key, limits: limits)
    defer { client.close() }
    let passages = documents.map { ModelPassage.all(of: $0.text) }
    tally.passages = passages.reduce(0) { $0 + $1.count }
    var found: [(id: Case.Source.ID, candidates: [Candidate])] = []
    var done = 0
    for (document, passages) in zip(documents, passages) {
      let check = ModelCheck(document.text)
      var candidates: [Candidate] = []
      for passage in passages {
        try checkpoint.report(done, of: tally.passages)
        done += 1
        guard tally.stopped == nil, let reply = try answer(passage, client, checkpoint) else {
          continue
        }
        tally.answered += 1
        do throws(ModelAnswer.FormError) {
          let answer = try ModelAnswer(reply.content)
          let outcome = check.outcome(answer, passage)
          tally.kept += outcome.candidates.count
          tally.dropped.merge(outcome.dropped, uniquingKeysWith: +)
          candidates += outcome.candidates
        } catch {
          tally.unreadable += 1
        }
      }
      found.append((document.id, candidates))
    }
    if tally.answered == 0, let stopped = tally.stopped { throw stopped }
    return (found, tally)
  }

  /// All passages were answered and the answers are used: the file that kept them goes.
  package func removeAnswers() { journal.remove() }

  /// Nil where the server gives no answer to this passage, with the reason in the tally.
  private mutating func answer(
    _ passage: ModelPassage, _ client: ModelClient, _ checkpoint: Checkpoint
  ) throws -> ModelReply? {
    let digest = request.digest(passage)
    if let known = journal[digest] { return known }
    do {
      let reply = try ask(passage, client, checkpoint)
      failures = 0
      try journal.add(reply, to: digest)
      return reply
    } catch let error as ModelServerError {
      failures += 1
      switch error {
      case .noAnswer, .answerTooLong:
        tally.failed += 1
        if failures >= Self.mostFailures { tally.stopped = error }
      case .slow where failures < Self.mostFailures: tally.failed += 1
      default: tally.stopped = error
      }
      return nil
    }
  }

  private static let mostFailures = 3

  /// Asks, and asks again where the reason for a failure may pass.
  private mutating func ask(
    _ passage: ModelPassage, _ client: ModelClient, _ checkpoint: Checkpoint
  ) throws -> ModelReply {
    var repetitions = 0
    var last: ModelServerError?
    while true {
      let body = request.body(passage)
      let estimate = ModelLimits.estimate(bytes: body.count)
      do throws(ModelServerError) {
        try allow(estimate + limits.answerTokens)
      } catch {
        // Where repetitions used the limit up, what they were for is what went wrong.
        throw last ?? error
      }
      tally.requests += 1
      do {
        let reply = try client.answer(body, checkpoint)
        tally.tokens +=
          reply.tokens ?? estimate + ModelLimits.estimate(bytes: reply.content.utf8.count)
        return reply
      } catch let error as ModelServerError {
        last = error
        // What was sent was read there, whether it was answered or not.
        tally.tokens += estimate
        if isAgainstSchema(error) {
          request.hasSchema = false
          continue
        }
        guard error.isPassing, repetitions < limits.retries else { throw error }
        try wait(pause(repetitions, error), checkpoint)
        repetitions += 1
        tally.repeated += 1
      }
    }
  }

  private func allow(_ tokens: Int) throws(ModelServerError) {
    guard tally.requests < limits.requests else {
      throw .tooMuch("the limit of \(limits.requests.counted("request")) is reached")
    }
    guard tally.tokens + tokens <= limits.tokens else {
      throw .tooMuch("the limit of \(limits.tokens) tokens is reached")
    }
  }

  /// The server says that it cannot be held to a form.
  private func isAgainstSchema(_ error: ModelServerError) -> Bool {
    guard request.hasSchema, case .refused(_, let status, let words, _) = error,
      status == 400 || status == 422
    else { return false }
    return ["response_format", "json_schema", "schema", "grammar"].contains {
      words.contains($0)
    }
  }

  /// Milliseconds: twice as long each time, or as long as the server asks for.
  private func pause(_ repetitions: Int, _ error: ModelServerError) -> Int {
    var pause = min(limits.longestBackOff, limits.backOff << min(repetitions, 16))
    if case .refused(_, _, _, let after?) = error, after >= 0 {
      pause = min(limits.longestBackOff, max(pause, min(after, 3600) * 1000))
    }
    return pause
  }

  private func wait(_ milliseconds: Int, _ checkpoint: Checkpoint) throws {
    let end = DispatchTime.now() + .milliseconds(milliseconds)
    let never = DispatchSemaphore(value: 0)
    while DispatchTime.now() < end {
      try checkpoint.ask()
      _ = never.wait(timeout: min(end, .now() + .milliseconds(50)))
    }
  }
}
