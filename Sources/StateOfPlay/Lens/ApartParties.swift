internal import CaseModel

/// Parties of the case to which the record gives a part in the talks besides: what is agreed is agreed
/// among those whose issue it is.
struct ApartParties: Sendable {
  private let parties: [Case.Actor.ID]
  /// Those who mediate, facilitate or observe, and take no side whatever they propose.
  let neutral: Set<Case.Actor.ID>
  /// Those who host or guarantee, which may have a side all the same.
  private let hosting: Set<Case.Actor.ID>

  init(_ theCase: Case, _ lens: Lens) {
    parties = theCase.header.parties
    let all = Set(parties)
    var (neutral, hosting): (Set<Case.Actor.ID>, Set<Case.Actor.ID>) = ([], [])
    for actor in theCase.actors where all.contains(actor.id) {
      for role in actor.roles where role.isHeld(by: lens.asOf) {
        switch role.role {
        case .mediator, .facilitator, .observer: neutral.insert(actor.id)
        case .host, .guarantor: hosting.insert(actor.id)
        case .outside: break
        }
      }
    }
    (self.neutral, self.hosting) = (neutral, hosting.subtracting(neutral))
  }

  /// Whose issue it is: those it names, else the parties of the case. Of these, who takes no side only
  /// where the issue names it, and who hosts or guarantees only where it has taken a position. Where
  /// fewer than two are left, all.
  func concerned(
    by issue: Case.Issue, speaking: (Case.Actor.ID) -> Bool
  ) -> [Case.Actor.ID] {
    if !issue.parties.isEmpty { return issue.parties }
    if neutral.isEmpty, hosting.isEmpty { return parties }
    let named = Set(issue.options.flatMap(\.takenBy) + issue.consent)
    let left = parties.filter { party in
      if named.contains(party) || issue.wants[party] != nil { return true }
      return !neutral.contains(party) && (!hosting.contains(party) || speaking(party))
    }
    return left.count > 1 ? left : parties
  }
}

extension Case.Actor.Role {
  /// Begun by as-of and not over; without a date, one that has no end.
  fileprivate func isHeld(by asOf: EDTFDate?) -> Bool {
    if let asOf, let from, from.begins > asOf.ends { return false }
    guard let to, !to.hasOpenEnd else { return true }
    return asOf.map { $0.ends <= to.ends } ?? false
  }
}
