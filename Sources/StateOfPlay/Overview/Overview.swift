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
    let reading = Reading(theCase, lens)
    let told = LastReport(checkpoint)
    let isLarge = reading.theCase.statements.count >= Self.largeCase
    func aside<Part>(_ part: @escaping (Checkpoint) throws -> Part) -> Work<Part> {
      isLarge ? .aside(Aside { try part(told.again) }) : .inTurn { try part(told.checkpoint) }
    }
    let contradicting = aside { checkpoint in
      try StateOfPlay.contradictions(reading) { try checkpoint.report($0, of: $1) }
    }
    let remaining = aside { _ in RestOfOverview(reading, texts) }
    let table = TellingTable(reading)
    let changing = aside { checkpoint in
      try StateOfPlay.changes(reading, table) { try checkpoint.report($0, of: $1) }
    }
    positions = StateOfPlay.positions(reading, table)
    // Convergence and preconditions look at every row, and choose rows afterwards.
    let whole = Reading(reading, rowsOf: lens.withoutRows)
    let everyPosition =
      lens == whole.lens ? positions : StateOfPlay.positions(whole, table)
    convergence = StateOfPlay.convergence(reading, whole, everyPosition)
    let waiting = Result {
      try StateOfPlay.preconditions(
        whole, everyPosition, shown: lens, limits: PreconditionsView.Limits(),
        checkpoint: told.checkpoint)
    }
    // Nothing goes on aside once this has ended, however it ends.
    let changed = Result { try changing.value() }
    let contradicted = Result { try contradicting.value() }
    let rest = Result { try remaining.value() }
    preconditions = try waiting.get()
    changes = try changed.get()
    contradictions = try contradicted.get()
    let others = try rest.get()
    commitments = others.commitments
    delegations = others.delegations
    constraints = others.constraints
    timeline = others.timeline
    sources = others.sources
  }

  /// From so many statements on a second core is worth its while.
  private static let largeCase = 2_000
}

/// A part of the views that leans on neither positions nor preconditions.
private enum Work<Part> {
  case aside(Aside<Part>)
  case inTurn(() throws -> Part)

  func value() throws -> Part {
    switch self {
    case .aside(let aside): try aside.value()
    case .inTurn(let make): try make()
    }
  }
}

private struct RestOfOverview {
  let commitments: CommitmentsView
  let delegations: DelegationsView
  let constraints: ConstraintsView
  let timeline: TimelineView
  let sources: SourcesView

  init(_ reading: Reading, _ texts: CaseTexts) {
    commitments = StateOfPlay.commitments(reading)
    delegations = StateOfPlay.delegations(reading)
    constraints = StateOfPlay.constraints(
      reading, sittings: reading.lens.parties.isEmpty ? delegations.meetings : nil)
    timeline = StateOfPlay.timeline(reading, commitments)
    sources = StateOfPlay.sources(reading, texts: texts)
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
