internal import CaseModel

/// What came about, and what lapsed.
extension ChangeRows {
  /// Words whose day has passed.
  func lapse(
    _ delta: AnswerDelta, _ party: PartyLedger, _ name: Case.Actor.ID
  ) -> ChangesView.Change? {
    // What lapses is what was given: of a refusal, or of no answer, nothing ends.
    let given =
      delta.lapsedOn == nil
      ? delta.lapsed.filter { party.spoken[$0].base?.accepts ?? false } : delta.lapsed
    guard !given.isEmpty || delta.lapsed.isEmpty else { return nil }
    let until =
      delta.lapsedOn
      ?? delta.lapsed.compactMap { party.spoken[$0].term.date }.max { $0.ends < $1.ends }
    guard let until else { return nil }
    let key = ledger.table.rows[row].answers[delta.answer]
    return ChangesView.Change(
      party: name, issue: issue.id, title: issue.title, date: until, kinds: [.progress],
      answers: [
        .init(
          answer: key.id, title: key.title, before: delta.before, after: delta.after,
          isSuperseded: delta.isSuperseded, requirementsAdded: [], requirementsDropped: [],
          requirementsMet: [], redLineAdded: false, redLineDropped: false, redLineCrossed: false)
      ], before: words(given, party), after: [], announced: [], claims: [])
  }

  /// Conditions fulfilled, overtaken or lapsed, each on its day.
  func progress(into changes: inout [ChangesView.Change]) {
    for place in ledger.conditions(on: issue.id) {
      let condition = ledger.conditions[place]
      guard condition.voice == .own,
        !condition.key.isTrigger, let closing = condition.closing, let date = closing.date,
        [.fulfilled, .overtaken, .lapsed, .ended].contains(closing.reason),
        let party = ledger.table.place(of: condition.holder), party < ledger.table.shown,
        // What had come about when it was asked for was no progress.
        condition.opened.map({ date.ends > $0.ends }) ?? true
      else { continue }
      let key = ledger.table.rows[row].place(of: condition.step)
        .map { ledger.table.rows[row].answers[$0] }
      let answer = ChangesView.AnswerChange(
        answer: key?.id ?? "", title: key?.title ?? condition.step.title(ledger.filtered.index),
        before: [.forIf], after: [], isSuperseded: false, requirementsAdded: [],
        requirementsDropped: [],
        requirementsMet: [
          "\(words(condition)), \(words(closing))"
        ], redLineAdded: false, redLineDropped: false, redLineCrossed: false)
      changes.append(
        ChangesView.Change(
          party: condition.holder, issue: issue.id, title: issue.title, date: date,
          kinds: [.progress], answers: [answer], before: words(condition.statements),
          after: words(closing.statements), announced: [], claims: []))
    }
  }

  private func words(_ closing: Closing) -> String {
    let how = closing.reason == .overtaken ? nil : closing.words
    return closing.reason.words + (closing.lateWords.map { " \($0)" } ?? "")
      + (how.map { ": \($0)" } ?? "")
  }

  func words(_ ids: [Case.Statement.ID]) -> [ChangesView.Words] {
    ids.compactMap { id in
      guard let place = ledger.filtered.index.position(.statements, id.raw) else { return nil }
      let said = ledger.filtered.facts[place].said
      return ChangesView.Words(
        statement: id, gist: statements[place].gist, said: said,
        reportedLater: ledger.filtered.isReportedLater(statements[place], said: said), voice: .own)
    }
  }
}
