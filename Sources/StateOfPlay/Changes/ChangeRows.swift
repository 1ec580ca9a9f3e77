internal import CaseModel

/// Makes the rows of changes out of the ledger's moments.
struct ChangeRows {
  private let ledger: Ledger
  private let row: Int
  private let issue: Case.Issue
  private let values: ValueReader
  private let statements: [Case.Statement]

  init(_ ledger: Ledger, _ row: Int) {
    self.ledger = ledger
    self.row = row
    issue = ledger.table.rows[row].issue
    values = ValueReader(ledger, row)
    statements = ledger.filtered.theCase.statements
  }

  func changes(into changes: inout [ChangesView.Change]) {
    for moment in ledger.issues[row].moments {
      guard let party = ledger.issues[row].parties[moment.party] else { continue }
      let name = ledger.table.parties[moment.party]
      let kinds = ChangeKinds(
        issue, name, party, values,
        isMet: { isMet($0, $1, name, at: moment) },
        wasPromised: { !promises(before: $0, party, name).isEmpty }
      ).kinds(of: moment)
      if !kinds.isEmpty, let change = change(moment, kinds, party, name) {
        add(change, party, &changes)
      }
      for delta in moment.lapses {
        guard let lapse = lapse(delta, party, name) else { continue }
        // What several bodies said as one lapses once.
        if party.others.isEmpty || !changes.contains(lapse) { changes.append(lapse) }
      }
    }
    progress(into: &changes)
  }

  /// What a party of several bodies says as one is one change: a move of some body, else words said
  /// again.
  private func add(
    _ change: ChangesView.Change, _ party: PartyLedger, _ changes: inout [ChangesView.Change]
  ) {
    guard !party.others.isEmpty, change.body == nil,
      let place = changes.lastIndex(where: {
        $0.party == change.party && $0.issue == change.issue && $0.body == nil
          && $0.date == change.date
          && !Set($0.after.map(\.statement)).isDisjoint(with: change.after.map(\.statement))
      })
    else {
      changes.append(change)
      return
    }
    // Of several moves the one from what it had said last.
    func weight(_ change: ChangesView.Change) -> (Int, Int64) {
      (
        change.isMove ? 2 : change.kinds == [.reaffirmed] ? 1 : 0,
        change.before.compactMap(\.said?.ends).max() ?? .min
      )
    }
    if weight(change) > weight(changes[place]) { changes[place] = change }
  }

  /// What the condition awaits came about no later than the moment's words.
  private func isMet(
    _ answer: Int, _ awaited: PreconditionsView.StepID, _ party: Case.Actor.ID,
    at moment: IssueLedger.Moment
  ) -> Bool {
    let spoken = ledger.issues[row].parties[moment.party]?.spoken ?? []
    let now = moment.deltas.flatMap(\.newWords).compactMap { spoken[$0].said?.ends }.max()
    guard let now, let condition = condition(answer, awaited, party),
      let taken = ledger.steps.taken(condition.awaited), let date = taken.date
    else { return false }
    return date.ends <= now
  }

  private func condition(
    _ answer: Int, _ awaited: PreconditionsView.StepID, _ party: Case.Actor.ID
  ) -> Condition? {
    ledger.condition(of: party, on: ledger.step(row, answer).id, awaiting: awaited)
  }

  private func change(
    _ moment: IssueLedger.Moment, _ kinds: [ChangesView.Kind], _ party: PartyLedger,
    _ name: Case.Actor.ID
  ) -> ChangesView.Change? {
    let after = party.unique(moment.deltas.flatMap(\.newWords))
    let before = party.unique(moment.deltas.flatMap(\.oldWords)).filter { !after.contains($0) }
    let dates = after.compactMap { party.spoken[$0].met ?? party.spoken[$0].said }
    guard let date = dates.max(by: { $0.ends < $1.ends }) else { return nil }
    return ChangesView.Change(
      party: name, issue: issue.id, title: issue.title, date: date, kinds: kinds,
      answers: moment.deltas.map { answer($0, name, at: moment) },
      before: words(before, party)
        + (kinds.contains(.reversed)
          ? words(moment.deltas.flatMap { promises(before: $0, party, name) }.uniqued) : []),
      after: words(after, party), announced: announced(moment, party, date), claims: [],
      body: moment.wing.map { ledger.filtered.theCase.actors[$0].id }, isFirst: moment.isNew)
  }

