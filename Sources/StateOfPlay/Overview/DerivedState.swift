public import CaseModel
public import Foundations
internal import Synchronization

/// Everything derived from a case through one lens: the case as cut, the ledger and each view, made
/// on first use and kept.
///
/// Views are pure functions of case and lens, so nothing kept here becomes stale; for another case
/// or lens, make another state: ``succeeding(_:texts:)`` where it is the same case a statement later.
/// Safe to use from several threads at once.
public final class DerivedState: Sendable {
  /// The lens through which everything is derived.
  public let lens: Lens
  let texts: CaseTexts
  let filtered: FilteredCase
  let ledgerMade = Once<Ledger>()
  let wholePositions = Once<PositionsView>()
  let outlookMade = Once<StepOutlook>()
  let positionsMade = Once<PositionsView>()
  let changesMade = Once<ChangesView>()
  let convergenceMade = Once<ConvergenceView>()
  let preconditionsMade = Once<PreconditionsView>()
  let contradictionsMade = Once<ContradictionsView>()
  let constraintsMade = Once<ConstraintsView>()
  let commitmentsMade = Once<CommitmentsView>()
  let offersMade = Once<OffersView>()
  let wholeOffers = Once<OffersView>()
  let calendarMade = Once<CalendarView>()
  let delegationsMade = Once<DelegationsView>()
  let timelineMade = Once<TimelineView>()
  let sourcesMade = Once<SourcesView>()
  let talliesMade: Once<SourceTallies>
  let networksMade = Once<NetworksView>()
  let cellsMade = Once<RowParts<[PositionsView.Cell]>>()
  let rowChangesMade = Once<RowParts<RowChanges>>()
  let linesMade = Once<ConvergenceParts>()
  let stepsMade = Once<
    KeptParts<PreconditionsView.StepID, PreconditionsView.StepLine>
  >()
  let edgesMade = Once<KeptParts<PreconditionsView.StepID, [PreconditionsView.Edge]>>()
  let circlesMade = Once<
    KeptParts<PreconditionsView.StepID, PreconditionParts.Circles>
  >()
  let delegationsKept = Once<KeptView<DelegationsView>>()
  let commitmentsKept = Once<KeptView<CommitmentsView>>()
  let offersKept = Once<KeptView<OffersView>>()
  let calendarKept = Once<Before.Calendar>()
  let eventsMade = Once<TimelineParts>()
  let finderMade = Once<ContradictionFinder>()
  let clashesMade = Once<ContradictionParts>()
  let reachMade = Once<Reach?>()
  /// What scenarios are drafted from, by the lens of the day that they speak of.
  let draftings = Mutex<[Lens: ScenarioDrafting]>([:])
  /// What is kept of the state of the case before, until all is made that can be made of it.
  let before: Mutex<Before?>
  /// What the next case can be made of is kept.
  let isFollowed: Bool

  /// Prepares the state; views are derived when first asked for.
  /// - Parameter texts: the texts of the sources; only ``sources()`` depends on them.
  /// - Complexity: O(statements).
  public init(_ theCase: Case, _ lens: Lens = Lens(), texts: CaseTexts = CaseTexts()) {
    self.lens = lens
    self.texts = texts
    filtered = FilteredCase(theCase, lens)
    before = Mutex(nil)
    isFollowed = true
    talliesMade = Once()
  }

  /// A state that no other follows: nothing is kept for that.
  init(last theCase: Case, _ lens: Lens, texts: CaseTexts) {
    self.lens = lens
    self.texts = texts
    filtered = FilteredCase(theCase, lens)
    before = Mutex(nil)
    isFollowed = false
    talliesMade = Once()
  }

  private init(
    _ filtered: FilteredCase, texts: CaseTexts, _ before: Before, _ tallies: SourceTallies?
  ) {
    lens = filtered.lens
    self.texts = texts
    self.filtered = filtered
    self.before = Mutex(before)
    isFollowed = true
    talliesMade = Once(tallies)
  }

