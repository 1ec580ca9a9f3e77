internal import CaseModel

extension CommitmentsView.Due {
  /// By when a commitment is due.
  ///
  /// - Parameter accounts: by which of several dues are carried out; nil where that does not matter.
  init(
    of commitment: Case.Commitment, _ filtered: FilteredCase, now: EDTFDate? = nil,
    _ accounts: CommitmentAccounts? = nil
  ) {
    if let until = commitment.until {
      self.init(until: until)
    } else if let date = commitment.due {
      let later = filtered.due(date, of: commitment.id)
      self.init(date: later)
      extendedFrom = later == date ? nil : date
    } else if let schedule = commitment.schedule {
      let next = schedule.next(after: now, of: commitment, accounts, filtered)
      self.init(date: next?.due.date, window: schedule.words)
      share = next?.due.quantity.map { Quantity($0, unit: commitment.unit).words }
      last = next?.last.flatMap { $0 == date ? nil : $0 }
    } else if let window = commitment.window {
      let (start, from, isEvent) = filtered.start(of: window)
      let days = start.flatMap { window.days(from: $0) }
      // From the very start on, it is due by the last day.
      let isByEnd = isEvent && window.span.map { $0.first == 0 } ?? false
      self.init(
        date: days.flatMap { days in
          isByEnd
            ? EDTFDate(days.upperBound)
            : try? EDTFDate("\(days.lowerBound.iso)/\(days.upperBound.iso)")
        },
        window: window.words(after: from))
    } else {
      self.init(
        step: commitment.dueStep?.step.title(filtered.index),
        order: commitment.dueStep?.order ?? .after)
    }
  }
}

extension FilteredCase {
  /// The day from which a window counts, what it counts from in words, and whether that is an event
  /// of the record. The day is nil while the event has none: of a milestone that is not reached, of a
  /// draft that is not signed.
  fileprivate func start(
    of window: Case.Commitment.Window
  ) -> (day: EDTFDate?, words: String, isEvent: Bool) {
    if let meeting = index.meeting(Case.Meeting.ID(window.after)) {
      return (lastDay(of: meeting.day), meeting.displayTitle, true)
    }
    if let milestone = index.milestone(Case.Milestone.ID(window.after)) {
      let reached = milestone.reached.flatMap { holds($0.date, $0.evidence) ? $0.date : nil }
      return (lastDay(of: reached), "“\(milestone.title)”", true)
    }
    if let draft = index.draft(Case.Draft.ID(window.after)) {
      return (
        lastDay(of: signed(draft)?.date), "the signing of “\(draft.title ?? draft.id.raw)”", true
      )
    }
    let date = try? EDTFDate(window.after)
    return (date, date?.words ?? window.after, false)
  }

  /// What is due after something that takes days counts from the last of them.
  private func lastDay(of date: EDTFDate?) -> EDTFDate? {
    date.flatMap { $0.hasOpenEnd ? nil : EDTFDate($0.latest) }
  }
}
