internal import Foundations
internal import Synchronization

/// The quotes that do not stand letter for letter where they say, each looked for once for all rules.
///
/// One look reads the whole text, so a case in which very many quotes have drifted would take
/// minutes. Past a budget, spent in the order of the case, only the shift by which the source's
/// last quote was found to have drifted is tried.
struct QuoteSurvey {
  struct Line {
    /// The statement's place in the case, and the span's in its quote.
    var statement: Int
    var span: Int
    /// Nil where the budget was spent.
    var reading: QuoteReading?
    /// Of words that are not in the text.
    var nearest: NearestPassage?
    /// The text is not the one that the source was entered with.
    var isOtherText: Bool
  }

  private(set) var lines: [Line] = []
  /// In bytes read.
  private var budget = 300_000_000
  private var shifts: [Case.Source.ID: Int] = [:]
  private var passages: [Case.Source.ID: PassageIndex] = [:]
  /// Searches for the nearest passage; more would be more than anybody reads.
  private var nearestLeft = 200

  init(_ theCase: Case, _ texts: CaseTexts) {
    var others: [Case.Source.ID: Bool] = [:]
    for source in theCase.sources {
      guard let recorded = source.text.sha256, let text = texts[source.id].text else { continue }
      others[source.id] = text.digest != recorded
    }
    for (position, statement) in theCase.statements.enumerated() {
      guard let text = texts[statement.source].text else { continue }
      for (number, span) in statement.quote.spans.enumerated()
      where span.isProven && !span.standsPlainly(in: text) {
        var line = Line(
          statement: position, span: number, isOtherText: others[statement.source] ?? false)
        line.reading = look(for: span, in: text, of: statement.source)
        if case .absent? = line.reading, let exact = span.exact, nearestLeft > 0, budget > 0 {
          nearestLeft -= 1
          let index = passages[statement.source] ?? PassageIndex(text)
          passages[statement.source] = index
          line.nearest = index.nearest(to: exact)
        }
        lines.append(line)
      }
    }
  }

  private mutating func look(
    for span: QuoteAnchor, in text: SourceText, of source: Case.Source.ID
  ) -> QuoteReading? {
    // No digest is looked for further than this from its place, and sums stay in range.
    let reach = 2000
    if span.exact == nil {
      guard span.start >= 0, span.start < span.end, span.start <= text.count + reach,
        span.end - span.start <= text.count
      else { return .absent }
    }
    guard budget > 0 else { return shifted(span, in: text, by: shifts[source] ?? 0) }
    let reading = span.reading(in: text)
    if span.exact != nil {
      budget -= text.bytes.count
    } else {
      // What one try for a digest costs, its hash included.
      let trial = span.end - span.start + 300
      if case .moved(let place) = reading {
        budget -= 2 * abs(place.range.lowerBound - span.start) * trial
      } else {
        budget -= 2 * reach * trial
      }
    }
    if case .moved(let place) = reading { shifts[source] = place.range.lowerBound - span.start }
    return reading
  }

  private func shifted(_ span: QuoteAnchor, in text: SourceText, by shift: Int) -> QuoteReading? {
    let (start, overflow) = span.start.addingReportingOverflow(shift)
    guard span.isPlaced, !overflow, start >= 0, start <= text.count else { return nil }
    var moved = span
    moved.start = start
    // The words' own length, where they are kept: `end` may be what is wrong.
    let length = span.exact?.unicodeScalars.count ?? (span.end - span.start)
    guard length > 0, length <= text.count - start else { return nil }
    moved.end = start + length
    return moved.standsPlainly(in: text)
      ? .moved(QuotePlace(range: moved.start..<moved.end)) : nil
  }
}

extension QuoteSurvey.Line {
  /// Whether the place can be written from the words.
  var remedy: Remedy? {
    if !isOtherText, case .moved = reading { return .writeQuotePlaces }
    return nil
  }