  /// What says that the party had promised to take an answer of which it said nothing else, where it
  /// must take it.
  private func promises(
    before delta: AnswerDelta, _ party: PartyLedger, _ name: Case.Actor.ID
  ) -> [Case.Statement.ID] {
    let said = delta.newWords.compactMap { party.spoken[$0].said }.min { $0.begins < $1.begins }
    guard !delta.hadWords, delta.after == [.against], let said else { return [] }
    return ledger.steps.promises(of: name, ledger.step(row, delta.answer), before: said)
  }

  private func answer(
    _ delta: AnswerDelta, _ party: Case.Actor.ID, at moment: IssueLedger.Moment
  ) -> ChangesView.AnswerChange {
    func steps(_ awaited: [PreconditionsView.StepID]) -> [String] {
      awaited.compactMap { condition(delta.answer, $0, party) }.map(words).sorted()
    }
    let met = delta.openNow?.filter { isMet(delta.answer, $0, party, at: moment) } ?? []
    let metBefore = delta.openBefore?.filter { isMet(delta.answer, $0, party, at: moment) } ?? []
    let key = ledger.table.rows[row].answers[delta.answer]
    return ChangesView.AnswerChange(
      answer: key.id, title: key.title,
      before: shown(delta.sinceLapse.before, delta.openBefore, metBefore),
      after: shown(delta.after, delta.openNow, met), isSuperseded: delta.isSuperseded,
      requirementsAdded: steps(delta.opened.filter { !met.contains($0) }),
      requirementsDropped: steps(
        delta.closed.filter { $0.reason == .withdrawn || $0.reason == .undertaken }
          .map(\.awaited).filter { !isMet(delta.answer, $0, party, at: moment) }),
      requirementsMet: [], redLineAdded: delta.redLineAdded,
      redLineDropped: delta.redLineDropped, redLineCrossed: delta.redLineCrossed)
  }

  /// A yes whose conditions are all met is a plain yes.
  private func shown(
    _ stances: [PositionStance], _ open: [PreconditionsView.StepID]?,
    _ met: [PreconditionsView.StepID]
  ) -> [PositionStance] {
    guard let open, !open.isEmpty, met.count == open.count else { return stances }
    return Set(stances.map { $0 == .forIf ? .for : $0 }).sorted()
  }

  private func words(_ condition: Condition) -> String {
    "\(condition.kind.rawValue): \(condition.awaited.title(ledger.filtered.index))"
  }

  private func words(_ members: [Int], _ party: PartyLedger) -> [ChangesView.Words] {
    members.map { member in
      let one = party.spoken[member]
      return ChangesView.Words(
        statement: statements[one.position].id, gist: statements[one.position].gist,
        said: one.said, reportedLater: one.reportedLater, voice: one.voice)
    }
  }

  /// Lower voices that had said the same before the party did, and after what it said last.
  private func announced(
    _ moment: IssueLedger.Moment, _ party: PartyLedger, _ date: EDTFDate
  ) -> [ChangesView.Words] {
    let answers = Set(
      moment.deltas.filter { !$0.wasAccepted && $0.isAccepted }.map(\.answer))
    let before = moment.deltas.flatMap(\.oldWords).compactMap { party.spoken[$0].said?.ends }.max()
    guard !answers.isEmpty, let before else { return [] }
    let members = party.spoken.indices.filter { member in
      let one = party.spoken[member]
      guard one.voice != .own, one.voice != .opponent, !one.isDoubted, one.time == .counts,
        let said = one.said, let base = one.base, base.accepts, said.begins > before,
        said.ends < date.begins
      else { return false }
      switch one.answers {
      case .none: return false
      case .one(let answer): return answers.contains(answer)
      case .several(let some): return !answers.isDisjoint(with: some)
      }
    }
    return words(members, party)
  }

  // MARK: Progress

