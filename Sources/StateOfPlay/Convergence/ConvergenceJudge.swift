internal import CaseModel

/// Judges, issue by issue, how near the parties are by what stands in the ledger.
struct ConvergenceJudge {
  private let ledger: Ledger
  private let filtered: FilteredCase
  private let view: PositionsView
  private let outlook: StepOutlook
  private let bars: [PreconditionsView.StepID: [ConvergenceView.Bar]]

  init(_ ledger: Ledger, _ view: PositionsView, _ outlook: StepOutlook) {
    self.ledger = ledger
    self.view = view
    self.outlook = outlook
    filtered = ledger.filtered
    bars = LegalBars(ledger.filtered).bars
  }

  func lines() -> [ConvergenceView.Line] {
    zip(view.rows, ledger.table.rows.indices).map { line($0, at: $1) }
  }

  private func line(_ row: PositionsView.Row, at place: Int) -> ConvergenceView.Line {
    let cells = row.cells.filter(\.concerned)
    var line = ConvergenceView.Line(
      issue: row.issue, title: row.title, parties: cells.map(\.party), state: .apart, answers: [],
      moves: [], silent: [], isContested: cells.contains { $0.isContested || $0.isDivided })
    line.ways = cells.compactMap { cell in
      cell.values.map { ConvergenceView.Way(party: cell.party, values: $0) }
    }
    if let ended = row.ended {
      (line.state, line.ended) = (.ended, ended)
      return line
    }
    let noting = cells.filter { isOnlyNoting($0, at: place) }
    let speaking = cells.filter { cell in !noting.contains { $0.party == cell.party } }
    // One that took note is passed over only where others are left who can agree.
    let asked = speaking.count > 1 ? speaking : cells
    line.silent = asked.filter { cell in
      !cell.answers.contains { !$0.isSuperseded && $0.stances != [.unclear] }
    }.map(\.party)
    guard cells.count > 1 else {
      line.state = .noEvidence
      return line
    }
    if settle(&line, asked, at: place) {
      if asked.count < cells.count { line.tookNote = noting.map(\.party) }
      qualify(&line, at: place)
      return line
    }
    if !noting.isEmpty, asked.count < cells.count {
      // Short of an agreement of the others it is asked like them.
      line.silent += noting.map(\.party)
    }
    if !line.silent.isEmpty { line.state = .noEvidence }
    return line
  }

  /// False where some party is silent.
  private func settle(
    _ line: inout ConvergenceView.Line, _ cells: [PositionsView.Cell], at place: Int
  ) -> Bool {
    let joint = JointTexts(ledger).agreed(line.issue, cells)
    if !joint.isEmpty {
      line.state = .agreed
      line.answers = joint
      line.silent = []
    }
    guard line.silent.isEmpty else { return false }
    var judged = shared(cells).map { judge($0, cells, at: place) }
    if !judged.contains(where: { $0.state == .agreed || $0.state == .saidAgreed }) {
      judged += ranges(cells, at: place, &line)
    }
    guard let best = judged.map(\.state).min(by: { $0.rank < $1.rank }) else {
      if joint.isEmpty {
        if line.gap == nil { line.moves = moves(cells) }
        line.coalitions = coalitions(cells)
      }
      return true
    }
    guard joint.isEmpty || best == .agreed else { return true }
    line.state = best
    line.answers = judged.filter { $0.state == best }.map(\.meeting)
    if best == .agreed { line.gap = nil }
    for text in joint {
      if let place = line.answers.firstIndex(where: { $0.answer == text.answer }) {
        line.answers[place].statements = (line.answers[place].statements + text.statements).uniqued
      } else {
        line.answers.append(text)
      }
    }
    return true
  }

  /// All it said on the issue was that it took note.
  private func isOnlyNoting(_ cell: PositionsView.Cell, at row: Int) -> Bool {
    guard let party = ledger.table.place(of: cell.party), let filtered = ledger.cells[row][party],
      !filtered.answers.isEmpty
    else { return false }
    let spoken = ledger.table.rows[row].byParty[party] ?? []
    return filtered.answers.allSatisfy { $0.isOnlyNoted(spoken) }
  }

  /// Answers that every cell accepts.
  private func shared(_ cells: [PositionsView.Cell]) -> [PositionsView.OptionPosition] {
    let accepted = AcceptedAnswers(cells)
    return (cells.first?.answers ?? []).filter { answer in
      answer.isAccepted && accepted.count(of: answer.answer) == cells.count
    }
  }

