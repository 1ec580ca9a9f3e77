public import CaseModel

/// Puts everything dated in one order; see ``TimelineView``.
/// - Complexity: O(n log n) in entries and statements.
public func timeline(_ theCase: Case, _ lens: Lens = Lens()) -> TimelineView {
  timeline(FilteredCase(theCase, lens))
}

func timeline(_ filtered: FilteredCase) -> TimelineView {
  timeline(filtered, commitments(Ledger(filtered), shown: filtered.lens))
}

func timeline(_ filtered: FilteredCase, _ commitments: CommitmentsView) -> TimelineView {
  var collector = TimelineCollector(filtered)
  collector.collect(commitments)
  // Days alone are sorted, as events are large. A date of which only the end is known stands there.
  let days = collector.events.map { event in
    (event.date.hasOpenStart ? event.date.latest : event.date.earliest, event.date.latest)
  }
  let order = days.indices.sorted { a, b in
    if days[a].0 != days[b].0 { return days[a].0 < days[b].0 }
    if days[a].1 != days[b].1 { return days[a].1 < days[b].1 }
    return a < b
  }
  collector.events.arrange(by: order)
  return TimelineView(
    rule: TimelineView.rule, events: collector.events, undated: collector.undated)
}
