/// What is said of something by someone: "was rejected by South", "was quoted as saying".
extension SentenceReports {
  mutating func readPassive(_ verb: Int, _ cue: Cue) {
    var report = Report(cue: [chunks[verb].tokens], lemma: cue.lemma, verb: verb)
    report.isThought = cue.frames.contains(.mental)
    report.isNegated = chunks[verb].isNegated
    // "was quoted as saying that …"
    if cue.lemma == "quote" || cue.lemma == "cite" || cue.lemma == "hear" || cue.lemma == "report",
      let source = sources.before(verb)
    {
      var place = verb + 1
      while let chunk = chunks[safe: place], place - verb < 10 {
        if chunk.isVerb, chunk.form == .ing, clause.isWord(place - 1, "as"),
          let inner = clause.cue(chunk)
        {
          report.cue = [clause.tokens(verb, place)]
          report.lemma = inner.lemma
          if let words = complement(inner, from: place + 1, verb: place, &report) {
            report.source = [source.tokens]
            report.content = words
            reports.append(report)
          }
          return
        }
        if chunk.kind == .end || chunk.kind == .comma { break }
        place += 1
      }
      return
    }
    let isReduced = !chunks[verb].isPassive
    guard
      let subject = isReduced ? sources.phrase(endingAt: verb - 1, from: 0) : sources.before(verb),
      let by = chunks[(verb + 1)...].prefix(10).firstIndex(where: {
        $0.kind == .preposition && clause.tokens[$0.head].hash == Clause.hash("by")
      }),
      !chunks[(verb + 1)..<by].contains(where: { $0.kind == .comma || $0.isVerb }),
      chunks[safe: by + 1]?.kind == .nounPhrase,
      !cue.frames.isDisjoint(with: [.object, .objectAs, .naming, .clause])
    else { return }
    guard let source = sources.phrase(from: by + 1, isOpening: false) else { return }
    report.source = [source.tokens]
    report.content = [subject.tokens]
    // "was denounced as a sham by", "was described by X as".
    let rest = by > verb + 1 ? verb + 1..<by : restAfter(source.last + 1)
    if let rest, let first = chunks[safe: rest.lowerBound],
      first.kind == .preposition || first.kind == .quotation || first.kind == .nounPhrase,
      clause.isWord(rest.lowerBound, "as") || first.kind == .quotation
    {
      report.content.append(clause.tokens(rest.lowerBound, rest.upperBound - 1))
    }
    report.rules.append(.passive)
    reports.append(report)
  }

  private func restAfter(_ place: Int) -> Range<Int>? {
    guard chunks.indices.contains(place) else { return nil }
    let end = contents.phraseEnd(from: place, isInfinitive: false)
    return end > place ? place..<end : nil
  }
}
