internal import CaseModel
internal import StateOfPlay

/// Which changes a reader with little time sees first.
extension ViewContext {
  /// The newest day first; of one day reversals and numbers that moved before what else is softer
  /// or harder, and of these in the order of the case.
  func newestMoves(_ view: ChangesView) -> [ChangesView.Change] {
    let moves = view.changes.filter(\.isMove)
    let keys = moves.map { change in
      (-Int(change.date.latest.number), weight(change), place(change.issue), place(change.party))
    }
    return moves.indices.sorted { a, b in
      keys[a] == keys[b] ? b < a : keys[a] < keys[b]
    }.map { moves[$0] }
  }

  /// 0 where it reverses something or moves a number, 1 where it is softer or harder otherwise, 2
  /// where it goes neither way.
  private func weight(_ change: ChangesView.Change) -> Int {
    if change.kinds.contains(.reversed) || movement(change) != nil { return 0 }
    return change.kinds.contains { [.softened, .hardened, .mixed].contains($0) } ? 1 : 2
  }

  private func place(_ issue: Case.Issue.ID) -> Int {
    index.position(.issues, issue.raw) ?? .max
  }

  private func place(_ party: Case.Actor.ID) -> Int {
    index.theCase.header.parties.firstIndex(of: party) ?? .max
  }

  /// Those made by one act of one party on several issues together, each as its first stands.
  func newestActs(_ view: ChangesView) -> [[ChangesView.Change]] {
    struct Act: Hashable {
      let party: Case.Actor.ID
      let body: Case.Actor.ID?
      let statements: [Case.Statement.ID]
    }
    var acts: [[ChangesView.Change]] = []
    var places: [Act: Int] = [:]
    for change in newestMoves(view) {
      let act = Act(
        party: change.party, body: change.body, statements: change.after.map(\.statement))
      if let place = places[act], !act.statements.isEmpty {
        acts[place].append(change)
      } else {
        places[act] = acts.count
        acts.append([change])
      }
    }
    return acts
  }

  /// `180 → 250 billion dollars a year`; nil where no one number or date took the place of another.
  func movement(_ change: ChangesView.Change) -> String? {
    guard let issue = index.issue(change.issue), issue.value == .quantity || issue.value == .date
    else { return nil }
    let old = change.answers.filter(\.isSuperseded)
    let new = change.answers.filter { answer in
      !answer.isSuperseded && !answer.answer.isEmpty && answer.after.contains { $0.accepts }
    }
    guard old.count == 1, new.count == 1 else { return nil }
    var from = old[0].title.split(separator: " ")
    let to = new[0].title.split(separator: " ")
    // What both have in common is said once, as long as a number is left.
    var end = 0
    while end < from.count - 1, end < to.count - 1,
      from[from.count - 1 - end] == to[to.count - 1 - end]
    { end += 1 }
    while end > 0, !from.dropLast(end).contains(where: { $0.contains(where: \.isNumber) }) {
      end -= 1
    }
    from.removeLast(end)
    return "\(from.joined(separator: " ")) → \(new[0].title)"
  }
}
