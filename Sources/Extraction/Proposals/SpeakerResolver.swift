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
}

struct SpeakerResolver {
  let theCase: Case
  let source: Case.Source
  let history: CodingHistory
  private let ids: Set<Case.Actor.ID>

  init(theCase: Case, source: Case.Source, history: CodingHistory) {
    self.theCase = theCase
    self.source = source
    self.history = history
    ids = Set(theCase.actors.map(\.id))
  }

  /// Who speaks in the author's own sentences: the authors, else the publisher.
  var author: ResolvedSpeaker? {
    let authors = source.authors.isEmpty ? [source.publisher].compactMap(\.self) : source.authors
    guard !authors.isEmpty else { return nil }
    return ResolvedSpeaker(speaker: authors, rule: "the author", isAuthor: true)
  }

  /// Nil where the words name no one who could be entered.
  func speaker(_ candidate: Candidate, in paragraph: ParagraphReading, _ text: SourceText)
    -> ResolvedSpeaker?
  {
    if candidate.isAuthor { return author }
    guard let first = candidate.source.first, let last = candidate.source.last else {
      return agentless(candidate)
    }
    let words = candidate.source.map { text.text($0.start, $0.end) }.joined(separator: " ")
    let range = first.start - paragraph.start..<last.end - paragraph.start
    var found = read(words, range, in: paragraph)
    if let key = CodingHistory.key(words), let usual = history.speakers.usual(for: key),
      ids.contains(usual.thing)
    {
      // What these words were coded as before.
      if found?.speaker != [usual.thing] {
        found = ResolvedSpeaker(speaker: [usual.thing], via: found?.via ?? [])
      }
      found?.rule = "“\(words.shortened(to: 40))” as coded before"
      found?.confidence = 1
    }
    guard var found else { return nil }
    found.isAuthor = !found.speaker.isEmpty && found.speaker.allSatisfy(isOwnVoice)
    found.via.removeAll { isOwnVoice($0) || found.speaker.contains($0) }
    return found
  }

  private func isOwnVoice(_ actor: Case.Actor.ID) -> Bool {
    source.authors.contains(actor) || source.publisher == actor
  }

  /// `It was agreed that` has no subject; an agreement is the parties'.
  private func agentless(_ candidate: Candidate) -> ResolvedSpeaker? {
    guard ["agree", "agreement"].contains(candidate.lemma), theCase.header.parties.count > 1 else {
      return nil
    }
    return ResolvedSpeaker(
      speaker: theCase.header.parties, rule: "what is agreed is the parties'", confidence: 0.6)
  }

  private func read(_ words: String, _ range: Range<Int>, in paragraph: ParagraphReading)
    -> ResolvedSpeaker?
  {
    let mentions = paragraph.mentions.compactMap { mention -> ActorMention? in
      let place = mention.place.clamped(to: range)
      // A mention that begins before the source's words is of somebody else.
      guard !place.isEmpty, mention.place.lowerBound >= range.lowerBound - 4 else { return nil }
      var shifted = mention
      shifted.place =
        place.lowerBound - range.lowerBound..<place.upperBound - range.lowerBound
      return shifted
    }
    let reading = MentionReader.source(in: SpanText(paragraph.text(range)), naming: mentions)
    guard let form = reading.forms.first, !reading.speaker.isEmpty || !reading.proposed.isEmpty
    else { return named(words) }
    var found = ResolvedSpeaker(speaker: reading.speaker, via: reading.via)
    found.rule = "“\(words.shortened(to: 40))” by \(form.rawValue)"
    switch form {
    case .name: found.confidence = 1
    case .seat, .side, .joint: found.confidence = 0.95
    case .office, .unnamed: found.confidence = 0.85
    case .pronoun: found.confidence = 0.8
    }
    if found.speaker.isEmpty {
      for proposed in reading.proposed { add(proposed, to: &found) }
      found.confidence *= 0.8
    }
    return found.speaker.isEmpty ? named(words) : found
  }

  private func add(_ proposed: ProposedActor, to found: inout ResolvedSpeaker) {
    guard let slug = Slug.from(Self.bare(proposed.name)) else { return }
    let id = Case.Actor.ID(slug.raw)
    guard !found.speaker.contains(id) else { return }
    found.speaker.append(id)
    if ids.contains(id) { return }
    found.new.append(
      .actor(id, name: Self.bare(proposed.name), kind: proposed.kind, of: proposed.of))
  }

  /// A name or a group that neither the case nor the list of known actors has.
  private func named(_ words: String) -> ResolvedSpeaker? {
    let bare = Self.bare(words)
    let pieces = SpanText(bare).pieces
    guard let first = pieces.first, pieces.count <= 10,
      pieces.contains(where: { $0.kind == .word }),
      !(pieces.count == 1 && Self.notNames.contains(first.lower))
    else { return nil }
    var name = bare
    if let comma = bare.firstIndex(of: ",") { name = String(bare[..<comma]) }
    guard
      let slug = Slug.from(name)
        ?? Slug.from(FoldedText(name).words.map(\.plain).joined(separator: "-"))
    else { return nil }
    let id = Case.Actor.ID(slug.raw)
    let capitals = pieces.prefix { $0.lower != "," }.allSatisfy { $0.isCapital || $0.kind == .sign }
    var found = ResolvedSpeaker(
      speaker: [id], rule: "“\(words.shortened(to: 40))”, not in the case")
    if !ids.contains(id) {
      found.new = [
        .actor(id, name: name.shortened(to: 80), kind: capitals ? .person : .unnamed, of: [])
      ]
    }
    found.confidence = capitals ? 0.7 : 0.4
    return found
  }

  /// Without an article and without what stands in brackets.
  private static func bare(_ words: String) -> String {
    var bare = words.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
    for article in ["The ", "the ", "A ", "a ", "An ", "an "] where bare.hasPrefix(article) {
      bare = String(bare.dropFirst(article.count))
      break
    }
    while let last = bare.last, ",.;:’'".contains(last) { bare.removeLast() }
    return bare
  }

  private static let notNames: Set<String> = [
    "he", "she", "it", "they", "we", "i", "who", "which", "that", "this", "these", "those", "one",
    "some", "others", "many", "there", "what", "you", "both", "all", "another",
  ]
}
