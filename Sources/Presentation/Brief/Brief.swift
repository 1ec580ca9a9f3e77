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
    let views = try Overview(theCase, lens, texts: texts, checkpoint: checkpoint)
    delegations = views.delegations
    positions = views.positions
    changes = views.changes
    convergence = views.convergence
    preconditions = views.preconditions
    contradictions = views.contradictions
    commitments = views.commitments
    constraints = views.constraints
    timeline = views.timeline
    timeline.events.removeAll { $0.kind == .statement }
    sources = views.sources
  }
}
