internal import CaseModel

/// Which parties a statement's speakers speak for.
struct SpeakingParties {
  let filtered: FilteredCase
  let all: Set<Case.Actor.ID>
  private let places: [Case.Actor.ID: Int]

  init(_ filtered: FilteredCase, all: Set<Case.Actor.ID>, places: [Case.Actor.ID: Int]) {
    self.filtered = filtered
    self.all = all
    self.places = places
  }

  /// Each party by its place, with those whose words are its own, or its side's.
  func of(
    _ all: [Case.Actor.ID], on said: EDTFDate?
  ) -> [(party: Int, speakers: [Case.Actor.ID])] {
    var found: [(party: Int, speakers: [Case.Actor.ID])] = []
    for speaker in all {
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      for voice in voices + filtered.voices.sides(ofUnnamed: speaker) {
        guard let party = places[voice] else { continue }
        if let place = found.firstIndex(where: { $0.party == party }) {
          if found[place].speakers.last != speaker { found[place].speakers.append(speaker) }
        } else {
          found.append((party, all.count == 1 ? all : [speaker]))
        }
      }
    }
    return found
  }
}

extension FilteredCase {
  /// The party for which an actor acts, or the last actor for which it speaks, or the actor itself.
  func principal(
    of actor: Case.Actor.ID, among parties: Set<Case.Actor.ID>
  ) -> Case.Actor.ID {
    let voices = index.spokenFor(by: actor, on: lens.asOf)
    return voices.first(where: parties.contains) ?? voices.last ?? actor
  }
}