  private func judge(
    _ answer: PositionsView.OptionPosition, _ cells: [PositionsView.Cell], at row: Int
  ) -> (state: ConvergenceView.State, meeting: ConvergenceView.Meeting) {
    let held = cells.compactMap { cell in
      cell.answers.first { $0.answer == answer.answer }.map { (cell.party, $0) }
    }
    var meeting = ConvergenceView.Meeting(
      answer: answer.answer, title: answer.title,
      statements: held.flatMap { $0.1.decidedBy }.uniqued,
      newest: held.compactMap(\.1.newest).max { $0.ends < $1.ends }, saidBy: [], obstacles: [])
    let step = ledger.step(row, answer.answer, isValue: answer.isValue)
    if held.allSatisfy({ $0.1.stances == [.for] }) {
      // Agreed between them, and refused by another who must act for it.
      let refusing = ledger.steps.rejections(of: step).filter { rejection in
        !cells.contains { $0.party == rejection.party }
      }
      guard refusing.isEmpty else {
        meeting.obstacles = refusing.map { rejection in
          .init(
            holder: rejection.party, requirement: answer.title, kind: .before, inferred: nil,
            rejectedBy: [rejection.party], statements: rejection.statements, state: .blocked)
        }
        return (.blocked, meeting)
      }
      meeting.since = ledger.steps.agreed[step.id]?.date
      let told = held.filter { $0.1.voice != .own }
      meeting.saidBy = told.flatMap(\.1.reportedBy).uniqued
      return (told.isEmpty ? .agreed : .saidAgreed, meeting)
    }
    return (weigh(held.map { ($0.0, step) }, &meeting), meeting)
  }

  /// What the parties ask for the steps at which they meet.
  private func weigh(
    _ steps: [(party: Case.Actor.ID, step: Step)], _ meeting: inout ConvergenceView.Meeting
  ) -> ConvergenceView.State {
    var isBlocked = false
    for (party, step) in steps {
      let id = step.id
      isBlocked = isBlocked || outlook.hopeless.contains(id)
      meeting.isDeadlocked = meeting.isDeadlocked || outlook.deadlocked.contains(id)
      for place in ledger.conditions(of: party, on: id) {
        let condition = ledger.conditions[place]
        guard condition.state.stands, !condition.key.isTrigger else { continue }
        let (obstacle, isAccepted) = obstacle(condition)
        if isAccepted {
          meeting.awaited.append(obstacle)
        } else {
          meeting.obstacles.append(obstacle)
        }
      }
    }
    if isBlocked { return .blocked }
    return meeting.obstacles.isEmpty ? .withinReach : .conditional
  }

  /// Accepted where all who must meet the requirement accept it, and no promise of it has failed.
  private func obstacle(
    _ condition: Condition
  ) -> (obstacle: ConvergenceView.Obstacle, isAccepted: Bool) {
    let inferred = condition.known.kind == .inferred ? condition.known.by.first : nil
    var obstacle = ConvergenceView.Obstacle(
      holder: condition.holder, requirement: condition.awaited.title(filtered.index),
      kind: condition.kind, inferred: inferred, rejectedBy: [], statements: condition.statements,
      state: ledger.steps.state(of: condition.awaited),
      promise: ledger.steps.promise(condition.awaited))
    if outlook.hopeless.contains(condition.awaitedID), obstacle.state != .ended {
      obstacle.state = .blocked
    }
    let wanted = ledger.steps.answers(of: condition.awaited)
    let takers = ledger.steps.takers(of: condition.awaited)
    var isAccepted = !takers.isEmpty && !wanted.isEmpty
    // Its holder asks for it, and so accepts it.
    for taker in takers where taker != condition.holder {
      let words = wanted.compactMap { ledger.steps.words(of: taker, on: $0) }
        .filter { !$0.answer.isSuperseded }
      let accepts =
        words.contains { AnswerDelta.accepts($0.answer.state.stances) }
        || exchanges(taker, condition) || (obstacle.promise?.by.contains(taker) ?? false)
      isAccepted = isAccepted && accepts
      let rejecting = words.filter { $0.answer.state.stances.contains(.against) }
      if !accepts, !rejecting.isEmpty {
        obstacle.rejectedBy.append(taker)
        for (answer, _, spoken) in rejecting {
          obstacle.statements += answer.state.deciding.map {
            filtered.theCase.statements[spoken[$0].position].id
          }
        }
      }
    }
    let isBroken = obstacle.promise.map { $0.isOverdue || $0.isBroken } ?? false
    return (obstacle, isAccepted && !isBroken)
  }

  /// It gives the one for the other too.
  private func exchanges(_ party: Case.Actor.ID, _ condition: Condition) -> Bool {
    guard
      let own = ledger.condition(
        of: party, on: condition.awaitedID, awaiting: condition.stepID)
    else { return false }
    return own.kind == .exchange && own.state.stands
  }

