internal import CaseModel

extension DerivedState {
  /// What was made of the case before.
  struct Before: Sendable {
    let edit: StatementEdit
    let filtered: FilteredCase
    var ledger: Ledger?
    var outlook: StepOutlook?
    var cells: RowParts<[PositionsView.Cell]>?
    var changes: RowParts<RowChanges>?
    var lines: ConvergenceParts?
    var steps: KeptParts<PreconditionsView.StepID, PreconditionsView.StepLine>?
    var edges: KeptParts<PreconditionsView.StepID, [PreconditionsView.Edge]>?
    var circles: KeptParts<PreconditionsView.StepID, PreconditionParts.Circles>?
    var delegations: KeptView<DelegationsView>?
    var commitments: KeptView<CommitmentsView>?
    let offers: KeptView<OffersView>?
    let calendar: Calendar?
    var timeline: TimelineParts?
    var finder: ContradictionFinder?
    var contradictions: ContradictionParts?

    /// The calendar, and what it was made of besides the ledger.
    struct Calendar: Sendable {
      let made: KeptView<CalendarView>
      let offers: OffersView
      let meetings: [DelegationsView.Sitting]
    }

    /// What offers and the calendar are made of, which not all ask for.
    var ofOffers: Before? {
      offers == nil && calendar == nil
        ? nil : Before(edit: edit, filtered: filtered, offers: offers, calendar: calendar)
    }
  }
}
