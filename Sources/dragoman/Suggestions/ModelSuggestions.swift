import CaseModel
import CaseStore
import Extraction
import Foundations
import LanguageModel

/// Asks a language model for suggestions, and says what is sent to whom, and what became of it.
struct ModelSuggestions {
  private let options: ModelOptions
  private let endpoint: Endpoint
  private let opened: OpenedCase
  private let question: ModelQuestion

  /// Nil where no server is named.
  init?(_ options: ModelOptions, _ opened: OpenedCase) throws {
    guard let endpoint = try options.endpoint() else { return nil }
    self.options = options
    self.endpoint = endpoint
    self.opened = opened
    question = ModelQuestion(opened.theCase)
  }

  /// The sources whose texts are sent: what is confidential leaves this machine under no option.
  private func documents(_ sources: [Case.Source]) -> [ModelRun.Document] {
    sources.compactMap { source in
      guard endpoint.isLocal || !source.provenance.confidential, StatementProposer.reads(source),
        let text = opened.texts[source.id].text
      else { return nil }
      return ModelRun.Document(id: source.id, text: text)
    }
  }

  private func run(answers: String?) throws -> ModelRun {
    try ModelRun(
      endpoint, key: try options.key(), limits: options.limits, question: question,
      answers: answers)
  }

  /// Prints the requests, and sends none.
  func show(_ sources: [Case.Source]) throws {
    for body in try run(answers: options.answers).plan(documents(sources)).bodies {
      Console.out(body + [UInt8(ascii: "\n")])
    }
  }

  /// - Parameters:
  ///   - found: what the built-in extractor suggests, which goes before what the model says.
  ///   - keeps: whether answers are kept in a file until all are used.
  func suggestions(
    _ sources: [Case.Source], besides found: [Case.Candidate], _ proposer: StatementProposer,
    keeps: Bool, _ work: WorkOptions
  ) throws -> (found: [(source: Case.Source, suggestions: [Case.Candidate])], finish: () -> Void) {
    let path = options.answers ?? (keeps ? opened.path + ".answers" : nil)
    var run = try run(answers: path)
    let documents = documents(sources)
    let withheld = sources.filter { $0.provenance.confidential && !endpoint.isLocal }
    if !withheld.isEmpty {
      Console.note(
        "not sent to another machine, as confidential: \(withheld.map(\.id.raw).listed())")
    }
    let plan = run.plan(documents)
    announce(plan, documents.count)
    let read = try work.watch("language model") { checkpoint in
      try run.read(documents, checkpoint)
    }
    var all: [(source: Case.Source, suggestions: [Case.Candidate])] = []
    for (id, candidates) in read.found {
      guard let source = sources.first(where: { $0.id == id }), let text = opened.texts[id].text
      else { continue }
      let suggestions = proposer.suggestions(
        for: source, in: text, from: candidates,
        proposedBy: "language model \(endpoint.model)",
        besides: found.filter { $0.statement.source == id })
      all.append((source, suggestions))
    }
    Console.note("language model \(endpoint.model): \(read.tally.words)")
    if let stopped = read.tally.stopped {
      Console.warning(
        "not all was asked: \(stopped.message)",
        hint: path.map { "the same command goes on from there: answers are kept in `\($0)`" })
    } else if read.tally.failed > 0 {
      Console.warning(
        "\(read.tally.failed.counted("passage")) without an answer",
        hint: path.map { "the same command asks for them again: answers are kept in `\($0)`" })
    }
    let isDone = read.tally.isWhole && options.answers == nil
    return (all, { if isDone { run.removeAnswers() } })
  }

  /// What goes where, before anything does.
  private func announce(_ plan: ModelPlan, _ documents: Int) {
    if plan.known > 0 {
      Console.note("\(plan.known.counted("passage")) answered before, and not sent again")
    }
    let asked = plan.passages - plan.known
    guard asked > 0 else { return }
    Console.note(
      "sending \(asked.counted("passage")) of \(documents.counted("text")) "
        + "(\(plan.characters) characters, about \(plan.tokens) tokens) and the titles of "
        + "\(question.issueCount.counted("issue")) to \(endpoint.server), model \(endpoint.model)"
        + (endpoint.isLocal ? ", on this machine" : ""))
  }
}
