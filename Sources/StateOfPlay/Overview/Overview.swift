public import CaseModel
public import Foundations
internal import Synchronization

/// The main views of a case through one lens, derived together so that shared work is done once.
///
/// Each equals what its own function returns. Offers and the calendar are left to ``DerivedState``.
public struct Overview: Sendable, Hashable {
  /// The position of each party on each issue; see ``positions(_:_:)``.
  public let positions: PositionsView
  /// Where positions changed; see ``changes(_:_:)``.
  public let changes: ChangesView
  /// How near the parties are on each issue; see ``convergence(_:_:)``.
  public let convergence: ConvergenceView
  /// Which steps depend on which, and the deadlocks; see
  /// ``preconditions(_:_:waiving:limits:checkpoint:)``.
  public let preconditions: PreconditionsView
  /// Statements that cannot all be right; see ``contradictions(_:_:)``.
  public let contradictions: ContradictionsView
  /// Legal limits and what would breach them; see ``constraints(_:_:)``.
  public let constraints: ConstraintsView
  /// What was promised and how far it is carried out; see ``commitments(_:_:)``.
  public let commitments: CommitmentsView
  /// Who sat at each meeting; see ``delegations(_:_:)``.
  public let delegations: DelegationsView
  /// Everything dated, in order; see ``timeline(_:_:)``.
  public let timeline: TimelineView
  /// The documents and what was taken from them; see ``sources(_:_:texts:)``.
  public let sources: SourcesView

  /// Derives the views of a case.
  /// - Parameter texts: the texts of the sources; only ``sources`` depends on them.
  /// - Throws: what `checkpoint` throws.
  public init(
    _ theCase: Case, _ lens: Lens = Lens(), texts: CaseTexts = CaseTexts(),
    checkpoint: Checkpoint = Checkpoint()
  ) throws {
    try self.init(DerivedState(last: theCase, lens, texts: texts), checkpoint: checkpoint)
  }

  /// Derives the views of a state, on two cores if the case has 2,000 statements or more.
  /// - Throws: what `checkpoint` throws.
  public init(_ state: DerivedState, checkpoint: Checkpoint = Checkpoint()) throws {
    let progress = LastReport(checkpoint)
    let isLarge = state.theCase.statements.count >= Self.largeCase
    func aside<Part>(_ part: @escaping (Checkpoint) throws -> Part) -> Work<Part> {
      isLarge
        ? .aside(ConcurrentPart { try part(progress.again) })
        : .inTurn { try part(progress.checkpoint) }
    }
    let contradicting = aside { try state.contradictions($0) }
    let describing = aside { _ in
      (try state.delegations(), try state.constraints(), try state.sources())
    }
    let prepared = Result { _ = try state.ledger(progress.checkpoint) }
    let changing = aside { try state.changes($0) }
    let resting = aside { (try state.commitments($0), try state.timeline($0)) }
    let main = Result { () throws -> (PositionsView, ConvergenceView, PreconditionsView) in
      try prepared.get()
      return (
        try state.positions(progress.checkpoint), try state.convergence(progress.checkpoint),
        try state.preconditions(progress.checkpoint)
      )
    }
    // Nothing goes on aside once this has ended, however it ends.
    let contradicted = Result { try contradicting.value() }
    let described = Result { try describing.value() }
    let changed = Result { try changing.value() }
    let rest = Result { try resting.value() }
    (positions, convergence, preconditions) = try main.get()
    changes = try changed.get()
    (commitments, timeline) = try rest.get()
    contradictions = try contradicted.get()
    (delegations, constraints, sources) = try described.get()
  }

  /// The number of statements from which a second core pays.
  private static let largeCase = 2_000
}

/// A part of the views that depends on neither positions nor preconditions.
private enum Work<Part> {
  case aside(ConcurrentPart<Part>)
  case inTurn(() throws -> Part)

  func value() throws -> Part {
    switch self {
    case .aside(let aside): try aside.value()
    case .inTurn(let make): try make()
    }
  }
}

/// The latest progress of the main work, so that concurrent work learns when to stop without
/// reporting progress of its own.
private final class LastReport: Sendable {
  private let outer: Checkpoint
  private let last = Mutex((done: 0, total: 0))

  init(_ outer: Checkpoint) { self.outer = outer }

  var checkpoint: Checkpoint {
    Checkpoint { [self] done, total in
      last.withLock { $0 = (done, total) }
      try outer.report(done, of: total)
    }
  }

  /// Repeats the latest progress, for concurrent work.
  var again: Checkpoint {
    Checkpoint { [self] _, _ in
      let (done, total) = last.withLock { $0 }
      try outer.report(done, of: total)
    }
  }
}
