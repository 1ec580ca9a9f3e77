public import CaseModel
internal import Synchronization

/// Everything derived from a case through one lens: the case cut by it, the ledger, and each view,
/// every one made when it is first asked for and once.
///
/// Views are pure functions of case and lens, so that what is kept here never goes stale: another
/// case or another lens is another state. May be asked from several threads at once.
public final class DerivedState: Sendable {
  public let lens: Lens
  private let texts: CaseTexts
  let filtered: FilteredCase
  private let ledgerMade = Once<Ledger>()
  private let wholePositions = Once<PositionsView>()
  private let outlookMade = Once<StepOutlook>()
  private let positionsMade = Once<PositionsView>()
  private let changesMade = Once<ChangesView>()
  private let convergenceMade = Once<ConvergenceView>()
  private let preconditionsMade = Once<PreconditionsView>()
  private let contradictionsMade = Once<ContradictionsView>()
  private let constraintsMade = Once<ConstraintsView>()
  private let commitmentsMade = Once<CommitmentsView>()
  private let offersMade = Once<OffersView>()
  private let calendarMade = Once<CalendarView>()
  private let delegationsMade = Once<DelegationsView>()
  private let timelineMade = Once<TimelineView>()
  private let sourcesMade = Once<SourcesView>()

  /// - Complexity: O(statements); the views cost what they cost when they are asked for.
  public init(_ theCase: Case, _ lens: Lens = Lens(), texts: CaseTexts = CaseTexts()) {
    self.lens = lens
    self.texts = texts
    filtered = FilteredCase(theCase, lens)
  }

  /// The case as the lens leaves it.
  public var theCase: Case { filtered.theCase }

  func ledger(_ checkpoint: Checkpoint = Checkpoint()) throws -> Ledger {
    try ledgerMade.value {
      try Ledger(filtered) { try checkpoint.report($0, of: $1) }
    }
  }

  private func whole(_ checkpoint: Checkpoint) throws -> PositionsView {
    if lens == lens.withoutRows { return try positions(checkpoint) }
    let ledger = try ledger(checkpoint)
    let outlook = try outlookMade.value { StepOutlook(ledger) }
    return try wholePositions.value {
      StateOfPlay.positions(ledger, outlook, shown: lens.withoutRows)
    }
  }

  /// - Throws: what `checkpoint` throws; so do all that follow.
  public func positions(_ checkpoint: Checkpoint = Checkpoint()) throws -> PositionsView {
    let ledger = try ledger(checkpoint)
    let changed = try lens.since == nil ? nil : changes(checkpoint)
    let outlook = try outlookMade.value { StepOutlook(ledger) }
    return try positionsMade.value {
      StateOfPlay.positions(ledger, outlook, shown: lens).compared(changed, ledger, shown: lens)
    }
  }

  public func changes(_ checkpoint: Checkpoint = Checkpoint()) throws -> ChangesView {
    let ledger = try ledger(checkpoint)
    return try changesMade.value { StateOfPlay.changes(ledger, shown: lens) }
  }

  public func convergence(_ checkpoint: Checkpoint = Checkpoint()) throws -> ConvergenceView {
    let ledger = try ledger(checkpoint)
    let whole = try whole(checkpoint)
    let outlook = try outlookMade.value { StepOutlook(ledger) }
    return try convergenceMade.value {
      StateOfPlay.convergence(ledger, whole, outlook, shown: lens)
    }
  }

  public func preconditions(_ checkpoint: Checkpoint = Checkpoint()) throws -> PreconditionsView {
    let ledger = try ledger(checkpoint)
    return try preconditionsMade.value {
      try StateOfPlay.preconditions(
        ledger, shown: lens, limits: PreconditionsView.Limits(), checkpoint: checkpoint)
    }
  }

  public func contradictions(
    _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> ContradictionsView {
    try contradictionsMade.value {
      try StateOfPlay.contradictions(filtered) { try checkpoint.report($0, of: $1) }
    }
  }

  public func commitments(_ checkpoint: Checkpoint = Checkpoint()) throws -> CommitmentsView {
    let ledger = try ledger(checkpoint)
    return try commitmentsMade.value { StateOfPlay.commitments(ledger, shown: lens) }
  }

  public func offers(_ checkpoint: Checkpoint = Checkpoint()) throws -> OffersView {
    let ledger = try ledger(checkpoint)
    return try offersMade.value { StateOfPlay.offers(ledger, shown: lens) }
  }

  public func calendar(_ checkpoint: Checkpoint = Checkpoint()) throws -> CalendarView {
    let ledger = try ledger(checkpoint)
    let offers =
      lens == lens.withoutRows
      ? try offers(checkpoint) : StateOfPlay.offers(ledger, shown: lens.withoutRows)
    let meetings = try delegations().meetings
    return try calendarMade.value {
      StateOfPlay.calendar(ledger, offers: offers, meetings: meetings, shown: lens)
    }
  }

  public func delegations() throws -> DelegationsView {
    try delegationsMade.value { StateOfPlay.delegations(filtered) }
  }

  public func constraints() throws -> ConstraintsView {
    let sittings = lens.parties.isEmpty ? try delegations().meetings : nil
    return try constraintsMade.value { StateOfPlay.constraints(filtered, sittings: sittings) }
  }

  public func timeline(_ checkpoint: Checkpoint = Checkpoint()) throws -> TimelineView {
    let commitments = try commitments(checkpoint)
    return try timelineMade.value { StateOfPlay.timeline(filtered, commitments) }
  }

  public func sources() throws -> SourcesView {
    try sourcesMade.value { StateOfPlay.sources(filtered, texts: texts) }
  }
}

/// A value made by whoever asks first; the others wait for it. What failed is tried again.
private final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () throws -> Value) throws -> Value {
    try made.withLock { made in
      if let made { return made }
      let value = try make()
      made = value
      return value
    }
  }
}
