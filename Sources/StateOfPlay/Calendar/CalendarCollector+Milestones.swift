internal import CaseModel

/// Deadlines, votes and planned events.
extension CalendarCollector {
  mutating func collectMilestones() {
    for milestone in filtered.theCase.milestones { collect(milestone) }
  }

  private mutating func collect(_ milestone: Case.Milestone) {
    let reached = milestone.reached.flatMap { filtered.holds($0.date, $0.evidence) ? $0 : nil }
    let lost = milestone.lost.flatMap { filtered.holds($0.date, $0.evidence) ? $0 : nil }
    let postponed = milestone.postponed.flatMap {
      filtered.holds($0.date, $0.evidence) ? $0 : nil
    }
    let denied =
      reached == nil ? [] : ledger.steps.events.denials(of: .milestone(milestone.id))
    let kind: CalendarView.Kind =
      switch milestone.kind {
      case .deadline: .deadline
      case .vote: .vote
      case .state, .event, .attack, .release: milestone.due == nil ? .event : .deadline
      }
    let issues = milestone.of.map { filtered.index.issues(of: $0.subject) } ?? []
    let planned = filtered.day(milestone, .planned)
    let due = filtered.day(milestone, .due)
    let vote = reached == nil && lost == nil ? answer(by: milestone, since: planned ?? due) : nil
    let report =
      reached == nil && lost == nil && vote == nil
      ? reportOnSeveral(milestone, since: due ?? planned) : nil
    func outcome(_ day: MilestoneDay) -> (CalendarView.State, EDTFDate?) {
      if let reached { return (.done, reached.date) }
      if let vote {
        let state: CalendarView.State =
          vote.act == .reject ? .missed : vote.requires.isEmpty ? .done : .partly
        return (state, filtered.index.said(vote))
      }
      // By some of those who had to, and not by all.
      if report != nil, filtered.hasPassed(day.date) { return (.partly, nil) }
      // A day given up without another: the event is awaited still, and a limit stays where it was.
      if let postponed, lost == nil, day.date == planned?.date, day.isLast,
        !filtered.setsAnotherDay(milestone, postponed)
      {
        return (.postponed, postponed.date)
      }
      // A limit that is itself all there is to it, as a recess, has come once its day has.
      if milestone.kind == .deadline, milestone.due == nil, lost == nil {
        return (state(of: day.date, goneBy: .ended), nil)
      }
      return lost.map { (.missed, $0.date) } ?? (state(of: day.date, goneBy: .notReported), nil)
    }
    func evidence(_ state: CalendarView.State) -> Evidence {
      var evidence = milestone.evidence
      var outcome = reached?.evidence ?? lost?.evidence ?? Evidence()
      if let vote { outcome = Evidence([vote.id]) }
      if let report, state == .partly { outcome = Evidence([report.id]) }
      if state == .postponed { outcome = postponed?.evidence ?? outcome }
      evidence.statements = (evidence.statements + outcome.statements).uniqued
      evidence.basis = evidence.basis ?? outcome.basis
      return evidence
    }
    var days = [(planned, false), (due, true)].compactMap { day, isLimit in
      day.map { (day: $0, isLimit: isLimit) }
    }
    if days.count > 1, days[0].day.date == days[1].day.date { days.removeLast() }
    for (place, (day, isLimit)) in days.enumerated() {
      guard reached != nil || lost != nil || day.isNamed || wasNamed(day.date, milestone.evidence)
      else { continue }
      let (state, settled) = outcome(day)
      add(
        kind, .milestones, milestone.id.raw, number: days.count > 1 ? place + 1 : nil, day.date,
        days.count > 1
          ? "\(milestone.title) (\(place == 0 ? "planned" : "at the latest"))" : milestone.title,
        milestone.by, state, issues: issues, settled: settled, denied: denied, isLimit: isLimit,
        movedFrom: day.movedFrom, evidence(state))
    }
    // A vote or a limit that no plan named is a date of the talks all the same.
    if days.isEmpty, kind != .event, let date = (reached?.date ?? lost?.date) {
      let state: CalendarView.State = reached == nil ? .missed : .done
      add(
        kind, .milestones, milestone.id.raw, date, milestone.title, milestone.by, state,
        issues: issues, settled: date, denied: denied, evidence(state))
    }
  }

  /// What is said, after its day, of a limit that several have to meet, where neither is recorded that it
  /// was met nor that it was missed.
  private func reportOnSeveral(
    _ milestone: Case.Milestone, since day: MilestoneDay?
  ) -> Case.Statement? {
    guard milestone.kind == .deadline, milestone.by.count > 1, milestone.reached == nil,
      milestone.lost == nil, let day
    else { return nil }
    let places = remarks(on: .milestone(milestone.id)).filter { place in
      let statement = filtered.theCase.statements[place]
      return [.state, .confirm, .accuse].contains(statement.act) && statement.due == nil
        && (filtered.facts[place].said?.isLater(than: day.date) ?? false)
    }
    return places.last.map { filtered.theCase.statements[$0] }
  }

  /// The answer of those who vote to what they vote on, on the day of the vote or later: it was held.
  private func answer(
    by milestone: Case.Milestone, since day: MilestoneDay?
  ) -> Case.Statement? {
    guard milestone.kind == .vote, !milestone.by.isEmpty, let on = milestone.of?.subject,
      let day
    else { return nil }
    let places = remarks(on: on).filter { place in
      let statement = filtered.theCase.statements[place]
      return [.accept, .reject].contains(statement.act)
        && !Set(statement.speaker).isDisjoint(with: milestone.by)
        && (filtered.facts[place].said.map { $0.begins >= day.date.begins } ?? false)
    }
    let newest = places.max {
      (filtered.facts[$0].said?.begins ?? .min, $0) < (filtered.facts[$1].said?.begins ?? .min, $1)
    }
    return newest.map { filtered.theCase.statements[$0] }
  }
}
