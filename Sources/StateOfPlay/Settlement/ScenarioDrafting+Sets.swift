internal import CaseModel

/// Sets as options of a scenario.
extension ScenarioDrafting {
  /// What is only refused is no option: who refuses a part of a set refuses every set that holds it, and
  /// what is left of one that someone asks for is an option in its place.
  func withoutRefused(
    _ row: PositionsView.Row, _ answers: [String], _ titles: inout [String: String]
  ) -> [String] {
    guard let issue = filtered.index.issue(row.issue), issue.value == .set,
      let place = filtered.index.place(of: row.issue).flatMap({ ledger.table.rowOf[$0] })
    else { return answers }
    var sets: [String: MemberSet] = [:]
    for key in ledger.table.rows[place].answers {
      if case .set(let set)? = key.value { sets[key.id] = set }
    }
    let taken = Set(row.cells.flatMap(\.answers).filter(\.isAccepted).map(\.answer))
    var found = answers.filter { taken.contains($0) || sets[$0] == nil }
    // To who wants more, a set refused is too small, and no part to be left out.
    for cell in row.cells where issue.wants[cell.party] != .more {
      let refused = cell.answers.filter { $0.stances == [.against] && !$0.isSuperseded }
        .compactMap { sets[$0.answer] }.filter { !$0.open }
        .reduce(into: Set<Slug>()) { $0.formUnion($1.held) }
      if refused.isEmpty { continue }
      for answer in answers where taken.contains(answer) {
        guard let set = sets[answer], !set.open else { continue }
        let rest = set.members.filter { set.held.contains($0) && !refused.contains($0) }
        guard !rest.isEmpty, rest.count < set.held.count else { continue }
        let value = AnswerValue.set(MemberSet(rest))
        if found.contains(value.key) { continue }
        found.append(value.key)
        titles[value.key] = value.title(in: issue, filtered.index)
      }
    }
    return found.isEmpty ? answers : found
  }

  /// The words by which a party rules out a set of which it said nothing, because it refuses a part of it;
  /// empty where it does not.
  func refusingPart(
    _ answers: [String], _ issue: Case.Issue.ID, _ party: Case.Actor.ID
  ) -> [Case.Statement.ID] {
    guard filtered.index.issue(issue)?.value == .set,
      let row = filtered.index.place(of: issue).flatMap({ ledger.table.rowOf[$0] })
    else { return [] }
    return answers.flatMap { answer in
      ledger.steps.beyondLimits(of: party, ledger.step(row, answer, isValue: true))?.statements
        ?? []
    }.uniqued
  }
}
