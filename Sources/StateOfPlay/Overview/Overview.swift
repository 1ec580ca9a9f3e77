public import CaseModel
internal import Synchronization

/// All views of a case through one lens, made together so that what they share is read once.
///
/// Each is equal to what its own function gives.
public struct Overview: Sendable, Hashable {
  public let positions: PositionsView
  public let changes: ChangesView
  public let convergence: ConvergenceView
  public let preconditions: PreconditionsView
  public let contradictions: ContradictionsView
  public let constraints: ConstraintsView
  public let commitments: CommitmentsView
  public let delegations: DelegationsView
  public let timeline: TimelineView
  public let sources: SourcesView

  /// - Throws: what `checkpoint` throws.
  public init(
    _ theCase: Case, _ lens: Lens = Lens(), texts: CaseTexts = CaseTexts(),
    checkpoint: Checkpoint = Checkpoint()
  ) throws {
    try self.init(DerivedState(theCase, lens, texts: texts), checkpoint: checkpoint)
  }

  /// All views of a state, on two cores where the case is large.
  /// - Throws: what `checkpoint` throws.
  public init(_ state: DerivedState, checkpoint: Checkpoint = Checkpoint()) throws {
    let told = LastReport(checkpoint)
    let isLarge = state.theCase.statements.count >= Self.largeCase
    func aside<Part>(_ part: @escaping (Checkpoint) throws -> Part) -> Work<Part> {
      isLarge
        ? .aside(ConcurrentPart { try part(told.again) }) : .inTurn { try part(told.checkpoint) }
    }
    let contradicting = aside { try state.contradictions($0) }
    let describing = aside { _ in
      (try state.delegations(), try state.constraints(), try state.sources())
    }
    let main = Result { () throws -> (PositionsView, ConvergenceView, PreconditionsView) in
      _ = try state.ledger(told.checkpoint)
      return (
        try state.positions(told.checkpoint), try state.convergence(told.checkpoint),
        try state.preconditions(told.checkpoint)
      )
    }
    let changed = Result { try state.changes(told.checkpoint) }
    let rest = Result {
      (try state.commitments(told.checkpoint), try state.timeline(told.checkpoint))
    }
    // Nothing goes on aside once this has ended, however it ends.
    let contradicted = Result { try contradicting.value() }
    let described = Result { try describing.value() }
    (positions, convergence, preconditions) = try main.get()
    changes = try changed.get()
    (commitments, timeline) = try rest.get()
    contradictions = try contradicted.get()
    (delegations, constraints, sources) = try described.get()
  }

  /// From so many statements on a second core is worth its while.
  private static let largeCase = 2_000
}

/// A part of the views that leans on neither positions nor preconditions.
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

/// How far the work in front is, so that the work aside learns when to stop without a say of its
/// own in how far all is.
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

  /// For the work aside.
  var again: Checkpoint {
    Checkpoint { [self] _, _ in
      let (done, total) = last.withLock { $0 }
      try outer.report(done, of: total)
    }
  }
}
