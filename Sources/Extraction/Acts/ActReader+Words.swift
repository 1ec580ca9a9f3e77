internal import CaseModel

/// Words that do not mean here what they usually mean, and commands.
extension ActReader {
  /// Words that do not mean here what they usually mean: `should` that opens a condition, a passive that
  /// reports what someone else did.
  func skips(_ act: Act, at place: Int) -> Bool {
    let isFirst = place == 0 || text.endsSentence(place - 1)
    if isFirst, text.has("should", at: place) { return true }
    // "Asked not to be named" asks for nothing that is at issue.
    if act == .ask || act == .demand, text.has("not", "to", "be", at: place + 1) { return true }
    // "Is disputed to this day": by no one who is named.
    if act == .deny, text.lower(place).hasSuffix("ed"), !text.has("by", at: place + 1),
      ["is", "are", "was", "were", "been"].contains(text.lower(place - 1))
    {
      return true
    }
    // "The draft that South did not respond to": of the draft something else is said.
    if act == .silent, !cue.contains(place),
      (max(cue.upperBound + 1, place - 3)..<max(cue.upperBound + 1, place)).contains(where: {
        ["that", "which", "who"].contains(text.lower($0))
      })
    {
      return true
    }
    // "Would admit monitors" lets them in and confirms nothing.
    if act == .confirm, text.lower(place).hasPrefix("admit"),
      (max(0, place - 3)..<place).contains(where: { Self.ahead.contains(text.lower($0)) })
    {
      return true
    }
    if act == .accept, text.has("by", at: place + 1), Self.backing.contains(text.lower(place)) {
      return true
    }
    // "Ready to stop the air strikes" blames no one.
    if act == .accuse,
      (max(0, place - 4)..<place).contains(where: {
        ConditionReader.endings.contains(text.lower($0))
      })
    {
      return true
    }
    return (act == .demand || act == .assess) && text.has("been", at: place - 1)
  }

  /// `the reports`, `in this regard`, `the Forest States`, `the promised money`: spelt as a verb, and none.
  func isNoun(_ place: Int) -> Bool {
    guard let piece = text[place], let before = text[place - 1] else { return false }
    if Self.determiners.contains(before.lower) { return true }
    guard !piece.lower.hasSuffix("ed"), !piece.lower.hasSuffix("ing") else { return false }
    if piece.isCapital, !text.endsSentence(place - 1), before.kind == .word { return true }
    if Self.goods.contains(piece.lower), let next = text[place + 1],
      next.kind == .sign || Self.joiners.contains(next.lower)
    {
      return true
    }
    if Self.prepositions.contains(before.lower) || before.kind == .number { return true }
    if before.lower.hasSuffix("'s") || before.lower == "'" && !before.isSpaced { return true }
    let word = Lexicon.shared.entry(Lexicon.hash(before.lower))?.word ?? []
    return word.contains(.adjective)
      && word.isDisjoint(with: [.noun, .pronoun, .adverb, .verbPast, .participle])
  }

  /// Nouns that do what their verbs do: the demand, an offer; not the table.
  static let named: Set<String> = [
    "demand", "demands", "request", "requests", "offer", "offers", "promise", "promises", "pledge",
    "pledges", "vow", "vows", "veto", "vetoes",
  ]
  /// Nouns that follow another noun: security guarantees, air attacks.
  private static let goods: Set<String> = [
    "guarantee", "guarantees", "claim", "claims", "report", "reports", "dispute", "disputes",
    "attack", "attacks", "breach", "breaches",
  ]
  private static let joiners: Set<String> = [
    "of", "for", "from", "against", "between", "and", "by",
  ]
  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "his", "their", "our", "your", "my", "these", "those", "no", "any",
  ]
  private static let prepositions: Set<String> = [
    "of", "in", "on", "with", "for", "by", "at", "from", "into", "over", "under", "against",
    "without", "between", "about", "as", "this", "her",
  ]
  private static let backing: Set<String> = ["supported", "backed", "favoured", "favored"]

  /// `Pay what you owe`, `Release them`: a plain verb that opens a sentence of its own.
  mutating func weighCommand() {
    let first = cue.isEmpty ? 0 : cue.upperBound
    var place = first
    while let piece = text[place], piece.kind == .sign { place += 1 }
    guard let piece = text[place], piece.kind == .word, piece.isCapital,
      place == 0 || place > first,
      let word = Lexicon.shared.entry(Lexicon.hash(piece.lower))?.word, word.contains(.verbBase),
      word.isDisjoint(with: [
        .noun, .modal, .be, .have, .auxiliaryDo, .wh, .preposition, .adjective,
      ]),
      !Self.notCommands.contains(piece.lower), let next = text[place + 1],
      Self.objects.contains(next.lower)
    else { return }
    scores[.demand, default: 0] += 6
    reading.rules.append("“\(text.words(place..<place + 2))”: a command")
  }

  static let notCommands: Set<String> = [
    "thank", "say", "let", "see", "ask", "take", "look",
  ]
  static let objects: Set<String> = [
    "the", "a", "an", "what", "it", "them", "us", "him", "her", "your", "our", "their", "all",
    "these", "those", "this", "that", "to", "back", "out", "down",
  ]
}
