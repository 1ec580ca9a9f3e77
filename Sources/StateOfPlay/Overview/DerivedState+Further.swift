internal import CaseModel
public import Foundations
internal import Synchronization

/// Promises, offers, days, meetings, limits, networks and documents.
extension DerivedState {
  /// What was promised, and how far it is carried out.
  /// - Throws: what `checkpoint` throws.
  public func commitments(_ checkpoint: Checkpoint = Checkpoint()) throws -> CommitmentsView {
    let ledger = try ledger(checkpoint)
    let reach = try reach(checkpoint)
    return try commitmentsMade.value {
      func isApart(_ statement: Case.Statement) -> Bool {
        statement.act != .commit && StatementMarks(statement).isDisjoint(with: Self.ofOthers)
      }
      let made = view({ $0.commitments }, reach, ledger, where: isApart) { ledger in
        StateOfPlay.commitments(ledger, shown: lens)
      }
      return try commitmentsKept.value { made }.view
    }
  }

  /// Packages put forward, and the answers to each.
  /// - Throws: what `checkpoint` throws.
  public func offers(_ checkpoint: Checkpoint = Checkpoint()) throws -> OffersView {
    let ledger = try ledger(checkpoint)
    let reach = try reach(checkpoint)
    return try offersMade.value {
      func isApart(_ statement: Case.Statement) -> Bool {
        StatementMarks(statement).isDisjoint(with: Self.ofOthers)
      }
      let made = view({ $0.offers }, reach, ledger, where: isApart) { ledger in
        StateOfPlay.offers(ledger, shown: lens)
      }
      return try offersKept.value { made }.view
    }
  }

  /// The packages of all parties, on all issues.
  func allOffers(_ checkpoint: Checkpoint) throws -> OffersView {
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
    let reach = try reach(checkpoint)
    return try calendarMade.value {
      let asked = CalendarCollector.asked(filtered.theCase)
      let known = before.withLock { $0?.calendar }
      let isSame = known.map { $0.offers == offers && $0.meetings == meetings } ?? false
      func isApart(_ statement: Case.Statement) -> Bool {
        StatementMarks(statement).isDisjoint(with: Self.ofOthers.union(.names))
          && !(statement.about.map(asked.contains) ?? false)
      }
      let made = view({ isSame ? $0.calendar?.made : nil }, reach, ledger, where: isApart) {
        ledger in
        StateOfPlay.calendar(ledger, offers: offers, meetings: meetings, shown: lens)
      }
      let calendar = Before.Calendar(made: made, offers: offers, meetings: meetings)
      return try calendarKept.value { calendar }.made.view
    }
  }

  /// Who sat at each meeting. Takes no checkpoint and does not fail.
  public func delegations() throws -> DelegationsView {
    try delegationsMade.value {
      let kept = before.withLock { $0 }.flatMap { $0.delegations(to: filtered, Self.ofOthers) }
      let consulted = Consulted()
      let made =
        kept
        ?? KeptView(
          view: StateOfPlay.delegations(FilteredCase(filtered, noting: consulted)),
          consulted: consulted)
      return try delegationsKept.value { made }.view
    }
  }

  /// Legal limits, and what would breach them. Takes no checkpoint and does not fail.
  public func constraints() throws -> ConstraintsView {
    let sittings = lens.parties.isEmpty ? try delegations().meetings : nil
    return try constraintsMade.value { StateOfPlay.constraints(filtered, sittings: sittings) }
  }

  /// What a scenario is drafted from, by the record of `theCase`, of which this is the state, through a
  /// lens of its own; made once for each.
  func drafting(of theCase: Case, _ lens: Lens) throws -> ScenarioDrafting {
    if lens == self.lens { return try ScenarioDrafting(self, Checkpoint()) }
    return draftings.withLock { known in
      if let made = known[lens] { return made }
      let made = ScenarioDrafting(FilteredCase(theCase, lens))
      known[lens] = made
      return made
    }
  }

  /// Everything dated, in order.
  /// - Throws: what `checkpoint` throws.
  public func timeline(_ checkpoint: Checkpoint = Checkpoint()) throws -> TimelineView {
    let commitments = try commitments(checkpoint)
    return try timelineMade.value {
      var parts: TimelineParts?
      let kept = before.withLock { kept in
        kept.flatMap { kept in kept.timeline.map { (parts: $0, edit: kept.edit) } }
      }
      let view = StateOfPlay.timeline(filtered, commitments, &parts, after: kept)
      if let parts { _ = try eventsMade.value { parts } }
      forgetBefore()
      return view
    }
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
    try sourcesMade.value {
      let tallies = try talliesMade.value { SourceTallies(filtered) }
      return StateOfPlay.sources(filtered, texts: texts, tallies)
    }
  }
}
