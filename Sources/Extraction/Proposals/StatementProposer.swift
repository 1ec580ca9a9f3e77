package import CaseModel

/// Proposes statements: from a source's text to suggestions that a person accepts, edits or rejects.
///
/// What is proposed goes by the text, by the names of the case, and by how the case has been coded so
/// far; the same record and text always give the same suggestions.
package struct StatementProposer: Sendable {
  /// What a suggestion of this program says that it was proposed by.
  package static let name = "built-in extractor"

  private(set) var theCase: Case
  private(set) var mentions: MentionReader
  let history: CodingHistory
  let reader: SubjectReader
  private(set) var actors: ActorBook
  /// Whom the text at hand introduces and the case lacks.
  private(set) var introduced: [Case.Actor.ID: Case.Actor] = [:]

  /// - Parameters:
  ///   - texts: those that the case's statements stand in, to learn from; with none, nothing but the
  ///     case's own words is gone by.
  /// - Complexity: O(names + texts + statements).
  package init(_ theCase: Case, learningFrom texts: CaseTexts? = nil) {
    self.theCase = theCase
    mentions = MentionReader(theCase)
    reader = SubjectReader(theCase)
    actors = ActorBook(theCase)
    var history = CodingHistory(theCase)
    if let texts { history.learn(theCase, texts: texts) }
    self.history = history
  }

  /// Languages that are read: English, and quotations, speakers and dates in Ukrainian and Russian.
  package static func reads(_ source: Case.Source) -> Bool {
    guard let language = source.language?.lowercased() else { return true }
    return ["en", "uk", "ru"].contains { language == $0 || language.hasPrefix($0 + "-") }
  }

  /// Suggestions for a source, in the order of its text, without what is coded, waiting or rejected; none in a
  /// language that is not read.
  /// - Parameter authors: also sentences in which the author speaks of what the case knows.
  /// - Complexity: O(text × statements of the source).
  package func suggestions(
    for source: Case.Source, in text: SourceText, authors: Bool = true
  ) -> [Case.Candidate] {
    guard Self.reads(source) else { return [] }
    let reports = BuiltInExtractor.candidates(in: text)
    var reading = SourceProposals(
      introducing(reports, in: text), source, text, authors: authors)
    let found = reading.suggestions(from: reports)
    return KnownQuotes(theCase, source.id, text).new(found, in: text)
  }

  /// The same, knowing also whom the text introduces.
  private func introducing(_ reports: [Candidate], in text: SourceText) -> StatementProposer {
    let sources = reports.map { report in
      report.source.map { text.text($0.start, $0.end) }.joined(separator: " ")
    }
    var found = IntroducedActors(
      sources, Appositions(text), in: theCase, mentions: mentions)
    guard !found.actors.isEmpty else { return self }
    var proposer = self
    proposer.theCase.actors += found.actors
    proposer.mentions = MentionReader(proposer.theCase, introducing: found.actors)
    if !found.unplaced.isEmpty {
      proposer.place(&found, in: text)
      proposer.theCase.actors = theCase.actors + found.actors
      proposer.mentions = MentionReader(proposer.theCase, introducing: found.actors)
    }
    proposer.actors = ActorBook(proposer.theCase, commonNouns: found.commonNouns)
    proposer.introduced = Dictionary(
      found.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return proposer
  }

  /// The side of those whom the text calls `her deputy` and `its secretary`.
  private func place(_ found: inout IntroducedActors, in text: SourceText) {
    var readings = ParagraphReadings(text, mentions: mentions, published: nil)
    while let paragraph = readings.following() {
      let unplaced = found.unplaced
      for mention in paragraph.mentions where mention.form == .office && !mention.sides.isEmpty {
        guard mention.actors.count == 1, unplaced.contains(mention.actors[0]) else { continue }
        found.place(mention.actors[0], among: mention.sides)
      }
    }
  }

  /// The suggestions that wait for a source, as they would be made now; none where nothing waits. Nothing is
  /// learnt from what waits, so that the same proposer makes both these and new ones.
  /// - Complexity: O(text × statements of the source).
  package func renewed(for source: Case.Source, in text: SourceText) -> [Case.Candidate] {
    var bare = self
    bare.theCase.candidates.removeAll { $0.statement.source == source.id && $0.status == .waiting }
    guard bare.theCase.candidates.count < theCase.candidates.count else { return [] }
    return bare.suggestions(for: source, in: text)
  }

  /// Suggestions of what another program read in a source's text, without what is coded, waiting or
  /// rejected.
  /// - Parameters:
  ///   - reports: in the order of the text.
  ///   - name: what the suggestions say that they were proposed by.
  ///   - others: suggestions that go before these where both are about the same passage.
  package func suggestions(
    for source: Case.Source, in text: SourceText, from reports: [Candidate],
    proposedBy name: String, besides others: [Case.Candidate] = []
  ) -> [Case.Candidate] {
    var reading = SourceProposals(self, source, text, authors: false, proposedBy: name)
    var known = theCase
    known.candidates += others
    return KnownQuotes(known, source.id, text).new(reading.suggestions(from: reports), in: text)
  }
}

/// What a source's text is already known to hold: coded, waiting, or rejected.
struct KnownQuotes {
  private var quotes: [(places: [Range<Int>], speaker: [Case.Actor.ID])] = []
  private var ids: Set<String>

  init(_ theCase: Case, _ source: Case.Source.ID, _ text: SourceText) {
    ids = Set(theCase.statements.map(\.id.raw))
    ids.formUnion(theCase.candidates.map(\.statement.id.raw))
    for statement in theCase.statements where statement.source == source {
      quotes.append((QuotePlaces.of(statement.quote, in: text), statement.speaker))
    }
    for candidate in theCase.candidates where candidate.statement.source == source {
      let places = QuotePlaces.of(candidate.statement.quote, in: text)
      quotes.append((places, candidate.statement.speaker))
    }
  }

  /// Those that are not known. What is coded, waits or was rejected does not return with an end moved or
  /// under another speaker; in part it does, as the words of another speaker alone.
  func new(_ suggestions: [Case.Candidate], in text: SourceText) -> [Case.Candidate] {
    suggestions.filter { suggestion in
      if ids.contains(suggestion.statement.id.raw) { return false }
      let places = QuotePlaces.of(suggestion.statement.quote, in: text)
      return !quotes.contains { known in
        if QuotePlaces.isSame(known.places, places) { return true }
        return QuotePlaces.overlaps(known.places, places)
          && !Set(known.speaker).isDisjoint(with: suggestion.statement.speaker)
      }
    }
  }
}
