internal import CaseModel

/// What `not` and its like make of an act.
extension ActReader {
  /// What an act becomes under `not`.
  static let negated: [Act: Act] = [
    .accept: .reject, .reject: .offer, .deny: .confirm, .offer: .reject, .commit: .reject,
    .demand: .state, .threaten: .state, .concede: .reject, .propose: .reject, .confirm: .deny,
    .condition: .condition, .accuse: .deny, .withdraw: .demand,
  ]

  func negates(before place: Int) -> Bool {
    var reach = place - 3
    var before = place - 1
    while before >= 0, let piece = text[before], piece.kind == .word {
      let word = piece.lower
      if ActWords.negations.contains(word) || Self.declining.contains(word) { return true }
      if text.has("far", "from", at: before - 1) || text.has("short", "of", at: before - 1) {
        return true
      }
      if Self.between.contains(word) || word.hasSuffix("ly") {
        // "Has not so far even formally accepted": what stands between a verb and its negation.
        reach -= 1
      } else if ActWords.phrases[word] != nil {
        // A verb between has the negation for itself.
        break
      }
      guard before > reach else { break }
      before -= 1
    }
    return hasNoSubject(ofVerb: place)
  }

  /// `None of the three unions has accepted`: the subject of the clause is nobody.
  private func hasNoSubject(ofVerb place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 10, text.pieces[start - 1].kind == .word,
      !Self.joints.contains(text.lower(start - 1)), !isVerb(start - 1)
    {
      start -= 1
    }
    guard start < place else { return false }
    if ["none", "neither", "nobody"].contains(text.lower(start)) { return true }
    return text.has("no", at: start) && Self.actors.contains(text.lower(start + 1))
  }

  /// A word that does something by itself.
  func isVerb(_ place: Int) -> Bool {
    ActWords.phrases[text.lower(place)]?.contains { $0.words.count == 1 } ?? false
  }

  private static let joints: Set<String> = [
    "that", "and", "but", "because", "if", "when", "which", "who", "while", "as", "since",
  ]
  private static let actors: Set<String> = [
    "one", "side", "party", "state", "country", "delegation", "delegate", "union", "government",
    "member", "minister", "capital", "group", "bloc", "donor", "employer",
  ]
  /// Verbs and adjectives by which something is not done: `declined to accept`.
  private static let declining: Set<String> = VerbForms.set("decline refuse").union([
    "unwilling", "unable", "reluctant", "loath", "hesitant", "hardly", "scarcely",
  ])
}
