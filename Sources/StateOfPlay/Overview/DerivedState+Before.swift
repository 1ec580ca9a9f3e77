internal import CaseModel

extension DerivedState {
  /// What was made of the case before.
  struct Before: Sendable {
    let edit: StatementEdit
    let filtered: FilteredCase
    let ledger: Ledger?
    let outlook: StepOutlook?
    let cells: RowParts<[PositionsView.Cell]>?
    let changes: RowParts<RowChanges>?
    let lines: ConvergenceParts?
    let steps: KeptParts<PreconditionsView.StepID, PreconditionsView.StepLine>?
    let edges: KeptParts<PreconditionsView.StepID, [PreconditionsView.Edge]>?
    let timeline: TimelineParts?
    let finder: ContradictionFinder?
    let contradictions: ContradictionParts?
  }
}
