/// Words that stand in front of their report.
extension SentenceReports {
  /// "…" precedes, or a comma that ends what is said.
  func isInverted(_ verb: Int) -> Bool {
    guard
      chunks[verb].tokens.count == 1 || clause.tokens[chunks[verb].tokens.lowerBound].tag != .modal
    else { return false }
    guard let before = clause.kind(verb - 1) else { return clause.kind(verb + 1) == .nounPhrase }
    return before == .comma || before == .quotation || before == .dash || before == .end
  }

  mutating func readPreposed(
    _ report: inout Report, boundary: Int, after: Int, cue: Cue, source: SourceFinder.Found
  ) {
    var end = boundary
    while end > 0, [.comma, .dash, .end, .coordinator].contains(chunks[end - 1].kind) { end -= 1 }
    guard end > 0, end < boundary || chunks[end - 1].kind == .quotation else { return }
    let first =
      reports.compactMap { other -> Int? in
        guard let verb = other.verb, verb < end, let last = other.content.last?.upperBound,
          last <= chunks[end - 1].tokens.lowerBound
        else { return nil }
        return chunks.firstIndex { $0.tokens.lowerBound >= last }
      }.max() ?? 0
    let continues = continues(after)
    guard let start = contents.preposedStart(before: end, from: first, needsVerb: !continues) else {
      return
    }
    if !continues, chunks[start].kind == .subordinator || chunks[start].kind == .preposition,
      !chunks[start..<end].contains(where: { $0.kind == .quotation })
    {
      return
    }
    let isQuoted = chunks[end - 1].kind == .quotation
    guard cue.frames.contains(.quote) || !isQuoted else { return }
    var words = clause.tokens(start, end - 1)
    if isQuoted, start < end - 1,
      !chunks[start..<end - 1].contains(where: { $0.isNominal || $0.isVerb })
    {
      words = chunks[end - 1].tokens
    }
    report.content = [words]
    // "It stayed away because, Weber explained, the silence had been broken."
    if [.subordinator, .that, .wh].contains(chunks[end - 1].kind) { report.content = [] }
    report.rules.append(isQuoted && words == chunks[end - 1].tokens ? .quotation : .preposed)
    addRest(&report, from: after, isQuoted: isQuoted)
    if !report.content.isEmpty { reports.append(report) }
  }

  /// What is said goes on behind the report that interrupts it.
  private func addRest(_ report: inout Report, from after: Int, isQuoted: Bool) {
    var place = contents.skippingCircumstances(after)
    if clause.kind(place) == .nounPhrase, clause.headIs(place, .press) || report.lemma == "tell" {
      place = contents.skippingCircumstances(clause.nounPhraseEnd(place, strict: true) + 1)
    }
    // An adverbial clause or phrase up to the next comma belongs to the report.
    if isQuoted {
      while let chunk = chunks[safe: place], chunk.kind != .quotation {
        if chunk.kind == .verb, clause.cue(chunk) != nil { return }
        if chunk.kind == .coordinator { return }
        place += 1
      }
      guard let chunk = chunks[safe: place] else { return }
      report.content.append(chunk.tokens)
      return
    }
    guard clause.kind(place) == .comma || clause.kind(place) == .dash,
      chunks.indices.contains(place + 1)
    else { return }
    place += 1
    guard let next = chunks[safe: place], next.kind != .end else { return }
    if next.kind == .verb, next.form == .ing, clause.cue(next) != nil { return }
    let end = contents.clauseEnd(from: place, cue: report.verb ?? 0, isRest: true)
    if end > place { report.content.append(clause.tokens(place, end - 1)) }
  }

  /// A verb follows behind the comma that closes a report put in.
  private func continues(_ after: Int) -> Bool {
    let place = contents.skippingCircumstances(after)
    guard clause.kind(place) == .comma, place + 1 < chunks.count else { return false }
    return chunks[(place + 1)...].contains { $0.canBeFinite || $0.kind == .quotation }
  }
}
