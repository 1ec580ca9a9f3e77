internal import CaseModel

/// Signs that a party may have moved, which its own words do not settle.
extension ChangeRows {
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
        otherwise(answer.state.challenging, answer, party, own, &found)
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
    // To take a text or a package that contains what is asked for is no yes without it.
    func leavesOut(_ member: Int, _ condition: Condition) -> Bool {
      !ledger.gives(own.spoken[member].position, condition)
        && condition.newest.map { own.spoken[member].said?.isLater(than: $0) ?? false } ?? true
    }
    let unrepeated = conditions.filter { condition in
      words.contains { leavesOut($0, condition) }
    }
    if unrepeated.isEmpty { return }
    let without = words.filter { member in unrepeated.contains { leavesOut(member, $0) } }
    add(.saidWithout, answer, party, own, without, &found)
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
      otherwise(words, answer, party, own, &found) {
        $0.against = self.words(standing.flatMap(\.state.deciding), own)
      }
    }
  }

  /// What others report, and what someone of the party's own side says, is no sign of one kind.
  private func otherwise(
    _ members: [Int], _ answer: CellReading.AnswerReading, _ party: Int, _ own: PartyLedger,
    _ found: inout [ChangesView.PossibleMove],
    _ complete: (inout ChangesView.PossibleMove) -> Void = { _ in }
  ) {
    let name = ledger.table.parties[party]
    // That a report of the party's own words is doubtful puts it in no one else's mouth.
    let side = members.filter { member in
      own.spoken[member].voice == .ownSide
        && (!own.spoken[member].isLowered || own.spoken[member].speakers.contains { $0 != name })
    }
    let others = members.filter { !side.contains($0) }
    let signs: [(ChangesView.PossibleMove.Kind, [Int])] = [
      (.sideSaysOtherwise, side), (.reportedOtherwise, others),
    ]
    for (kind, words) in signs where !words.isEmpty {
      add(kind, answer, party, own, words, &found)
      complete(&found[found.count - 1])
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
