internal import CaseModel

/// From what someone is reported to say to a suggestion.
extension SourceProposals {
  mutating func add(
    _ place: Int, _ reports: [Candidate], _ resolved: [ResolvedSpeaker?],
    _ paragraph: ParagraphReading
  ) {
    let report = reports[place]
    let places = quotePlaces(report)
    guard var speaker = resolved[place],
      QuotePlaces.length(places) >= 3
        || report.manner == .indirect && places.count == 1
          && Self.isPointer(text.text(places[0].lowerBound, places[0].upperBound)),
      !isSupposed(report, paragraph)
    else { return }
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
    var reading = ActReader.read(
      around, cue: cue, isAuthor: speaker.isReporter, form: form(of: report))
    if part.isExcepted {
      reading.act = .reject
      reading.stance = .against
    }
    var statement = Case.Statement()
    statement.speaker = speaker.speaker
    statement.via = speaker.via
    statement.act = report.given?.act ?? act(reading, lemma: report.lemma, words: words)
    if part.isExcepted { statement.act = .reject }
    if part.isPrice, Self.giving.contains(statement.act) { statement.act = .demand }
    if [.deny, .confirm].contains(statement.act), isNeither(report) { statement.act = .silent }
    if statement.act == .state, isForecast(report) { statement.act = .assess }
    if statement.act == .threaten, warnsOfOthers(words, speaker) { statement.act = .assess }
    statement.verbatim = report.manner == .direct
    var rules = report.rules.map(\.rawValue)
    if !report.lemma.isEmpty { rules.append("cue “\(report.lemma.shortened(to: 40))”") }
    rules.append(speaker.rule)
    readDate(report, paragraph, &statement)
    readRecipients(report, paragraph, speaker, &statement)
    finish(
      &statement, reading, words: words, around: around, sentence: surroundings(report),
      places: part.isWhole ? wide(part, report) : part.places, rules: &rules, new: speaker.new,
      confidence: report.confidence * speaker.confidence
        * proposer.history.acts.trust(for: "cue \(report.lemma)"),
      isAuthor: speaker.isReporter, mentions: part.isWhole ? mentions(report, paragraph) : [],
      number: number, through: report.through, issue: report.given?.issue,
      answering: putForward(words, paragraph, speaker.speaker))
    guard made.last?.number == number else { return }
    made[made.count - 1].isApart = report.rules.contains(.objectBefore)
  }

  /// `rejected that figure`: a pronoun or a bare noun is quoted with the verb that reports it.
  private func wide(_ part: Part, _ report: Candidate) -> [Range<Int>] {
    guard report.manner != .direct, part.places.count == 1, let cue = report.cue.first,
      report.cue.count == 1, isBare(part.words), cue.end <= part.places[0].lowerBound,
      part.places[0].lowerBound - cue.end <= 40
    else { return part.places }
    return [cue.start..<part.places[0].upperBound]
  }

  /// `neither confirmed nor denied that`.
  private func isNeither(_ report: Candidate) -> Bool {
    guard let cue = report.cue.first else { return false }
    let before = SpanText(text.text(max(report.sentence.start, cue.start - 8), cue.end)).pieces
    return before.contains { $0.lower == "nor" || $0.lower == "neither" }
  }

  /// Analysts and experts judge where others state.
  private func isForecast(_ report: Candidate) -> Bool {
    guard let source = report.source.first, report.source.count == 1 else { return false }
    return Self.judges.contains(SourceHead(text.text(source.start, source.end)).word)
  }

  private static let giving: Set<Case.Statement.Act> = [.offer, .accept, .propose, .commit]

  private static let judges: Set<String> = [
    "analyst", "analysts", "expert", "experts", "observers", "economist", "economists",
    "commentators",
  ]

  /// The cue's lemma; of a verb and noun that make one cue, `expressed support`, the noun.
  func form(of report: Candidate) -> ActReader.CueForm {
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
    // What is denied is no acceptance, whatever the same verb was coded as before.
    if reading.isDenial { return reading.act }
    let own = ActReader.read(words).act
    let keys = CodingHistory.actKeys(lemma, own)
    var scores: [(act: Case.Statement.Act, score: Double)] = []
    for act in Case.Statement.Act.allCases {
      var score = reading.ranking.firstIndex(of: act).map { 1 / Double($0 + 1) } ?? 0
      // A word that says only that something was said indicates little of what it does.
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
        && !taken.contains { $0.overlaps(mention.place) } && !isAhead(mention)
        && !isOfClauseBefore(mention, report, paragraph)
    }
    let cue = (report.cue.first?.start ?? report.sentence.start) - paragraph.start
    statement.date =
      found.min {
        abs($0.place.lowerBound - cue) < abs($1.place.lowerBound - cue)
      }?.dating
  }

  /// `Shut since two officers were killed in November, but both said`: a day that does not open the sentence
  /// and that a comma or a conjunction parts from who speaks.
  private func isOfClauseBefore(
    _ mention: DateMention, _ report: Candidate, _ paragraph: ParagraphReading
  ) -> Bool {
    guard let source = report.source.first.map({ $0.start - paragraph.start }),
      mention.place.upperBound <= source
    else { return false }
    let start = report.sentence.start - paragraph.start
    guard paragraph.pieces(in: start..<mention.place.lowerBound).count > 4 else { return false }
    return paragraph.pieces(in: mention.place.upperBound..<source).contains {
      [",", ";", "but", "and", "while"].contains(paragraph.words.lower($0))
    }
  }

  /// The day lies behind the one on which it was reported: something falls due, and was not said then.
  func isAhead(_ mention: DateMention) -> Bool {
    guard let published = source.published, let value = mention.dating?.value else { return false }
    return value.earliest > published.latest
  }

  /// Those named between the cue and what is said: who was addressed, who was accused.
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
}
