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
  var parts: TimelineParts?
  return timeline(filtered, commitments, &parts, after: nil)
}

/// `parts` become what the view was made of; `before` is that of the case before.
func timeline(
  _ filtered: FilteredCase, _ commitments: CommitmentsView, _ parts: inout TimelineParts?,
  after before: (parts: TimelineParts, edit: StatementEdit)?
) -> TimelineView {
  var collector = TimelineCollector(filtered)
  collector.collect(commitments)
  let made = TimelineParts(
    collector, statements: filtered.theCase.statements.count, after: before)
  parts = made
  return TimelineView(rule: TimelineView.rule, events: made.events, undated: made.undated)
}
