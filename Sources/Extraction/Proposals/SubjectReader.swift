internal import CaseModel

/// What a passage is about, with an answer where its words give one.
struct ReadSubject {
  var subject: Subject
  var strength: Double
  var rule: String
  /// Nothing of it is named but an actor, or what it counts in.
  var isLoose = false
}

/// Reads what words are about: the likeliest subject of the case, and of an issue the option or value.
struct SubjectReader {
  let theCase: Case
  private let issues: [Case.Issue.ID: Case.Issue]
  private let options: WordProfile<CodingRanker.OptionChoice>
  private let optionWords: [CodingRanker.OptionChoice: Set<String>]

  /// Below it words are about nothing that the case has.
  static let threshold = 0.36

  /// What passages on one issue happen to share says less than what the case calls it.
  static let leastNamed = 0.3

  init(_ theCase: Case) {
    self.theCase = theCase
    var issues: [Case.Issue.ID: Case.Issue] = [:]
    var profile = WordProfile<CodingRanker.OptionChoice>()
    var all: [CodingRanker.OptionChoice: Set<String>] = [:]
    for issue in theCase.issues where issues[issue.id] == nil {
      issues[issue.id] = issue
      for option in issue.options {
        let choice = CodingRanker.OptionChoice(issue: issue.id, option: option.id)
        for text in [option.title] + option.aliases {
          let words = ContentWords.of(text)
          profile.add(words, to: choice, weight: 6)
          all[choice, default: []].formUnion(words)
        }
      }
    }
    self.issues = issues
    options = profile
    optionWords = all
  }

  /// Nil where nothing of the case is clearly meant.
  /// - Parameter known: the passage's words, where they were read before.
  func read(
    _ passage: CodingPassage, _ known: PassageTerms? = nil, by ranker: SubjectRanker,
    on dates: DateContext, after before: Subject? = nil,
    _ commonness: WordCommonness = WordCommonness(), isAuthors: Bool = false
  ) -> ReadSubject? {
    let terms = known ?? PassageTerms(passage)
    // Who is named says nothing of what is spoken of.
    let matches = ranker.matches(passage, terms, after: before, commonness)
    guard let best = matches.first(where: { !$0.isOnlyAnActors }),
      best.strength >= Self.threshold, isAuthors || best.named >= Self.leastNamed
    else {
      return nil
    }
    var subject = best.subject
    var rule = "about it by “\(best.word)”"
    if case .issue(let id, _) = subject, let issue = issues[id],
      let (answer, words) = answer(to: issue, passage, terms, dates)
    {
      subject = .issue(id, answer)
      rule += ", \(words)"
    }
    return ReadSubject(
      subject: subject, strength: best.strength, rule: rule, isLoose: best.isLoose)
  }

  /// The same of an issue that is given.
  func read(
    _ passage: CodingPassage, _ known: PassageTerms? = nil, as id: Case.Issue.ID,
    on dates: DateContext
  ) -> ReadSubject? {
    guard let issue = issues[id] else { return nil }
    let found = answer(to: issue, passage, known ?? PassageTerms(passage), dates)
    return ReadSubject(
      subject: .issue(id, found?.0 ?? .none), strength: Self.threshold,
      rule: "about it by the language model" + (found.map { ", \($0.1)" } ?? ""))
  }

  /// What was spoken of before, with the number that the words themselves give: `agreed to four`.
  func again(
    _ subject: Subject, _ words: String, _ act: Case.Statement.Act?, _ dates: DateContext
  ) -> Subject {
    guard case .issue(let id, .value(.quantity)) = subject else { return subject }
    let text = SpanText(words)
    let isNumbered = text.pieces.indices.contains { text.number(at: $0) != nil }
    guard isNumbered, let issue = issues[id] else { return subject }
    let own = IssueQuantity(
      words: words, unit: issue.unit, act: act, dates, isBare: true)
    return .issue(id, own.value.map { .value(.quantity($0)) } ?? .none)
  }