  /// Words whose day has passed.
  private func lapse(
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
  private func progress(into changes: inout [ChangesView.Change]) {
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
          "\(words(condition)), \([closing.reason.words, closing.words].compactMap { $0 }.joined(separator: ": "))"
        ], redLineAdded: false, redLineDropped: false, redLineCrossed: false)
      changes.append(
        ChangesView.Change(
          party: condition.holder, issue: issue.id, title: issue.title, date: date,
          kinds: [.progress], answers: [answer], before: words(condition.statements),
          after: words(closing.statements), announced: [], claims: []))
    }
  }

  private func words(_ ids: [Case.Statement.ID]) -> [ChangesView.Words] {
    ids.compactMap { id in
      guard let place = ledger.filtered.index.position(.statements, id.raw) else { return nil }
      let said = ledger.filtered.facts[place].said
      return ChangesView.Words(
        statement: id, gist: statements[place].gist, said: said,
        reportedLater: ledger.filtered.isReportedLater(statements[place], said: said), voice: .own)
    }
  }

  // MARK: Signs

  /// Where a party may have moved, by answer.
  func signs(into found: inout [ChangesView.PossibleMove]) {
    for party in 0..<ledger.table.shown {
      guard let cell = ledger.cells[row][party], let own = ledger.issues[row].parties[party] else {
        continue
      }
      for answer in cell.answers {
        if !answer.isOwn || answer.isSuperseded { continue }
        saidWithout(answer, party, own, &found)
        if !answer.state.vague.isEmpty {
          add(.orderUnknown, answer, party, own, answer.state.vague, &found)
        }
        if !answer.state.challenging.isEmpty {
          add(.reportedOtherwise, answer, party, own, answer.state.challenging, &found)
        }
      }
      reportedElsewhere(cell, party, own, &found)
    }
  }

  /// A later yes of its own that asks for nothing, where something asked for still stands.
  private func saidWithout(
    _ answer: CellReading.AnswerReading, _ party: Int, _ own: PartyLedger,
    _ found: inout [ChangesView.PossibleMove]
  ) {
    guard AnswerDelta.accepts(answer.state.stances) else { return }
    let conditions = ledger.conditions(
      of: ledger.table.parties[party], on: ledger.step(row, answer.answer).id
    ).map { ledger.conditions[$0] }.filter {
      $0.state.stands && !$0.key.isTrigger && $0.voice == .own
    }
    guard let opened = conditions.compactMap(\.newest).map(\.ends).min() else { return }
    let words = answer.state.deciding.filter { member in
      let one = own.spoken[member]
      return !one.hasRequirements && (one.said.map { $0.begins > opened } ?? false)
    }
    if words.isEmpty { return }
    let unrepeated = conditions.filter { condition in
      words.contains { member in
        condition.newest.map { own.spoken[member].said?.isLater(than: $0) ?? false } ?? true
      }
    }
    if unrepeated.isEmpty { return }
    add(.saidWithout, answer, party, own, words, &found)
    found[found.count - 1].conditions = unrepeated.map { self.words($0) }
    found[found.count - 1].against = self.words(unrepeated.flatMap(\.statements).uniqued)
  }

  /// Lower voices that are for another answer than the party's own, where answers exclude each other.
  private func reportedElsewhere(
    _ cell: CellReading, _ party: Int, _ own: PartyLedger, _ found: inout [ChangesView.PossibleMove]
  ) {
    guard issue.answers == .one else { return }
    let standing = cell.answers.filter {
      $0.isOwn && !$0.isSuperseded && AnswerDelta.accepts($0.state.stances)
    }
    let newest = standing.flatMap(\.state.deciding).compactMap { own.spoken[$0].said?.begins }.max()
    guard let newest else { return }
    for answer in cell.answers
    where !answer.isOwn && !answer.isSuperseded && AnswerDelta.accepts(answer.state.stances) {
      let words = answer.state.deciding.filter {
        own.spoken[$0].said.map { $0.begins >= newest } ?? false
      }
      if words.isEmpty { continue }
      add(.reportedOtherwise, answer, party, own, words, &found)
      found[found.count - 1].against = self.words(standing.flatMap(\.state.deciding), own)
    }
  }

  private func add(
    _ kind: ChangesView.PossibleMove.Kind, _ answer: CellReading.AnswerReading, _ party: Int,
    _ own: PartyLedger, _ members: [Int], _ found: inout [ChangesView.PossibleMove]
  ) {
    let key = ledger.table.rows[row].answers[answer.answer]
    found.append(
      ChangesView.PossibleMove(
        kind: kind, party: ledger.table.parties[party], issue: issue.id, title: issue.title,
        answer: key.id, answerTitle: key.title, conditions: [],
        words: words(members, own), against: words(answer.state.deciding, own)))
  }
}

extension Array where Element: Hashable {
  /// Each once, in order of first mention.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
