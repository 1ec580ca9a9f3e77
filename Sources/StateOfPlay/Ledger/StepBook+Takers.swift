internal import CaseModel

/// Whose step it is.
extension StepBook {
  /// Those whose issue it is; see ``ApartParties``.
  func concerned(_ issue: Case.Issue) -> [Case.Actor.ID] {
    filtered.apart.concerned(by: issue) { party in
      guard let row = filtered.index.place(of: issue.id).flatMap({ table.rowOf[$0] }),
        let place = table.place(of: party)
      else { return false }
      return !(cells[row][place]?.answers.isEmpty ?? true)
        || numbers[row]?[place]?.anything != nil
    }
  }

  /// Those whom an option, a milestone or a promise names as having to act, each as the party it
  /// acts for; empty where no one is named.
  func namedTakers(of step: Step) -> [Case.Actor.ID] {
    var named: [Case.Actor.ID] = []
    var all = filtered.parties
    switch step {
    case .issue(let id, .options(let chosen)):
      guard let issue = filtered.index.issue(id) else { return [] }
      // Of several options any is enough: only those who must act for each of them must act.
      let takers = chosen.map { option in
        issue.options.first { $0.id == option }?.takenBy ?? []
      }
      named = (takers.first ?? []).filter { taker in takers.allSatisfy { $0.contains(taker) } }
      if !named.isEmpty { all = filtered.partySet(of: issue) }
    case .milestone(let id): named = filtered.index.milestone(id)?.by ?? []
    case .commitment(let id): named = filtered.index.commitment(id)?.debtors ?? []
    default: return []
    }
    if named.isEmpty { return [] }
    var takers: [Case.Actor.ID] = []
    for actor in named {
      let party = filtered.principal(of: actor, among: all)
      if !takers.contains(party) { takers.append(party) }
    }
    return takers
  }

  /// Who must take a step: those its option names, else every party of the issue.
  func takers(of step: Step) -> [Case.Actor.ID] {
    let named = namedTakers(of: step)
    if !named.isEmpty { return named }
    return step.issue.flatMap { filtered.index.issue($0) }.map(concerned) ?? []
  }
}

/// Clauses that a party agreed to.
extension StepBook {
  struct AgreedClause: Equatable {
    let by: Set<Case.Actor.ID>
    let date: EDTFDate?
    let evidence: [Case.Statement.ID]
  }

  /// A clause of a draft that the party agreed to and has not gone back on since.
  func clause(
    agreedBy party: Case.Actor.ID, _ step: Step, since said: EDTFDate?
  ) -> AgreedClause? {
    clauses[step.id]?.last { clause in
      guard clause.by.contains(party) else { return false }
      guard let said else { return true }
      return clause.date.map { !said.isLater(than: $0) } ?? false
    }
  }
}
