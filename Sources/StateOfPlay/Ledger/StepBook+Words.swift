internal import CaseModel

/// What parties say of steps.
extension StepBook {
  /// The party's words on an issue's answer; nil where there are none.
  func words(
    of party: Case.Actor.ID, on step: Step
  ) -> (answer: CellReading.AnswerReading, cell: CellReading, spoken: [PartyStatement])? {
    guard step.isOneAnswer, let issue = step.issue.flatMap({ filtered.index.place(of: $0) }),
      let row = table.rowOf[issue], let place = table.place(of: party),
      let cell = cells[row][place], let answer = table.rows[row].place(of: step),
      let found = cell.answers.first(where: { $0.answer == answer })
    else { return nil }
    return (found, cell, table.rows[row].byParty[place] ?? [])
  }

  /// Those who must take the step and reject it: against, and nothing else; of a number or a set also
  /// where it lies beyond what they refuse or draw a red line at.
  func rejections(of step: Step) -> [PreconditionsView.Rejection] {
    if case .meeting(let id) = step {
      if done(step) != nil { return [] }
      let parties = filtered.parties
      return replies.refusals(of: id).filter { parties.contains($0.party) }.map {
        .init(party: $0.party, statements: [$0.statement], reportedByOthersOnly: false)
      }
    }
    if step.isAnyOfSeveral {
      // While one of the options is left, what any of them would meet is not refused.
      let each = answers(of: step).map(rejections)
      return each.contains(where: \.isEmpty)
        ? []
        : each.joined().reduce(into: []) { all, one in
          if !all.contains(one) { all.append(one) }
        }
    }
    if case .package = step { return table.packages.refusals(of: step) }
    guard step.isOneAnswer,
      let row = step.issue.flatMap({ filtered.index.place(of: $0) }).flatMap({ table.rowOf[$0] })
    else { return [] }
    // All that is looked up is of this row, so that what one found serves the others.
    let spoken = cells[row]
    return refused.value(of: step.id, on: row) { rejections(of: step, row, spoken) }
  }

  /// - Complexity: O(takers × answers of each).
  private func rejections(
    of step: Step, _ row: Int, _ cells: [Int: CellReading]
  ) -> [PreconditionsView.Rejection] {
    let answer = table.rows[row].place(of: step)
    return takers(of: step).compactMap { party in
      guard let place = table.place(of: party), let cell = cells[place] else { return nil }
      let own = answer.flatMap { answer in cell.answers.first { $0.answer == answer } }
      guard let own, !own.isSuperseded, !own.isBeside else {
        return beyondLimits(of: party, place, cell, step, row)
      }
      let spoken = table.rows[row].byParty[place] ?? []
      guard own.state.stances == [.against], !own.state.isContested, !own.state.isDivided,
        own.isRefusedItself(spoken)
      else { return nil }
      return .init(
        party: party, statements: ids(own.state.deciding, spoken),
        reportedByOthersOnly: !own.isOwn)
    }
  }

  /// A party of the issue that rules the number or set out by what it says of others.
  func beyondLimits(
    of party: Case.Actor.ID, _ step: Step
  ) -> PreconditionsView.Rejection? {
    guard
      let row = step.issue.flatMap({ filtered.index.place(of: $0) }).flatMap({ table.rowOf[$0] }),
      let place = table.place(of: party), let cell = cells[row][place]
    else { return nil }
    return beyondLimits(of: party, place, cell, step, row)
  }

  private func beyondLimits(
    of party: Case.Actor.ID, _ place: Int, _ cell: CellReading, _ step: Step, _ row: Int
  ) -> PreconditionsView.Rejection? {
    guard case .issue(_, .value(let value)) = step else { return nil }
    let refusing: [CellReading.AnswerReading]
    switch value {
    case .quantity, .date:
      let limits = numbers[row]?[place]?.limits ?? []
      guard !limits.isEmpty, let interval = units[row]?.interval(value) else { return nil }
      refusing = limits.filter { $0.excludes(interval) }.map { cell.answers[$0.answer] }
    case .set(let set):
      let want = table.rows[row].issue.wants[party]
      refusing = cell.answers.filter { answer in
        guard answer.isOwn, answer.state.stances == [.against],
          case .set(let other)? = table.rows[row].answers[answer.answer].value, !other.open
        else { return false }
        return want == .more
          ? !set.open && set.held.isSubset(of: other.held)
          : !other.held.isEmpty && other.held.isSubset(of: set.held)
      }
    }
    if refusing.isEmpty { return nil }
    let spoken = table.rows[row].byParty[place] ?? []
    return .init(
      party: party,
      statements: ids(
        refusing.flatMap { $0.redLines.isEmpty ? $0.state.deciding : $0.redLines }, spoken
      ).uniqued, reportedByOthersOnly: false)
  }

