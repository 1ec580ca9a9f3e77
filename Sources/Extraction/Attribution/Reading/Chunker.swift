/// Puts the tagged words of a sentence together.
///
/// - Complexity: O(tokens).
struct Chunker {
  private let tokens: [Token]
  private let end: Int
  private let quotes: [QuotedSpan]
  private var place: Int
  private var quote: Int
  private var chunks: [Chunk] = []

  /// - Parameters:
  ///   - quotes: of the paragraph, outermost, in order.
  ///   - firstQuote: the first that does not end before the sentence.
  static func chunks(
    _ tokens: [Token], _ range: Range<Int>, quotes: [QuotedSpan], firstQuote: Int
  ) -> [Chunk] {
    var chunker = Chunker(
      tokens: tokens, end: range.upperBound, quotes: quotes, place: range.lowerBound,
      quote: firstQuote)
    chunker.run()
    return chunker.chunks
  }

  private init(tokens: [Token], end: Int, quotes: [QuotedSpan], place: Int, quote: Int) {
    self.tokens = tokens
    self.end = end
    self.quotes = quotes
    self.place = place
    self.quote = quote
  }

  private mutating func run() {
    while place < end {
      while quote < quotes.count, quotes[quote].tokens.upperBound <= place { quote += 1 }
      if quote < quotes.count, quotes[quote].tokens.contains(place) {
        let stop = min(max(quotes[quote].tokens.upperBound, place + 1), end)
        addQuotation(place..<stop)
        place = stop
        continue
      }
      step()
    }
  }

  /// A name or phrase in quotation marks within a noun phrase belongs to it.
  private mutating func addQuotation(_ range: Range<Int>) {
    let inner = quotes[quote].inner
    let isName =
      inner.count <= 4 && !inner.isEmpty
      && tokens[inner].allSatisfy { $0.isWord || $0.kind == .symbol || $0.kind == .clitic }
    if isName, let last = chunks.last, last.isNominal, !last.isPronoun, !last.isPossessive,
      last.tokens.upperBound == range.lowerBound, tokens[inner.lowerBound].isCapital
    {
      chunks[chunks.count - 1].tokens = last.tokens.lowerBound..<range.upperBound
      return
    }
    add(.quotation, range)
  }

  private mutating func add(_ kind: Chunk.Kind, _ range: Range<Int>) {
    chunks.append(Chunk(kind: kind, tokens: range, head: range.upperBound - 1))
  }

  private mutating func one(_ kind: Chunk.Kind) {
    add(kind, place..<place + 1)
    place += 1
  }

  private mutating func step() {
    let token = tokens[place]
    switch token.kind {
    case .comma: one(.comma)
    case .semicolon: one(.semicolon)
    case .colon: one(.colon)
    case .dash: one(.dash)
    case .period where isAbbreviated(place): nounPhrase()
    case .period, .question, .exclamation, .ellipsis: one(.end)
    case .openParenthesis: parenthesis()
    case .closeParenthesis: one(.other)
    case .quote where token.tag != .possessive: one(.other)
    default: word(token)
    }
  }

  /// The point of "Gen." or "J." within the sentence.
  private func isAbbreviated(_ place: Int) -> Bool {
    guard place + 1 < end, place > 0, tokens[place].kind == .period else { return false }
    let last = tokens[place - 1]
    guard last.kind == .word, !tokens[place].followsSpace else { return false }
    return last.word.contains(.abbreviation)
      || last.isCapital
        && (last.end - last.start == 1
          || last.end - last.start == 2 && last.word.contains(.foreignLetter))
  }

  private mutating func parenthesis() {
    var stop = place + 1
    let limit = min(end, place + 60)
    while stop < limit, tokens[stop].kind != .closeParenthesis { stop += 1 }
    guard stop < limit else { return one(.other) }
    let range = place..<stop + 1
    place = stop + 1
    if let last = chunks.last, last.isNominal, last.tokens.upperBound == range.lowerBound,
      range.count <= 12
    {
      chunks[chunks.count - 1].tokens = last.tokens.lowerBound..<range.upperBound
    } else {
      add(.parenthesis, range)
    }
  }

  private mutating func word(_ token: Token) {
    switch token.tag {
    case .preposition: one(.preposition)
    case .coordinator: one(.coordinator)
    case .subordinator: one(.subordinator)
    case .that: one(.that)
    case .relative: one(.relative)
    case .wh: one(.wh)
    case .connective: one(.connective)
    case .to:
      if place + 1 < end, startsVerb(place + 1) { verbGroup() } else { one(.preposition) }
    case .modal, .be, .have, .auxiliaryDo, .verbFinite, .verbPast, .participle, .verbBase, .verbIng,
      .negation:
      verbGroup()
    case .adverb:
      var next = place
      while next < end, tokens[next].tag == .adverb || tokens[next].tag == .negation { next += 1 }
      if next < end, tokens[next].tag.isVerb || tokens[next].tag.isAuxiliary {
        verbGroup()
      } else if next < end, tokens[next].tag == .adjective || tokens[next].tag == .number {
        nounPhrase()
      } else {
        add(.adverb, place..<next)
        place = next
      }
    case .other:
      let isAmount = token.kind == .symbol && place + 1 < end && tokens[place + 1].kind == .number
      if isAmount { nounPhrase() } else { one(.other) }
    default: nounPhrase()
    }
  }

