public import CaseModel
public import StateOfPlay

/// The views a brief is put together from; also its JSON form.
public struct Brief: Sendable, Hashable, Codable {
  public var delegations: DelegationsView
  public var positions: PositionsView
  public var changes: ChangesView
  public var convergence: ConvergenceView
  public var preconditions: PreconditionsView
  /// What holds in each conflict of the case that the lens shows whole.
  public var outcomes: [Outcomes]
  public var contradictions: ContradictionsView
  public var commitments: CommitmentsView
  public var constraints: ConstraintsView
  public var timeline: TimelineView
  public var sources: SourcesView

  /// A conflict of the case as far as it could be analysed.
  public struct Outcomes: Sendable, Hashable, Codable {
    public var conflict: Case.Conflict.ID
    public var title: String
    public var view: StabilityView?
    /// Why there is no view.
    public var fault: String?
  }

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
    outcomes = try Self.outcomes(theCase, lens, checkpoint)
    contradictions = views.contradictions
    commitments = views.commitments
    constraints = views.constraints
    timeline = views.timeline
    timeline.events.removeAll { $0.kind == .statement }
    sources = views.sources
  }

  private static func outcomes(
    _ theCase: Case, _ lens: Lens, _ checkpoint: Checkpoint
  ) throws -> [Outcomes] {
    var questions = StabilityQuestions()
    questions.why = true
    return try theCase.cut(by: lens).conflicts.filter { $0.isShown(by: lens) }.map { conflict in
      var found = Outcomes(conflict: conflict.id, title: conflict.title)
      do {
        var view = try stability(
          theCase, lens, conflict: conflict.id, asking: questions, checkpoint: checkpoint)
        // The brief draws no picture of them.
        view.moves = []
        found.view = view
      } catch let fault as ConflictFault {
        found.fault = fault.message
      }
      return found
    }
  }
}

extension Case.Conflict {
  /// Whether it is about an issue and decided by a party that the lens looks at.
  fileprivate func isShown(by lens: Lens) -> Bool {
    let issues = options.compactMap { $0.about?.issue }
    let actors = decisionMakers.flatMap(\.actors)
    return (lens.issues.isEmpty || lens.issues.contains { issues.contains($0) })
      && (lens.parties.isEmpty || lens.parties.contains { actors.contains($0) })
  }
}
