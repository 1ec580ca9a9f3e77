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
  let memo = Memo()

  init(_ snapshot: Snapshot, _ lens: Lens, version: String) {
    self.snapshot = snapshot
    self.lens = lens
    frame = Frame(snapshot.theCase, lens, caseHash: snapshot.hash, version: version)
  }

  var index: CaseIndex { frame.index }
  /// As the lens leaves it.
  var theCase: Case { frame.index.theCase }
  var texts: CaseTexts { snapshot.texts }

  /// The view, made where it is not made yet.
  func view<View: PlainView>(
    _: View.Type, _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> View {
    try memo.value(View.declaration.name) {
      try View.make(ViewSubject(theCase, lens, texts: texts), checkpoint)
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