  private func startsVerb(_ from: Int) -> Bool {
    var next = from
    while next < end, tokens[next].tag == .adverb || tokens[next].tag == .negation { next += 1 }
    return next < end
      && (tokens[next].tag == .verbBase || tokens[next].tag == .be
        || tokens[next].tag == .have || tokens[next].tag == .auxiliaryDo)
  }

  private mutating func nounPhrase() {
    let start = place
    var head = place
    var isTime = true
    var sawNoun = false
    scan: while place < end {
      let token = tokens[place]
      switch token.tag {
      case .pronoun, .objectPronoun:
        if place > start { break scan }
        place += 1
        chunks.append(
          Chunk(kind: .nounPhrase, tokens: start..<place, head: start, isPronoun: true))
        return
      case .determiner, .ownership:
        // "all the", "both its"; after a noun a new phrase begins.
        if sawNoun { break scan }
      case .possessive: isTime = false
      case .number: head = place
      case .adjective: break
      case .adverb:
        let next = place + 1
        guard next < end, !sawNoun, tokens[next].tag == .adjective || tokens[next].tag == .number
        else {
          break scan
        }
      case .time:
        if sawNoun, !isTime, place > start, tokens[place - 1].tag != .possessive,
          tokens[place].isCapital
            || tokens[place].word.contains(.time) && tokens[place - 1].tag == .name
        {
          break scan
        }
        head = place
        sawNoun = true
      case .noun, .name:
        if isTime, sawNoun, token.isCapital, place > start, tokens[place - 1].tag == .time {
          break scan
        }
        isTime = false
        head = place
        sawNoun = true
      case .other:
        // $, %, № and bullets.
        if isAbbreviated(place) { break }
        guard token.kind == .symbol else { break scan }
        head = place
      default: break scan
      }
      place += 1
      if place < end, tokens[place].kind == .quote, tokens[place].tag != .possessive { break }
    }
    if place == start { return one(.other) }
    var chunk = Chunk(kind: .nounPhrase, tokens: start..<place, head: head)
    if isTime, sawNoun { chunk.kind = .time }
    chunk.isPossessive = tokens[place - 1].tag == .possessive
    if tokens[place - 1].tag == .ownership { chunk.isPossessive = true }
    // A determiner or adjective alone, "both", "many".
    chunk.isPronoun = place == start + 1 && tokens[start].tag == .determiner
    chunks.append(chunk)
  }

  private mutating func verbGroup() {
    let start = place
    var main: Int?
    var form = Chunk.VerbForm.finite
    var first = true
    var lastAuxiliary: Tag = .other
    var isNegated = false
    scan: while place < end {
      let token = tokens[place]
      switch token.tag {
      case .adverb:
        // An adverb behind the verb belongs to it where a mark or complement follows.
        if let main, place == main + 1 {
          let isLast =
            place + 1 >= end || !tokens[place + 1].isWord || tokens[place + 1].tag == .that
            || tokens[place + 1].tag.isAuxiliary == false && tokens[place + 1].tag.isVerb == false
          if isLast, !tokens[place].word.contains(.time) { place += 1 }
          break scan
        }
      case .negation: isNegated = true
      case .to:
        // "has yet to", "is to", "ought to" go on; a verb with an infinitive does not.
        if main != nil { break scan }
        if first { form = .infinitive } else if lastAuxiliary == .other { break scan }
      case .modal, .be, .have, .auxiliaryDo:
        if main != nil { break scan }
        if first, token.tag == .be, token.hash == Clause.hash("being") { form = .ing }
        if first, token.tag == .have, token.hash == Clause.hash("having") { form = .ing }
        lastAuxiliary = token.tag
        if token.word.contains(.negation) || endsInNot(token) { isNegated = true }
      case .verbFinite, .verbPast, .participle, .verbBase, .verbIng:
        if main != nil { break scan }
        if first {
          switch token.tag {
          case .verbPast: form = .past
          case .participle: form = .participle
          case .verbIng: form = .ing
          case .verbBase: form = .base
          default: form = .finite
          }
        }
        main = place
      default: break scan
      }
      if token.tag != .adverb { first = false }
      place += 1
    }
    if place == start { return one(.other) }
    let range = start..<place
    guard main != nil || lastAuxiliary != .other else {
      // Adverbs and negations alone.
      add(.adverb, range)
      return
    }
    var chunk = Chunk(kind: .verb, tokens: range, head: main ?? lastAuxiliaryPlace(range))
    chunk.form = form
    chunk.isNegated = isNegated
    if let main, lastAuxiliary == .be,
      tokens[main].tag == .participle || tokens[main].tag == .verbPast
    {
      chunk.isPassive = true
    }
    chunks.append(chunk)
  }

  private func endsInNot(_ token: Token) -> Bool {
    token.end - token.start > 3 && token.word.contains(.modal)
  }

  private func lastAuxiliaryPlace(_ range: Range<Int>) -> Int {
    range.last { tokens[$0].tag.isAuxiliary } ?? range.lowerBound
  }
}
