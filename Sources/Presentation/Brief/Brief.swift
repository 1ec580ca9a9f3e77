public import CaseModel
public import StateOfPlay

/// The views a brief is put together from; also its JSON form.
public struct Brief: Sendable, Hashable, Codable {
  public var delegations: DelegationsView
  public var positions: PositionsView
  public var changes: ChangesView
  public var convergence: ConvergenceView
  public var preconditions: PreconditionsView
  public var contradictions: ContradictionsView
  public var commitments: CommitmentsView
  public var constraints: ConstraintsView
  public var timeline: TimelineView
  public var sources: SourcesView

  /// - Throws: what `checkpoint` throws.
  public init(
    _ theCase: Case, _ lens: Lens, texts: CaseTexts, checkpoint: Checkpoint = Checkpoint()
  ) throws {
    delegations = StateOfPlay.delegations(theCase, lens)
    positions = StateOfPlay.positions(theCase, lens)
    changes = StateOfPlay.changes(theCase, lens)
    convergence = StateOfPlay.convergence(theCase, lens)
    preconditions = try StateOfPlay.preconditions(theCase, lens, checkpoint: checkpoint)
    contradictions = StateOfPlay.contradictions(theCase, lens)
    commitments = StateOfPlay.commitments(theCase, lens)
    constraints = StateOfPlay.constraints(theCase, lens)
    timeline = StateOfPlay.timeline(theCase, lens)
    timeline.events.removeAll { $0.kind == .statement }
    sources = StateOfPlay.sources(theCase, lens, texts: texts)
  }
}
