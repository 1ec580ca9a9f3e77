package import CaseModel

/// Ranks what a passage may be coded as: issues and their options, speakers, acts, stances.
///
/// It goes by the words of the case (titles, aliases, keywords), by the words of what was coded before, by
/// how often and how lately each was chosen and what it went with. What it has learnt are counts, which can
/// be shown and reset; the same codings in the same order give the same ranks.
package struct CodingRanker: Sendable {
  typealias Act = Case.Statement.Act

  private let theCase: Case
  private let mentions: MentionReader
  private var issueWords = WordProfile<Case.Issue.ID>()
  private var optionWords = WordProfile<OptionChoice>()
  private var issues = UseCounts<Case.Issue.ID>()
  private var options = UseCounts<OptionChoice>()
  private var speakers = UseCounts<Case.Actor.ID>()
  private var acts = UseCounts<Case.Statement.Act>()
  private var stances = UseCounts<Case.Statement.Stance>()
  private var lastIssue: Case.Issue.ID?
  private var lastSpeaker: Case.Actor.ID?

  package struct OptionChoice: Hashable, Sendable {
    package var issue: Case.Issue.ID
    package var option: Slug
  }

  /// Nothing learnt but the case's own words.
  /// - Complexity: O(case's names).
  package init(_ theCase: Case, mentions: MentionReader? = nil) {
    self.theCase = theCase
    self.mentions = mentions ?? MentionReader(theCase)
    for issue in theCase.issues {
      func add(_ text: String, _ weight: Int) {
        issueWords.add(ContentWords.of(text), to: issue.id, weight: weight)
      }
      add(issue.title, 6)
      for keyword in issue.keywords { add(keyword, 8) }
      if let unit = issue.unit { add(unit, 6) }
      for option in issue.options {
        for text in [option.title] + option.aliases {
          add(text, 4)
          optionWords.add(
            ContentWords.of(text), to: OptionChoice(issue: issue.id, option: option.id), weight: 6)
        }
      }
      for member in issue.members {
        for text in [member.name ?? member.id.raw] + member.aliases { add(text, 4) }
      }
    }
  }

  // MARK: Learning

  /// Takes in what a passage was coded as.
  package mutating func learn(_ statement: Case.Statement, _ passage: CodingPassage) {
    let words = ContentWords.of(passage.words)
    let around = ContentWords.of(passage.sentence)
    for actor in statement.speaker {
      speakers.use(actor, with: partners(passage.source, last: lastSpeaker.map(\.raw)))
    }
    acts.use(
      statement.act,
      with: statement.speaker.map { "by \($0.raw)" } + ["read \(read(passage).act.rawValue)"])
    if let stance = statement.stance {
      stances.use(stance, with: ["act \(statement.act.rawValue)"])
    }
    for part in statement.about?.parts ?? [] {
      guard case .issue(let id, let answer) = part else { continue }
      issueWords.add(words, to: id, weight: 3)
      issueWords.add(around, to: id, weight: 1)
      issues.use(
        id,
        with: statement.speaker.map { "by \($0.raw)" } + ["act \(statement.act.rawValue)"]
          + partners(passage.source, last: lastIssue?.raw))
      if case .options(let chosen) = answer {
        for option in chosen {
          let choice = OptionChoice(issue: id, option: option)
          optionWords.add(words, to: choice, weight: 3)
          options.use(choice, with: ["act \(statement.act.rawValue)"])
        }
      }
      lastIssue = id
    }
    issues.tick()
    speakers.tick()
    acts.tick()
    stances.tick()
    options.tick()
    lastSpeaker = statement.speaker.first ?? lastSpeaker
  }

  /// Takes in that a proposal was refused: its words no longer speak for its issue as they did.
  package mutating func refuse(_ statement: Case.Statement, _ passage: CodingPassage) {
    for part in statement.about?.parts ?? [] {
      guard case .issue(let id, _) = part else { continue }
      issueWords.add(ContentWords.of(passage.words), to: id, weight: -2)
      issues.reject(id)
    }
    for actor in statement.speaker { speakers.reject(actor) }
    acts.reject(statement.act)
  }

  /// What was learnt, for showing: what was chosen, how often, how often refused.
  package var counts: [(what: String, accepted: Int, rejected: Int)] {
    func rows<Thing: Hashable>(
      _ counts: UseCounts<Thing>, _ kind: String, _ name: (Thing) -> String
    )
      -> [(what: String, accepted: Int, rejected: Int)]
    {
      Set(counts.accepted.keys).union(counts.rejected.keys).map {
        ("\(kind) \(name($0))", counts.accepted[$0] ?? 0, counts.rejected[$0] ?? 0)
      }.sorted { $0.0 < $1.0 }
    }
    return rows(speakers, "speaker") { $0.raw } + rows(acts, "act") { $0.rawValue }
      + rows(issues, "issue") { $0.raw } + rows(stances, "stance") { $0.rawValue }
  }

  /// The same with nothing learnt.
  package var reset: CodingRanker { CodingRanker(theCase, mentions: mentions) }

  private func partners(_ source: Case.Source.ID?, last: String?) -> [String] {
    [source.map { "in \($0.raw)" }, last.map { "after \($0)" }].compactMap { $0 }
  }

  private func read(_ passage: CodingPassage) -> ActReading {
    let own = ActReader.read(passage.words)
    return own.act == .state ? ActReader.read(passage.sentence) : own
  }

  // MARK: Ranking

  /// All issues, the likeliest first.
  /// - Complexity: O(words × issues that share them + issues).
  package func rankedIssues(_ passage: CodingPassage) -> [RankedChoice<Case.Issue.ID>] {
    let words = issueWords.scores(Self.query(passage))
    let best = max(1, words.values.reduce(0) { max($0, $1.score) })
    let choices = theCase.issues.map { issue in
      let id = issue.id
      var score = 0.0
      var grounds: [String] = []
      if let (found, word) = words[id] {
        score += 3 * found / best
        grounds.append("words as “\(word)”")
      }
      score += 0.5 * issues.frequency(id) + 0.7 * issues.recency(id)
      for partner in partners(passage.source, last: lastIssue?.raw) {
        score += 0.9 * issues.together(id, partner)
      }
      for actor in passage.speaker { score += 0.8 * issues.together(id, "by \(actor.raw)") }
      if let act = passage.act { score += 0.4 * issues.together(id, "act \(act.rawValue)") }
      if issues.recency(id) > 0.3 { grounds.append("used lately") }
      return RankedChoice(choice: id, score: score, grounds: grounds)
    }
    return Self.sorted(choices) { $0.raw }
  }

  /// The options of an issue, the likeliest first.
  package func rankedOptions(of issue: Case.Issue, _ passage: CodingPassage)
    -> [RankedChoice<Slug>]
  {
    let words = optionWords.scores(Self.query(passage))
    let choices = issue.options.map { option in
      let choice = OptionChoice(issue: issue.id, option: option.id)
      let found = words[choice]
      let score =
        (found?.score ?? 0) + 0.5 * options.frequency(choice) + 0.3 * options.recency(choice)
      return RankedChoice(
        choice: option.id, score: score, grounds: found.map { ["words as “\($0.word)”"] } ?? [])
    }
    return Self.sorted(choices) { $0.raw }
  }

  /// Those who speak or may, the likeliest first: whom the sentence names, who spoke before, who speaks
  /// often, and the text's author.
  package func rankedSpeakers(_ passage: CodingPassage) -> [RankedChoice<Case.Actor.ID>] {
    var scores: [Case.Actor.ID: (score: Double, grounds: [String])] = [:]
    func add(_ actor: Case.Actor.ID, _ score: Double, _ ground: String) {
      scores[actor, default: (0, [])].score += score
      if !(scores[actor]?.grounds.contains(ground) ?? false) {
        scores[actor]?.grounds.append(ground)
      }
    }
    var context = MentionContext(date: passage.date)
    for (place, mention) in mentions.mentions(in: passage.sentence, &context).enumerated()
    where !mention.isPlace {
      for actor in mention.actors {
        add(actor, place == 0 ? 1.6 : 1.0, "named in the sentence")
      }
      for side in mention.proposed?.of ?? [] { add(side, 0.4, "its side is named") }
    }
    if let source = theCase.sources.first(where: { $0.id == passage.source }) {
      for author in source.authors { add(author, 0.9, "the author") }
      if let publisher = source.publisher { add(publisher, 0.5, "the publisher") }
    }
    // People and bodies of a side that is named may be meant.
    for actor in theCase.actors where actor.kind != .outlet {
      let sides = actor.speaksFor.map(\.actor) + actor.partOf
      if sides.contains(where: { (scores[$0]?.score ?? 0) >= 1 }) {
        add(actor.id, 0.25, "of a side that is named")
      }
    }
    for actor in speakers.things {
      add(
        actor, 0.9 * speakers.frequency(actor) + 0.9 * speakers.recency(actor), "spoke before")
      for partner in partners(passage.source, last: lastSpeaker?.raw) {
        add(actor, 0.9 * speakers.together(actor, partner), "spoke before")
      }
    }
    let choices = theCase.actors.map { actor in
      RankedChoice(
        choice: actor.id, score: scores[actor.id]?.score ?? 0,
        grounds: scores[actor.id]?.grounds ?? [])
    }
    return Self.sorted(choices) { $0.raw }
  }

  /// All acts, the likeliest first.
  package func rankedActs(_ passage: CodingPassage) -> [RankedChoice<Case.Statement.Act>] {
    let own = ActReader.read(passage.words).ranking
    let around = ActReader.read(passage.sentence).ranking
    let reading = read(passage).act
    let choices = Case.Statement.Act.allCases.map { act in
      var score = 0.9 * acts.frequency(act) + 0.4 * acts.recency(act)
      var grounds: [String] = []
      for (ranking, weight) in [(own, 1.2), (around, 0.8)] {
        guard let place = ranking.firstIndex(of: act) else { continue }
        score += weight / Double(place + 1)
        grounds = ["words of the passage"]
      }
      score += 0.9 * acts.together(act, "read \(reading.rawValue)")
      for actor in passage.speaker { score += 0.6 * acts.together(act, "by \(actor.raw)") }
      return RankedChoice(choice: act, score: score, grounds: grounds)
    }
    return Self.sorted(choices) { $0.rawValue }
  }

  /// All stances, the likeliest first.
  package func rankedStances(_ passage: CodingPassage) -> [RankedChoice<Case.Statement.Stance>] {
    let read = read(passage).stance
    let choices = Case.Statement.Stance.allCases.map { stance in
      var score = stances.frequency(stance)
      if stance == read { score += 0.8 }
      if let act = passage.act { score += 1.5 * stances.together(stance, "act \(act.rawValue)") }
      return RankedChoice(
        choice: stance, score: score, grounds: stance == read ? ["words of the passage"] : [])
    }
    return Self.sorted(choices) { $0.rawValue }
  }

  /// The quote's words in full, those of its sentence for less.
  private static func query(_ passage: CodingPassage) -> [(word: String, weight: Double)] {
    ContentWords.weighted([(passage.words, 1.0), (passage.sentence, 0.35)])
  }

  /// By score, to a millionth, then by name.
  private static func sorted<Choice>(
    _ choices: [RankedChoice<Choice>], _ name: (Choice) -> String
  ) -> [RankedChoice<Choice>] {
    choices.map { ($0, ($0.score * 1_000_000).rounded(), name($0.choice)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.2 < $1.2 }.map(\.0)
  }
}
