internal import CaseModel
internal import Extraction
internal import Presentation
internal import StateOfPlay

/// Everything a statement may name, with the words it is found by: what stands behind the ranked lists.
struct CodingBook: Encodable {
  struct Name: Encodable {
    var id: String
    var title: String
    /// Other words by which it is found.
    var more: [String] = []
    /// What it means, in one line.
    var meaning: String?
    /// It is not a party, speaks for none, and is not an outlet: its words count for no position yet.
    var isUncounted: Bool?
  }

  struct Issue: Encodable {
    var id: String
    var title: String
    var more: [String]
    /// `option`, `quantity`, `date` or `set`.
    var value: String
    /// What a value is typed like.
    var hint: String?
    var options: [Name]
  }

  struct Subject: Encodable {
    /// As the form names it, `milestone:results`.
    var token: String
    var title: String
    var kind: String
    /// Others may wait for it.
    var isStep: Bool
  }

  var actors: [Name]
  /// Whose positions the case compares.
  var parties: [Name]
  var issues: [Issue]
  var subjects: [Subject]
  var acts: [Name]
  var stances: [Name]

  init(_ theCase: Case) {
    let index = CaseIndex(theCase)
    let sides = Set(theCase.header.parties)
    actors = theCase.actors.map { actor in
      Name(
        id: actor.id.raw, title: actor.name, more: actor.aliases + actor.offices.map(\.title),
        isUncounted: actor.kind != .outlet
          && sides.isDisjoint(with: index.spokenFor(by: actor.id, on: nil)) ? true : nil)
    }
    parties = theCase.header.parties.map {
      Name(id: $0.raw, title: index.actor($0)?.name ?? $0.raw)
    }
    issues = theCase.issues.map { issue in
      Issue(
        id: issue.id.raw, title: issue.title, more: issue.keywords, value: issue.value.rawValue,
        hint: issue.value == .option ? nil : Self.hint(issue),
        options: issue.options.map { Name(id: $0.id.raw, title: $0.title, more: $0.aliases) })
    }
    let sections: [(Case.Section, Bool)] = [
      (.milestones, true), (.meetings, true), (.commitments, true), (.drafts, true),
      (.constraints, false), (.interests, false), (.actors, false),
    ]
    subjects = sections.flatMap { section, isStep in
      index.ids(section).map { id in
        Subject(
          token: "\(section.noun):\(id)", title: index.title(section, id), kind: section.noun,
          isStep: isStep)
      }
    }
    subjects += theCase.statements.map { statement in
      Subject(
        token: "statement:\(statement.id)", title: "\(statement.id): \(statement.gist)",
        kind: "reply to", isStep: false)
    }
    acts = Case.Statement.Act.allCases.map {
      Name(
        id: $0.rawValue, title: FormWords.word($0.rawValue), meaning: CodingWords.meaning(of: $0))
    }
    stances = Case.Statement.Stance.allCases.map {
      Name(id: $0.rawValue, title: $0.rawValue, meaning: CodingWords.meaning(of: $0))
    }
  }

  private static func hint(_ issue: Case.Issue) -> String {
    do {
      _ = try AnswerValue(typed: "", for: issue)
      return ""
    } catch {
      return error.hint
    }
  }
}

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

  /// Issues whose options are ranked too.
  private static let mostIssues = 9

  init(
    _ theCase: Case, _ texts: CaseTexts, _ memory: CodingMemory, _ text: SourceText,
    _ source: Case.Source, _ place: Range<Int>, speaker: [Case.Actor.ID], act: Case.Statement.Act?
  ) {
    let ranker = memory.ranker(theCase, texts)
    var passage = memory.passage(in: text, place, source: source.id)
    passage.speaker = speaker
    passage.act = act
    passage.date = source.published
    let speakers = ranker.rankedSpeakers(passage)
    let issues = ranker.rankedIssues(passage)
    self.speakers = speakers.map(\.choice.raw)
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
    let reading = ActReader.read(passage.sentence)
    found.verbatim = units.quotation(holding: place) != nil
    found.hedge = reading.hedge
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
      let own = ranked.first(where: { $0.choice == natural }), own.score >= top.score - Self.oftenOtherwise
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
