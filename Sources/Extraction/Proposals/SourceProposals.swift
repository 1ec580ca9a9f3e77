internal import CaseModel

/// Reads one source for suggestions.
struct SourceProposals {
  let proposer: StatementProposer
  let source: Case.Source
  let text: SourceText
  let withAuthors: Bool
  /// Who proposes, as the suggestions name it.
  let proposedBy: String
  /// Sentences in which no one is reported are read, too.
  let readsSentences: Bool
  let speakers: SpeakerResolver
  let dates: DateContext
  let requirements: RequirementProposer
  var made: [Made] = []
  var ids: Set<String> = []
  /// What the suggestion before is about.
  var last: Subject?

  /// A suggestion with what later ones need of it.
  struct Made {
    var suggestion: Case.Candidate
    var places: [Range<Int>]
    var words: String
    /// Place in the extractor's list; nil for a sentence of the author's.
    var number: Int?
    var through: Int?
  }

  init(
    _ proposer: StatementProposer, _ source: Case.Source, _ text: SourceText, authors: Bool,
    proposedBy: String = StatementProposer.name
  ) {
    self.proposer = proposer
    self.proposedBy = proposedBy
    readsSentences = proposedBy == StatementProposer.name
    self.source = source
    self.text = text
    withAuthors = authors
    dates = DateContext(published: source.published)
    speakers = SpeakerResolver(
      theCase: proposer.theCase, source: source, history: proposer.history,
      actors: proposer.actors)
    requirements = RequirementProposer(
      reader: proposer.reader, ranker: proposer.history.subjects, dates: dates)
  }

  /// - Parameter reports: what the text says that someone said, in its order.
  mutating func suggestions(from reports: [Candidate]) -> [Case.Candidate] {
    var resolved: [ResolvedSpeaker?] = Array(repeating: nil, count: reports.count)
    var readings = ParagraphReadings(text, mentions: proposer.mentions, published: source.published)
    var next = 0
    var recent: [Case.Actor.ID] = []
    while let paragraph = readings.following() {
      let end = paragraph.start + (paragraph.words.pieces.last?.end ?? 0)
      let first = next
      while next < reports.count, reports[next].sentence.start < end { next += 1 }
      for place in first..<next {
        resolved[place] = speakers.speaker(
          reports[place], in: paragraph, text, recent: recent)
      }
      for place in first..<next { add(place, reports, resolved, paragraph) }
      if readsSentences, !paragraph.isHeading {
        addSentences(paragraph, reports[first..<next], resolved)
      }
      recent = Array((recent + paragraph.mentions(before: Int.max)).suffix(24))
    }
    dropOuter()
    made.sort { a, b in
      let (x, y) = (a.places.first?.lowerBound ?? 0, b.places.first?.lowerBound ?? 0)
      return x != y ? x < y : (a.number ?? Int.max) < (b.number ?? Int.max)
    }
    takeBack()
    answer()
    NewIssues.add(to: &made, proposer)
    return made.map(\.suggestion)
  }
}
