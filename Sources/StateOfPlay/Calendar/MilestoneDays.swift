internal import CaseModel

/// The day in force by as-of on which a milestone is planned, or by which it must come about.
struct MilestoneDay {
  let date: EDTFDate
  /// The days given up for it, oldest first.
  let movedFrom: [EDTFDate]
  /// Words by as-of name the day.
  let isNamed: Bool
  /// No word named another day after as-of.
  let isLast: Bool
}

extension FilteredCase {
  enum MilestoneDate { case planned, due }

  /// The day that counted by as-of. Where a day was moved, the words on the milestone that set each have
  /// it as their `due`: the newest of them by as-of counts, and the milestone's own field is the last.
  func day(_ milestone: Case.Milestone, _ which: MilestoneDate) -> MilestoneDay? {
    let (planned, due) = (milestone.planned?.value, milestone.due?.value)
    guard let field = which == .planned ? planned : due else { return nil }
    let other = which == .planned ? due : planned
    let all = daysNamed(for: milestone).filter { $0.day != other }
    let known = all.filter { timeClass($0.said) == .counts }
    // Where it has both fields, the words are on the one in which one of their days stands.
    guard let newest = known.last, other == nil || all.contains(where: { $0.day == field }) else {
      return MilestoneDay(date: field, movedFrom: [], isNamed: false, isLast: true)
    }
    var days: [EDTFDate] = []
    for one in known where days.last != one.day { days.append(one.day) }
    let isLast = newest.day == field || !all.contains { $0.day == field }
    if isLast, newest.day != field { days.append(field) }
    return MilestoneDay(
      date: days.last ?? field, movedFrom: days.dropLast().filter { $0 != days.last },
      isNamed: true, isLast: isLast)
  }

  /// The days that the milestone's evidence sets for it, in the order in which it was said.
  private func daysNamed(for milestone: Case.Milestone) -> [(said: EDTFDate, day: EDTFDate)] {
    let ids = milestone.evidence.statements + (milestone.postponed?.evidence.statements ?? [])
    let named = ids.uniqued.compactMap { id -> (said: EDTFDate, day: EDTFDate)? in
      guard let statement = index.statement(id), !statement.isDoubted,
        statement.about == .milestone(milestone.id), admits(statement),
        let said = index.said(statement), let day = statement.due?.value
      else { return nil }
      return (said, day)
    }
    return named.enumerated().sorted { a, b in
      (a.element.said.begins, a.offset) < (b.element.said.begins, b.offset)
    }.map(\.element)
  }

  /// The words that gave a day up set the planned one: the plan rests on them, and is of a later day.
  func setsAnotherDay(
    _ milestone: Case.Milestone, _ postponed: Case.Milestone.Postponed
  ) -> Bool {
    guard let planned = milestone.planned?.value, let date = postponed.date,
      !postponed.evidence.statements.isEmpty
    else { return false }
    return planned.isLater(than: date)
      && postponed.evidence.statements.allSatisfy(milestone.evidence.statements.contains)
  }
}
