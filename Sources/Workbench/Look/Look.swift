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

  func positions() throws -> PositionsView {
    try memo.value("positions") { StateOfPlay.positions(theCase, lens) }
  }

  func changes() throws -> ChangesView {
    try memo.value("changes") { StateOfPlay.changes(theCase, lens) }
  }

  func convergence() throws -> ConvergenceView {
    try memo.value("convergence") { StateOfPlay.convergence(theCase, lens) }
  }

  func contradictions() throws -> ContradictionsView {
    try memo.value("contradictions") { StateOfPlay.contradictions(theCase, lens) }
  }

  func commitments() throws -> CommitmentsView {
    try memo.value("commitments") { StateOfPlay.commitments(theCase, lens) }
  }

  func delegations() throws -> DelegationsView {
    try memo.value("delegations") { StateOfPlay.delegations(theCase, lens) }
  }

  func constraints() throws -> ConstraintsView {
    try memo.value("constraints") { StateOfPlay.constraints(theCase, lens) }
  }

  func timeline() throws -> TimelineView {
    try memo.value("timeline") { StateOfPlay.timeline(theCase, lens) }
  }

  func sources() throws -> SourcesView {
    try memo.value("sources") { StateOfPlay.sources(theCase, lens, texts: texts) }
  }

  func preconditions(_ checkpoint: Checkpoint) throws -> PreconditionsView {
    try memo.value("preconditions") {
      try StateOfPlay.preconditions(theCase, lens, checkpoint: checkpoint)
    }
  }

  func drafts() throws -> DraftsView {
    try memo.value("drafts") { StateOfPlay.drafts(theCase, lens) }
  }

  func brief(_ checkpoint: Checkpoint) throws -> Brief {
    try memo.value("brief") {
      try Brief(theCase, lens, texts: texts, checkpoint: checkpoint)
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