  /// The state of the next case through the same lens, which keeps those parts of the views made here
  /// that the changed statements do not affect. Every view is the same as that of a new state.
  /// - Complexity: where the cases differ in a few statements alone, a fraction of the cost of a new
  ///   state; else the same.
  public func succeeding(_ theCase: Case, texts: CaseTexts = CaseTexts()) -> DerivedState {
    let cut = theCase.cut(by: lens).withConsent(knownBy: lens)
    guard let edit = StatementEdit(from: filtered.theCase, to: cut) else {
      return DerivedState(theCase, lens, texts: texts)
    }
    let kept = Before(
      edit: edit, filtered: filtered, ledger: ledgerMade.known, outlook: outlookMade.known,
      cells: cellsMade.known, changes: rowChangesMade.known, lines: linesMade.known,
      steps: stepsMade.known, edges: edgesMade.known, circles: circlesMade.known,
      delegations: delegationsKept.known, commitments: commitmentsKept.known,
      offers: offersKept.known, calendar: calendarKept.known,
      timeline: eventsMade.known, finder: finderMade.known,
      contradictions: clashesMade.known)
    let next = FilteredCase(cut: cut, after: filtered, edit)
    return DerivedState(
      next, texts: texts, kept,
      talliesMade.known.flatMap { $0.succeeding(edit, from: filtered, to: next) })
  }

  /// What differs from the case before; nil where there was none.
  func reach(_ checkpoint: Checkpoint) throws -> Reach? {
    if let known = reachMade.known { return known }
    guard let kept = before.withLock({ $0 }), let old = kept.ledger, let oldOutlook = kept.outlook
    else { return nil }
    let ledger = try ledger(checkpoint)
    let outlook = try outlook(checkpoint)
    return try reachMade.value {
      Reach(from: old, to: ledger, kept.edit, from: oldOutlook, to: outlook)
    }
  }

  func outlook(_ checkpoint: Checkpoint) throws -> StepOutlook {
    let ledger = try ledger(checkpoint)
    return try outlookMade.value {
      StepOutlook(ledger, after: before.withLock { $0?.outlook })
    }
  }

  func finder() throws -> ContradictionFinder {
    try finderMade.value {
      let kept = before.withLock { $0 }
      return ContradictionFinder(
        filtered, after: kept.flatMap { kept in kept.finder.map { ($0, kept.edit) } })
    }
  }

  /// The parts of a view that still hold, of those made of the case before.
  func kept<Key, Part>(
    _ reach: Reach?, _ parts: (Before) -> KeptParts<Key, Part>?
  ) -> KeptParts<Key, Part> {
    guard let reach, let old = before.withLock({ $0 }).flatMap(parts) else {
      return KeptParts(isFollowed: isFollowed)
    }
    return KeptParts(after: old, reach)
  }

  /// What statements say of others' words, and of texts, packages, promises and meetings.
  static let ofOthers = PartyStatementTable.ofOthers.union(.onMeeting)

  /// The view of the case before where it still holds, else what `make` gives of the ledger, all that
  /// is looked up being recorded.
  ///
  /// - Parameter isApart: whether a statement is of no concern to the view, unless by its id.
  func view<View>(
    _ known: (Before) -> KeptView<View>?, _ reach: Reach?, _ ledger: Ledger,
    where isApart: (Case.Statement) -> Bool, _ make: (Ledger) -> View
  ) -> KeptView<View> {
    guard isFollowed else { return KeptView(view: make(ledger), consulted: Consulted()) }
    let kept = before.withLock { $0 }
    if let kept, let view = kept.view(known(kept), reach, to: filtered, where: isApart) {
      return view
    }
    let consulted = Consulted()
    return KeptView(view: make(Ledger(ledger, noting: consulted)), consulted: consulted)
  }

  /// Releases the case before, once all is made that can be made of it.
  func forgetBefore() {
    if cellsMade.known != nil, rowChangesMade.known != nil, linesMade.known != nil,
      clashesMade.known != nil, stepsMade.known != nil, eventsMade.known != nil
    {
      before.withLock { $0 = calendarMade.known == nil ? $0?.ofOffers : nil }
    }
  }

  /// The case without what the lens hides.
  public var theCase: Case { filtered.theCase }