  /// The party whose stance sets off what is offered takes that stance, and nothing else.
  func isTaken(_ condition: Condition) -> Bool {
    guard let stance = condition.key.stance else { return false }
    let parties = condition.key.party.map { [$0] } ?? takers(of: condition.awaited)
    return parties.contains { party in
      answers(of: condition.awaited, for: condition.holder).contains { step in
        guard let (answer, cell, _) = words(of: party, on: step) else { return false }
        return !cell.isContested && !cell.isDivided && !answer.isSuperseded && !answer.isBeside
          && answer.state.stances == [stance.read]
      }
    }
  }

  func ids(_ members: [Int], _ spoken: [PartyStatement]) -> [Case.Statement.ID] {
    members.map { filtered.theCase.statements[spoken[$0].position].id }
  }

  /// A condition on a number or a set ends with its holder's next one; what others report that it
  /// asks for a step gives way to its own words on the step, or for another answer.
  func outdate(_ condition: inout Condition) {
    guard let (answer, _, spoken) = words(of: condition.holder, on: condition.step) else { return }
    if condition.voice != .own, answer.isBeside || (answer.isOwn && !answer.isSuperseded) {
      condition.state = .contradicted
      return
    }
    guard answer.isSuperseded, let step = condition.step.issue,
      let row = filtered.index.place(of: step).flatMap({ table.rowOf[$0] }),
      let party = table.place(of: condition.holder)
    else { return }
    // What took its place is the first of its own later words for another answer.
    let others = takings(of: party, in: row)
    let newest = condition.newest?.ends ?? .min
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle].begins <= newest { low = middle + 1 } else { high = middle }
    }
    guard
      let first = others[low...].first(where: {
        !spoken[$0.member].answers.contains(answer.answer)
      })
    else { return }
    let later = others[low...].prefix { $0.begins <= first.begins }.map(\.member)
      .filter { !spoken[$0].answers.contains(answer.answer) }
    condition.state = .closed
    condition.closing = Closing(
      .replaced, date: later.compactMap { spoken[$0].said }.max { $0.ends < $1.ends },
      statements: ids(later, spoken))
  }

  /// A party's own words for an answer to an issue, in order of their beginning.
  private func takings(of party: Int, in row: Int) -> [Taking] {
    let key = row * table.parties.count + party
    if let known = takings[key] { return known }
    let spoken = table.rows[row].byParty[party] ?? []
    let found = spoken.indices.compactMap { member -> Taking? in
      let one = spoken[member]
      guard one.voice == .own, one.base == .for, !one.isDoubted, !one.isFaint, !one.isLapsed,
        one.time == .counts,
        let said = one.said
      else { return nil }
      return Taking(begins: said.begins, member: member)
    }.sorted { ($0.begins, $0.member) < ($1.begins, $1.member) }
    takings[key] = found
    return found
  }
}

extension CellReading.AnswerReading {
  /// It is refused itself, and not only as a part of a package.
  func isRefusedItself(_ spoken: [PartyStatement]) -> Bool {
    state.stances.contains(.against)
      && state.deciding.contains { !spoken[$0].isPackage && spoken[$0].base == .against }
  }

  /// It is given only as a part of packages that not all have accepted.
  func isOnlyPackaged(_ spoken: [PartyStatement]) -> Bool {
    isOwn && !state.deciding.isEmpty
      && state.deciding.allSatisfy { spoken[$0].package != nil && !spoken[$0].isConcluded }
  }

  /// All it said was that it took note.
  func isOnlyNoted(_ spoken: [PartyStatement]) -> Bool {
    state.deciding.allSatisfy { spoken[$0].act == .takeNote && spoken[$0].isFaint }
  }
}
