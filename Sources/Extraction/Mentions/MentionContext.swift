package import CaseModel

/// Whom a text has spoken of so far, for its pronouns.
package struct MentionContext: Sendable {
  struct Referent: Sendable {
    enum Number { case person, thing, several }
    var actors: [Case.Actor.ID]
    var proposed: ProposedActor?
    var number: Number
    var sentence: Int
    /// Nothing of its sentence was spoken of before it, or only places.
    var isFirst: Bool
  }

  /// When the text was written, for offices and delegations.
  package var date: EDTFDate?
  /// Who speaks within quotation marks: `I` and `we`.
  package var speaker: [Case.Actor.ID] = []
  private(set) var recent: [Referent] = []
  private var women: [Case.Actor.ID: Bool] = [:]
  private(set) var sentence = 0
  /// The body of each kind that the text named last: `union`, by its name.
  var named: [String: Case.Actor.ID] = [:]

  package init(date: EDTFDate? = nil) { self.date = date }

  mutating func nextSentence() { sentence += 1 }

  mutating func note(_ actor: Case.Actor.ID, isWoman: Bool) { women[actor] = isWoman }

  mutating func remember(
    _ actors: [Case.Actor.ID], _ proposed: ProposedActor?, _ number: Referent.Number
  ) {
    let isFirst = recent.last.map { $0.sentence != sentence } ?? true
    recent.append(
      Referent(
        actors: actors, proposed: proposed, number: number, sentence: sentence, isFirst: isFirst))
    if recent.count > 64 { recent.removeFirst(32) }
  }

  /// Whom a pronoun means: of those it agrees with in the last sentences the nearest, in a sentence
  /// before the present one rather its first.
  func referent(_ pronoun: String) -> Referent? {
    let number: Referent.Number
    var isWoman: Bool?
    switch pronoun {
    case "he", "him", "his", "himself", "він", "он", "його", "его":
      (number, isWoman) = (.person, false)
    case "she", "her", "hers", "herself", "вона", "она", "її", "ее":
      (number, isWoman) = (.person, true)
    case "they", "them", "their", "themselves", "вони", "они": number = .several
    case "it", "its", "itself", "воно", "оно": number = .thing
    case "i", "we", "our", "my", "us", "я", "ми", "мы":
      return speaker.isEmpty
        ? nil
        : Referent(
          actors: speaker, proposed: nil, number: .person, sentence: sentence, isFirst: true)
    default: return nil
    }
    var best: Referent?
    for referent in recent.reversed() {
      if referent.sentence < sentence - 3 { break }
      if let best, best.sentence != referent.sentence { break }
      guard agrees(referent, number, isWoman) else { continue }
      // Within one sentence its subject, which came first.
      if best == nil || referent.isFirst { best = referent }
    }
    return best
  }

  private func agrees(_ referent: Referent, _ number: Referent.Number, _ isWoman: Bool?) -> Bool {
    switch number {
    case .person:
      guard referent.number == .person else { return false }
      guard let isWoman, referent.actors.count == 1, let known = women[referent.actors[0]] else {
        return true
      }
      return known == isWoman
    case .several: return referent.number == .several || referent.number == .thing
    case .thing: return referent.number == .thing
    }
  }
}
