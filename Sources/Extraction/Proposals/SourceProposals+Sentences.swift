internal import CaseModel

/// Sentences without a word of saying: a party may do something in them, a speaker may go on, and else
/// they are the author's.
extension SourceProposals {
  mutating func addSentences(
    _ paragraph: ParagraphReading, _ reports: ArraySlice<Candidate>,
    _ resolved: [ResolvedSpeaker?]
  ) {
    for sentence in paragraph.sentences {
      let place = sentence.lowerBound + paragraph.start..<sentence.upperBound + paragraph.start
      let isTaken = reports.contains { report in
        (report.source + report.cue + report.content).contains {
          max($0.start, place.lowerBound) < min($0.end, place.upperBound)
        }
      }
      guard !isTaken, place.count >= 20, place.count <= 2_000 else { continue }
      // Whose words the sentence before gave.
      var before = source.kind == .transcript ? turn(paragraph) : nil
      for (number, report) in zip(reports.indices, reports)
      where report.sentence.end <= place.upperBound && report.through == nil {
        before = resolved[number] ?? before
      }
      // In minutes a side that does something is what the speaker tells of it.
      let isMinuted =
        before != nil && source.kind == .transcript && !namesPerson(paragraph, sentence)
      if !isMinuted, addAction(paragraph, sentence, place) { continue }
      if let before, addCarried(before, paragraph, sentence, place) { continue }
      addAuthors(paragraph, sentence, place)
    }
  }

  /// Who has the turn where a paragraph of minutes begins with a person's name.
  private func turn(_ paragraph: ParagraphReading) -> ResolvedSpeaker? {
    guard let first = paragraph.mentions.first, first.form == .name, first.actors.count == 1,
      paragraph.pieces(in: 0..<first.place.lowerBound).count <= 3,
      speakers.isPerson(first.actors[0])
    else { return nil }
    return ResolvedSpeaker(
      speaker: first.actors,
      rule: "“\(paragraph.text(first.place).shortened(to: 40))” has the turn", confidence: 0.9)
  }

  private func namesPerson(_ paragraph: ParagraphReading, _ sentence: Range<Int>) -> Bool {
    let first = paragraph.mentions.first { $0.place.overlaps(sentence) && !$0.isPlace }
    guard let first else { return false }
    return first.form == .joint
      || first.form == .name && first.actors.contains { speakers.isPerson($0) }
  }

  /// `Both delegations agreed in principle to …`, `Belmar took note`, `[Federation: 8 per cent]`: the
  /// subject of a verb that does something.
  private mutating func addAction(
    _ paragraph: ParagraphReading, _ sentence: Range<Int>, _ place: Range<Int>
  ) -> Bool {
    if addBracket(paragraph, sentence, place) { return true }
    let start = mainClause(paragraph, sentence)
    guard
      let subject = paragraph.mentions.first(where: {
        $0.place.lowerBound >= start && $0.place.upperBound <= sentence.upperBound
          && !$0.isPlace && !$0.actors.isEmpty
      }), !(subject.form == .pronoun && paragraph.text(subject.place).lowercased() == "it")
    else { return false }
    let before = paragraph.pieces(in: start..<subject.place.lowerBound)
    let after = paragraph.pieces(in: subject.place.upperBound..<sentence.upperBound)
    guard before.count <= 12, after.count > 0 else { return false }
    // Behind other words it is their object, or the subject of a clause within, unless a comma parts them.
    let last = before.last.map { paragraph.words.lower($0) }
    guard before.count <= 2 || last == "," || last == "[" else { return false }
    let words = paragraph.text(sentence)
    var act: Case.Statement.Act?
    var reading = ActReader.read(words)
    var actors = subject.actors
    var rule = ""
    let isBracket =
      paragraph.words.lower(before.first ?? -1) == "["
      && paragraph.words.lower(after.lowerBound) == ":"
    if isBracket {
      act = .propose
      rule = "in brackets"
    } else if paragraph.text(subject.place).hasSuffix("'s")
      || paragraph.text(subject.place).hasSuffix("’s") || paragraph.isPossessive(subject.place)
    {
      // "The authority's board took note": a body of the case does it, or no one that is known.
      guard let phrase = reading.phrase, Self.actions.contains(reading.act) else { return false }
      let owned =
        subject.place
        .lowerBound..<max(
          subject.place.lowerBound, phrase.lowerBound + sentence.lowerBound)
      guard paragraph.pieces(in: owned).count <= 8,
        let body = speakers.described(paragraph.text(owned))
      else { return false }
      actors = body.speaker
      act = reading.act
      rule = "its subject does it"
    } else if Self.figures.contains(paragraph.words.lower(after.lowerBound)),
      after.contains(where: { paragraph.words.lower($0) == "at" })
    {
      act = .state
      rule = "puts a figure"
    } else if let phrase = reading.phrase, Self.actions.contains(reading.act) {
      let start = phrase.lowerBound + sentence.lowerBound
      let between = paragraph.pieces(
        in: subject.place.upperBound..<max(subject.place.upperBound, start))
      let isNext =
        start >= subject.place.upperBound && between.count <= 5
        && !between.contains {
          [",", ";", ":", "(", "who", "which", "that"].contains(paragraph.words.lower($0))
        }
      if isNext {
        act = reading.act
        rule = "its subject does it"
      }
    }
    guard let act, !speakers.isOwnVoice(actors) else { return false }
    reading.act = act
    var statement = Case.Statement()
    statement.speaker = actors
    statement.act = act
    readDate(paragraph, in: sentence, &statement)
    var rules = [
      "sentence without a word of saying",
      "“\(paragraph.text(subject.place).shortened(to: 40))” by \(subject.form.rawValue), \(rule)",
    ]
    finish(
      &statement, reading, words: words, around: words, sentence: "", places: [place],
      rules: &rules, new: [], confidence: 0.6, isAuthor: false, mentions: [], number: nil,
      through: nil)
    return true
  }

