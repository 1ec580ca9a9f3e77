import CaseModel

/// Reads a document paragraph by paragraph and keeps what goes beyond one: who spoke last, and a
/// quotation that is still open.
///
/// - Complexity: O(bytes).
struct DocumentReports {
  private let text: SourceText
  private let marks: CodePointMarks
  private var tokenizer: Tokenizer
  private var candidates: [Candidate] = []
  /// A quotation was left open at the end of the paragraph before.
  private var isOpen = false
  /// The candidate whose quotation it is, or who spoke last.
  private var lastSpeaker: Int?
  private var turns = 0

  static func candidates(in text: SourceText) -> [Candidate] {
    var reader = DocumentReports(text)
    reader.run()
    return reader.candidates
  }

  private init(_ text: SourceText) {
    self.text = text
    marks = CodePointMarks(text.bytes)
    tokenizer = Tokenizer(text.bytes, lexicon: .shared)
  }

  private mutating func run() {
    let paragraphs = ParagraphReader(bytes: text.bytes).paragraphs()
    for (place, paragraph) in paragraphs.enumerated() {
      let goesOn = place + 1 < paragraphs.count && opensWithMark(paragraphs[place + 1])
      switch paragraph.kind {
      case .text: read(paragraph, isHeading: false, goesOn: goesOn)
      case .heading: read(paragraph, isHeading: true, goesOn: goesOn)
      case .byline, .caption, .furniture: break
      }
    }
  }

  private func opensWithMark(_ paragraph: Paragraph) -> Bool {
    let (scalar, _) = Tokenizer.scalar(
      at: paragraph.bytes.lowerBound, in: text.bytes, to: paragraph.bytes.upperBound)
    if case .mark(.quote) = CharacterKind(scalar) { return true }
    return false
  }

  /// - Parameter goesOn: the next paragraph opens with a quotation mark, as a quotation does that goes
  ///   on in it.
  private mutating func read(_ paragraph: Paragraph, isHeading: Bool, goesOn: Bool) {
    var tokens = tokenizer.tokens(in: paragraph.bytes)
    guard !tokens.isEmpty else { return }
    var quotes = QuoteReader.quotes(in: &tokens, continued: isOpen)
    if let last = quotes.last, last.isUnclosed, !goesOn, !last.continuesParagraph {
      // A mark that nothing closes, here or further on, is a slip, and hides no report.
      tokens[last.tokens.lowerBound].role = .apostrophe
      quotes.removeLast()
    }
    let first = Dateline.end(tokens)
    if !isHeading, readTurn(tokens, from: first) { return }
    let sentences = Sentences.ranges(tokens, quotes: quotes, from: first)
    var firstQuote = 0
    var lastInParagraph: Int?
    for sentence in sentences {
      while firstQuote < quotes.count, quotes[firstQuote].tokens.upperBound <= sentence.lowerBound {
        firstQuote += 1
      }
      if let bare = bareQuotation(tokens, sentence, quotes, firstQuote) {
        add(bare, tokens, sentence, to: lastInParagraph)
        lastInParagraph = lastInParagraph ?? candidates.indices.last
        continue
      }
      Tagger.tag(&tokens, sentence)
      let chunks = Chunker.chunks(tokens, sentence, quotes: quotes, firstQuote: firstQuote)
      let reports = SentenceReports.reports(Clause(tokens: tokens, chunks: chunks, range: sentence))
      let base = candidates.count
      for report in reports {
        candidates.append(candidate(report, tokens, sentence, isHeading: isHeading, base: base))
      }
      // Speech is carried on by speech: thoughts and bare objects speak no quotation.
      let speaker = (base..<candidates.count).last {
        candidates[$0].through == nil && !candidates[$0].source.isEmpty
      }
      lastInParagraph = speaker ?? (reports.isEmpty ? nil : lastInParagraph)
      if let speaker, !isHeading { lastSpeaker = speaker }
    }
    isOpen = quotes.last?.isUnclosed ?? false
  }

  /// The whole sentence is a quotation that no one introduces.
  private func bareQuotation(
    _ tokens: [Token], _ sentence: Range<Int>, _ quotes: [QuotedSpan], _ firstQuote: Int
  ) -> Range<Int>? {
    guard quotes.indices.contains(firstQuote) else { return nil }
    let quote = quotes[firstQuote]
    guard quote.tokens.lowerBound <= sentence.lowerBound,
      quote.tokens.upperBound >= sentence.lowerBound + 1
    else { return nil }
    let rest = tokens[
      max(
        quote.tokens.upperBound, sentence.lowerBound)..<max(
          sentence.upperBound, quote.tokens.upperBound)]
    guard rest.allSatisfy({ $0.isTerminal || $0.kind == .quote || $0.kind == .dash }),
      quote.inner.count >= 3 || quote.continuesParagraph
    else { return nil }
    return quote.tokens
  }

