internal import CaseModel

/// Which answers meet what is asked of a number, a date or a set: whatever lies within it.
extension StepBook {
  /// A value that someone stands by, or that a text, a milestone or a promise would settle an issue on.
  struct NamedValue {
    let step: Step
    let value: AnswerValue
  }

  static func namedValues(
    _ filtered: FilteredCase, _ table: PartyStatementTable, _ cells: [[Int: CellReading]]
  ) -> [Case.Issue.ID: [NamedValue]] {
    var found: [Case.Issue.ID: [NamedValue]] = [:]
    var seen: Set<PreconditionsView.StepID> = []
    func add(_ step: Step?) {
      guard let step, case .issue(let id, .value(let value)) = step, seen.insert(step.id).inserted
      else { return }
      found[id, default: []].append(NamedValue(step: step, value: value))
    }
    for (row, statements) in table.rows.enumerated() where statements.issue.value != .option {
      for party in cells[row].keys.sorted() {
        for answer in cells[row][party]?.answers ?? [] where answer.isTaken {
          add(statements.step(answer.answer))
        }
      }
    }
    for clause in filtered.theCase.drafts.flatMap(\.clauses) where clause.status == .agreed {
      for subject in clause.subjects { add(subject.step) }
    }
    for milestone in filtered.theCase.milestones { add(milestone.of) }
    for commitment in filtered.theCase.commitments { add(commitment.about?.step) }
    return found
  }

  /// The answers of an issue any of which settles it as asked: of several options each, of a number, a
  /// date or a set also what lies within it, or what is better by what `holder` wants.
  func answers(of step: Step, for holder: Case.Actor.ID? = nil) -> [Step] {
    guard case .issue(let id, let answer) = step else { return [] }
    if step.isAnyOfSeveral { return step.single(waits: false, filtered.index) }
    switch answer {
    case .none:
      return (filtered.index.issue(id)?.options ?? []).map { .issue(id, .options([$0.id])) }
    case .value(let asked):
      let want = holder.flatMap { filtered.index.issue(id)?.wants[$0] }
      return [step]
        + (namedValues[id] ?? []).filter { named in
          named.step.id != step.id && meets(named.value, asked, want, on: id)
        }.map(\.step)
    case .options, .any: return [step]
    }
  }

  private func meets(
    _ value: AnswerValue, _ asked: AnswerValue, _ want: Case.Issue.Want?, on issue: Case.Issue.ID
  ) -> Bool {
    switch (value, asked) {
    case (.set(let given), .set(let asked)):
      switch want {
      case .more?: return asked.held.isSubset(of: given.held)
      case .less?: return !given.open && given.held.isSubset(of: asked.held)
      case nil: return asked.open && asked.held.isSubset(of: given.held)
      }
    case (.set, _), (_, .set): return false
    default:
      guard let span = span(of: asked, want, on: issue),
        let interval = filtered.index.place(of: issue).flatMap({ table.rowOf[$0] })
          .flatMap({ units[$0]?.interval(value) })
      else { return false }
      return span.lower <= interval.lower && interval.upper <= span.upper
    }
  }

  /// What meets a number or a date asked for; nil for a set.
  private func span(
    of asked: AnswerValue, _ want: Case.Issue.Want?, on issue: Case.Issue.ID
  ) -> ValueSpan? {
    filtered.index.place(of: issue).flatMap { table.rowOf[$0] }
      .flatMap { units[$0]?.interval(asked) }.map { ValueSpan($0, want) }
  }

  /// The party would take a number or a date that meets what is asked, by what it says of others.
  func takesByRange(
    _ party: Case.Actor.ID, _ step: Step, for holder: Case.Actor.ID? = nil
  ) -> Bool {
    guard case .issue(let id, .value(let value)) = step,
      let row = filtered.index.place(of: id).flatMap({ table.rowOf[$0] }),
      let place = table.place(of: party),
      let asked = span(of: value, holder.flatMap { filtered.index.issue(id)?.wants[$0] }, on: id),
      let numbers = numbers[row]?[place], numbers.isOwn, let span = numbers.span
    else { return false }
    let both = span.meeting(asked)
    if both.isEmpty { return false }
    let interval = NumberInterval(lower: both.lower, upper: both.upper)
    return !numbers.limits.contains { $0.excludes(interval) }
  }
}