  /// Behind `Asked whether he had promised it,`: where the clause begins that has the sentence's verb.
  private func mainClause(_ paragraph: ParagraphReading, _ sentence: Range<Int>) -> Int {
    let pieces = paragraph.pieces(in: sentence)
    guard let first = pieces.first, Self.questioned.contains(paragraph.words.lower(first)),
      let comma = pieces.last(where: { paragraph.words.lower($0) == "," }),
      comma + 1 < pieces.upperBound
    else { return sentence.lowerBound }
    return paragraph.words.pieces[comma + 1].start
  }

  private static let questioned: Set<String> = ["asked", "pressed", "questioned"]

  /// `[Federation: 8 per cent.]`: in a draft, whose text stands in brackets.
  private mutating func addBracket(
    _ paragraph: ParagraphReading, _ sentence: Range<Int>, _ place: Range<Int>
  ) -> Bool {
    let pieces = paragraph.pieces(in: sentence)
    guard paragraph.words.lower(pieces.lowerBound) == "[",
      let colon = pieces.prefix(8).first(where: { paragraph.words.lower($0) == ":" }),
      let last = pieces.last, paragraph.words.lower(last) == "]" || colon + 1 < last
    else { return false }
    let name = paragraph.words.words(pieces.lowerBound + 1..<colon)
    guard let found = speakers.described(name) ?? speakers.bare(name, []) else { return false }
    let words = paragraph.text(sentence)
    var statement = Case.Statement()
    statement.speaker = found.speaker
    statement.act = .propose
    var rules = ["sentence without a word of saying", found.rule + ", in brackets"]
    finish(
      &statement, ActReader.read(words), words: words, around: words, sentence: "",
      places: [place], rules: &rules, new: [], confidence: 0.7, isAuthor: false, mentions: [],
      number: nil, through: nil)
    return true
  }

