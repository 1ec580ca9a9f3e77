internal import CaseModel

/// What reports and sentences without a word of saying have in common: subject, conditions, terms, gist.
extension SourceProposals {
  mutating func finish(
    _ statement: inout Case.Statement, _ reading: ActReading, words: String, around: String,
    sentence: String, places: [Range<Int>], rules: inout [String], new: [NewEntry],
    confidence: Double, isAuthor: Bool,
    mentions: [(place: Range<Int>, actors: [Case.Actor.ID])], number: Int?, through: Int?,
    terms: PassageTerms? = nil, issue: Case.Issue.ID? = nil, answering: Subject? = nil
  ) {
    guard let id = newID(places) else { return }
    statement.id = Case.Statement.ID(id)
    statement.source = source.id
    statement.quote = Quote(
      places.compactMap { QuoteAnchor($0.lowerBound, $0.upperBound, in: text) })
    var new = new
    for id in statement.speaker + statement.via + statement.to + statement.of {
      guard let actor = proposer.introduced[id] else { continue }
      for side in actor.partOf {
        guard let body = proposer.introduced[side] else { continue }
        let entry = NewEntry.actor(side, name: body.name, kind: body.kind, of: [])
        if !new.contains(entry) { new.append(entry) }
      }
      let entry = NewEntry.actor(id, name: actor.name, kind: actor.kind, of: actor.partOf)
      if !new.contains(entry) { new.append(entry) }
    }
    var confidence = confidence
    let given = Self.withoutPrice(words)
    let passage = CodingPassage(
      words: given ?? words, sentence: given == nil ? sentence : "", source: source.id,
      speaker: statement.speaker, act: statement.act, date: source.published)
    let terms = given == nil ? terms : nil
    var about =
      issue.flatMap { proposer.reader.read(passage, terms, as: $0, on: dates) }
      ?? proposer.reader.read(
        passage, terms, by: proposer.history.subjects, on: dates, after: last, commonness)
    let isNear = (places.first?.lowerBound ?? 0) - lastEnd < Self.reachBack
    if about == nil && Self.pointsBack(words) || about?.isLoose ?? false && Self.namesIt(words),
      isNear, let last
    {
      about = ReadSubject(
        subject: proposer.reader.again(last, words, statement.act, dates),
        strength: SubjectReader.threshold, rule: "about what was spoken of before it")
    }
    if let answering {
      about = ReadSubject(
        subject: answering, strength: 1, rule: "an answer to what was put forward before it")
    }
    statement.about = about?.subject
    if let about {
      last = about.subject
      lastEnd = places.last?.upperBound ?? lastEnd
    }
    rules += reading.rules.prefix(4)
    if let about {
      rules.append(about.rule)
      confidence *= min(1, 0.8 + 0.2 * about.strength)
    } else {
      confidence *= 0.75
    }
    let isForecast = statement.act == .assess && speakers.isThirdParty(statement.speaker)
    if !reading.conditions.isEmpty, !isAuthor, !isForecast,
      !Self.awaitingNothing.contains(statement.act)
    {
      let found = requirements.requirements(
        reading, in: around, about: statement.about, passage, mentions: mentions)
      let isNew = found.new.contains { if case .issue = $0 { true } else { false } }
      if let waiting = found.waiting, !found.requires.isEmpty,
        !isNew || Self.actions.contains(statement.act) || statement.act == .condition
      {
        statement.about = waiting
        if !isNew, let last = about?.subject, last.issue != waiting.issue { self.last = waiting }
        statement.requires = found.requires
        rules += found.rules
        new += found.new
      }
    }
    statement.stance = stance(statement, reading)
    statement.hedge = reading.hedge
    if case .issue? = statement.about { statement.redLine = reading.redLine }
    readTerms(words, &statement)
    statement.gist = gist(statement, new, words: words, reading, around: around)
    var suggestion = Case.Candidate()
    suggestion.statement = statement
    suggestion.proposedBy = proposedBy
    suggestion.confidence = Self.amount(confidence)
    suggestion.rules = rules.filter { !$0.isEmpty } + new.map(\.rule)
    made.append(
      Made(
        suggestion: suggestion, places: places, words: words, number: number, through: through,
        isLimit: reading.redLine))
  }

