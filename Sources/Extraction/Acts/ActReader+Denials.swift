internal import CaseModel

/// What is denied was not said, promised or accepted, whatever its words say.
extension ActReader {
  /// Finds denials, and marks what they deny.
  mutating func readDenials() {
    for place in text.pieces.indices where text.pieces[place].kind == .word && !idle[place] {
      let word = text.lower(place)
      if Self.denying.contains(word), let content = denied(behind: place) {
        let isKept = negates(before: place) || text.has("nor", at: place - 1)
        if !isKept { deny(at: place) }
        markIdle(content)
      } else if Self.dismissing.contains(word), let noun = account(behind: place) {
        if !negates(before: place) { deny(at: place) }
        markIdle(place..<clauseEnd(from: noun))
      } else if Self.accounts.contains(word), let untrue = untrue(behind: place) {
        deny(at: place)
        markIdle(place..<untrue)
      } else if let end = Self.untruths.end(at: place, in: text) {
        deny(at: place)
        markIdle(end..<clauseEnd(from: end))
      }
    }
  }

  /// The speaker's own denial, where it stands in the cue or no other act was found before it.
  private mutating func deny(at place: Int) {
    scores[.deny, default: 0] += 16
    // "Accused South of denying that": the cue does something else.
    let isOwn =
      cue.contains(place)
      || (form.map { CueActs.act(of: $0.lemma) == nil } ?? true)
        && !(cue.upperBound..<max(cue.upperBound, place)).contains { doesElse($0) }
    if isOwn { reading.isDenial = true }
  }

  /// A phrase begins there by which something else is done than denying.
  private func doesElse(_ place: Int) -> Bool {
    guard !idle[place],
      let phrase = ActWords.phrases[text.lower(place)]?.first(where: {
        text.has($0.words, at: place)
      })
    else { return false }
    return phrase.act != .state && phrase.act != .deny
  }

  /// `denied that …`, `denied having …`, `denied any …`, `denied it`: what is denied. `Denied the request`
  /// refuses it.
  private func denied(behind place: Int) -> Range<Int>? {
    var next = place + 1
    while text.lower(next).hasSuffix("ly") || text.has("on", at: next) { next += 1 }
    let word = text.lower(next)
    let last = text[next + 1]
    if Self.pointers.contains(word), last == nil || last?.kind == .sign {
      // "Was said to have signed but denied it".
      let start = (0..<place).last { text.endsSentence($0) }.map { $0 + 1 } ?? 0
      return start..<place
    }
    let end = clauseEnd(from: next)
    guard next < end else { return nil }
    // A dispute that involves someone is a noun.
    let isDenied = text.lower(place).hasPrefix("den")
    let isClause =
      word == "that" || word == "any" || Self.accounts.contains(word)
      || account(behind: place) != nil || isDenied && word.hasSuffix("ing")
      || isDenied
        && (next..<min(end, next + 6)).contains { Self.auxiliaries.contains(text.lower($0)) }
    return isClause ? next..<end : nil
  }

  /// `reports that`, `the suggestion that it had`: something reported, behind a few words.
  private func account(behind place: Int) -> Int? {
    for noun in place + 1..<min(place + 6, max(place + 1, text.count)) {
      let piece = text.pieces[noun]
      if piece.kind != .word { return nil }
      if Self.accounts.contains(piece.lower) {
        // A claim to something is a demand, and a report may be a paper.
        let next = text.lower(noun + 1)
        if Self.papers.contains(piece.lower) { return next == "that" ? noun : nil }
        return ["to", "for", "on"].contains(next) ? nil : noun
      }
      if Self.notions.contains(piece.lower) {
        // A suggestion that something should be is a proposal; that it is so is an account.
        guard text.has("that", at: noun + 1) else { return nil }
        return (noun + 2..<min(noun + 10, max(noun + 2, text.count))).contains {
          Self.auxiliaries.contains(text.lower($0)) || text.lower($0) == "would"
        } ? noun : nil
      }
      if isVerb(noun) || ["that", "to", "and"].contains(piece.lower) { return nil }
    }
    return nil
  }

  /// `reports that it had signed were untrue`, `called the report false`: where that is said.
  private func untrue(behind noun: Int) -> Int? {
    var place = noun + 1
    while place < text.count, !text.endsSentence(place), place - noun < 40 {
      if CueActs.untrue.contains(text.lower(place)) || text.has("without", "foundation", at: place)
        || text.has("wrong", at: place)
      {
        let near = max(0, place - 4)..<place
        let isSaid =
          near.contains { ["is", "are", "was", "were", "as"].contains(text.lower($0)) }
          || (0..<noun).contains { Self.calling.contains(text.lower($0)) }
        return isSaid ? place : nil
      }
      place += 1
    }
    return nil
  }

  static let denying: Set<String> = VerbForms.set("deny refute rebut dispute contradict disavow")
  private static let dismissing: Set<String> = VerbForms.set(
    "reject dismiss rubbish deride contest scoff brush/brushed wave shrug/shrugged")
  private static let accounts: Set<String> = [
    "report", "reports", "rumour", "rumours", "rumor", "rumors", "claim", "claims", "allegation",
    "allegations", "accusation", "accusations", "charge", "charges", "assertion", "assertions",
    "insinuation", "insinuations", "speculation", "gossip", "account", "accounts",
  ]
  private static let papers: Set<String> = ["report", "account", "accounts"]
  private static let notions: Set<String> = [
    "suggestion", "suggestions", "notion", "idea", "talk", "story", "stories", "impression",
  ]
  private static let auxiliaries: Set<String> = ["had", "has", "have", "was", "were"]
  private static let pointers: Set<String> = ["it", "this", "that", "so", "them", "both"]
  private static let calling: Set<String> = VerbForms.set(
    "call describe brand label dub/dubbed term dismiss reject denounce")
  private static let untruths = PhraseTable(
    """
    no truth in|no truth to|not true that|untrue that|false that|not the case that|not so that|\
    wrong to say that|never said that|never said it|never told anyone that|far from true that
    """)
}
