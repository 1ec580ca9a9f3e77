internal import CaseModel
internal import Extraction

/// What a passage may be coded as, the likeliest first, and what its words say already.
struct CodingChoices: Encodable {
  struct Span: Encodable {
    var start: Int
    var end: Int
  }

  /// What the text itself says, to be confirmed by a person.
  struct Found: Encodable {
    var verbatim = false
    var hedge: String?
    var date: String?
    var dateWords: String?
    var redLine = false
    var via: [String] = []
  }

  var speakers: [String]
  var acts: [String]
  var issues: [String]
  var stances: [String]
  /// By issue, of those that are ranked first.
  var options: [String: [String]]
  /// Why the first ones come first.
  var grounds: [String: String]
  var sentence: Span
  var found: Found
  /// Actors among the speakers that come into the case with what is suggested here.
  var fresh: [CodedFields.Fresh]

  /// Issues whose options are ranked too.
  private static let mostIssues = 9

  /// - Parameter suggestions: of the document, those that wait.
  init(
    _ theCase: Case, _ texts: CaseTexts, _ memory: CodingMemory, _ text: SourceText,
    _ source: Case.Source, _ place: Range<Int>, speaker: [Case.Actor.ID],
    act: Case.Statement.Act?, suggestions: [Case.Candidate] = []
  ) {
    let ranker = memory.ranker(theCase, texts)
    var passage = memory.passage(in: text, place, source: source.id)
    passage.speaker = speaker
    passage.act = act
    passage.date = source.published
    let speakers = ranker.rankedSpeakers(passage)
    let issues = ranker.rankedIssues(passage)
    let here = SpeakersHere(theCase, source.id, suggestions, place)
    fresh = here.fresh
    self.speakers = here.tokens + speakers.map(\.choice.raw).filter { !here.tokens.contains($0) }
    self.issues = issues.map(\.choice.raw)
    acts = ranker.rankedActs(passage).map(\.choice.rawValue)
    stances = Self.stances(ranker.rankedStances(passage), after: act).map(\.rawValue)
    options = [:]
    grounds = [:]
    for choice in issues.prefix(Self.mostIssues) {
      guard let issue = theCase.issues.first(where: { $0.id == choice.choice }) else { continue }
      options[issue.id.raw] = ranker.rankedOptions(of: issue, passage).map(\.choice.raw)
      if !choice.grounds.isEmpty {
        grounds["issue:\(issue.id)"] = choice.grounds.joined(separator: ", ")
      }
    }
    for choice in speakers.prefix(9) where !choice.grounds.isEmpty {
      grounds["actor:\(choice.choice)"] = choice.grounds.joined(separator: ", ")
    }
    let units = memory.units(of: text)
    let around = units.sentence(around: place)
    sentence = Span(start: around.lowerBound, end: around.upperBound)
    found = Found()
    found.verbatim = units.quotation(holding: place) != nil
    let start = place.lowerBound - around.lowerBound
    if start >= 0 {
      found.hedge = HedgeReader.hedge(
        of: start..<start + passage.words.unicodeScalars.count, in: passage.sentence)
    }
    found.redLine = ActReader.read(passage.words).redLine
    // A date within the selected words is meant before one elsewhere in their sentence.
    for words in [passage.words, passage.sentence] where found.dateWords == nil {
      read(words, DateContext(published: source.published))
    }
  }

  /// The stance that goes with the act comes first, unless the case has often been coded otherwise.
  private static func stances(
    _ ranked: [RankedChoice<Case.Statement.Stance>], after act: Case.Statement.Act?
  ) -> [Case.Statement.Stance] {
    let all = ranked.map(\.choice)
    guard let natural = act?.natural, let top = ranked.first,
      let own = ranked.first(where: { $0.choice == natural }),
      own.score >= top.score - Self.oftenOtherwise
    else { return all }
    return [natural] + all.filter { $0 != natural }
  }

  /// More than the words of one passage make, as ``CodingRanker`` counts.
  private static let oftenOtherwise = 0.9

  private mutating func read(_ words: String, _ context: DateContext) {
    let dates = DateReader.mentions(in: SpanText(words), context)
    guard let date = dates.first(where: { $0.dating != nil && $0.role == .at }),
      let dating = date.dating
    else { return }
    found.date = dating.value.words
    let points = Array(words.unicodeScalars)
    guard date.place.upperBound <= points.count else { return }
    var quoted = String.UnicodeScalarView()
    quoted.append(contentsOf: points[date.place])
    found.dateWords = String(quoted)
  }
}

extension Case.Statement.Act {
  /// The stance that it takes by itself.
  fileprivate var natural: Case.Statement.Stance? {
    switch self {
    case .demand, .propose, .offer, .accept, .commit: .for
    case .reject, .deny: .against
    default: nil
    }
  }
}