  /// What is given, without what is asked for it, which belongs to an issue of its own.
  private static func withoutPrice(_ words: String) -> String? {
    let text = SpanText(words)
    guard
      let price = ConditionReader.conditions(in: text).first(where: {
        $0.kind == .exchange && $0.step.map { !$0.isEmpty } ?? false
      })
    else { return nil }
    let left = text.pieces.indices.filter { !price.awaited.contains(text.pieces[$0].start) }
    guard left.count >= 4 else { return nil }
    return left.map { text.words($0..<$0 + 1) }.joined(separator: " ")
  }

  /// Accusations and questions set no condition.
  private static let awaitingNothing: Set<Case.Statement.Act> = [.accuse, .ask, .silent]

  /// `would study it`: the object is `it`, and nothing that the words name.
  private static func namesIt(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces
    return pieces.count <= 12
      && pieces.indices.dropFirst(2).contains {
        pieces[$0].lower == "it"
          && !["that", "and", "but", "if", ","].contains(pieces[$0 - 1].lower)
      }
  }

  /// Code points from what was spoken of to words that point to it.
  private static let reachBack = 200

  /// `it`, `that idea`, `the plan`: words that name nothing of their own and point to what was before.
  private static func pointsBack(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces.filter { $0.kind == .word }
    if pieces.count <= 3 { return true }
    return pieces.count <= 14
      && pieces.contains {
        ["it", "that", "this", "such", "so", "them", "these", "those"].contains($0.lower)
      }
      || pieces.count <= 14
        && pieces.indices.dropFirst().contains {
          ["the", "that", "this"].contains(pieces[$0 - 1].lower)
            && ["idea", "plan", "figure", "number", "matter", "question"].contains(pieces[$0].lower)
        }
  }

  private func gist(
    _ statement: Case.Statement, _ new: [NewEntry], words: String, _ reading: ActReading? = nil,
    around: String = ""
  ) -> String {
    let title = statement.about.flatMap { about -> String? in
      if let title = proposer.reader.title(of: about) { return title }
      for case .issue(let id, let title, _, _) in new where about.issue == id {
        guard case .issue(_, .value(let value)) = about else { return title }
        return "\(title): \(value.words)"
      }
      return nil
    }
    let condition = reading?.conditions.first { $0.kind == .before }
    return Gist.of(
      speakers: statement.speaker.map { name($0, new) }, act: statement.act,
      stance: statement.stance, title: title, words: words,
      condition: condition.flatMap { condition in
        statement.requires.isEmpty ? nil : around.codePoints(condition.awaited)
      })
  }

  /// The gist again, after its act or subject was changed.
  mutating func describe(_ place: Int) {
    let suggestion = made[place].suggestion
    made[place].suggestion.statement.gist = gist(
      suggestion.statement, suggestion.rules.compactMap { NewEntry(rule: $0) },
      words: made[place].words)
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
    guard Self.dated.contains(statement.act) else { return }
    let text = SpanText(words)
    let conditions = ConditionReader.conditions(in: text)
    for mention in DateReader.mentions(in: text, dates) {
      guard let dating = mention.dating,
        !conditions.contains(where: { $0.awaited.overlaps(mention.place) })
      else { continue }
      let isLast = mention.role == .by || mention.role == .before || isOfEvent(mention, in: text)
      if isLast, statement.due == nil { statement.due = dating }
      if mention.role == .until, statement.until == nil { statement.until = dating }
    }
  }

  private static let dated: Set<Case.Statement.Act> = [
    .demand, .propose, .offer, .commit, .condition, .accept, .ask,
  ]

  /// `before the next round, which is set for 4 November`: the day of what it is to be done before.
  private func isOfEvent(_ mention: DateMention, in text: SpanText) -> Bool {
    guard mention.role == .at,
      let place = text.pieces.firstIndex(where: { $0.start >= mention.place.lowerBound }),
      place > 3,
      ["for", "on"].contains(text.lower(place - 1)),
      (place - 4..<place - 1).contains(where: { Self.fixed.contains(text.lower($0)) })
    else { return false }
    for before in stride(from: place - 2, through: max(0, place - 18), by: -1) {
      if text.endsSentence(before) { return false }
      if text.has("before", at: before) || text.has("ahead", "of", at: before) { return true }
    }
    return false
  }

  private static let fixed: Set<String> = [
    "set", "scheduled", "due", "planned", "fixed", "called", "expected", "convened",
  ]

  static func amount(_ confidence: Double) -> Amount? {
    let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded())
    return Amount(
      hundredths >= 100 ? "1" : hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)")
  }
}
