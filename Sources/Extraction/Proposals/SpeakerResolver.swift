internal import CaseModel

/// Whose words a report gives: entries of the case, or an actor that it does not have yet.
struct ResolvedSpeaker {
  var speaker: [Case.Actor.ID] = []
  var via: [Case.Actor.ID] = []
  var new: [NewEntry] = []
  /// By what words, for a person.
  var rule = ""
  /// From 0 to 1: how sure it is that these are meant.
  var confidence = 1.0
  /// The document's author speaks.
  var isAuthor = false
  /// And reports or judges, where the author of a letter or statement asks and promises.
  var isReporter = false
}

struct SpeakerResolver {
  let theCase: Case
  let source: Case.Source
  let history: CodingHistory
  let actors: ActorBook

  var kinds: [Case.Actor.ID: Case.Actor.Kind] { actors.kinds }

  /// Who speaks in the author's own sentences: the authors, else the publisher.
  var author: ResolvedSpeaker? {
    let authors = source.authors.isEmpty ? [source.publisher].compactMap(\.self) : source.authors
    guard !authors.isEmpty else { return nil }
    return ResolvedSpeaker(
      speaker: authors, rule: "the author", isAuthor: true, isReporter: isReport)
  }

  var isReport: Bool { source.kind == .report || source.kind == .analysis }

  /// Nil where the words name no one who could be entered.
  /// - Parameter recent: those spoken of before the paragraph, the last at the end.
  func speaker(
    _ candidate: Candidate, in paragraph: ParagraphReading, _ text: SourceText,
    recent: [Case.Actor.ID]
  ) -> ResolvedSpeaker? {
    if candidate.isAuthor { return author }
    guard let first = candidate.source.first, let last = candidate.source.last else {
      return agentless(candidate)
    }
    let words = candidate.source.map { text.text($0.start, $0.end) }.joined(separator: " ")
    if SourceHead(words).isThing(with: candidate.lemma) { return author }
    let range = first.start - paragraph.start..<last.end - paragraph.start
    var found = read(words, range, in: paragraph, recent: recent)
    if let key = CodingHistory.key(words), let usual = history.speakers.usual(for: key),
      actors.kinds.keys.contains(usual.thing)
    {
      // What these words were coded as before.
      if found?.speaker != [usual.thing] {
        found = ResolvedSpeaker(speaker: [usual.thing], via: found?.via ?? [])
      }
      found?.rule = "“\(words.shortened(to: 40))” as coded before"
      found?.confidence = 1
    }
    guard var found else { return nil }
    found.isAuthor = !found.speaker.isEmpty && found.speaker.allSatisfy { isOwnVoice($0) }
    found.isReporter = found.isAuthor && isReport
    found.via.removeAll { isOwnVoice($0) || found.speaker.contains($0) }
    return found
  }

  func isPerson(_ actor: Case.Actor.ID) -> Bool { kinds[actor] == .person }

  /// All report news, by the case or as entries to be made.
  func areOutlets(_ found: ResolvedSpeaker) -> Bool {
    !found.speaker.isEmpty
      && found.speaker.allSatisfy { actor in
        if let kind = kinds[actor] { return kind == .outlet }
        return found.new.contains {
          if case .actor(actor, _, .outlet, _) = $0 { true } else { false }
        }
      }
  }

  /// All are people without a name.
  func isUnnamed(_ found: ResolvedSpeaker) -> Bool {
    !found.speaker.isEmpty
      && found.speaker.allSatisfy { actor in
        if let kind = kinds[actor] { return kind == .unnamed }
        return found.new.contains {
          if case .actor(actor, _, .unnamed, _) = $0 { true } else { false }
        }
      }
  }

  /// A single person, with a name or without.
  func isOnePerson(_ found: ResolvedSpeaker) -> Bool {
    !found.isAuthor && found.speaker.count == 1 && (isPerson(found.speaker[0]) || isUnnamed(found))
  }

  /// The actors are the speaker's own side: a delegate and the state he or she speaks for.
  func isOwnSide(_ actors: [Case.Actor.ID], of speaker: [Case.Actor.ID]) -> Bool {
    !actors.isEmpty
      && speaker.contains { id in
        guard let sides = self.actors.sides[id] else { return false }
        return actors.allSatisfy(sides.contains)
      }
  }

  /// Known to be no party and of no party's side.
  func isThirdParty(_ actors: [Case.Actor.ID]) -> Bool {
    let parties = Set(theCase.header.parties)
    guard !parties.isEmpty, !actors.isEmpty else { return false }
    return actors.allSatisfy { id in
      let sides = self.actors.sides[id] ?? []
      guard !parties.contains(id), sides.isDisjoint(with: parties) else { return false }
      switch kinds[id] {
      case .organisation, .body, .outlet: return true
      default: return !sides.isEmpty
      }
    }
  }

  /// All are the source's authors or publisher.
  func isOwnVoice(_ actors: [Case.Actor.ID]) -> Bool {
    !actors.isEmpty && actors.allSatisfy { isOwnVoice($0) }
  }

  func isOwnVoice(_ actor: Case.Actor.ID) -> Bool {
    source.authors.contains(actor) || source.publisher == actor
  }

