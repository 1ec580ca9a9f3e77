internal import CaseModel

/// Statements that held until a day and that their speakers made again, until another day, while they
/// held: a truce that is prolonged ends on its new day alone.
struct RenewedTerms {
  private struct Key: Hashable {
    let party: Case.Actor.ID
    let subject: String
  }

  private let renewed: Set<Int>

  /// Whether the statement at a place in the case was made again.
  func contains(_ place: Int) -> Bool { renewed.contains(place) }

  /// - Complexity: O(statements × log statements).
  init(_ filtered: FilteredCase) {
    let statements = filtered.theCase.statements
    let dated = filtered.places(marked: .names).compactMap {
      place -> (place: Int, said: EDTFDate)? in
      guard statements[place].until != nil, filtered.facts[place].time == .counts,
        !statements[place].isDoubted, statements[place].stanceRead?.accepts ?? false,
        let said = filtered.facts[place].said
      else { return nil }
      return (place, said)
    }
    var newest: [Key: (place: Int, said: EDTFDate)] = [:]
    var renewed: Set<Int> = []
    for (place, said) in dated.sorted(by: {
      ($0.said.begins, $0.place) < ($1.said.begins, $1.place)
    }) {
      let keys = Self.keys(statements[place], on: said, filtered)
      for key in keys {
        if let before = newest[key], said.isLater(than: before.said),
          let until = statements[before.place].until?.value, !said.isLater(than: until),
          // What several said is renewed by all of them.
          Self.keys(statements[before.place], on: before.said, filtered)
            .allSatisfy(keys.contains)
        {
          renewed.insert(before.place)
        }
        newest[key] = (place, said)
      }
    }
    self.renewed = renewed
  }

  /// Each speaker, as the party it speaks for, with what the statement is about; empty where that is no
  /// step.
  private static func keys(
    _ statement: Case.Statement, on said: EDTFDate, _ filtered: FilteredCase
  ) -> [Key] {
    guard let subject = statement.about?.step?.id else { return [] }
    return statement.speaker.map { speaker in
      Key(party: filtered.index.spokenFor(by: speaker, on: said).last ?? speaker, subject: subject)
    }.uniqued
  }
}
