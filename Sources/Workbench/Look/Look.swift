internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// One case through one lens, with every view of it made at most once.
///
/// Views are pure functions of case and lens, so that what is kept here never goes stale: another
/// case or another lens is another look.
final class Look: Sendable {
  let snapshot: Snapshot
  let lens: Lens
  /// How things are named here, the case as the lens leaves it.
  let frame: Frame
  /// Without the words of what the lens hides.
  let texts: CaseTexts
  let memo = Memo()

  init(_ snapshot: Snapshot, _ lens: Lens, version: String) {
    self.snapshot = snapshot
    self.lens = lens
    let shown =
      lens.redact
      ? snapshot.theCase.redacted(snapshot.texts)
      : (theCase: snapshot.theCase, texts: snapshot.texts)
    texts = shown.texts
    frame = Frame(shown.theCase, lens, caseHash: snapshot.hash, version: version)
  }

  var index: CaseIndex { frame.index }
  /// As the lens leaves it.
  var theCase: Case { frame.index.theCase }

  /// All that is derived from the case, each view made when it is first asked for.
  private func state() throws -> DerivedState {
    try memo.value("state") { DerivedState(theCase, lens, texts: texts) }
  }

  func positions() throws -> PositionsView { try state().positions() }
  func changes() throws -> ChangesView { try state().changes() }
  func convergence() throws -> ConvergenceView { try state().convergence() }
  func contradictions() throws -> ContradictionsView { try state().contradictions() }
  func commitments() throws -> CommitmentsView { try state().commitments() }
  func delegations() throws -> DelegationsView { try state().delegations() }
  func constraints() throws -> ConstraintsView { try state().constraints() }
  func timeline() throws -> TimelineView { try state().timeline() }
  func sources() throws -> SourcesView { try state().sources() }

  func preconditions(_ checkpoint: Checkpoint) throws -> PreconditionsView {
    try state().preconditions(checkpoint)
  }

  func drafts() throws -> DraftsView {
    try memo.value("drafts") { StateOfPlay.drafts(theCase, lens) }
  }

  func brief(_ checkpoint: Checkpoint) throws -> Brief {
    try memo.value("brief") {
      try Brief(state(), theCase, texts: texts, checkpoint: checkpoint)
    }
  }

  /// What a page of its own makes, made once: the value kept under `name`, else what `make` gives.
  func value<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value {
    try memo.value(name, make)
  }

  /// The days on which as-of makes a difference: the last day of every date on which something was
  /// said, in order.
  func evidenceDays() throws -> [CivilDay] {
    try memo.value("evidenceDays") {
      Set(
        theCase.statements.compactMap { index.said($0) }.filter { !$0.hasOpenEnd }.map(\.latest)
      ).sorted()
    }
  }
}

extension Look {
  /// The way of each statement from its speaker to the reader.
  func provenances(
    of ids: [Case.Statement.ID]
  ) -> [Case.Statement.ID: EntryView.Provenance] {
    StateOfPlay.provenances(theCase, lens, of: ids, texts: texts)
  }
}