  private mutating func add(
    _ quote: Range<Int>, _ tokens: [Token], _ sentence: Range<Int>, to last: Int?
  ) {
    let span = span(quote, tokens)
    if let last, candidates[last].through == nil {
      candidates[last].content.append(span)
      candidates[last].rules.append(.quotationGoesOn)
      if candidates[last].manner == .indirect { candidates[last].manner = .mixed }
      return
    }
    guard let speaker = lastSpeaker, candidates.indices.contains(speaker) else { return }
    candidates.append(
      Candidate(
        sentence: self.span(sentence, tokens), source: candidates[speaker].source, content: [span],
        manner: .direct, isAuthor: candidates[speaker].isAuthor,
        rules: [.quotation, .speakerBefore],
        confidence: Candidate.confidence([.quotation, .speakerBefore])))
  }

  /// "Mr BRASSAC: It will." A name before a colon speaks the paragraph.
  private mutating func readTurn(_ tokens: [Token], from first: Int) -> Bool {
    guard let colon = tokens[first...].prefix(14).firstIndex(where: { $0.kind == .colon }),
      colon > first,
      colon + 1 < tokens.count, tokens[colon + 1].followsSpace || tokens[colon + 1].role == .opens
    else { return false }
    let name = tokens[first..<colon]
    guard name.allSatisfy({ isPartOfName($0) }),
      name.contains(where: {
        $0.isCapital && $0.word.isDisjoint(with: [.determiner, .preposition])
      }),
      name.contains(where: { $0.isAllCapitals && $0.end - $0.start > 2 })
        || name.first?.word.contains(.abbreviation) ?? false
        || tokens[colon + 1].role == .opens && name.count <= 4 && name.allSatisfy({ $0.isCapital }),
      name.contains(where: { $0.kind == .word && $0.cue == 0 })
    else { return false }
    let all = first..<tokens.count
    candidates.append(
      Candidate(
        sentence: span(all, tokens), source: [span(first..<colon, tokens)],
        cue: [span(colon..<colon + 1, tokens)], content: [span(colon + 1..<tokens.count, tokens)],
        manner: .direct, lemma: ":", rules: [.turn], confidence: Candidate.confidence([.turn])))
    lastSpeaker = candidates.count - 1
    isOpen = false
    return true
  }

  private func isPartOfName(_ token: Token) -> Bool {
    if token.kind == .openParenthesis || token.kind == .closeParenthesis || token.kind == .period {
      return true
    }
    guard token.kind == .word else { return false }
    return token.isCapital || token.word.contains(.determiner) || token.hash == Clause.hash("of")
      || token.hash == Clause.hash("for")
  }

  private func span(_ range: Range<Int>, _ tokens: [Token]) -> TextSpan {
    marks.span(
      tokens[range.lowerBound].start..<tokens[max(range.lowerBound, range.upperBound - 1)].end,
      in: text.bytes)
  }

  private func candidate(
    _ report: Report, _ tokens: [Token], _ sentence: Range<Int>, isHeading: Bool, base: Int
  ) -> Candidate {
    var rules = report.rules
    if isHeading { rules.append(.heading) }
    let first = report.source.first.map { tokens[$0.lowerBound] }
    var lemma = report.lemma
    if lemma.isEmpty, let cue = report.cue.last {
      let noun = tokens[cue.upperBound - 1]
      lemma = String(decoding: text.bytes[noun.start..<noun.end], as: UTF8.self).lowercased()
    }
    return Candidate(
      sentence: span(sentence, tokens), source: report.source.map { span($0, tokens) },
      cue: report.cue.map { span($0, tokens) }, content: report.content.map { span($0, tokens) },
      manner: manner(report.content, tokens), lemma: lemma, isThought: report.isThought,
      isNegated: report.isNegated,
      isAuthor: first.map { $0.word.contains(.firstPerson) && report.source[0].count == 1 }
        ?? false,
      through: report.through.map { base + $0 }, rules: rules,
      confidence: Candidate.confidence(rules))
  }

  private func manner(_ content: [Range<Int>], _ tokens: [Token]) -> Candidate.Manner {
    var quoted = false
    var plain = false
    for range in content where !range.isEmpty {
      let opens = tokens[range.lowerBound].role == .opens
      let closes = tokens[range].last { !$0.isTerminal && $0.kind != .comma }?.role == .closes
      let inner = tokens[range].filter { $0.role == .opens }.count
      if opens && closes && inner >= 1 {
        quoted = true
      } else {
        plain = true
        if inner > 0 { quoted = true }
      }
    }
    return quoted ? plain ? .mixed : .direct : .indirect
  }
}

extension Candidate {
  /// The product of the rules' weights, from 0 to 1.
  static func confidence(_ rules: [Rule]) -> Double {
    let product = rules.reduce(1) { $0 * $1.weight }
    return (product * 100).rounded() / 100
  }
}