  /// What to do about the quote.
  func hint(_ text: SourceText, _ span: QuoteAnchor) -> String {
    if isOtherText {
      var hint =
        "the text is not the one that was entered: restore that, and leave the quote as it is"
      if case .moved(let place) = reading {
        hint += "; in this one they are at \(place.range.asSpan)"
      }
      return hint
    }
    switch reading {
    case .stands(let place):
      return "there they are written with other \(place.differences.wordsInList)"
    case .moved(let place):
      var hint = "they are at \(place.range.asSpan)"
      if !place.differences.isEmpty {
        hint += ", written with other \(place.differences.wordsInList)"
      }
      if place.differences.contains(.endSpace) {
        hint += " (in YAML, quotation marks or `|-` leave out the line break at the end)"
      }
      return hint + ": write this position"
    case .several(let places):
      let shown = places.prefix(5).map(\.asSpan) + (places.count > 5 ? ["…"] : [])
      return "they occur in \(places.count) places, at \(shown.joined(separator: ", ")): say which "
        + "with `nth`, or with `prefix` and `suffix`"
    case .otherSurroundings(let places):
      let place = places.min { a, b in
        a.lowerBound.distance(to: span.start).magnitude
          < b.lowerBound.distance(to: span.start).magnitude
      }
      return place.map { surroundings(span, $0, text) } ?? "look at the text"
    case .tooFew(let count):
      return
        "they occur \(count == 1 ? "once" : "\(count) times"): correct `nth`, or leave it out"
    case .absent, .unproven:
      guard let nearest else {
        return "nothing similar is in the text: quote words that are there, or restore the text "
          + "they were taken from"
      }
      return "the nearest passage is at \(nearest.range.asSpan): “\(nearest.words)”; "
        + nearest.differenceWords
    case nil:
      return
        "too many quotes have moved to look for each: correct the ones listed first, then check again"
    }
  }

  private func surroundings(_ span: QuoteAnchor, _ place: Range<Int>, _ text: SourceText) -> String
  {
    var parts: [String] = []
    if let prefix = span.prefix, !span.hasBefore(place, in: text) {
      let there = text.text(
        place.lowerBound - max(20, prefix.unicodeScalars.count), place.lowerBound)
      parts.append(
        there.isEmpty ? "nothing precedes it" : "it is preceded by “\(there.onOneLine)”")
    }
    if let suffix = span.suffix, !span.hasAfter(place, in: text) {
      let there = text.text(
        place.upperBound, place.upperBound + max(20, suffix.unicodeScalars.count))
      parts.append(
        there.isEmpty ? "nothing follows it" : "it is followed by “\(there.onOneLine)”")
    }
    if parts.isEmpty { parts = ["`nth` counts to another occurrence"] }
    return "the nearest place is \(place.asSpan): \(parts.joined(separator: ", and "))"
  }
}

extension QuoteAnchor {
  /// Words or a digest are kept.
  var isProven: Bool { exact != nil || sha256 != nil }

  /// The words stand where the anchor says, letter for letter, with nothing else to be seen to.
  /// - Complexity: O(quote).
  func standsPlainly(in text: SourceText) -> Bool {
    guard isPlaced, nth == nil, let words = text.slice(start, end) else { return false }
    guard let exact else { return sha256 == SHA256Digest(of: words) }
    guard words.elementsEqual(exact.utf8) else { return false }
    return hasBefore(start..<end, in: text) && hasAfter(start..<end, in: text)
  }
}

/// The survey of one check, made when a rule first asks.
final class QuoteSurveys: Sendable {
  private let survey = Mutex<QuoteSurvey?>(nil)

  func survey(_ theCase: Case, _ texts: CaseTexts) -> QuoteSurvey {
    survey.withLock { survey in
      if let survey { return survey }
      let made = QuoteSurvey(theCase, texts)
      survey = made
      return made
    }
  }
}

extension CheckContext {
  /// The quotes that do not stand letter for letter where they say, with what is needed to speak of
  /// them.
  func forEachSurveyed(
    _ body: (
      _ line: QuoteSurvey.Line, _ span: QuoteAnchor, _ statement: Case.Statement,
      _ text: SourceText,
      _ path: EntryPath
    ) -> Void
  ) {
    for line in surveys.survey(theCase, texts).lines {
      let statement = theCase.statements[line.statement]
      guard let text = texts[statement.source].text else { continue }
      let quote = path(to: statement, at: line.statement).key("quote")
      let path = statement.quote.spans.count == 1 ? quote : quote.index(line.span)
      body(line, statement.quote.spans[line.span], statement, text, path)
    }
  }
}

extension Range<Int> {
  /// Its form in a quote.
  var asSpan: String { "{start: \(lowerBound), end: \(upperBound)}" }
}

extension [QuoteDifference] {
  var wordsInList: String { map(\.words).listed() }
}

extension String {
  /// Line breaks as spaces.
  var onOneLine: String {
    var line = UnicodeScalarView()
    line.append(contentsOf: unicodeScalars.map { $0.isLineBreak ? " " : $0 })
    return String(line)
  }
}
