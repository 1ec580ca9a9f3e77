/// Finds the reports of a sentence: verbs first, then phrases and nouns of saying.
struct SentenceReports {
  let clause: Clause
  let sources: SourceFinder
  let contents: ContentFinder
  var reports: [Report] = []
  var chunks: [Chunk] { clause.chunks }

  static func reports(_ clause: Clause) -> [Report] {
    var reader = SentenceReports(
      clause: clause, sources: SourceFinder(clause), contents: ContentFinder(clause))
    reader.readPhrases()
    for place in clause.chunks.indices where clause.chunks[place].isVerb {
      reader.readVerb(place)
    }
    reader.readNouns()
    reader.dropDescriptions()
    return reader.ordered()
  }

  /// A report within the description of a speaker tells who that is: "who declined to be named".
  private mutating func dropDescriptions() {
    let sources = reports.flatMap(\.source)
    reports.removeAll { report in
      guard let cue = report.cue.first?.lowerBound else { return false }
      return sources.contains { $0.contains(cue) && !report.source.contains($0) }
    }
  }

  /// In order of the cue, with what stands within whose words.
  private func ordered() -> [Report] {
    var sorted = reports.sorted {
      ($0.cue.first?.lowerBound ?? 0) < ($1.cue.first?.lowerBound ?? 0)
    }
    for place in sorted.indices {
      guard let cue = sorted[place].cue.first?.lowerBound else { continue }
      var best: Int?
      for other in sorted.indices where other != place && sorted[other].holds(cue) {
        // Two that hold each other's cues: the first is the outer one.
        if sorted[place].holds(sorted[other].cue.first?.lowerBound ?? -1), place < other {
          continue
        }
        if let known = best, sorted[known].extent.count <= sorted[other].extent.count { continue }
        best = other
      }
      sorted[place].through = best
      if best != nil { sorted[place].rules.append(.nested) }
    }
    return sorted
  }

  // MARK: Verbs

  private mutating func readVerb(_ verb: Int) {
    let chunk = chunks[verb]
    guard var cue = clause.cue(chunk), chunk.form != .infinitive, chunk.form != .base else {
      return
    }
    var cueTokens = [chunk.tokens]
    var next = verb + 1
    takeParticle(verb, &cue, &cueTokens, &next)
    guard !cue.frames.isEmpty || !cue.prepositions.isEmpty else { return }
    if reports.contains(where: { report in report.cue.contains { $0.overlaps(chunk.tokens) } }) {
      return
    }
    if chunk.isNegated, cue.frames.contains(.quote),
      cue.frames.isDisjoint(with: [.mental, .infinitive]),
      !["accept", "recognize", "recognise", "rule_out"].contains(cue.lemma)
    {
      return
    }
    if chunk.isPassive || isReducedPassive(verb) { return readPassive(verb, cue) }
    if isHypothetical(verb) || isSupposed(verb) || isImagined(verb) { return }
    var report = Report(
      cue: cueTokens, lemma: cue.lemma.replacingOccurrence(of: "_", with: " "), verb: verb)
    report.isThought = cue.frames.contains(.mental)
    report.isNegated = chunk.isNegated
    if chunk.form == .ing || chunk.form == .participle {
      return readParticiple(verb, cue, report, next)
    }

    var source = sources.before(verb)
    if source == nil, let shared = sharedSource(verb) {
      report.source = shared
      report.rules.append(.sharedSubject)
    }
    var words = complement(cue, from: next, verb: verb, &report)
    if let source, let inner = relativeObject(cue, verb, source, from: next, &report) {
      words = inner
    }
    if words == nil, let source, let object = objectBefore(source, verb, cue, next, &report) {
      words = object
    }
    if words != nil, let source, isInterruption(verb, source, next) { words = nil }
    if words != nil, let source, answersQuotation(source, cue, report) {
      words = nil
      report.rules.removeAll { $0 == .object || $0 == .objectInfinitive }
    }
    if let words, source != nil || !report.source.isEmpty {
      if let source { report.source = [source.tokens] }
      report.content = words
      if !isTold(report) { reports.append(report) }
      return
    }
    guard
      cue.frames.contains(.quote) || cue.frames.contains(.clause) && !cue.frames.contains(.strict)
    else { return }
    // What is reported may stand in front: "…, X said" or "…, said X".
    var boundary = source?.first ?? verb
    var after = next
    if source == nil {
      report.source = []
      report.rules.removeAll { $0 == .sharedSubject }
      guard verb > 0 || words == nil, isInverted(verb), let found = sources.after(verb) else {
        return
      }
      source = found
      report.rules.append(.inversion)
      boundary = verb
      after = found.last + 1
    }
    guard let source else { return }
    report.source = [source.tokens]
    readPreposed(&report, boundary: boundary, after: after, cue: cue, source: source)
  }

