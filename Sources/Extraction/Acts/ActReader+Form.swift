internal import CaseModel

/// What the cue's form makes of an act, what is taken back, and what conditions speak for.
extension ActReader {
  /// What the cue does by itself, where the lists of phrases do not have it, and what its complement makes
  /// of it.
  mutating func weighForm() {
    guard let form else { return }
    if CueActs.naming.contains(form.lemma) {
      let words = text.pieces.map(\.lower)
      if words.contains(where: { CueActs.untrue.contains($0) }) {
        scores[.deny, default: 0] += 12
      } else if words.contains(where: { CueActs.blaming.contains($0) }) {
        scores[.accuse, default: 0] += 12
      } else if form.lemma != "call" || !isCueWeighed {
        scores[.assess, default: 0] += 8
      }
      return
    }
    if form.lemma == "ask" {
      scores[form.isAsked ? .demand : .ask, default: 0] += 8
      if form.isAsked { scores[.ask] = nil }
      return
    }
    if form.lemma == "suggest", form.isClause,
      !text.pieces.contains(where: { ["should", "must", "be", "could"].contains($0.lower) })
    {
      // Suggesting that something is so is no proposal.
      scores[.assess, default: 0] += max(0, scores[.propose] ?? 0)
      scores[.propose] = nil
      return
    }
    if form.lemma == "insist" || form.lemma == "maintain", form.isClause, !asksForSomething() {
      // Insisting that something is so, or was, demands nothing.
      scores[.demand] = nil
      return
    }
    if form.lemma == "concede", form.isClause {
      // Conceding that something is so gives nothing away.
      scores[.confirm, default: 0] += max(0, scores[.concede] ?? 0)
      scores[.concede] = nil
      return
    }
    if form.lemma == "warn", form.isClause, isOthersDoing() {
      // That something could come about by no deed of the speaker's is no threat.
      scores[.assess, default: 0] += max(0, scores[.threaten] ?? 0)
      scores[.threaten] = nil
      return
    }
    if form.lemma == "expect", form.isAsked || form.isClause {
      scores[.assess, default: 0] += max(0, scores[.demand] ?? 0)
      scores[.demand] = nil
    }
    if Self.again.contains(form.lemma), !form.isClause {
      // What is said again without a clause is what was asked before.
      scores[.demand, default: 0] += 6
    }
    let act = CueActs.act(of: form.lemma)
    if !isCueWeighed, let act { scores[act, default: 0] += 10 }
    // An offer or a promise remains one, whatever it depends on.
    if let act, Self.giving.contains(act), !form.isClause,
      reading.conditions.allSatisfy({ $0.kind == .before && !$0.isRefused }),
      (scores[act] ?? 0) > 0
    {
      scores[.condition] = nil
    }
  }

  static let giving: Set<Act> = [.offer, .propose, .commit]

  /// What is warned of may or could happen, and the speaker is not the one who does it.
  func isOthersDoing() -> Bool {
    let content = cue.upperBound..<text.count
    guard let modal = content.first(where: { Self.possible.contains(text.lower($0)) }) else {
      return false
    }
    return !content.contains { $0 < modal && Self.subjects.contains(text.lower($0)) }
      && reading.conditions.isEmpty
  }

  static let possible: Set<String> = ["could", "may", "might"]

  /// What is insisted on is to be done: `must`, `has to`, or a bare `be`, and no verb that says how things are.
  private func asksForSomething() -> Bool {
    let content = cue.upperBound..<max(cue.upperBound, text.count)
    for place in content {
      let word = text.lower(place)
      if ["must", "should", "shall"].contains(word) { return true }
      if ["has", "have", "needs", "need"].contains(word), text.has("to", at: place + 1) {
        return true
      }
      if word == "be" { return true }
      if Self.finite.contains(word) || Self.saying.contains(word) { return false }
      if ["has", "have", "had"].contains(word) { return false }
    }
    // "Insisted that the ban stay".
    return !content.contains { text.lower($0).hasSuffix("ed") }
  }

  private static let saying: Set<String> = ["said", "says"]
  static let again: Set<String> = ["reiterate", "repeat", "renew", "restate"]

  /// `The demand was withdrawn`, `dropped their demand`, `is dropping it`, `would let the claim rest`.
  mutating func weighWithdrawal() {
    for place in text.pieces.indices
    where VerbForms.let.contains(text.lower(place)) && !idle[place] && !negates(before: place) {
      let rest = (place + 2..<max(place + 2, min(text.count, place + 7))).first {
        ["rest", "drop", "lapse"].contains(text.lower($0))
      }
      guard let rest, text[rest + 1].map({ Self.goesOn($0) }) ?? true else { continue }
      scores[.withdraw, default: 0] += 14
      return
    }
    for place in text.pieces.indices
    where Self.givesUp.contains(text.lower(place)) && !idle[place] {
      // What another is asked to withdraw is not withdrawn.
      let start = text.pieces[place].start
      if reading.conditions.contains(where: { $0.awaited.contains(start) })
        || negates(before: place)
      {
        continue
      }
      let near = max(0, place - 8)..<min(text.count, place + 6)
      if near.contains(where: { ActWords.positions.contains(text.lower($0)) })
        || text.has("it", at: place + 1) && text.lower(place).hasPrefix("drop")
      {
        scores[mayStill(before: place) ? .offer : .withdraw, default: 0] += 14
        return
      }
    }
  }