  // MARK: Numbers and sets

  /// Where the parties name different values that would do for all; else how far they are apart.
  private func ranges(
    _ cells: [PositionsView.Cell], at row: Int, _ line: inout ConvergenceView.Line
  ) -> [(state: ConvergenceView.State, meeting: ConvergenceView.Meeting)] {
    let meeting = ValueMeeting(ledger, row, cells.compactMap { ledger.table.place(of: $0.party) })
    guard let found = meeting.find() else { return [] }
    line.gap = found.gap
    guard let words = found.words else { return [] }
    let held = cells.flatMap { cell in
      cell.answers.filter { $0.isAccepted && $0.isValue }
    }
    var meetingAt = ConvergenceView.Meeting(
      answer: words, title: words, statements: held.flatMap(\.decidedBy).uniqued,
      newest: held.compactMap(\.newest).max { $0.ends < $1.ends }, saidBy: [], obstacles: [])
    let steps = cells.flatMap { cell in
      cell.answers.filter { $0.isAccepted && $0.isValue }.map {
        (party: cell.party, step: ledger.step(row, $0.answer, isValue: true))
      }
    }
    return [(weigh(steps, &meetingAt), meetingAt)]
  }

  // MARK: Short of an answer for all

  /// Options that all but one accept.
  private func moves(_ cells: [PositionsView.Cell]) -> [ConvergenceView.Move] {
    let accepted = AcceptedAnswers(cells)
    var moves: [ConvergenceView.Move] = []
    for cell in cells {
      let another = cells.first { $0.party != cell.party }
      for answer in another?.answers ?? [] where answer.isAccepted {
        let held = cell.answers.first { $0.answer == answer.answer }
        let others = accepted.count(of: answer.answer) - (held?.isAccepted ?? false ? 1 : 0)
        guard others == cells.count - 1 else { continue }
        moves.append(
          .init(
            party: cell.party, answer: answer.answer, title: answer.title,
            isAgainst: held?.stances.contains(.against) ?? false))
      }
    }
    return moves
  }

  /// The largest sets of more than one party that accept an answer.
  private func coalitions(_ cells: [PositionsView.Cell]) -> [ConvergenceView.Coalition] {
    guard cells.count > 2 else { return [] }
    var order: [String] = []
    var found: [String: ConvergenceView.Coalition] = [:]
    for cell in cells {
      for answer in cell.answers where answer.isAccepted {
        if found[answer.answer] == nil {
          order.append(answer.answer)
          found[answer.answer] = .init(
            answer: answer.answer, title: answer.title, parties: [], outside: [], rejectedBy: [])
        }
        found[answer.answer]?.parties.append(cell.party)
      }
    }
    let all = order.compactMap { found[$0] }
    guard let most = all.map(\.parties.count).max(), most > 1 else { return [] }
    return all.filter { $0.parties.count == most }.map { coalition in
      var coalition = coalition
      let inside = Set(coalition.parties)
      let others = cells.filter { !inside.contains($0.party) }
      coalition.outside = others.map(\.party)
      coalition.rejectedBy = others.filter { cell in
        cell.answers.contains {
          $0.answer == coalition.answer && $0.stances == [.against] && !$0.isSuperseded
        }
      }.map(\.party)
      return coalition
    }
  }

  // MARK: Provisos

  private func qualify(_ line: inout ConvergenceView.Line, at row: Int) {
    guard line.state.rank <= ConvergenceView.State.conditional.rank else { return }
    let issue = ledger.table.rows[row].issue
    let steps = line.answers.map { ledger.table.rows[row].step(named: $0.answer) }
    line.barredBy = steps.compactMap(\.self).flatMap { bars[$0.id] ?? [] }.uniqued
    guard line.state == .agreed || line.state == .saidAgreed else { return }
    line.isProvisional = filtered.theCase.header.singleUndertaking
    let needed = (issue.consent + filtered.theCase.header.consent).uniqued
    line.consentMissing = needed.filter { actor in
      !steps.contains { step in
        guard let step, let (answer, _, _) = ledger.steps.words(of: actor, on: step) else {
          return false
        }
        return answer.isOwn && answer.state.stances == [.for] && !answer.isSuperseded
      }
    }
  }
}

/// How many parties accept each answer to an issue.
private struct AcceptedAnswers {
  private var parties: [String: Int] = [:]

  init(_ cells: [PositionsView.Cell]) {
    for answer in cells.lazy.flatMap(\.answers) where answer.isAccepted {
      parties[answer.answer, default: 0] += 1
    }
  }

  func count(of answer: String) -> Int { parties[answer] ?? 0 }
}

extension ConvergenceView.State {
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
