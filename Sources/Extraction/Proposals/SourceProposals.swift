internal import CaseModel

/// Reads one source for suggestions.
struct SourceProposals {
  let proposer: StatementProposer
  let source: Case.Source
  let text: SourceText
  let withAuthors: Bool
  let speakers: SpeakerResolver
  let dates: DateContext
  private let requirements: RequirementProposer
  private var made: [Made] = []
  private var ids: Set<String> = []
  /// What the suggestion before is about.
  private var last: Subject?

  /// A suggestion with what later ones need of it.
  struct Made {
    var suggestion: Case.Candidate
    var places: [Range<Int>]
    var words: String
    /// Place in the extractor's list; nil for a sentence of the author's.
    var number: Int?
    var through: Int?
  }

  init(_ proposer: StatementProposer, _ source: Case.Source, _ text: SourceText, authors: Bool) {
    self.proposer = proposer
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

  mutating func suggestions() -> [Case.Candidate] {
    let reports = BuiltInExtractor.candidates(in: text)
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
      if !paragraph.isHeading {
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

  // MARK: Reports

  private mutating func add(
    _ place: Int, _ reports: [Candidate], _ resolved: [ResolvedSpeaker?],
    _ paragraph: ParagraphReading
  ) {
    let report = reports[place]
    let places = quotePlaces(report)
    guard var speaker = resolved[place], QuotePlaces.length(places) >= 3 else { return }
    // Who reports it, nearest the speaker first; the source's own publisher and author are implied.
    var outer = report.through
    var steps = 0
    while let through = outer, reports.indices.contains(through), steps < 4 {
      if let other = resolved[through], !other.isAuthor {
        speaker.via += other.speaker.filter {
          !speaker.via.contains($0) && !speaker.speaker.contains($0)
        }
        speaker.new += other.new
      }
      outer = reports[through].through
      steps += 1
    }
    giveToSubject(report, paragraph, &speaker)
    for part in parts(of: places, report) {
      add(report, place, part, speaker, paragraph)
    }
  }

  /// What an agency or someone unnamed reports that a party did is the party's, through them: `Reuters
  /// reported that South had asked for a loan`.
  private func giveToSubject(
    _ report: Candidate, _ paragraph: ParagraphReading, _ speaker: inout ResolvedSpeaker
  ) {
    guard speakers.areOutlets(speaker) || speakers.isUnnamed(speaker), report.manner == .indirect,
      let content = report.content.first
    else { return }
    let place = content.start - paragraph.start..<content.end - paragraph.start
    let words = paragraph.text(place)
    let reading = ActReader.read(words)
    guard Self.actions.contains(reading.act), let phrase = reading.phrase,
      let subject = paragraph.mentions.first(where: { $0.place.overlaps(place) && !$0.isPlace }),
      !subject.actors.isEmpty,
      paragraph.pieces(in: place.lowerBound..<max(place.lowerBound, subject.place.lowerBound)).count
        <= 2,
      phrase.lowerBound + place.lowerBound >= subject.place.upperBound
    else { return }
    let between = paragraph.pieces(
      in: subject.place.upperBound..<phrase.lowerBound + place.lowerBound)
    guard between.count <= 4 else { return }
    speaker.via = speaker.speaker + speaker.via
    speaker.speaker = subject.actors
    speaker.rule += "; “\(paragraph.text(subject.place).shortened(to: 40))” does it"
  }

  private mutating func add(
    _ report: Candidate, _ number: Int, _ part: Part, _ speaker: ResolvedSpeaker,
    _ paragraph: ParagraphReading
  ) {
    let (words, around, cue) = (part.words, part.around, part.cue)
    let reading = ActReader.read(
      around, cue: cue, isAuthor: speaker.isReporter, form: form(of: report))
    var statement = Case.Statement()
    statement.speaker = speaker.speaker
    statement.via = speaker.via
    statement.act = act(reading, lemma: report.lemma, words: words)
    statement.verbatim = report.manner == .direct
    var rules =
      report.rules.map(\.rawValue) + ["cue “\(report.lemma.shortened(to: 40))”", speaker.rule]
    readDate(report, paragraph, &statement)
    readRecipients(report, paragraph, speaker, &statement)
    finish(
      &statement, reading, words: words, around: around, sentence: surroundings(report),
      places: part.places, rules: &rules, new: speaker.new,
      confidence: report.confidence * speaker.confidence
        * proposer.history.acts.trust(for: "cue \(report.lemma)"),
      isAuthor: speaker.isReporter, mentions: part.isWhole ? mentions(report, paragraph) : [],
      number: number, through: report.through)
  }

  /// The cue's lemma; of a verb and noun that make one cue, `expressed support`, the noun.
  private func form(of report: Candidate) -> ActReader.CueForm {
    var lemma = report.lemma
    if CueActs.act(of: lemma) == nil, let cue = report.cue.last,
      let noun = SpanText(text.text(cue.start, cue.end)).pieces.last(where: { $0.kind == .word })?
        .lower,
      CueActs.act(of: noun) != nil
    {
      lemma = noun
    }
    return ActReader.CueForm(
      lemma: lemma,
      isClause: report.rules.contains(.clauseWithThat) || report.rules.contains(.bareClause),
      isAsked: !report.rules.contains(.question) && !report.rules.contains(.quotation)
        && !report.rules.contains(.preposed))
  }

  /// The sentence without the words that report, which are about no issue.
  private func surroundings(_ report: Candidate) -> String {
    var place = report.sentence.start
    var words = ""
    for cue in report.cue.sorted(by: { $0.start < $1.start }) where cue.start >= place {
      words += text.text(place, cue.start) + " "
      place = cue.end
    }
    return words + text.text(place, max(place, report.sentence.end))
  }

  /// The content, without the marks round a quotation.
  private func quotePlaces(_ report: Candidate) -> [Range<Int>] {
    report.content.compactMap { span in
      let scalars = Array(text.text(span.start, span.end).unicodeScalars)
      var (first, last) = (0, scalars.count)
      func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "\"“”«»„‟‹›「」".unicodeScalars.contains(scalar)
      }
      func isTail(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == ";" || scalar == "—" || scalar == "–"
          || scalar.properties.isWhitespace
      }
      while last > first, isTail(scalars[last - 1]) { last -= 1 }
      // `that` reports and is not said.
      for word in ["that ", "that, ", "что ", "що "] {
        let opening = Array(word.unicodeScalars)
        if last - first > opening.count + 2, scalars.starts(with: opening) { first = opening.count }
      }
      if first < last, isMark(scalars[first]), isMark(scalars[last - 1]), last - first > 2,
        !scalars[(first + 1)..<(last - 1)].contains(where: isMark)
      {
        first += 1
        last -= 1
        while last > first, isTail(scalars[last - 1]) { last -= 1 }
      }
      return first < last ? span.start + first..<span.start + last : nil
    }
  }

  private func mentions(_ report: Candidate, _ paragraph: ParagraphReading) -> [(
    place: Range<Int>, actors: [Case.Actor.ID]
  )] {
    let start = (report.cue + report.content).map(\.start).min() ?? 0
    return paragraph.mentions.map {
      let first = $0.place.lowerBound + paragraph.start - start
      return (first..<first + $0.place.count, $0.actors)
    }
  }

  private func act(_ reading: ActReading, lemma: String, words: String) -> Case.Statement.Act {
    let own = ActReader.read(words).act
    let keys = CodingHistory.actKeys(lemma, own)
    var scores: [(act: Case.Statement.Act, score: Double)] = []
    for act in Case.Statement.Act.allCases {
      var score = reading.ranking.firstIndex(of: act).map { 1 / Double($0 + 1) } ?? 0
      // A word that says only that something was said tells little of what it does.
      let weight = CueActs.act(of: lemma) == nil ? 0.4 : 0.9
      score += weight * proposer.history.acts.share(act, for: keys[0])
      score += 0.5 * proposer.history.acts.share(act, for: keys[1])
      scores.append((act, score))
    }
    return scores.max { $0.score < $1.score }?.act ?? reading.act
  }

  /// A day named beside the report, and not in what is said.
  private func readDate(
    _ report: Candidate, _ paragraph: ParagraphReading, _ statement: inout Case.Statement
  ) {
    let start = report.sentence.start - paragraph.start
    let end = report.sentence.end - paragraph.start
    let taken = (report.content + report.source).map {
      $0.start - paragraph.start..<$0.end - paragraph.start
    }
    let found = paragraph.dates.filter { mention in
      mention.dating != nil && [.at, .in].contains(mention.role)
        && mention.place.lowerBound >= start && mention.place.upperBound <= end
        && !taken.contains { $0.overlaps(mention.place) }
    }
    let cue = (report.cue.first?.start ?? report.sentence.start) - paragraph.start
    statement.date =
      found.min {
        abs($0.place.lowerBound - cue) < abs($1.place.lowerBound - cue)
      }?.dating
  }

  /// Those named between the cue and what is said: told whom, accused whom.
  private func readRecipients(
    _ report: Candidate, _ paragraph: ParagraphReading, _ speaker: ResolvedSpeaker,
    _ statement: inout Case.Statement
  ) {
    guard let cue = report.cue.last, let content = report.content.first, cue.end <= content.start
    else { return }
    let gap = cue.end - paragraph.start..<content.start - paragraph.start
    let named = paragraph.mentions.filter { !$0.isPlace && gap.overlaps($0.place) }
      .flatMap(\.actors).filter { !speaker.speaker.contains($0) }
    let unique = named.reduce(into: [Case.Actor.ID]()) { if !$0.contains($1) { $0.append($1) } }
    if statement.act == .accuse { statement.of = unique } else { statement.to = unique }
  }

  // MARK: What both have

  mutating func finish(
    _ statement: inout Case.Statement, _ reading: ActReading, words: String, around: String,
    sentence: String, places: [Range<Int>], rules: inout [String], new: [NewEntry],
    confidence: Double, isAuthor: Bool,
    mentions: [(place: Range<Int>, actors: [Case.Actor.ID])], number: Int?, through: Int?
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
    var about = proposer.reader.read(
      passage, by: proposer.history.subjects, on: dates, after: last)
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
    suggestion.proposedBy = StatementProposer.name
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

  // MARK: All together

  /// Where what one person reports is another's words as a whole, or the same person's, the inner words
  /// are proposed, with the first in the chain.
  private mutating func dropOuter() {
    let inner = made.filter { $0.through != nil }
    made.removeAll { outer in
      guard let number = outer.number, !outer.suggestion.statement.verbatim else { return false }
      return inner.contains {
        $0.through == number
          && (QuotePlaces.shared($0.places, outer.places) * 10
            >= 8 * QuotePlaces.length(outer.places)
            || $0.suggestion.statement.speaker == outer.suggestion.statement.speaker)
      }
    }
  }

  /// `South rejected the proposal`: what another put forward last.
  private mutating func answer() {
    for place in made.indices {
      let statement = made[place].suggestion.statement
      guard statement.about == nil, [.accept, .reject, .takeNote].contains(statement.act),
        Self.namesProposal(made[place].words)
      else { continue }
      let asked = made[..<place].last { earlier in
        let other = earlier.suggestion.statement
        return other.about != nil && Set(other.speaker).isDisjoint(with: statement.speaker)
          && [.demand, .propose, .offer, .condition].contains(other.act)
      }
      guard let about = asked?.suggestion.statement.about else { continue }
      made[place].suggestion.statement.about = about
      if case .issue(_, let answer) = about, answer != .none, statement.act != .takeNote {
        made[place].suggestion.statement.stance = statement.act == .accept ? .for : .against
      }
      made[place].suggestion.rules.append("an answer to what was put forward before it")
    }
  }

  private static func namesProposal(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces.filter { $0.kind == .word }
    guard pieces.count <= 4, let last = pieces.last else { return false }
    return [
      "proposal", "proposals", "offer", "demand", "demands", "request", "condition", "conditions",
      "terms", "plan", "draft", "idea", "figure", "it", "this", "that",
    ].contains(last.lower)
  }

  /// What is withdrawn drops the speaker's last demand on the same issue.
  private mutating func takeBack() {
    let known = proposer.theCase.statements.filter { $0.source != source.id }
    for place in made.indices where made[place].suggestion.statement.act == .withdraw {
      let statement = made[place].suggestion.statement
      guard let issue = statement.about?.issue else { continue }
      func isMeant(_ earlier: Case.Statement) -> Bool {
        earlier.about?.issue == issue && earlier.speaker == statement.speaker
          && [.demand, .condition, .propose, .offer, .reject].contains(earlier.act)
      }
      if let last = known.last(where: isMeant) {
        made[place].suggestion.statement.drops = [last.id]
      }
    }
  }
}