  /// A noun would follow: `let the rest of them go`.
  private static func goesOn(_ piece: SpanText.Piece) -> Bool {
    piece.kind == .sign
      || ["until", "for", "till", "there", "now", "at", "and"].contains(piece.lower)
  }

  /// `no longer made its signature depend on`, `no longer opposes`: what was demanded is not any more, and
  /// what was opposed is accepted.
  mutating func weighNoLonger() {
    for place in text.pieces.indices where text.has("no", "longer", at: place) && !idle[place] {
      let end = clauseEnd(from: place)
      for next in place + 2..<max(place + 2, min(end, place + 12)) {
        let word = text.lower(next)
        if Self.resisting.contains(word) {
          scores[.accept, default: 0] += 16
          scores[.reject] = nil
          return
        }
        if Self.holding.contains(word) {
          scores[.withdraw, default: 0] += 16
          scores[.condition] = nil
          reading.conditions.removeAll()
          return
        }
      }
    }
  }

  /// `stayed at 9 per cent`, `its position was unchanged`: what was asked for still is.
  mutating func weighStanding() {
    for place in text.pieces.indices where !idle[place] {
      let word = text.lower(place)
      if Self.staying.contains(word) {
        let next =
          ["at", "by", "to", "with"].contains(text.lower(place + 1)) ? place + 2 : place + 1
        if text.number(at: next) != nil,
          isOfPosition(before: place) || next == place + 2 && word.hasPrefix("stay")
        {
          scores[.demand, default: 0] += 9
          return
        }
      }
      if word == "unchanged" || text.has("not", "changed", at: place)
        || text.has("not", "moved", at: place), isOfPosition(before: place)
      {
        scores[.demand, default: 0] += 9
        return
      }
    }
  }

  private func isOfPosition(before place: Int) -> Bool {
    (max(0, place - 8)..<place).contains {
      ActWords.positions.contains(text.lower($0)) || Self.stances.contains(text.lower($0))
    }
  }

  private static let staying: Set<String> = VerbForms.set(
    "stay remain stand/stood stick/stuck hold/held")
  private static let stances: Set<String> = [
    "position", "positions", "line", "stance", "figure", "figures", "price", "goal",
  ]

  private static let resisting: Set<String> = VerbForms.set(
    "oppose object resist reject refuse block veto contest rule")
  private static let holding: Set<String> = VerbForms.set(
    "demand ask insist seek/sought want require press call claim depend tie link condition treat"
  ).union([
    "conditional", "contingent", "dependent", "precondition", "condition", "tying", "stands",
  ])

  /// `could drop`, `is ready to give up`.
  func mayStill(before place: Int) -> Bool {
    (max(0, place - 3)..<place).contains {
      ["could", "might", "may", "would", "can", "ready", "willing", "prepared"]
        .contains(text.lower($0))
    }
  }

  static let givesUp: Set<String> = [
    "withdrawn", "withdrew", "withdraws", "withdraw", "dropped", "drops", "drop", "dropping",
    "abandoned", "abandons", "abandon", "waived", "waives", "retracted", "rescinded", "shelved",
    "lifted",
  ]

  mutating func weighConditions() {
    for condition in reading.conditions {
      switch condition.kind {
      case .before:
        let marker = condition.marker.lowercased()
        let weight =
          !condition.isOwn
          ? 2
          : condition.isRefused
            ? marker == "without" ? 10 : 12
            : Self.times.contains(marker) ? 2 : Self.starts.contains(marker) ? 10 : 6
        scores[.condition, default: 0] += weight
        if Self.strict.contains(condition.marker.lowercased()) {
          scores[.condition, default: 0] += 6
        }
      case .exchange: scores[.offer, default: 0] += 3
      case .trigger:
        // "Ready to strike" is no offer.
        scores[.threaten, default: 0] += 7 + (scores[.offer].map { min(3, $0 / 2) } ?? 0)
        scores[.condition, default: 0] += 2
      }
      reading.rules.append("“\(condition.marker)”: \(condition.kind.rawValue)")
    }
  }

  /// `ruled out any share below 31 per cent`, `would not sign above 28`: a number beyond which the
  /// speaker will not go.
  func refusesBeyond() -> Bool {
    text.pieces.indices.contains { place in
      guard let (comparator, end) = text.comparator(at: place),
        comparator == .more || comparator == .less, text.number(at: end) != nil
      else { return false }
      for before in stride(from: place - 1, through: max(0, place - 14), by: -1) {
        let piece = text.pieces[before]
        if piece.kind == .sign, [",", ";", ":"].contains(piece.lower) || text.endsSentence(before) {
          return false
        }
        if piece.lower == "out", text.lower(before - 1).hasPrefix("rul") { return true }
        if Self.refusing.contains(piece.lower) { return true }
        if piece.lower == "not", Self.ahead.contains(text.lower(before - 1)) { return true }
      }
      return false
    }
  }

  static let refusing: Set<String> = ["never", "cannot", "won't", "wouldn't", "refuses", "refused"]
  static let ahead: Set<String> = ["will", "would", "can", "could", "shall"]

  /// Markers that leave no doubt that one thing waits on another.
  static let strict: Set<String> = [
    "only if", "only when", "only after", "only once", "on condition that", "on the condition that",
    "provided that", "provided", "as long as", "so long as", "conditional on", "conditional upon",
    "no",
  ]

  /// Markers that say when rather than on what condition.
  static let times: Set<String> = ["when", "after", "following", "before"]

  static let starts: Set<String> = ["once", "as soon as", "щойно", "как только"]
}
