internal import CaseModel

/// Which answers meet what is asked of a number, a date or a set: whatever lies within it.
extension StepBook {
  /// A value that someone stands by, or that a text, a milestone or a promise would settle an issue on.
  struct NamedValue: Equatable {
    let step: Step
    /// Of the step, kept because it is asked for over and over.
    let id: PreconditionsView.StepID
    let value: AnswerValue
    /// Of a number or a date, in the unit of the issue.
    let interval: NumberInterval?
  }

  static func namedValues(
    _ filtered: FilteredCase, _ table: PartyStatementTable, _ cells: [[Int: CellReading]],
    _ units: [Int: UnitTable]
  ) -> [Case.Issue.ID: [NamedValue]] {
    var found: [Case.Issue.ID: [NamedValue]] = [:]
    var seen: Set<PreconditionsView.StepID> = []
    func add(_ step: Step?) {
      guard let step, case .issue(let issue, .value(let value)) = step else { return }
      let id = step.id
      guard seen.insert(id).inserted else { return }
      let row = filtered.index.place(of: issue).flatMap { table.rowOf[$0] }
      found[issue, default: []].append(
        NamedValue(
          step: step, id: id, value: value,
          interval: row.flatMap { units[$0]?.interval(value) }))
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
      let named = namedValues(on: id)
      if named.isEmpty { return [step] }
      let span = span(of: asked, want, on: id)
      var meeting = named.filter { meets($0.value, $0.interval, asked, span, want) }
      if meeting.isEmpty { return [step] }
      let own = step.id
      meeting.removeAll { $0.id == own }
      return [step] + meeting.map(\.step)
    case .options, .any: return [step]
    }
  }

  /// Of a number, a date or a set all answers on record that meet it, whether they still stand or not; of
  /// several options each.
  func answersOnRecord(meeting step: Step, for holder: Case.Actor.ID?) -> [Step] {
    if step.isAnyOfSeveral { return step.single(waits: false, filtered.index) }
    guard case .issue(let id, .value(let asked)) = step,
      let row = filtered.index.place(of: id).flatMap({ table.rowOf[$0] })
    else { return [step] }
    let want = holder.flatMap { filtered.index.issue(id)?.wants[$0] }
    let rows = table.rows[row]
    let span = span(of: asked, want, on: id)
    let found = rows.answers.indices.filter { place in
      guard let value = rows.answers[place].value else { return false }
      return meets(value, units[row]?.interval(value), asked, span, want)
    }.map { rows.step($0) }
    let own = step.id
    return [step] + found.filter { $0.id != own }
  }

  /// An answer is what is asked for, or does for it: one of several any of which is enough, any answer
  /// where the issue only has to be settled, or a value that lies within the one asked for, or is better
  /// by what `holder` wants.
  func isMet(_ asked: Step, by given: Step, for holder: Case.Actor.ID) -> Bool {
    if asked.id == given.id { return true }
    guard let id = asked.issue, given.issue == id else { return false }
    if asked.isWholeIssue { return true }
    if asked.isAnyOfSeveral {
      return asked.single(waits: false, filtered.index).contains { $0.id == given.id }
    }
    guard case .issue(_, .value(let wanted)) = asked, case .issue(_, .value(let value)) = given
    else { return false }
    let want = filtered.index.issue(id)?.wants[holder]
    return meets(value, interval(of: value, on: id), wanted, span(of: wanted, want, on: id), want)
  }

  private func meets(
    _ value: AnswerValue, _ interval: NumberInterval?, _ asked: AnswerValue, _ span: ValueSpan?,
    _ want: Case.Issue.Want?
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
      guard let span, let interval else { return false }
      return span.holds(interval)
    }
  }

  /// What meets a number or a date asked for; nil for a set.
  private func span(
    of asked: AnswerValue, _ want: Case.Issue.Want?, on issue: Case.Issue.ID
  ) -> ValueSpan? {
    interval(of: asked, on: issue).map { ValueSpan($0, want) }
  }

  /// In the unit of the issue; nil for a set.
  func interval(of value: AnswerValue, on issue: Case.Issue.ID) -> NumberInterval? {
    filtered.index.place(of: issue).flatMap { table.rowOf[$0] }
      .flatMap { units[$0]?.interval(value) }
  }

  /// Who names one number or date would take the other, by what it wants; nil of a set.
  func takes(
    _ own: AnswerValue, _ other: AnswerValue, _ party: Case.Actor.ID, on issue: Case.Issue.ID
  ) -> Bool? {
    guard let taken = span(of: own, filtered.index.issue(issue)?.wants[party], on: issue),
      let offered = span(of: other, nil, on: issue)
    else { return nil }
    return !taken.meeting(offered).isEmpty
  }

  /// Who refuses one number or date, or one set, refuses the other with it, by what it wants.
  func isRefused(
    _ value: AnswerValue, with refused: AnswerValue, _ party: Case.Actor.ID,
    on issue: Case.Issue.ID
  ) -> Bool {
    let want = filtered.index.issue(issue)?.wants[party]
    if case .set(let set) = value, case .set(let other) = refused {
      if other.open { return false }
      return want == .more
        ? !set.open && set.held.isSubset(of: other.held)
        : !other.held.isEmpty && other.held.isSubset(of: set.held)
    }
    guard
      let row = filtered.index.place(of: issue).flatMap({ table.rowOf[$0] }),
      let one = units[row]?.interval(value), let no = units[row]?.interval(refused)
    else { return false }
    return PartyNumbers.Limit(
      left: ValueSpan.everything.without(no, want), refused: no, answer: 0
    ).excludes(one)
  }

  /// Of two values a party asks for, that it would take all that meets the one, and more; nil where
  /// neither holds the other.
  func isLess(
    _ new: AnswerValue, than old: AnswerValue, for party: Case.Actor.ID, on issue: Case.Issue.ID
  ) -> Bool? {
    let want = filtered.index.issue(issue)?.wants[party]
    if case .set(let now) = new, case .set(let before) = old {
      return before.grows(to: now).map { $0 == (want == .less) }
    }
    guard let now = span(of: new, want, on: issue), let before = span(of: old, want, on: issue)
    else { return nil }
    if now.isWider(than: before) { return true }
    return before.isWider(than: now) ? false : nil
  }

  /// Less than a condition asks for, as its holder has named itself since: `has since named “Pay: 3
  /// percent” (4 May 2031)`, or taken as part of a package.
  func lowerNumber(since condition: Condition) -> String? {
    guard condition.state.stands, !condition.key.isTrigger, condition.voice == .own,
      case .issue(let id, .value(let asked)) = condition.awaited,
      let row = filtered.index.place(of: id).flatMap({ table.rowOf[$0] }),
      let place = table.place(of: condition.holder), let cell = cells[row][place],
      let set = condition.newestNearest
    else { return nil }
    let spoken = table.rows[row].byParty[place] ?? []
    for answer in cell.answers where answer.isOwn && answer.isTaken {
      guard let named = table.rows[row].answers[answer.answer].value,
        isLess(named, than: asked, for: condition.holder, on: id) ?? false,
        let said = answer.state.deciding.compactMap({ spoken[$0].said }).max(by: {
          $0.ends < $1.ends
        }),
        said.isLater(than: set)
      else { continue }
      let words =
        "“\(table.rows[row].step(answer.answer).title(filtered.index))” (\(said.words))"
      return answer.state.deciding.allSatisfy { spoken[$0].isPackage }
        ? "has since taken \(words) as part of a package" : "has since named \(words)"
    }
    return nil
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
