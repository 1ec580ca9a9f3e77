internal import CaseModel
internal import Extraction
internal import Foundations
internal import Presentation
internal import StateOfPlay

/// Takes what an assistant read in a text as a suggestion, once the text bears it out.
///
/// It goes through the same checks as what a language model suggests (``ModelCheck``), and waits in the
/// queue for a person: nothing that an assistant says becomes a statement.
struct ProposalTool {
  let desk: any AssistantDesk
  /// What the suggestions say that they were proposed by.
  let proposer: String

  static let name = "propose_candidate"

  var tool: Tool {
    let acts = Case.Statement.Act.allCases.map(\.rawValue)
    let parameters = [
      ToolParameter(
        "source", .text(longest: 200), "The id of the source whose text has the words.",
        isRequired: true),
      ToolParameter(
        "quote", .text(longest: 1200),
        "The words in which it is said, letter for letter as the text has them.", isRequired: true),
      ToolParameter(
        "speaker", .text(longest: 200),
        "Who says it, as the text names them in the same sentence, or paragraph for words in quotation marks.",
        isRequired: true),
      ToolParameter("act", .word(acts), "What the words do."),
      ToolParameter("issue", .text(longest: 200), "The id of the issue that they are about."),
      ToolParameter(
        "summary", .text(longest: 300),
        "What is said, in a sentence of your own with no number that the text lacks."),
    ]
    return Tool(
      name: Self.name, title: "Propose a statement",
      description: """
        Puts a statement that a text makes into the queue of suggestions, where a person accepts or \
        rejects it; nothing of it counts before. It is refused unless the quote and the speaker stand \
        in the text letter for letter, beside each other, with no number or negation lost or added.
        """, parameters: parameters, isReadOnly: false
    ) { arguments, _ in try propose(arguments) }
  }

  private func propose(_ arguments: ToolArguments) throws -> ToolAnswer {
    let sight = try desk.look([:])
    let (source, text) = try RecordTools.source(arguments["source"] ?? "", in: sight)
    guard StatementProposer.reads(source) else {
      throw ToolError(
        "`\(source.id)` is in the language `\(source.language ?? "")`, which is not read",
        hint: "English, Ukrainian and Russian are")
    }
    if let issue = arguments["issue"],
      sight.frame.index.issue(Case.Issue.ID(issue)) == nil
    {
      throw ToolError(
        "unknown issue `\(issue.shortened(to: 60))`",
        hint: suggestion(for: issue, among: sight.frame.index.ids(.issues))
          ?? "leave it out where none of the case's issues fits")
    }
    let candidate = try checked(arguments, text)
    let theCase = sight.subject.theCase
    let made = StatementProposer(theCase, learningFrom: sight.frame.texts)
      .suggestions(for: source, in: text, from: [candidate], proposedBy: proposer)
    guard let suggestion = made.first else {
      throw ToolError(
        "these words are coded already, wait in the queue, or were rejected",
        hint: "the tool `search` with kind `statement` finds what is coded")
    }
    try desk.add(
      suggestion, message: "suggestion \(suggestion.statement.id) by \(proposer)")
    let statement = suggestion.statement
    let index = sight.frame.index
    let reading = [
      index.names(statement.speaker), statement.act.rawValue, statement.gist.oneParagraph,
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    return ToolAnswer(
      text: """
        The suggestion `\(statement.id)` waits in the queue until a person accepts or rejects it. It \
        is no statement: do not cite it.

        Read as: \(reading.shown())
        """,
      data: [
        .init("suggestion", .text(statement.id.raw)), .init("status", .text("waiting")),
        .init("source", .text(source.id.raw)),
        .init("quote", .text(statement.quote.words(in: text) ?? "")),
        .init("speaker", .list(statement.speaker.map { .text($0.raw) })),
        .init("act", .text(statement.act.rawValue)), .init("gist", .text(statement.gist)),
      ])
  }

  /// The claim, held against every passage of the text.
  private func checked(
    _ arguments: ToolArguments, _ text: SourceText
  ) throws(ToolError) -> Candidate {
    let claim = Node.map(
      ["quote", "speaker", "act", "issue", "summary"].compactMap { name in
        arguments[name].map { .init(name, .text($0)) }
      })
    let answer: ModelAnswer
    do {
      answer = try ModelAnswer(Node.map([.init("statements", .list([claim]))]).json)
    } catch {
      throw ToolError("the proposal cannot be read: \(error.message)")
    }
    let check = ModelCheck(text)
    var reason = RejectionReason.quoteAbsent
    for passage in ModelPassage.all(of: text) {
      let outcome = check.outcome(answer, passage)
      if let candidate = outcome.candidates.first { return candidate }
      // What fails later failed less.
      reason = max(reason, outcome.dropped.keys.max() ?? reason)
    }
    if answer.statements.isEmpty { reason = .malformed }
    throw ToolError(
      "refused: a proposal \(reason.words)", hint: "the tool `text` shows the words as they stand")
  }
}