  /// `It was agreed that` has no subject; an agreement is the parties'.
  func agentless(_ candidate: Candidate) -> ResolvedSpeaker? {
    guard ["agree", "agreement"].contains(candidate.lemma), theCase.header.parties.count > 1 else {
      return nil
    }
    return ResolvedSpeaker(
      speaker: theCase.header.parties, rule: "what is agreed is the parties'", confidence: 0.6)
  }

  func read(
    _ words: String, _ range: Range<Int>, in paragraph: ParagraphReading, recent: [Case.Actor.ID]
  ) -> ResolvedSpeaker? {
    var overlapping = paragraph.mentions.filter { $0.place.overlaps(range) }
    if overlapping.count > 1, let last = overlapping.last, last.form == .name {
      // "Kamal's deputy, Bashir Noor": whose deputy he is does not speak.
      overlapping.removeAll { mention in
        let named = paragraph.text(mention.place)
        return mention.place.upperBound <= last.place.lowerBound
          && (named.hasSuffix("'s") || named.hasSuffix("’s")
            || paragraph.isPossessive(mention.place))
      }
    }
    let mentions = overlapping.compactMap { mention -> ActorMention? in
      let place = mention.place.clamped(to: range)
      // A mention that begins before the source's words is of someone else, unless it is the only one.
      guard mention.place.lowerBound >= range.lowerBound - (overlapping.count == 1 ? 60 : 4) else {
        return nil
      }
      var shifted = mention
      shifted.place =
        place.lowerBound - range.lowerBound..<place.upperBound - range.lowerBound
      return shifted
    }
    let reading = MentionReader.source(in: SpanText(paragraph.text(range)), naming: mentions)
    guard let form = reading.forms.first, !reading.speaker.isEmpty || !reading.proposed.isEmpty
    else {
      let before = recent + paragraph.mentions(before: range.lowerBound)
      if let own = ownBody(words, before) { return own }
      return described(words) ?? bare(words, before) ?? leader(words, before) ?? named(words)
    }
    if form == .name, reading.speaker.count == 1, isPerson(reading.speaker[0]),
      SourceHead(words).isBody, words.contains("'s ") || words.contains("’s ")
    {
      // The minister's department is not the minister.
      return described(words) ?? named(words)
    }
    var found = ResolvedSpeaker(speaker: reading.speaker, via: reading.via)
    if form == .seat || form == .side || form == .unnamed, let body = described(words),
      body.confidence >= 0.8, body.speaker != found.speaker
    {
      // "Qasr's foreign ministry", where the case has it as a body of its own.
      return body
    }
    let joins = ["and", "with", "&", "together", "alongside", "та", "і", "и", "et"]
    let pieces = SpanText(words).pieces
    if found.speaker.count == 2, form != .joint,
      !pieces.contains(where: { joins.contains($0.lower) })
    {
      // Two names for one: the State Mediator, Judge Odile Perrin.
      let person = found.speaker.first { kinds[$0] == .person }
      found.speaker = [person ?? found.speaker[0]]
    }
    found.rule = "“\(words.shortened(to: 40))” by \(form.rawValue)"
    switch form {
    case .name: found.confidence = 1
    case .seat, .side, .joint: found.confidence = 0.95
    case .office, .unnamed: found.confidence = 0.85
    case .pronoun: found.confidence = 0.8
    }
    if pieces.contains(where: { Self.leaders.contains($0.lower) }) {
      // The leaders of France and Germany speak for them.
      let owners = reading.proposed.flatMap(\.of)
      found.speaker += owners.filter { !found.speaker.contains($0) }
    }
    if found.speaker.isEmpty {
      if form == .office || form == .unnamed, let person = introduced(words, reading.proposed) {
        return person
      }
      if let known = described(words) { return known }
      for proposed in reading.proposed { add(proposed, to: &found) }
      found.confidence *= 0.8
    }
    return found.speaker.isEmpty ? named(words) : found
  }

  /// `Ana Lund, the negotiator for North`: a name that the text explains by a post is the person's.
  func introduced(_ words: String, _ proposed: [ProposedActor]) -> ResolvedSpeaker? {
    guard let comma = words.firstIndex(of: ",") else { return nil }
    let name = SpanText(String(words[..<comma])).pieces
    guard (2...4).contains(name.count), name.allSatisfy({ $0.kind == .word && $0.isCapital }),
      var found = named(words)
    else { return nil }
    found.new = found.new.map { entry in
      guard case .actor(let id, let name, let kind, _) = entry else { return entry }
      return .actor(id, name: name, kind: kind, of: proposed.first?.of ?? [])
    }
    return found
  }

  func add(_ proposed: ProposedActor, to found: inout ResolvedSpeaker) {
    var name = Self.bare(proposed.name)
    if proposed.kind == .unnamed || proposed.kind == .group {
      name = name.prefix(1).uppercased() + name.dropFirst()
    }
    guard let slug = Slug.from(name) else { return }
    let id = Case.Actor.ID(slug.raw)
    guard !found.speaker.contains(id) else { return }
    found.speaker.append(id)
    if actors.kinds.keys.contains(id) { return }
    found.new.append(
      .actor(id, name: name, kind: proposed.kind, of: proposed.of))
  }

}
