internal import CaseModel

/// What stands beside a line: how near those are who have spoken, red lines, texts agreed for the
/// time being, and reports of others that are newer than the parties' own words.
extension ConvergenceJudge {
  /// Among those who take a stance, where some party is silent.
  func settleSpeakers(
    _ line: inout ConvergenceView.Line, _ cells: [PositionsView.Cell], at row: Int
  ) {
    let silent = Set(line.silent)
    let speaking = cells.filter { !silent.contains($0.party) }
    guard speaking.count > 1 else { return }
    var part = line
    part.silent = []
    guard settle(&part, speaking, at: row) else { return }
    remark(&part, speaking, at: row)
    qualify(&part, at: row)
    (part.among, part.silent) = (part.state, line.silent)
    line = part
  }

  func remark(
    _ line: inout ConvergenceView.Line, _ cells: [PositionsView.Cell], at row: Int
  ) {
    contest(&line, cells, at: row)
    reserve(&line, cells, at: row)
    guard line.state != .agreed, line.state != .saidAgreed else { return }
    line.provisional = joint.provisional(line.issue, cells)
    line.redLines = cells.flatMap { cell in
      cell.answers.filter { $0.isRedLine && $0.voice == .own }.map {
        .init(party: cell.party, title: $0.title, isAgainst: $0.stances.contains(.against))
      }
    }
  }

  /// Other answers that a party demands all the same.
  private func reserve(
    _ line: inout ConvergenceView.Line, _ cells: [PositionsView.Cell], at row: Int
  ) {
    guard line.state == .agreed || line.state == .saidAgreed,
      ledger.table.rows[row].issue.answers == .one
    else { return }
    let agreed = line.answers
    line.reservations = cells.flatMap { cell in
      cell.answers.filter { position in
        position.isAccepted && position.voice == .own
          && position.decidedBy.contains { filtered.index.statement($0)?.act == .demand }
          && !agreed.contains { covers(position, $0.answer, cell.party, row) }
      }.map {
        .init(
          party: cell.party, title: $0.title, isAgainst: false, saidBy: [], newest: $0.newest,
          statements: $0.decidedBy,
          isInAddition: ledger.isInAddition(cell.party, row, $0.answer))
      }
    }
  }

  /// Threats in force to end an answer that the line rests on.
  func threaten(_ line: inout ConvergenceView.Line, at row: Int) {
    let words = ConditionWords(ledger)
    let threats = ledger.conditions(on: line.issue).map { ledger.conditions[$0] }.filter {
      $0.key.isTrigger && $0.isNegative && $0.state.stands
    }
    if threats.isEmpty { return }
    for place in line.answers.indices {
      guard let step = ledger.table.rows[row].step(named: line.answers[place].answer) else {
        continue
      }
      line.answers[place].threats = threats.filter {
        $0.stepID == step.id || $0.step.isWholeIssue
      }.map {
        .init(
          holder: $0.holder, sentence: words.sentence($0), newest: $0.newest,
          statements: $0.statements)
      }
    }
  }

  // MARK: Newer reports

  private func contest(
    _ line: inout ConvergenceView.Line, _ cells: [PositionsView.Cell], at row: Int
  ) {
    switch line.state {
    case .agreed, .saidAgreed, .withinReach:
      let reports =
        line.state == .withinReach
        ? [] : cells.flatMap { contrary($0, to: line.answers, at: row) }
      let found = reports + cells.flatMap { divided($0, from: line.answers, at: row) }
      if found.isEmpty { return }
      (line.state, line.otherwise) = (.contested, found)
    case .apart:
      guard ledger.table.rows[row].issue.answers == .one else { return }
      reportAgreement(&line, cells, at: row)
    default: return
    }
  }

  /// What others than opponents report of the party against what it agreed to, of a later day.
  private func contrary(
    _ cell: PositionsView.Cell, to agreed: [ConvergenceView.Meeting], at row: Int
  ) -> [ConvergenceView.Otherwise] {
    let own = cell.answers.filter { position in
      position.voice == .own && agreed.contains { $0.answer == position.answer }
    }
    guard
      let last = (own.compactMap(\.newest) + (own.isEmpty ? agreed.compactMap(\.newest) : []))
        .max(by: { $0.ends < $1.ends })
    else { return [] }
    var found: [ConvergenceView.Otherwise] = []
    if ledger.table.rows[row].issue.answers == .one {
      for position in cell.answers
      where isReport(position, by: cell.party, after: last)
        && !agreed.contains(where: { covers(position, $0.answer, cell.party, row) })
      {
        found.append(
          .init(
            party: cell.party, title: position.title, isAgainst: false,
            saidBy: position.reportedBy, newest: position.newest, statements: position.decidedBy))
      }
    }
    return found + challenges(cell, own, after: last, at: row)
  }

  /// Another of the party's own speakers is for another answer.
  private func divided(
    _ cell: PositionsView.Cell, from agreed: [ConvergenceView.Meeting], at row: Int
  ) -> [ConvergenceView.Otherwise] {
    guard cell.isDivided, ledger.table.rows[row].issue.answers == .one else { return [] }
    return cell.answers.filter { position in
      position.isAccepted && position.voice == .own && position.standing.isEmpty
        && !agreed.contains { covers(position, $0.answer, cell.party, row) }
    }.map { position in
      let sides = cell.sides.filter { side in side.words.contains { $0.title == position.title } }
      return .init(
        party: cell.party, title: position.title, isAgainst: false,
        saidBy: sides.flatMap(\.speakers).uniqued, newest: position.newest,
        statements: position.decidedBy)
    }
  }

