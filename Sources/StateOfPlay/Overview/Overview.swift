public import CaseModel

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
    let table = TellingTable(reading)
    positions = StateOfPlay.positions(reading, table)
    changes = StateOfPlay.changes(reading, table)
    // Convergence and preconditions look at every row, and choose rows afterwards.
    let whole = Reading(reading, rowsOf: lens.withoutRows)
    let everyPosition =
      lens == whole.lens ? positions : StateOfPlay.positions(whole, table)
    convergence = StateOfPlay.convergence(reading, whole, everyPosition)
    preconditions = try StateOfPlay.preconditions(
      whole, everyPosition, shown: lens, limits: PreconditionsView.Limits(),
      checkpoint: checkpoint)
    contradictions = StateOfPlay.contradictions(reading)
    commitments = StateOfPlay.commitments(reading)
    delegations = StateOfPlay.delegations(reading)
    constraints = StateOfPlay.constraints(
      reading, sittings: lens.parties.isEmpty ? delegations.meetings : nil)
    timeline = StateOfPlay.timeline(reading, commitments)
    sources = StateOfPlay.sources(reading, texts: texts)
  }
}
