internal import CaseModel

/// Which parties a statement's speakers speak for.
struct SpeakingParties {
  let filtered: FilteredCase
  private let places: [Case.Actor.ID: Int]
  /// Of the actors whose voices are the same on every day, their parties: asked for with every
  /// statement, and of most.
  private var fixed: [Case.Actor.ID: [Int]] = [:]

  /// - Complexity: O(actors and their links).
  init(_ filtered: FilteredCase, places: [Case.Actor.ID: Int]) {
    self.filtered = filtered
    self.places = places
    for actor in filtered.theCase.actors where fixed[actor.id] == nil {
      guard let voices = filtered.index.alwaysSpokenFor(by: actor.id) else { continue }
      fixed[actor.id] = parties(of: actor.id, speakingFor: voices)
    }
  }

  /// Each party by its place, with those whose words are its own, or its side's.
  func of(
    _ all: [Case.Actor.ID], on said: EDTFDate?
  ) -> [(party: Int, speakers: [Case.Actor.ID])] {
    if all.count == 1 { return parties(of: all[0], on: said).map { ($0, all) } }
    var found: [(party: Int, speakers: [Case.Actor.ID])] = []
    for speaker in all {
      for party in parties(of: speaker, on: said) {
        if let place = found.firstIndex(where: { $0.party == party }) {
          if found[place].speakers.last != speaker { found[place].speakers.append(speaker) }
        } else {
          found.append((party, [speaker]))
        }
      }
    }
    return found
  }

  private func parties(of speaker: Case.Actor.ID, on said: EDTFDate?) -> [Int] {
    fixed[speaker]
      ?? parties(
        of: speaker, speakingFor: filtered.index.spokenFor(by: speaker, on: said))
  }

  private func parties(
    of speaker: Case.Actor.ID, speakingFor voices: [Case.Actor.ID]
  ) -> [Int] {
    (voices + filtered.voices.sides(ofUnnamed: speaker)).compactMap { places[$0] }.uniqued
  }
}

extension FilteredCase {
  /// None of those who spoke for the party does so any longer.
  func haveCeased(_ speakers: [Case.Actor.ID], for party: Case.Actor.ID) -> Bool {
    !speakers.isEmpty
      && speakers.allSatisfy { speaker in
        index.alwaysSpokenFor(by: speaker) == nil
          && !index.spokenFor(by: speaker, on: now).contains(party)
      }
  }

  /// The party for which an actor acts, or the last actor for which it speaks, or the actor itself.
  func principal(
    of actor: Case.Actor.ID, among parties: Set<Case.Actor.ID>
  ) -> Case.Actor.ID {
    let voices = index.spokenFor(by: actor, on: lens.asOf)
    return voices.first(where: parties.contains) ?? voices.last ?? actor
  }
}
