public import CaseModel
public import Foundations
internal import Synchronization

/// Everything derived from a case through one lens: the case as cut, the ledger and each view, made
/// on first use and kept.
///
/// Views are pure functions of case and lens, so nothing kept here becomes stale; for another case
/// or lens, make another state. Safe to use from several threads at once.
public final class DerivedState: Sendable {
  /// The lens through which everything is derived.
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
  private let wholeOffers = Once<OffersView>()
  private let calendarMade = Once<CalendarView>()
  private let delegationsMade = Once<DelegationsView>()
  private let timelineMade = Once<TimelineView>()
  private let sourcesMade = Once<SourcesView>()
  private let networksMade = Once<NetworksView>()

  /// Prepares the state; views are derived when first asked for.
  /// - Parameter texts: the texts of the sources; only ``sources()`` depends on them.
  /// - Complexity: O(statements).
  public init(_ theCase: Case, _ lens: Lens = Lens(), texts: CaseTexts = CaseTexts()) {
    self.lens = lens
    self.texts = texts
    filtered = FilteredCase(theCase, lens)
  }

  /// The case without what the lens hides.
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

  /// The position of each party on each issue, compared with `lens.since` if that is set.
  ///
  /// As all methods that follow: derived on the first call, and from then on returned in constant
  /// time.
  /// - Throws: what `checkpoint` throws; nothing is kept then, and the next call starts again.
  public func positions(_ checkpoint: Checkpoint = Checkpoint()) throws -> PositionsView {
    let ledger = try ledger(checkpoint)
    let changed = try lens.since == nil ? nil : changes(checkpoint)
    let outlook = try outlookMade.value { StepOutlook(ledger) }
    return try positionsMade.value {
      StateOfPlay.positions(ledger, outlook, shown: lens).compared(changed, ledger, shown: lens)
    }
  }

  /// Where positions changed.
  /// - Throws: what `checkpoint` throws.
  public func changes(_ checkpoint: Checkpoint = Checkpoint()) throws -> ChangesView {
    let ledger = try ledger(checkpoint)
    return try changesMade.value { StateOfPlay.changes(ledger, shown: lens) }
  }

  /// How near the parties are on each issue.
  /// - Throws: what `checkpoint` throws.
  public func convergence(_ checkpoint: Checkpoint = Checkpoint()) throws -> ConvergenceView {
    let ledger = try ledger(checkpoint)
    let whole = try whole(checkpoint)
    let outlook = try outlookMade.value { StepOutlook(ledger) }
    return try convergenceMade.value {
      StateOfPlay.convergence(ledger, whole, outlook, shown: lens)
    }
  }

  /// Which steps depend on which, with deadlocks searched within the standard limits.
  /// - Throws: what `checkpoint` throws.
  public func preconditions(_ checkpoint: Checkpoint = Checkpoint()) throws -> PreconditionsView {
    let ledger = try ledger(checkpoint)
    return try preconditionsMade.value {
      try StateOfPlay.preconditions(
        ledger, shown: lens, limits: PreconditionsView.Limits(), checkpoint: checkpoint)
    }
  }

  /// Statements that cannot all be right.
  /// - Throws: what `checkpoint` throws.
  public func contradictions(
    _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> ContradictionsView {
    try contradictionsMade.value {
      try StateOfPlay.contradictions(filtered) { try checkpoint.report($0, of: $1) }
    }
  }

  /// What was promised, and how far it is carried out.
  /// - Throws: what `checkpoint` throws.
  public func commitments(_ checkpoint: Checkpoint = Checkpoint()) throws -> CommitmentsView {
    let ledger = try ledger(checkpoint)
    return try commitmentsMade.value { StateOfPlay.commitments(ledger, shown: lens) }
  }

  /// Packages put forward, and the answers to each.
  /// - Throws: what `checkpoint` throws.
  public func offers(_ checkpoint: Checkpoint = Checkpoint()) throws -> OffersView {
    let ledger = try ledger(checkpoint)
    return try offersMade.value { StateOfPlay.offers(ledger, shown: lens) }
  }

  /// The packages of all parties, on all issues.
  private func allOffers(_ checkpoint: Checkpoint) throws -> OffersView {
    if lens == lens.withoutRows { return try offers(checkpoint) }
    let ledger = try ledger(checkpoint)
    return try wholeOffers.value { StateOfPlay.offers(ledger, shown: lens.withoutRows) }
  }

  /// Every date on which something falls due or ends.
  /// - Throws: what `checkpoint` throws.
  public func calendar(_ checkpoint: Checkpoint = Checkpoint()) throws -> CalendarView {
    let ledger = try ledger(checkpoint)
    let offers = try allOffers(checkpoint)
    let meetings = try delegations().meetings
    return try calendarMade.value {
      StateOfPlay.calendar(ledger, offers: offers, meetings: meetings, shown: lens)
    }
  }

  /// Who sat at each meeting. Takes no checkpoint and does not fail.
  public func delegations() throws -> DelegationsView {
    try delegationsMade.value { StateOfPlay.delegations(filtered) }
  }

  /// Legal limits, and what would breach them. Takes no checkpoint and does not fail.
  public func constraints() throws -> ConstraintsView {
    let sittings = lens.parties.isEmpty ? try delegations().meetings : nil
    return try constraintsMade.value { StateOfPlay.constraints(filtered, sittings: sittings) }
  }

  /// Everything dated, in order.
  /// - Throws: what `checkpoint` throws.
  public func timeline(_ checkpoint: Checkpoint = Checkpoint()) throws -> TimelineView {
    let commitments = try commitments(checkpoint)
    return try timelineMade.value { StateOfPlay.timeline(filtered, commitments) }
  }

  /// Who says the same as whom, by the standard questions.
  /// - Throws: what `checkpoint` throws.
  public func networks(_ checkpoint: Checkpoint = Checkpoint()) throws -> NetworksView {
    try networksMade.value {
      try StateOfPlay.networks(filtered, asking: NetworkQuestions(), checkpoint)
    }
  }

  /// The same with questions of its own, which is not kept.
  /// - Throws: what `checkpoint` throws.
  public func networks(
    asking questions: NetworkQuestions, _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> NetworksView {
    if questions == NetworkQuestions() { return try networks(checkpoint) }
    return try StateOfPlay.networks(filtered, asking: questions, checkpoint)
  }

  /// The documents, and what was taken from each. Takes no checkpoint and does not fail.
  public func sources() throws -> SourcesView {
    try sourcesMade.value { StateOfPlay.sources(filtered, texts: texts) }
  }
}

/// A value made by the first caller; others wait for it. A failure is not kept.
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