  private func answer(
    to issue: Case.Issue, _ passage: CodingPassage, _ terms: PassageTerms, _ dates: DateContext
  ) -> (Answer, String)? {
    switch issue.value {
    case .option: return option(of: issue, passage, terms)
    case .quantity:
      let found = IssueQuantity(words: passage.words, unit: issue.unit, act: passage.act, dates)
      return found.value.map { (.value(.quantity($0)), $0.words) }
    case .date:
      let found = DateReader.mentions(in: SpanText(passage.words), dates).compactMap(\.dating)
      guard let first = found.first, found.count == 1 else { return nil }
      return (.value(.date(first)), first.value.words)
    case .set:
      let names = MemberReader.names(of: issue, actors: issue.members.isEmpty ? theCase.actors : [])
      guard
        let found = MemberReader.set(
          in: passage.words, names: names, all: issue.members.map(\.id))
      else { return nil }
      return (.value(.set(found.set)), AnswerValue.set(found.set).words)
    }
  }

  /// The option whose words the passage has, clearly before the next; of an issue with one option that
  /// one, where something is asked, given or refused.
  private func option(
    of issue: Case.Issue, _ passage: CodingPassage, _ terms: PassageTerms
  ) -> (Answer, String)? {
    let scores = options.scores(terms.weighted(around: 0.25))
    let ranked = issue.options.compactMap { option -> (id: Slug, score: Double, word: String)? in
      let choice = CodingRanker.OptionChoice(issue: issue.id, option: option.id)
      return scores[choice].map { (option.id, $0.score / options.clearest, $0.word) }
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    if let best = ranked.first, best.score >= 0.25,
      ranked.count == 1 || best.score >= 1.15 * ranked[1].score
    {
      return (.options([best.id]), "option by “\(best.word)”")
    }
    if issue.options.count == 1, let only = issue.options.first, let act = passage.act,
      Self.settling.contains(act)
    {
      return (.options([only.id]), "its only option")
    }
    return nil
  }

  private static let settling: Set<Case.Statement.Act> = [
    .demand, .propose, .offer, .accept, .reject, .condition, .concede, .withdraw, .commit,
  ]

  /// A subject in short, for a gist.
  func title(of subject: Subject) -> String? {
    switch subject {
    case .issue(let id, let answer):
      guard let issue = issues[id] else { return nil }
      switch answer {
      case .options(let chosen):
        let titles = chosen.compactMap { id in issue.options.first { $0.id == id }?.title }
        return titles.isEmpty
          ? issue.title : "\(issue.title): \(inRunningWords(titles.joined(separator: ", ")))"
      case .value(let value): return "\(issue.title): \(value.words)"
      case .none, .any: return issue.title
      }
    case .milestone(let id): return theCase.milestones.first { $0.id == id }?.title
    case .meeting(let id), .delegation(let id, _):
      return theCase.meetings.first { $0.id == id }.map { $0.title ?? "the meeting \(id.raw)" }
    case .commitment(let id): return theCase.commitments.first { $0.id == id }?.what
    case .constraint(let id, _):
      return theCase.constraints.first { $0.id == id }.map { $0.title ?? id.raw }
    case .draft(let id, _): return theCase.drafts.first { $0.id == id }.map { $0.title ?? id.raw }
    case .interest(let id): return theCase.interests.first { $0.id == id }?.title
    case .actor, .statement, .requirement, .together: return nil
    }
  }
}

extension SubjectReader {
  /// A title behind a colon: its first word in small letters where no name can begin with it. Whatever else it is
  /// may be a name, of a place that the case does not know as well.
  fileprivate func inRunningWords(_ title: String) -> String {
    guard let first = title.split(separator: " ").first,
      Self.smallWords.contains(first.lowercased())
    else { return title }
    let isName =
      theCase.actors.contains { ([$0.name] + $0.aliases).contains { title.hasPrefix($0) } }
      || theCase.issues.contains {
        $0.members.contains { $0.name.map { title.hasPrefix($0) } ?? false }
      }
    return isName ? title : first.lowercased() + title.dropFirst(first.count)
  }

  private static let smallWords: Set<String> = [
    "a", "all", "an", "another", "any", "at", "before", "both", "by", "each", "every", "few", "for",
    "from",
    "full", "half", "he", "if", "immediate", "in", "it", "its", "less", "more", "most", "no",
    "none", "not",
    "on", "one", "only", "partial", "she", "some", "the", "their", "they", "this", "three", "to",
    "two", "until",
    "we", "with", "within", "without",
  ]
}
