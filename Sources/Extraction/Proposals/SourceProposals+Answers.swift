internal import CaseModel

/// Words that point to what someone else said, and what someone who is not a party says.
extension SourceProposals {
  /// One word, without an article or a pronoun before it.
  func isBare(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces.filter { $0.kind != .sign }
    return pieces.count { !Self.pointers.contains($0.lower) } <= 1 && pieces.count <= 3
      && !pieces.contains { $0.kind == .number }
  }

  /// `this`, `it`: nothing but a pronoun.
  static func isPointer(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces.filter { $0.kind == .word }
    return !pieces.isEmpty && pieces.allSatisfy { pointers.contains($0.lower) }
  }

  private static let pointers: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "them", "its", "his", "her", "their",
    "such", "all", "both", "so",
  ]

  /// `said the group would pay more than the 30 billion it offered`: within someone's words `it` is the side
  /// that he or she speaks for, where nothing else is.
  func ownSide(
    _ place: Int, _ reports: [Candidate], _ resolved: [ResolvedSpeaker?]
  ) -> ResolvedSpeaker? {
    guard let through = reports[place].through, resolved.indices.contains(through),
      let outer = resolved[through], !outer.isAuthor, outer.speaker.count == 1,
      let source = reports[place].source.first, reports[place].source.count == 1,
      ["it", "they"].contains(text.text(source.start, source.end).lowercased())
    else { return nil }
    let speaker = outer.speaker[0]
    let side = speakers.isPerson(speaker) ? proposer.actors.sides[speaker] ?? [] : [speaker]
    guard side.count == 1 else { return nil }
    return ResolvedSpeaker(
      speaker: Array(side), rule: "“it” by whose side speaks", confidence: 0.6)
  }

  /// What `the Council's figure` is, where the Council put one forward.
  func putForward(
    _ words: String, _ paragraph: ParagraphReading, _ speaker: [Case.Actor.ID]
  ) -> Subject? {
    let owners = owner(ofProposal: words, paragraph)
    guard !owners.isEmpty else { return nil }
    let last = SpanText(words).pieces.last { $0.kind == .word }?.lower ?? ""
    let isNumber = ["figure", "figures", "number"].contains(last)
    return made.suffix(Self.reach).last { earlier in
      let other = earlier.suggestion.statement
      guard let about = other.about, Set(other.speaker).isDisjoint(with: speaker),
        Self.actions.contains(other.act) || other.act == .condition
      else { return false }
      if isNumber {
        guard case .issue(_, .value(.quantity)) = about else { return false }
      }
      return other.speaker.contains { speaker in
        owners.contains(speaker)
          || !(proposer.actors.sides[speaker] ?? []).isDisjoint(with: owners)
      }
    }?.suggestion.statement.about
  }

  /// Whose figure `the Council's figure` is.
  private func owner(
    ofProposal words: String, _ paragraph: ParagraphReading
  ) -> [Case.Actor.ID] {
    let text = SpanText(words)
    guard let noun = text.pieces.lastIndex(where: { $0.kind == .word }), noun > 0,
      Self.proposals.contains(text.lower(noun))
    else { return [] }
    var end = noun
    if text.has("'", at: end - 1) { end -= 1 }
    guard end > 0, end < noun || text.lower(end - 1).hasSuffix("'s") else { return [] }
    var start = end - 1
    while start > 0, text.pieces[start - 1].kind == .word,
      text.pieces[start - 1].isCapital || text.has("the", at: start - 1)
    {
      start -= 1
      if text.has("the", at: start) { break }
    }
    var owner = text.words(start..<end)
    for ending in ["'s", "’s"] where owner.hasSuffix(ending) { owner.removeLast(2) }
    let named = proposer.mentions.mentions(in: owner).flatMap(\.actors)
    if !named.isEmpty { return named }
    return (speakers.described(owner) ?? speakers.bare(owner, paragraph.mentions(before: Int.max)))?
      .speaker ?? []
  }

  static let proposals: Set<String> = [
    "proposal", "proposals", "offer", "demand", "demands", "request", "condition", "conditions",
    "terms", "plan", "draft", "idea", "figure", "figures", "number", "call", "recommendation",
    "suggestion",
  ]

  /// A warning by someone who is not a party of what others would do, or what would happen, is no threat.
  func warnsOfOthers(_ words: String, _ speaker: ResolvedSpeaker) -> Bool {
    guard speakers.isThirdParty(speaker.speaker) else { return false }
    let text = SpanText(words)
    guard
      let modal = text.pieces.indices.first(where: {
        ["will", "would", "could", "may", "might", "can"].contains(text.lower($0))
      })
    else { return true }
    if (0..<modal).contains(where: { ActReader.subjects.contains(text.lower($0)) }) { return false }
    // "Nyando would leave the talks" is its minister's own threat.
    let own = Set(speaker.speaker).union(
      speaker.speaker.flatMap { proposer.actors.sides[$0] ?? [] })
    return !proposer.mentions.mentions(in: text.words(0..<modal))
      .contains { !own.isDisjoint(with: $0.actors) }
  }
}