  /// In minutes a speaker's words go on in sentences without a word of saying; elsewhere where the
  /// subject is the speaker again and the verb is one of what is said: `He would not sign.`
  private mutating func addCarried(
    _ speaker: ResolvedSpeaker, _ paragraph: ParagraphReading, _ sentence: Range<Int>,
    _ place: Range<Int>
  ) -> Bool {
    guard !speaker.isReporter, !speaker.speaker.isEmpty else { return false }
    let pieces = paragraph.pieces(in: sentence)
    let first = paragraph.mentions.first { $0.place.overlaps(sentence) && !$0.isPlace }
    let isSpeakerAgain = first?.actors == speaker.speaker
    if source.kind == .transcript {
      // Someone else who is named first has the turn.
      if let first, first.form == .name, !isSpeakerAgain,
        !speakers.isOwnSide(first.actors, of: speaker.speaker),
        first.place.lowerBound - sentence.lowerBound < 4
      {
        return false
      }
    } else {
      let opening = pieces.prefix(6).map { paragraph.words.lower($0) }
      guard isSpeakerAgain, first?.form == .pronoun,
        opening.contains(where: { ["would", "could", "must", "should"].contains($0) })
      else { return false }
    }
    let words = paragraph.text(sentence)
    let reading = ActReader.read(words)
    var statement = Case.Statement()
    statement.speaker = speaker.speaker
    statement.via = speaker.via
    statement.act = reading.act
    var rules = ["goes on from the sentence before", speaker.rule]
    finish(
      &statement, reading, words: words, around: words, sentence: "", places: [place],
      rules: &rules, new: speaker.new, confidence: 0.6 * speaker.confidence, isAuthor: false,
      mentions: [], number: nil, through: nil)
    return true
  }

  /// What the author says of what the case knows.
  private mutating func addAuthors(
    _ paragraph: ParagraphReading, _ sentence: Range<Int>, _ place: Range<Int>
  ) {
    guard withAuthors, let author = speakers.author else { return }
    let words = paragraph.text(sentence)
    let reading = ActReader.read(words, isAuthor: author.isReporter)
    var statement = Case.Statement()
    statement.speaker = author.speaker
    if !author.isReporter, author.speaker.count > 1,
      let first = paragraph.mentions.first(where: { $0.place.overlaps(sentence) && !$0.isPlace }),
      paragraph.pieces(in: sentence.lowerBound..<max(sentence.lowerBound, first.place.lowerBound))
        .count <= 4, !first.actors.isEmpty,
      Set(first.actors).isSubset(of: author.speaker)
    {
      // In a joint text, what one of its authors is to do is that one's word.
      statement.speaker = first.actors
    }
    statement.act = author.isReporter ? reading.act == .assess ? .assess : .state : reading.act
    if !author.isReporter, author.speaker.count > 1, statement.act == .state, !isPast(words) {
      // The plain present of a joint text says what is to be done.
      statement.act = .commit
    }
    let passage = CodingPassage(
      words: words, sentence: "", source: source.id, speaker: author.speaker, act: statement.act)
    let terms = PassageTerms(passage)
    guard
      let about = proposer.reader.read(
        passage, terms, by: proposer.history.subjects, on: dates, after: nil, commonness,
        isAuthors: true),
      about.strength >= SubjectReader.threshold * 1.6
    else { return }
    if author.isReporter, statement.act == .assess {
      statement.of =
        paragraph.mentions.first {
          sentence.overlaps($0.place) && !$0.isPlace && $0.actors.count == 1
        }?.actors ?? []
      if statement.of.isEmpty { statement.act = .state }
    }
    var rules = ["the author's own sentence"]
    finish(
      &statement, reading, words: words, around: words, sentence: "", places: [place],
      rules: &rules, new: [], confidence: author.isReporter ? 0.4 : 0.6,
      isAuthor: author.isReporter, mentions: [], number: nil, through: nil, terms: terms)
  }

  private func isPast(_ words: String) -> Bool {
    let text = SpanText(words)
    let tenses = Tenses(text)
    return text.pieces.indices.contains { tenses.mark(at: $0) == .past }
  }

  private func readDate(
    _ paragraph: ParagraphReading, in sentence: Range<Int>, _ statement: inout Case.Statement
  ) {
    statement.date =
      paragraph.dates.first {
        $0.role == .at && $0.dating != nil && $0.place.lowerBound >= sentence.lowerBound
          && $0.place.upperBound <= sentence.upperBound && !isAhead($0)
      }?.dating
  }

  private static let figures: Set<String> = ["puts", "put", "estimates", "estimated", "sets"]
  static let actions: Set<Case.Statement.Act> = [
    .demand, .propose, .offer, .accept, .reject, .concede, .withdraw, .commit, .threaten, .accuse,
    .deny, .takeNote, .silent, .ask, .confirm,
  ]
}
