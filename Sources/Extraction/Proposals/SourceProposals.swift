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
  /// Where its words end.
  var lastEnd = 0
  /// How common the text's words are in it.
  let commonness: WordCommonness

  /// A suggestion with what later ones need of it.
  struct Made {
    var suggestion: Case.Candidate
    var places: [Range<Int>]
    var words: String
    /// Place in the extractor's list; nil for a sentence of the author's.
    var number: Int?
    var through: Int?
    /// It reports another time than the words around it: `down from the 640,000 it asked for`.
    var isApart = false
    /// A limit is stated as such; said of an issue only.
    var isLimit = false
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
    commonness = WordCommonness(text)
    speakers = SpeakerResolver(
      theCase: proposer.theCase, source: source, history: proposer.history,
      actors: proposer.actors)
    requirements = RequirementProposer(
      reader: proposer.reader, ranker: proposer.history.subjects, dates: dates)
  }

  /// `“…,” the oceanographer said`: someone called by a trade is the one person who spoke in the
  /// paragraph before; of two who did, neither.
  private func spokenOf(
    _ place: Int, _ reports: [Candidate], _ resolved: [ResolvedSpeaker?], from first: Int
  ) -> ResolvedSpeaker? {
    guard let found = reports[place].source.first, reports[place].source.count == 1,
      resolved[place].map({ !$0.new.isEmpty }) ?? true
    else { return nil }
    let words = text.text(found.start, found.end)
    guard SourceHead(words).isTrade(alone: words) else { return nil }
    let people = resolved[first..<place].compactMap(\.self).filter { speakers.isOnePerson($0) }
    guard var one = people.last, people.allSatisfy({ $0.speaker == one.speaker }) else {
      return nil
    }
    one.rule = "“\(words.shortened(to: 40))” taken for who spoke before in the paragraph"
    one.confidence = 0.5
    return one
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
      for place in first..<next where resolved[place] == nil {
        resolved[place] = ownSide(place, reports, resolved)
      }
      for place in first..<next {
        if let again = spokenOf(place, reports, resolved, from: first) { resolved[place] = again }
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
    dropDoubles()
    takeBack()
    answer()
    NewIssues.add(to: &made, proposer, dates)
    return made.map(\.suggestion)
  }
}
