internal import CaseModel
internal import CaseStore
internal import Extraction
internal import Foundation
internal import Foundations
internal import Hummingbird
internal import Presentation
internal import StateOfPlay

/// The statements that texts seem to make, read before the file is locked: reading a long text may take
/// seconds, in which others go on writing.
struct PreparedSuggestions: Sendable {
  /// What was read from the texts of the documents asked about.
  let suggestions: [Case.Candidate]
  /// What waits in those texts, read once more.
  private let renewed: [Case.Candidate]
  /// What waits is about something else than it was.
  let renews: Bool
  /// The case as it was then, but for its analysts, who do not matter to them.
  private let basis: Case

  /// - Complexity: O(texts of the case + the texts × statements).
  init(
    for sources: [Case.Source.ID], in theCase: Case, _ texts: CaseTexts, _ checkpoint: Checkpoint
  ) throws {
    basis = Self.read(of: theCase)
    let wanted = theCase.sources.filter { sources.contains($0.id) && texts[$0.id].text != nil }
    guard wanted.contains(where: StatementProposer.reads) else {
      suggestions = []
      renewed = []
      renews = false
      return
    }
    let proposer = StatementProposer(theCase.placed(in: texts), learningFrom: texts)
    var found: [Case.Candidate] = []
    var again: [Case.Candidate] = []
    for (number, source) in wanted.enumerated() {
      try checkpoint.report(number, of: wanted.count)
      guard let text = texts[source.id].text else { continue }
      found += proposer.suggestions(for: source, in: text)
      again += proposer.renewed(for: source, in: text)
    }
    suggestions = found
    renewed = again
    renews = theCase.renewing(again).candidates != theCase.candidates
  }

  /// The case with them.
  /// - Throws: ``OutdatedReadingError`` where the case is no longer the one they were made for.
  func added(to theCase: Case) throws -> Case {
    guard Self.read(of: theCase) == basis else { throw OutdatedReadingError() }
    return theCase.renewing(renewed).suggesting(suggestions)
  }

  private static func read(of theCase: Case) -> Case {
    var read = theCase
    read.analysts = []
    return read
  }

  func count(of source: Case.Source.ID) -> Int {
    suggestions.count { $0.statement.source == source }
  }
}

/// The case was changed while its texts were read.
struct OutdatedReadingError: Error {}

extension Site {
  /// How often texts are read again because others changed the case meanwhile.
  static let mostReadings = 4

  /// Prepares and does, and once more from the beginning where the case was changed in between.
  func reading<Prepared: Sendable, Result>(
    _ prepare: @escaping @Sendable (Checkpoint) throws -> Prepared,
    _ act: (Prepared) async throws -> Result
  ) async throws -> Result {
    for _ in 1..<Self.mostReadings {
      let prepared = try await pool.run(.document, prepare)
      do { return try await act(prepared) } catch is OutdatedReadingError {}
    }
    throw Problem.conflict(
      "others are changing the case just now, and nothing was written", hint: "try again")
  }

  /// Proposes statements for a document that is in the case.
  func propose(_ posted: Action.Posted) async throws -> Response {
    guard let store = keeper.store else { throw Problem.forbidden("the case is read-only here") }
    let id = Case.Source.ID(posted.form["source"] ?? "")
    _ = try Signature(posted.form["by"] ?? "", in: try await snapshot().theCase)
    return try await reading { checkpoint in
      let stored = try store.stored()
      guard stored.theCase.sources.contains(where: { $0.id == id }) else {
        throw Problem.notFound("the case holds no document `\(id.raw.shortened(to: 60))`")
      }
      guard stored.texts[id].text != nil else {
        throw Problem.conflict(
          "the text of document `\(id)` is not in the case", hint: "put the text back first")
      }
      return (
        try PreparedSuggestions(for: [id], in: stored.theCase, stored.texts, checkpoint),
        ProposalWords(stored.theCase, id)
      )
    } _: { prepared, words in
      let count = prepared.suggestions.count
      var form = posted.form
      form.items.removeAll { $0.name == "back" }
      form.add("back", "/documents/\(id)?proposed=\(count)")
      let posted = Action.Posted(
        path: posted.path, form: form, sessionID: posted.sessionID, session: posted.session,
        isLive: posted.isLive)
      guard count > 0 || prepared.renews else {
        let answer = CodingAnswer(said: words.said(of: 0))
        return try respond(answer, posted, posted.form["by"] ?? "")
      }
      return try await code(posted) { stored, _, _ in
        Coded(
          theCase: try prepared.added(to: stored.theCase),
          message: "\(count.counted("suggestion")) for document \(id)",
          said: prepared.renews ? words.saidOfRenewal(and: count) : words.said(of: count))
      }
    }
  }
}

/// What a person reads of the proposals for a document.
struct ProposalWords: Sendable {
  /// Of the text, where it is not read.
  private let otherLanguage: String?
  private let isKnown: Bool

  init(_ theCase: Case, _ id: Case.Source.ID) {
    let source = theCase.sources.first { $0.id == id }
    otherLanguage = source.flatMap { StatementProposer.reads($0) ? nil : $0.language }
    isKnown =
      theCase.statements.contains { $0.source == id }
      || theCase.candidates.contains { $0.statement.source == id }
  }

  /// A language in English: `ar` as "Arabic".
  private static func name(of tag: String) -> String {
    let code = String(tag.prefix { $0 != "-" })
    return Locale(identifier: "en").localizedString(forLanguageCode: code)
      ?? "another language (\(tag))"
  }

  /// What waited was read once more.
  func saidOfRenewal(and count: Int) -> String {
    let renewal = "The waiting suggestions were read again with the case as it is now."
    return count > 0 ? "\(said(of: count)) \(renewal)" : renewal
  }

  func said(of count: Int) -> String {
    if count > 0 {
      return
        "\(count.counted("statement")) proposed: a accepts, x rejects, e edits, space leaves it for later."
    }
    if let otherLanguage {
      return
        "Nothing is proposed: this document is in \(Self.name(of: otherLanguage)), and English, Ukrainian and Russian are read. Select a passage to code it."
    }
    return isKnown
      ? "Nothing new to propose in this document. Select a passage to code it."
      : "No statements to propose were found in this document. Select a passage to code it."
  }
}

extension Action {
  /// Reads a document for the statements in it, which wait as suggestions.
  static let proposals = Action(path: "/coding/proposals", changesCase: true) { site, posted in
    try await site.propose(posted)
  }
}