  /// "the paper, which he described as a bridge": the object stands before its relative.
  private func relativeObject(
    _ cue: Cue, _ verb: Int, _ source: SourceFinder.Found, from next: Int, _ report: inout Report
  ) -> [Range<Int>]? {
    let relative = source.first - 1
    if clause.isWord(relative, "what"), cue.frames.contains(.naming),
      let chunk = chunks[safe: next],
      chunk.isNominal || chunk.kind == .quotation
    {
      // "what he calls a cartel".
      let end = contents.phraseEnd(from: next, isInfinitive: false)
      guard end > next else { return nil }
      report.rules = [.naming]
      return [clause.tokens(next, end - 1)]
    }
    guard relative > 0, clause.isWord(relative, "which") || clause.isWord(relative, "that"),
      let chunk = chunks[safe: next]
    else { return nil }
    let takesAs = cue.frames.contains(.objectAs) && clause.isWord(next, "as")
    guard takesAs || cue.frames.contains(.naming) && (chunk.isNominal || chunk.kind == .quotation)
    else { return nil }
    let noun = clause.kind(relative - 1) == .comma ? relative - 2 : relative - 1
    guard noun >= 0, chunks[noun].isNominal, let object = sources.phrase(endingAt: noun, from: 0)
    else { return nil }
    let end = contents.phraseEnd(from: next, isInfinitive: true)
    guard end > next else { return nil }
    report.rules = [takesAs ? .objectAs : .naming]
    return [object.tokens, clause.tokens(next, end - 1)]
  }

  /// "The wards, she said, "are full"": commas on both sides of the report.
  private func isInterruption(_ verb: Int, _ source: SourceFinder.Found, _ next: Int) -> Bool {
    guard clause.kind(next) == .comma, source.first > 1, clause.kind(source.first - 1) == .comma
    else { return false }
    let first = chunks[0].kind
    return first == .nounPhrase
  }

  /// ""What is he hiding?" she asked supporters": what was said stands in front, and those it was said to
  /// behind.
  private func answersQuotation(
    _ source: SourceFinder.Found, _ cue: Cue, _ report: Report
  ) -> Bool {
    guard cue.frames.contains(.quote),
      report.rules.last == .object || report.rules.last == .objectInfinitive,
      let before = chunks[safe: source.first - 1], before.kind == .quotation,
      before.tokens.count > 3
    else { return false }
    let last = clause.tokens[before.tokens.upperBound - 2]
    return last.isTerminal || last.kind == .comma
  }

  /// "X rejected the plan and demanded a vote": the subject of the verb before.
  private func sharedSource(_ verb: Int) -> [Range<Int>]? {
    var place = verb - 1
    while place >= 0, [.adverb, .connective, .time].contains(chunks[place].kind) { place -= 1 }
    guard place > 0, chunks[place].kind == .coordinator || chunks[place].kind == .comma else {
      return nil
    }
    if chunks[place].kind == .comma {
      // The middle of a row of verbs.
      guard chunks[verb...].prefix(14).contains(where: { $0.kind == .coordinator }) else {
        return nil
      }
    }
    let token = clause.tokens[chunks[verb].tokens.lowerBound]
    if let last = reports.last(where: { ($0.verb ?? verb) < verb && $0.through == nil }) {
      // "said it had agreed and would pay": still what was said.
      if token.tag == .modal || token.hash == Clause.hash("had") || token.tag == .be {
        if last.rules.contains(.clauseWithThat) || last.rules.contains(.bareClause) { return nil }
      }
      // "denied that it had accepted the one and agreed to the other": both are denied.
      if last.lemma == "deny", last.rules.contains(.clauseWithThat), token.tag == .verbPast {
        return nil
      }
      return last.source.isEmpty ? nil : last.source
    }
    guard let main = chunks[..<place].firstIndex(where: \.canBeFinite) else { return nil }
    return sources.before(main).map { [$0.tokens] }
  }

  private mutating func readParticiple(_ verb: Int, _ cue: Cue, _ report: Report, _ next: Int) {
    var report = report
    guard verb > 0, cue.lemma != "quote" else { return }
    var before = verb - 1
    while before > 0, chunks[before].kind == .adverb { before -= 1 }
    guard chunks[verb].form == .ing else { return }
    let isJoined =
      chunks[before].kind == .comma || chunks[before].kind == .coordinator
      || clause.isWord(before, "by") || chunks[before].kind == .quotation
    guard let words = complement(cue, from: next, verb: verb, &report) else { return }
    if report.rules.contains(.bareClause), cue.frames.contains(.strict) { return }
    if !isJoined {
      // "spent Sunday arguing that", "a letter saying that".
      guard report.rules.contains(.clauseWithThat) else { return }
      if chunks[before].isNominal {
        guard let noun = sources.phrase(endingAt: before, from: 0) else { return }
        report.source = [noun.tokens]
        report.content = words
        reports.append(report)
        return
      }
    }
    if let last = reports.last(where: { ($0.verb ?? verb) < verb && !$0.source.isEmpty }) {
      report.source = last.source
    } else if let main = chunks[..<verb].firstIndex(where: \.canBeFinite),
      let found = sources.before(main)
    {
      report.source = [found.tokens]
    } else {
      return
    }
    report.rules.append(.sharedSubject)
    report.content = words
    reports.append(report)
  }
}

extension String {
  func replacingOccurrence(of old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