  /// Reports that it is against the very answer.
  private func challenges(
    _ cell: PositionsView.Cell, _ own: [PositionsView.OptionPosition], after last: EDTFDate,
    at row: Int
  ) -> [ConvergenceView.Otherwise] {
    guard let party = ledger.table.place(of: cell.party), let reading = ledger.cells[row][party]
    else { return [] }
    let spoken = ledger.table.rows[row].byParty[party] ?? []
    let known = Set(own.map(\.answer))
    return reading.answers.compactMap { answer in
      let key = ledger.table.rows[row].answers[answer.answer]
      let members = answer.state.challenging.filter { member in
        let one = spoken[member]
        return one.voice != .opponent && (one.said?.isLater(than: last) ?? false)
          && !isDenied([filtered.theCase.statements[one.position].id], by: cell.party)
      }
      guard known.contains(key.id), !members.isEmpty else { return nil }
      let statements = members.map { filtered.theCase.statements[spoken[$0].position] }
      return .init(
        party: cell.party, title: key.title, isAgainst: true,
        saidBy: statements.flatMap { $0.via.isEmpty ? $0.speaker : $0.via }.uniqued,
        newest: members.compactMap { spoken[$0].said }.max { $0.ends < $1.ends },
        statements: statements.map(\.id))
    }
  }

  /// Where others report, of a day after all own words that differ, that each party is for one answer.
  private func reportAgreement(
    _ line: inout ConvergenceView.Line, _ cells: [PositionsView.Cell], at row: Int
  ) {
    let candidates = cells.flatMap { cell in
      cell.answers.filter { isAccount($0, of: cell) }.map(\.answer)
    }.uniqued
    for answer in candidates {
      var reports: [PositionsView.OptionPosition] = []
      var others: [ConvergenceView.Otherwise] = []
      let isSo = cells.allSatisfy { cell in
        if cell.answers.contains(where: {
          $0.isAccepted && $0.voice == .own && covers($0, answer, cell.party, row)
        }) {
          return true
        }
        guard
          let report = cell.answers.first(where: {
            $0.answer == answer && isAccount($0, of: cell)
          })
        else { return false }
        reports.append(report)
        others += cell.answers.filter { $0.isAccepted && $0.voice == .own }.map {
          .init(
            party: cell.party, title: $0.title, isAgainst: false, saidBy: [], newest: $0.newest,
            statements: $0.decidedBy)
        }
        return true
      }
      guard isSo, let first = reports.first else { continue }
      line.answers.append(
        .init(
          answer: answer, title: first.title, statements: reports.flatMap(\.decidedBy).uniqued,
          newest: reports.compactMap(\.newest).max { $0.ends < $1.ends },
          saidBy: reports.flatMap(\.reportedBy).uniqued, obstacles: []))
      line.otherwise += others
    }
    if line.answers.isEmpty { return }
    line.state = .saidAgreed
    (line.moves, line.coalitions) = ([], [])
  }

  /// Reported by a named third party, as a mediator is, or by the other party of both as one: what
  /// officials hint at is no yes, nor what a party says of the other alone.
  private func isAccount(
    _ position: PositionsView.OptionPosition, of cell: PositionsView.Cell
  ) -> Bool {
    if position.isUnnamed { return false }
    let isOfBoth =
      position.voice == .opponent
      && position.decidedBy.contains { id in
        filtered.index.statement(id).map { isJoint($0, cell.party) } ?? false
      }
    return (position.voice == .third || isOfBoth)
      && isReport(position, by: cell.party, after: lastOwn(cell), ofBoth: isOfBoth)
  }

  /// A statement laid to the party and another together.
  private func isJoint(_ statement: Case.Statement, _ party: Case.Actor.ID) -> Bool {
    let said = filtered.index.said(statement)
    let speaking = statement.speaker.map { filtered.index.spokenFor(by: $0, on: said) }
    return speaking.contains { $0.contains(party) }
      && speaking.contains { voices in
        !voices.contains(party) && voices.contains(where: filtered.theCase.header.parties.contains)
      }
  }

  /// The last of the party's own words for any answer.
  private func lastOwn(_ cell: PositionsView.Cell) -> EDTFDate? {
    cell.answers.filter { $0.isAccepted && $0.voice == .own }.compactMap(\.newest)
      .max { $0.ends < $1.ends }
  }

  /// Others than opponents report that the party is for the answer, of a day after its own words, and
  /// it has not denied it.
  private func isReport(
    _ position: PositionsView.OptionPosition, by party: Case.Actor.ID, after last: EDTFDate?,
    ofBoth: Bool = false
  ) -> Bool {
    guard ofBoth || position.voice == .third || position.voice == .ownSide, !position.isSuperseded,
      position.stances == [.for] || position.stances == [.forIf], let last,
      let newest = position.newest, newest.isLater(than: last)
    else { return false }
    return !isDenied(position.decidedBy, by: party)
  }

  private func isDenied(_ statements: [Case.Statement.ID], by party: Case.Actor.ID) -> Bool {
    statements.contains { denials[$0]?.contains(party) ?? false }
  }

  /// Who is for the one would take the other.
  private func covers(
    _ position: PositionsView.OptionPosition, _ answer: String, _ party: Case.Actor.ID, _ row: Int
  ) -> Bool {
    if position.answer == answer { return true }
    let issue = ledger.table.rows[row].issue
    guard issue.isMeasured else { return false }
    let reader = ValueReader(ledger, row)
    func interval(_ name: String) -> NumberInterval? {
      ledger.table.rows[row].step(named: name, isValue: true)
        .flatMap { ledger.table.rows[row].place(of: $0) }.flatMap { reader.interval($0) }
    }
    guard let held = interval(position.answer), let other = interval(answer) else { return false }
    let span = ValueSpan(held, issue.wants[party])
    return span.lower <= other.lower && other.upper <= span.upper
  }
}
