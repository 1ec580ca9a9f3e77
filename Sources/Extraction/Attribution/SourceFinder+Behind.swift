/// Whose words a verb reports, where its subject stands behind it, and phrases of a source.
extension SourceFinder {
  /// The subject behind a verb: "…, said Marc Thévenet, the secretary".
  func after(_ verb: Int) -> Found? {
    let first = verb + 1
    guard let chunk = chunks[safe: first], chunk.isNominal,
      !chunk.isPossessive || chunks.count > first + 1
    else { return nil }
    if chunk.isPronoun, !isSubject(chunk) { return nil }
    var last = chunk.isPronoun ? first : clause.nounPhraseEnd(first, strict: true)
    // A verb behind it makes it someone else's subject.
    if let next = chunks[safe: last + 1], next.kind == .verb, next.canBeFinite { return nil }
    if chunk.isPronoun { return found(first, last) }
    if clause.kind(last + 1) == .relative { return found(first, relativeEnd(last + 1)) }
    // "said Linda Hoff, 58, a teacher": an age belongs to the name.
    if clause.kind(last + 1) == .comma, let age = chunks[safe: last + 2], age.isNominal,
      tokens(last + 2).allSatisfy({ $0.kind == .number })
    {
      last += 2
    }
    if clause.kind(last + 1) == .comma, let next = chunks[safe: last + 2] {
      let isName = tokens(last + 2).first?.isCapital ?? false
      if next.kind == .relative {
        last = relativeEnd(last + 2)
      } else if next.isNominal, !next.isPronoun || isName {
        let end = clause.nounPhraseEnd(last + 2, strict: false)
        let after = chunks[safe: end + 1]
        if after == nil || after?.kind == .comma || after?.kind == .end
          || after?.kind == .preposition
          || after?.kind == .time || after?.kind == .relative || after?.kind == .adverb
          || after?.kind == .semicolon
        {
          last = after?.kind == .relative ? relativeEnd(end + 1) : end
        }
      }
    }
    return found(first, last)
  }

  func tokens(_ place: Int) -> ArraySlice<Token> { clause.tokens[chunks[place].tokens] }

  func isSubject(_ chunk: Chunk) -> Bool {
    clause.tokens[chunk.head].tag != .objectPronoun
  }

  func relativeEnd(_ relative: Int) -> Int {
    var place = relative
    while let next = chunks[safe: place + 1], next.kind != .comma, next.kind != .end,
      next.kind != .semicolon, next.kind != .quotation, next.kind != .dash, next.kind != .colon
    {
      place += 1
    }
    return place
  }

  /// A whole phrase behind "according to" or "by", to the comma that ends it.
  func phrase(from first: Int, isOpening: Bool) -> Found? {
    guard let chunk = chunks[safe: first], chunk.isNominal || chunk.kind == .quotation else {
      return nil
    }
    if chunk.isPronoun { return found(first, first) }
    var last = clause.nounPhraseEnd(first, strict: false)
    // Participles and relative clauses hang on it.
    while let next = chunks[safe: last + 1] {
      if next.kind == .relative || next.kind == .verb && next.form != .finite && !isOpening {
        last = relativeEnd(last + 1)
      } else if next.kind == .verb, next.form == .past || next.form == .participle {
        last = relativeEnd(last + 1)
      } else if next.kind == .quotation, next.tokens.count <= 6 {
        last += 1
      } else if next.kind == .comma, clause.kind(last + 2) == .relative {
        last = relativeEnd(last + 2)
      } else if next.kind == .comma, let after = chunks[safe: last + 2], after.isNominal,
        !after.isPronoun,
        !isOpening || closesApposition(last + 2)
      {
        let end = clause.nounPhraseEnd(last + 2, strict: false)
        guard let stop = chunks[safe: end + 1] else { return found(first, end) }
        guard stop.kind == .comma || stop.kind == .end else { break }
        last = end
        break
      } else {
        break
      }
    }
    return found(first, last)
  }

  /// Behind an opening phrase an apposition is closed by a comma and a clause follows.
  func closesApposition(_ place: Int) -> Bool {
    let end = clause.nounPhraseEnd(place, strict: false)
    guard clause.kind(end + 1) == .comma, let next = chunks[safe: end + 2] else { return false }
    return next.isNominal && !next.isPossessive
  }
}
