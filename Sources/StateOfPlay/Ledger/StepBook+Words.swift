internal import CaseModel

/// What parties say of steps.
extension StepBook {
  /// The party's words on an issue's answer; nil where there are none.
  func words(
    of party: Case.Actor.ID, on step: Step
  ) -> (answer: CellReading.AnswerReading, cell: CellReading, spoken: [PartyStatement])? {
    guard let key = step.answerKey, let issue = filtered.index.place(of: key.issue),
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
      let parties = Set(filtered.theCase.header.parties)
      return replies.refusals(of: id).filter { parties.contains($0.party) }.map {
        .init(party: $0.party, statements: [$0.statement], asOthersTell: false)
      }
    }
    guard step.answerKey != nil else { return [] }
    return takers(of: step).compactMap { party in
      guard let (answer, _, spoken) = words(of: party, on: step), !answer.isSuperseded,
        !answer.isBeside
      else { return beyondLimits(of: party, step) }
      guard answer.state.stances == [.against], !answer.state.isContested,
        !answer.state.isDivided,
        answer.state.deciding.contains(where: { !spoken[$0].isPackage })
      else { return nil }
      return .init(
        party: party, statements: ids(answer.state.deciding, spoken),
        asOthersTell: !answer.isOwn)
    }
  }

  /// A party of the issue that rules the number or set out by what it says of others.
  func beyondLimits(
    of party: Case.Actor.ID, _ step: Step
  ) -> PreconditionsView.Rejection? {
    guard case .issue(let id, .value(let value)) = step, let issue = filtered.index.place(of: id),
      let row = table.rowOf[issue], let place = table.place(of: party),
      let cell = cells[row][place]
    else { return nil }
    let refusing: [CellReading.AnswerReading]
    switch value {
    case .quantity, .date:
      guard let interval = units[row]?.interval(value) else { return nil }
      let limits = numbers[row]?[place]?.limits ?? []
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
      ).uniqued, asOthersTell: false)
  }

  func ids(_ members: [Int], _ spoken: [PartyStatement]) -> [Case.Statement.ID] {
    members.map { filtered.theCase.statements[spoken[$0].position].id }
  }

  /// A condition on a number or a set ends with its holder's next one; what others report that it
  /// asks for a step gives way to its own words on the step, or for another answer.
  func outdate(_ condition: inout Condition) {
    guard let (answer, cell, spoken) = words(of: condition.holder, on: condition.step) else {
      return
    }
    if condition.voice != .own, answer.isBeside || (answer.isOwn && !answer.isSuperseded) {
      condition.state = .contradicted
      return
    }
    guard answer.isSuperseded, case .issue(_, .value) = condition.step else { return }
    // What took its place is the newest of its own words for another answer.
    let others = cell.answers.filter { $0.isOwn && $0.answer != answer.answer }
      .flatMap(\.state.deciding)
    let newest = others.compactMap { spoken[$0].said?.begins }.max()
    let later = others.filter { spoken[$0].said?.begins == newest }
    if later.isEmpty { return }
    condition.state = .closed
    condition.closing = Closing(
      .replaced, date: later.compactMap { spoken[$0].said }.max { $0.ends < $1.ends },
      statements: ids(later, spoken))
  }
}
