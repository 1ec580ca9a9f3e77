package import CaseModel
package import Foundations
package import StateOfPlay

/// The views a brief is put together from; also its JSON form.
package struct Brief: Sendable, Hashable, Codable {
  package var delegations: DelegationsView
  package var positions: PositionsView
  package var offers: OffersView
  package var drafts: DraftsView
  package var changes: ChangesView
  package var convergence: ConvergenceView
  /// Who says the same as whom; nil where there is not enough to say.
  package var alignments: Alignments?
  package var preconditions: PreconditionsView
  /// What holds in each conflict of the case that the lens shows whole.
  package var outcomes: [Outcomes]
  /// What all could accept in each scenario of the case that the lens shows.
  package var settlements: [Settlement]
  /// Titles of the scenarios that were drafted by rule and in which no analyst has set a number yet.
  package var unjudged: [String]
  package var contradictions: ContradictionsView
  package var commitments: CommitmentsView
  package var constraints: ConstraintsView
  package var calendar: CalendarView
  package var sources: SourcesView

  /// A conflict of the case as far as it could be analysed.
  package struct Outcomes: Sendable, Hashable, Codable {
    package var conflict: Case.Conflict.ID
    package var title: String
    package var view: StabilityView?
    /// Whether there is none because it depends on entries that the lens leaves out; nil otherwise.
    package var restsOnExcluded: Bool?
    /// Why there is no view.
    package var fault: String?
  }

  /// A scenario of the case as far as it could be used.
  package struct Settlement: Sendable, Hashable, Codable {
    package var scenario: Case.Scenario.ID
    package var title: String
    package var view: SettlementView?
    /// Whether there is none because it depends on entries that the lens leaves out; nil otherwise.
    package var restsOnExcluded: Bool?
    /// Why there is no view.
    package var fault: String?
  }

  /// - Throws: what `checkpoint` throws.
  package init(
    _ theCase: Case, _ lens: Lens, texts: CaseTexts, checkpoint: Checkpoint = Checkpoint()
  ) throws {
    try self.init(
      DerivedState(theCase, lens, texts: texts), theCase, texts: texts, checkpoint: checkpoint)
  }

  /// The same of a state whose views may be made already; `theCase` is the case as it is.
  /// - Throws: what `checkpoint` throws.
  package init(
    _ state: DerivedState, _ theCase: Case, texts: CaseTexts, checkpoint: Checkpoint = Checkpoint()
  ) throws {
    let lens = state.lens
    let views = try Overview(state, checkpoint: checkpoint)
    delegations = views.delegations
    positions = views.positions
    // They stand with the contradictions.
    positions.accounts = nil
    offers = try state.offers(checkpoint)
    drafts = StateOfPlay.drafts(theCase, lens)
    changes = views.changes
    convergence = views.convergence
    alignments = try Self.alignments(state, checkpoint)
    preconditions = views.preconditions
    outcomes = try Self.outcomes(theCase, lens, checkpoint)
    let scenarios = theCase.cut(by: lens).scenarios.filter { $0.isShown(by: lens) }
    // Numbers that a rule made of the positions are no one's judgement of a package.
    settlements = try Self.settlements(
      scenarios.filter(\.isOfAnAnalyst), theCase, state, checkpoint)
    unjudged = scenarios.filter { !$0.isOfAnAnalyst }.map(\.title)
    contradictions = views.contradictions
    commitments = views.commitments
    constraints = views.constraints
    calendar = try state.calendar(checkpoint)
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
        // What the text says is excluded must not stand in the data.
        if view.leftOut.isEmpty { found.view = view } else { found.restsOnExcluded = true }
      } catch let fault as ModelError {
        found.fault = fault.message
      }
      return found
    }
  }
}

extension Brief {
  private static func settlements(
    _ made: [Case.Scenario], _ theCase: Case, _ state: DerivedState, _ checkpoint: Checkpoint
  ) throws -> [Settlement] {
    var questions = SettlementQuestions()
    // The brief draws no picture of outcomes and lists none.
    questions.listed = 0
    return try made.map { scenario in
      var found = Settlement(scenario: scenario.id, title: scenario.title)
      do {
        let table = try SettlementTable(
          theCase, state.lens, scenario: scenario.id, derivedIn: state)
        let view = try table.view(asking: questions, checkpoint: checkpoint)
        if view.leftOut.isEmpty { found.view = view } else { found.restsOnExcluded = true }
      } catch let fault as ModelError {
        found.fault = fault.message
      }
      return found
    }
  }
}

extension Case.Scenario {
  /// Someone named stands for a number of it.
  fileprivate var isOfAnAnalyst: Bool {
    func isSomebodys(_ number: Number?) -> Bool {
      if case .who? = number?.basis { return true }
      return false
    }
    if evidence.basis != nil { return true }
    return parties.contains { party in
      party.evidence.basis != nil || isSomebodys(party.reservation)
        || party.weights.pairs.contains { isSomebodys($0.value) }
        || party.values.pairs.contains { $0.value.pairs.contains { isSomebodys($0.value) } }
    }
  }

  /// Whether it is about an issue and asks a party that the lens looks at.
  fileprivate func isShown(by lens: Lens) -> Bool {
    lens.looks(at: issues.compactMap(\.issue), of: parties.flatMap(\.actors))
      && !lens.isBefore(asOf)
  }
}

extension Lens {
  /// Whether a model of that day is one of a time after as-of.
  fileprivate func isBefore(_ day: EDTFDate?) -> Bool {
    asOf.flatMap { asOf in day.map { $0.begins > asOf.ends } } ?? false
  }

  /// Whether any of these issues and any of these parties is among those looked at.
  fileprivate func looks(at some: [Case.Issue.ID], of actors: [Case.Actor.ID]) -> Bool {
    (issues.isEmpty || issues.contains { some.contains($0) })
      && (parties.isEmpty || parties.contains { actors.contains($0) })
  }
}

extension Case.Conflict {
  /// Whether it is about an issue and decided by a party that the lens looks at.
  fileprivate func isShown(by lens: Lens) -> Bool {
    lens.looks(
      at: options.compactMap { $0.about?.issue }, of: decisionMakers.flatMap(\.actors))
  }
}
