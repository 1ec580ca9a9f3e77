internal import CaseModel

/// What lies ahead: the days of plans and limits.
extension TimelineCollector {
  /// The day for which it was planned or by which it had to come, where it has not come by then.
  mutating func addPlan(of milestone: Case.Milestone) {
    for (which, words) in [(FilteredCase.MilestoneDate.planned, "planned"), (.due, "last day")] {
      guard let day = filtered.day(milestone, which) else { continue }
      let outcome = [milestone.reached?.date, milestone.lost?.date].compactMap(\.self)
        .filter { filtered.timeClass($0) == .counts }
      // What came on its day stands there already.
      if outcome.contains(day.date) { continue }
      let putOff = milestone.postponed.flatMap { postponed in
        which == .planned && day.isLast && filtered.holds(postponed.date, postponed.evidence)
          && !filtered.setsAnotherDay(milestone, postponed) ? ", put off" : nil
      }
      addAhead(
        .plannedMilestone, day.date, milestone.id.raw,
        "\(milestone.title): \(words)\(putOff ?? "")", [], milestone.evidence)
    }
  }

  /// What lies ahead of as-of is shown where it had been named by then.
  mutating func addAhead(
    _ kind: TimelineView.Event.Kind, _ date: EDTFDate, _ id: String, _ title: String,
    _ actors: [Case.Actor.ID], _ evidence: Evidence
  ) {
    guard filtered.timeClass(date) == .out else {
      add(kind, date, id, title, actors, evidence)
      return
    }
    guard filtered.wasSaid(evidence), let admitted = filtered.admitted(evidence) else { return }
    events.append(
      TimelineView.Event(
        date: date, kind: kind, id: id, title: title, actors: actors,
        evidence: admitted.statements, basis: admitted.basis, possiblyLater: false,
        reportedLater: false))
  }
}
