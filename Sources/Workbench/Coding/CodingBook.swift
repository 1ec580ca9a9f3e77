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
  var issues: [Issue]
  var subjects: [Subject]
  var acts: [Name]
  var stances: [Name]

  init(_ theCase: Case) {
    let index = CaseIndex(theCase)
    actors = theCase.actors.map { actor in
      Name(id: actor.id.raw, title: actor.name, more: actor.aliases + actor.offices.map(\.title))
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
      Name(id: $0.rawValue, title: FormWords.word($0.rawValue))
    }
    stances = Case.Statement.Stance.allCases.map { Name(id: $0.rawValue, title: $0.rawValue) }
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
    stances = ranker.rankedStances(passage).map(\.choice.rawValue)
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
    let dates = DateReader.mentions(
      in: SpanText(passage.sentence), DateContext(published: source.published))
    if let date = dates.first(where: { $0.dating != nil && $0.role == .at }),
      let dating = date.dating
    {
      found.date = dating.value.words
      let words = Array(passage.sentence.unicodeScalars)
      if date.place.upperBound <= words.count {
        var quoted = String.UnicodeScalarView()
        quoted.append(contentsOf: words[date.place])
        found.dateWords = String(quoted)
      }
    }
  }
}

/// A statement, or what a suggestion proposes, as the popover takes it up.
struct CodedFields: Encodable {
  struct Item: Encodable {
    var token: String
    var title: String
  }

  /// What has to come first, as it is kept by its number, or made again where nothing is lost by that.
  struct Condition: Encodable {
    var token: String
    var title: String
    var about: String?
    var kind: String
  }

  var id: String?
  var candidate: String?
  var expected: Int?
  var speaker: [String]
  var to: [String]
  var via: [String]
  var of: [String]
  var act: String
  var about: Item?
  var option: [String]
  var value: String?
  var stance: String?
  var gist: String
  var conditions: [Condition]
  var date: String?
  var hedge: String?
  var redLine: Bool
  var verbatim: Bool
  var confidential: Bool
  var spans: [CodingChoices.Span]
  var proposedBy: String?

  init(_ statement: Case.Statement, _ index: CaseIndex) {
    id = statement.id.raw
    speaker = statement.speaker.map(\.raw)
    to = statement.to.map(\.raw)
    via = statement.via.map(\.raw)
    of = statement.of.map(\.raw)
    act = statement.act.rawValue
    option = []
    about = statement.about.map { Item(token: $0.token ?? "keep", title: $0.title(index)) }
    if case .issue(let id, let answer) = statement.about {
      switch answer {
      case .none: break
      case .any: option = ["any"]
      case .options(let options): option = options.map(\.raw)
      case .value(let given): value = given.title(in: index.issue(id), index)
      }
    }
    stance = statement.stance?.rawValue
    gist = statement.gist
    conditions = statement.requires.enumerated().map { number, requirement in
      Condition(
        token: "\(number)", title: "\(requirement.kind.rawValue): \(requirement.step.title(index))",
        about: requirement == Requirement(requirement.step, requirement.kind)
          ? requirement.step.subject.stepToken : nil,
        kind: requirement.kind.rawValue)
    }
    date = statement.date.map { $0.text ?? $0.value.words }
    hedge = statement.hedge
    redLine = statement.redLine
    verbatim = statement.verbatim
    confidential = statement.provenance.confidential
    spans = statement.quote.spans.map { CodingChoices.Span(start: $0.start, end: $0.end) }
  }
}

extension Subject {
  /// As a condition of the coding form names it, with its answer where that is one option.
  fileprivate var stepToken: String? {
    switch self {
    case .issue(let id, .options(let options)):
      options.count == 1 ? "issue:\(id)/\(options[0])" : nil
    case .issue(_, .value): nil
    default: token
    }
  }

  /// As the coding form names it; nil for what it only keeps as it is.
  var token: String? {
    switch self {
    case .issue(let id, _): "issue:\(id)"
    case .milestone(let id): "milestone:\(id)"
    case .meeting(let id): "meeting:\(id)"
    case .commitment(let id): "commitment:\(id)"
    case .constraint(let id, nil): "constraint:\(id)"
    case .draft(let id, nil): "draft:\(id)"
    case .interest(let id): "interest:\(id)"
    case .actor(let id): "actor:\(id)"
    case .statement(let id): "statement:\(id)"
    case .requirement(let id): "requirement:\(id)"
    case .delegation, .constraint, .draft, .together: nil
    }
  }
}
