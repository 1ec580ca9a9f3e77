internal import CaseModel

/// What reports and sentences without a word of saying have in common: subject, conditions, terms, gist.
extension SourceProposals {
  mutating func finish(
    _ statement: inout Case.Statement, _ reading: ActReading, words: String, around: String,
    sentence: String, places: [Range<Int>], rules: inout [String], new: [NewEntry],
    confidence: Double, isAuthor: Bool,
    mentions: [(place: Range<Int>, actors: [Case.Actor.ID])], number: Int?, through: Int?,
    terms: PassageTerms? = nil, issue: Case.Issue.ID? = nil
  ) {
    guard let id = newID(places) else { return }
    statement.id = Case.Statement.ID(id)
    statement.source = source.id
    statement.quote = Quote(
      places.compactMap { QuoteAnchor($0.lowerBound, $0.upperBound, in: text) })
    var new = new
    var confidence = confidence
    let passage = CodingPassage(
      words: words, sentence: sentence, source: source.id, speaker: statement.speaker,
      act: statement.act, date: source.published)
    var about =
      issue.flatMap { proposer.reader.read(passage, terms, as: $0, on: dates) }
      ?? proposer.reader.read(
        passage, terms, by: proposer.history.subjects, on: dates, after: last)
    if about == nil, Self.pointsBack(words), let last {
      about = ReadSubject(
        subject: last, strength: SubjectReader.threshold, rule: "about what was spoken of before it"
      )
    }
    statement.about = about?.subject
    if let about { last = about.subject }
    rules += reading.rules.prefix(4)
    if let about {
      rules.append(about.rule)
      confidence *= min(1, 0.8 + 0.2 * about.strength)
    } else {
      confidence *= 0.75
    }
    if !reading.conditions.isEmpty, !isAuthor {
      let found = requirements.requirements(
        reading, in: around, about: statement.about, passage, mentions: mentions)
      if let waiting = found.waiting, !found.requires.isEmpty {
        statement.about = waiting
        statement.requires = found.requires
        rules += found.rules
        new += found.new
      }
    }
    statement.stance = stance(statement, reading)
    statement.hedge = reading.hedge
    if case .issue? = statement.about { statement.redLine = reading.redLine }
    readTerms(words, &statement)
    statement.gist = Gist.of(
      speakers: statement.speaker.map { name($0, new) }, act: statement.act,
      stance: statement.stance,
      title: statement.about.flatMap { proposer.reader.title(of: $0) }, words: words,
      isAuthor: isAuthor)
    var suggestion = Case.Candidate()
    suggestion.statement = statement
    suggestion.proposedBy = proposedBy
    suggestion.confidence = Self.amount(confidence)
    suggestion.rules = rules.filter { !$0.isEmpty } + new.map(\.rule)
    made.append(
      Made(
        suggestion: suggestion, places: places, words: words, number: number, through: through))
  }

  /// `it`, `that idea`, `the plan`: words that name nothing of their own and point to what was before.
  private static func pointsBack(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces.filter { $0.kind == .word }
    if pieces.count <= 3 { return true }
    return pieces.count <= 14
      && pieces.contains {
        ["it", "that", "this", "such", "so", "them", "these", "those"].contains($0.lower)
      }
  }

  private func name(_ actor: Case.Actor.ID, _ new: [NewEntry]) -> String {
    if let name = proposer.actors.names[actor] { return name }
    for case .actor(actor, let name, _, _) in new { return name }
    return actor.raw
  }

  /// By the place of the quote, so that the same passage has the same id whenever it is proposed.
  private mutating func newID(_ places: [Range<Int>]) -> String? {
    guard let start = places.first?.lowerBound else { return nil }
    let base = "\(source.id.raw.prefix(80))-at-\(start)"
    var id = base
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private func stance(
    _ statement: Case.Statement, _ reading: ActReading
  ) -> Case.Statement.Stance? {
    guard case .issue(_, let answer)? = statement.about, answer != .none else { return nil }
    switch statement.act {
    case .takeNote, .silent, .ask: return nil
    case .reject, .deny: return .against
    default: return reading.stance ?? (statement.act == .condition ? .for : nil)
    }
  }

  /// By when it is to be done, and until when it holds.
  private func readTerms(_ words: String, _ statement: inout Case.Statement) {
    guard [.demand, .propose, .offer, .commit, .condition].contains(statement.act) else { return }
    for mention in DateReader.mentions(in: SpanText(words), dates) {
      guard let dating = mention.dating else { continue }
      if mention.role == .by, statement.due == nil { statement.due = dating }
      if mention.role == .until, statement.until == nil { statement.until = dating }
    }
  }

  static func amount(_ confidence: Double) -> Amount? {
    let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded())
    return Amount(
      hundredths >= 100 ? "1" : hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)")
  }
}
