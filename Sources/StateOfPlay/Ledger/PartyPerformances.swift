internal import CaseModel

/// What parties did: an option that one must take and has carried out, by a milestone reached or a
/// promise kept. Having done it ends the party's earlier refusal of it.
struct PartyPerformances {
  struct Performance: Equatable {
    /// The place of the answer among the issue's.
    let answer: Int
    let date: EDTFDate
  }

  /// By row of the table and place of the party.
  private(set) var byRow: [Int: [Int: [Performance]]] = [:]

  /// - Complexity: O(milestones + commitments).
  init(_ filtered: FilteredCase, _ table: PartyStatementTable, _ commitments: CommitmentBook) {
    for milestone in filtered.theCase.milestones {
      guard let step = milestone.of, let reached = milestone.reached, let date = reached.date,
        filtered.holds(reached.date, reached.evidence)
      else { continue }
      add(step, date, milestone.by, nil, filtered, table)
    }
    for (place, commitment) in filtered.theCase.commitments.enumerated() {
      guard let step = commitment.about?.step, commitments.accounts[place].isDone,
        let date = commitments.accounts[place].newest?.date
      else { continue }
      add(step, date, [], commitment.debtors, filtered, table)
    }
  }

  private mutating func add(
    _ step: Step, _ date: EDTFDate, _ by: [Case.Actor.ID], _ debtors: [Case.Actor.ID]?,
    _ filtered: FilteredCase, _ table: PartyStatementTable
  ) {
    guard case .issue(let id, .options(let options)) = step, options.count == 1,
      let issue = filtered.index.issue(id),
      let row = filtered.index.place(of: id).flatMap({ table.rowOf[$0] }),
      let answer = table.rows[row].place(of: step)
    else { return }
    let takers = filtered.takers(of: options[0], issue)
    let all = filtered.partySet(of: issue)
    let doers = (by + (debtors ?? [])).map { filtered.principal(of: $0, among: all) }
    let did = doers.isEmpty ? takers : takers.isEmpty ? doers : takers.filter(doers.contains)
    for party in did.uniqued {
      guard let place = table.place(of: party) else { continue }
      byRow[row, default: [:]][place, default: []].append(Performance(answer: answer, date: date))
    }
  }
}

extension FilteredCase {
  /// The parties of the case and of an issue.
  func partySet(of issue: Case.Issue) -> Set<Case.Actor.ID> {
    issue.parties.isEmpty ? parties : parties.union(issue.parties)
  }

  /// Those whom an option names as having to act, each as the party it acts for.
  func takers(of option: Slug, _ issue: Case.Issue) -> [Case.Actor.ID] {
    let all = partySet(of: issue)
    return (issue.options.first { $0.id == option }?.takenBy ?? [])
      .map { principal(of: $0, among: all) }.uniqued
  }
}
