package import CaseModel

/// Holds what a language model claims of a text against the text.
package struct ModelCheck {
  private let text: SourceText
  private let units: TextUnits

  /// - Complexity: O(text).
  package init(_ text: SourceText) {
    self.text = text
    units = TextUnits(text)
  }

  /// What a passage was found to say, and how many claims were dropped for which reason.
  package struct Outcome: Sendable, Hashable {
    package var candidates: [Candidate] = []
    package var dropped: [RejectionReason: Int] = [:]

    package init() {}

    mutating func drop(_ fault: RejectionReason, _ count: Int = 1) {
      if count > 0 { dropped[fault, default: 0] += count }
    }
  }

  /// The claims of an answer about a passage that the text bears out, in the order of the text.
  /// - Complexity: O(passage × claims).
  package func outcome(_ answer: ModelAnswer, _ passage: ModelPassage) -> Outcome {
    var outcome = Outcome()
    outcome.drop(.malformed, answer.malformed)
    outcome.drop(.surplus, answer.surplus)
    let written = WrittenPassage(passage.words)
    for statement in answer.statements {
      switch candidate(statement, passage, written) {
      case .success(let candidate):
        let isKnown = outcome.candidates.contains {
          $0.content == candidate.content && $0.source == candidate.source
        }
        if isKnown { outcome.drop(.repeated) } else { outcome.candidates.append(candidate) }
      case .failure(let fault): outcome.drop(fault.fault)
      }
    }
    outcome.candidates.sort { ($0.content.first?.start ?? 0) < ($1.content.first?.start ?? 0) }
    return outcome
  }

  private struct Failure: Error { var fault: RejectionReason }

  private func candidate(
    _ statement: ModelStatement, _ passage: ModelPassage, _ written: WrittenPassage
  ) -> Result<Candidate, Failure> {
    let start = passage.range.lowerBound
    func moved(_ place: Range<Int>) -> Range<Int> {
      place.lowerBound + start..<place.upperBound + start
    }
    let quotes = written.places(of: statement.quote).map(moved)
    guard !quotes.isEmpty else { return .failure(Failure(fault: .quoteAbsent)) }
    guard SpanText(statement.quote).pieces.count(where: { $0.kind == .word }) >= 3 else {
      return .failure(Failure(fault: .quoteShort))
    }
    let speakers = written.places(of: statement.speaker).map(moved)
    guard !speakers.isEmpty,
      statement.speaker.unicodeScalars.contains(where: \.properties.isAlphabetic)
    else { return .failure(Failure(fault: .speakerAbsent)) }
    guard let (quote, speaker) = nearest(quotes, speakers) else {
      return .failure(Failure(fault: .speakerElsewhere))
    }
    let sentence = units.sentence(around: quote)
    if let fault = fault(of: statement, quote, in: sentence) {
      return .failure(Failure(fault: fault))
    }
    guard let sentenceSpan = span(sentence), let source = span(speaker), let content = span(quote)
    else { return .failure(Failure(fault: .quoteAbsent)) }
    let isQuoted = units.quotation(holding: quote) != nil
    let isAuthor =
      ["i", "we"].contains(statement.speaker.lowercased())
      && units.quotation(holding: speaker) == nil
    var candidate = Candidate(
      sentence: sentenceSpan, source: [source], content: [content],
      manner: isQuoted ? .direct : .indirect, isAuthor: isAuthor, rules: [.model],
      confidence: Candidate.confidence([.model]))
    candidate.given = Candidate.Given(act: statement.act, issue: statement.issue)
    return .success(candidate)
  }

  private func span(_ place: Range<Int>) -> TextSpan? {
    guard let from = text.byteOffset(of: place.lowerBound),
      let to = text.byteOffset(of: place.upperBound)
    else { return nil }
    return TextSpan(start: place.lowerBound, end: place.upperBound, bytes: from..<to)
  }

  /// The quote and the speaker who is named nearest it: in its sentence, or, of words in quotation
  /// marks, in its paragraph. Nil where no speaker is named so near.
  private func nearest(
    _ quotes: [Range<Int>], _ speakers: [Range<Int>]
  ) -> (quote: Range<Int>, speaker: Range<Int>)? {
    var best: (quote: Range<Int>, speaker: Range<Int>, distance: Int)?
    for quote in quotes {
      let sentence = units.sentence(around: quote)
      let isQuoted = units.quotation(holding: quote) != nil
      for speaker in speakers where !speaker.overlaps(quote) {
        let between =
          speaker.upperBound <= quote.lowerBound
          ? speaker.upperBound..<quote.lowerBound : quote.upperBound..<speaker.lowerBound
        let isSentence = sentence.contains(speaker.lowerBound)
        guard isSentence || isQuoted && isParagraph(between) else { continue }
        let distance = between.count + (isSentence ? 0 : 100_000)
        if best.map({ $0.distance > distance }) ?? true { best = (quote, speaker, distance) }
      }
    }
    return best.map { ($0.quote, $0.speaker) }
  }

  private func isParagraph(_ between: Range<Int>) -> Bool {
    !text.text(between.lowerBound, between.upperBound).unicodeScalars.contains {
      $0 == "\n" || $0 == "\r" || $0 == "\u{2029}"
    }
  }

  // MARK: Numbers and negations

  private func fault(
    of statement: ModelStatement, _ quote: Range<Int>, in sentence: Range<Int>
  ) -> RejectionReason? {
    let words = SpanText(text.text(quote.lowerBound, quote.upperBound))
    let before = SpanText(text.text(sentence.lowerBound, quote.lowerBound))
    let summary = SpanText(statement.summary)
    let whole = SpanText(text.text(sentence.lowerBound, sentence.upperBound))
    if !Self.numbers(summary).isSubset(of: Self.numbers(whole)) { return .numbers }
    // "did not ‹accept the terms›": what turns the words round was left out.
    let near = max(0, before.count - 3)..<before.count
    let isLeftOut = near.contains { ActWords.negations.contains(before.lower($0)) }
    if isLeftOut { return .negation }
    let isTurned = Self.isNegative(words) || Self.isNegative(before)
    if summary.count > 0 {
      if Self.isNegative(summary), !isTurned { return .negation }
      if Self.isNegative(words), !Self.isNegative(summary) { return .negation }
    }
    guard let act = statement.act else { return nil }
    let own = ActReader.read(text.text(quote.lowerBound, quote.upperBound)).act
    if Self.refusing.contains(own), Self.granting.contains(act) { return .negation }
    if own == .accept, Self.refusing.contains(act), !isTurned { return .negation }
    return nil
  }

  private static let refusing: Set<Case.Statement.Act> = [.reject, .deny]
  private static let granting: Set<Case.Statement.Act> = [
    .accept, .offer, .concede, .confirm, .commit,
  ]

  /// Amounts, in digits or words; `one` and `a` count nothing here.
  private static func numbers(_ text: SpanText) -> Set<ReadNumber> {
    var found: Set<ReadNumber> = []
    var place = 0
    while place < text.count {
      guard !text.has("one", at: place), !text.has("a", at: place),
        let (value, end) = text.number(at: place)
      else {
        place += 1
        continue
      }
      found.insert(value)
      place = max(end, place + 1)
    }
    return found
  }

  private static func isNegative(_ text: SpanText) -> Bool {
    text.pieces.contains {
      ActWords.negations.contains($0.lower) || negative.contains($0.lower)
    }
  }

  /// Verbs and nouns that say no.
  private static let negative = Set(
    ["reject", "refuse", "deny", "oppose", "dismiss", "decline", "exclude", "veto", "rule"].flatMap
    {
      VerbForms.all(Substring($0))
    } + ["denied", "rejection", "refusal", "opposition", "against", "impossible", "unacceptable"])
}