  func ledger(_ checkpoint: Checkpoint = Checkpoint()) throws -> Ledger {
    try ledgerMade.value {
      let kept = before.withLock { $0 }
      let old = kept.flatMap { kept in kept.ledger.map { (ledger: $0, edit: kept.edit) } }
      return try Ledger(filtered, after: old, isFollowed: isFollowed) {
        try checkpoint.report($0, of: $1)
      }
    }
  }

  func whole(_ checkpoint: Checkpoint) throws -> PositionsView {
    if lens == lens.withoutRows { return try positions(checkpoint) }
    let ledger = try ledger(checkpoint)
    let outlook = try outlook(checkpoint)
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
    let outlook = try outlook(checkpoint)
    let reach = try reach(checkpoint)
    return try positionsMade.value {
      var cells = kept(reach) { $0.cells }
      let view = StateOfPlay.positions(ledger, outlook, shown: lens, &cells)
      _ = try cellsMade.value { cells }
      forgetBefore()
      let hasFacts = filtered.theCase.issues.contains { $0.kind == .factual }
      return view.compared(changed, ledger, hasFacts ? try finder() : nil, shown: lens)
    }
  }

  /// Where positions changed.
  /// - Throws: what `checkpoint` throws.
  public func changes(_ checkpoint: Checkpoint = Checkpoint()) throws -> ChangesView {
    let ledger = try ledger(checkpoint)
    let reach = try reach(checkpoint)
    return try changesMade.value {
      var rows = kept(reach) { $0.changes }
      let view = StateOfPlay.changes(ledger, shown: lens, &rows)
      _ = try rowChangesMade.value { rows }
      forgetBefore()
      return view
    }
  }

  /// How near the parties are on each issue.
  /// - Throws: what `checkpoint` throws.
  public func convergence(_ checkpoint: Checkpoint = Checkpoint()) throws -> ConvergenceView {
    let ledger = try ledger(checkpoint)
    let whole = try whole(checkpoint)
    let outlook = try outlook(checkpoint)
    let reach = try reach(checkpoint)
    return try convergenceMade.value {
      let kept = before.withLock { $0?.lines }
      var lines =
        reach.flatMap { reach in kept.map { ConvergenceParts(after: $0, reach) } }
        ?? ConvergenceParts(isFollowed: isFollowed)
      let view = StateOfPlay.convergence(ledger, whole, outlook, shown: lens, &lines)
      _ = try linesMade.value { lines }
      forgetBefore()
      return view
    }
  }

  /// Which steps depend on which, with deadlocks searched within the standard limits.
  /// - Throws: what `checkpoint` throws.
  public func preconditions(_ checkpoint: Checkpoint = Checkpoint()) throws -> PreconditionsView {
    let ledger = try ledger(checkpoint)
    let outlook = try outlook(checkpoint)
    let reach = try reach(checkpoint)
    return try preconditionsMade.value {
      var parts = PreconditionParts(
        steps: kept(reach) { $0.steps }, edges: kept(reach) { $0.edges },
        circles: kept(reach) { $0.circles })
      let view = try StateOfPlay.preconditions(
        ledger, outlook, shown: lens, limits: PreconditionsView.Limits(), &parts,
        checkpoint: checkpoint)
      _ = try (
        stepsMade.value { parts.steps }, edgesMade.value { parts.edges },
        circlesMade.value { parts.circles }
      )
      forgetBefore()
      return view
    }
  }

  /// Statements that cannot all be right.
  /// - Throws: what `checkpoint` throws.
  public func contradictions(
    _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> ContradictionsView {
    try contradictionsMade.value {
      var parts =
        before.withLock { $0 }.flatMap { kept in
          kept.contradictions.map {
            ContradictionParts(after: $0, of: kept.filtered, kept.edit)
          }
        } ?? ContradictionParts(isFollowed: isFollowed)
      let view = try StateOfPlay.contradictions(finder(), &parts) {
        try checkpoint.report($0, of: $1)
      }
      _ = try clashesMade.value { parts }
      forgetBefore()
      return view
    }
  }
}
