internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay
internal import Synchronization

/// One case through one lens, with every view of it made at most once.
///
/// Views are pure functions of case and lens, so that what is kept here never goes stale: another
/// case or another lens is another look.
final class LensedCase: Sendable {
  let snapshot: Snapshot
  let lens: Lens
  /// How things are named here, the case as the lens leaves it.
  let frame: ViewContext
  /// Without the words of what the lens hides.
  let texts: CaseTexts
  let memo = Memo()
  /// What was derived from the previous version of the case, until this version's state is made from it.
  private let before: Mutex<DerivedState?>
  private let made = Mutex<DerivedState?>(nil)

  /// - Parameter before: the previous version of the case, through the same lens.
  init(
    _ snapshot: Snapshot, _ lens: Lens, version: String, after before: LensedCase? = nil
  ) {
    self.before = Mutex(before.flatMap(\.latestState))
    self.snapshot = snapshot
    self.lens = lens
    let shown =
      lens.redact
      ? snapshot.theCase.redacted(snapshot.texts)
      : (theCase: snapshot.theCase, texts: snapshot.texts)
    texts = shown.texts
    var frame = ViewContext(
      shown.theCase, lens, texts: shown.texts, caseHash: snapshot.hash, version: version)
    frame.mostShown = 100
    self.frame = frame
  }

  var index: CaseIndex { frame.index }
  /// As the lens leaves it.
  var theCase: Case { frame.index.theCase }

  /// What views are made from: the case as the lens leaves it, and all that is derived from it.
  private func subject() throws -> ViewSubject {
    try memo.value("subject") {
      let subject = ViewSubject(
        theCase, lens, texts: texts, after: before.withLock { $0.take() })
      made.withLock { $0 = subject.state }
      return subject
    }
  }

  /// All that is derived from the case as the lens leaves it.
  func state() throws -> DerivedState { try subject().state }

  /// The state of this version where it is made, else that of the previous one.
  private var latestState: DerivedState? {
    made.withLock { $0 } ?? before.withLock { $0 }
  }

  /// The view, made where it is not made yet.
  func view<View: PlainView>(
    _: View.Type, _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> View {
    let subject = try subject()
    return try memo.value(View.declaration.name) {
      try View.make(subject, checkpoint)
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

extension LensedCase {
  /// The way of each statement from its speaker to the reader.
  func provenances(
    of ids: [Case.Statement.ID]
  ) -> [Case.Statement.ID: EntryView.Provenance] {
    StateOfPlay.provenances(index, of: ids, texts: texts)
  }
}
