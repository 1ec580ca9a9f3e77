internal import CaseModel

/// Whose step it is.
extension StepBook {
  func concerned(_ issue: Case.Issue) -> [Case.Actor.ID] {
    issue.parties.isEmpty ? filtered.theCase.header.parties : issue.parties
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
