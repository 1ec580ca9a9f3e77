internal import CaseModel

struct ConvergenceJudge {
  let reading: Reading
  let view: PositionsView
  /// Each party's position on each option.
  private let positions: [Case.Issue.ID: [Case.Actor.ID: [String: PositionsView.OptionPosition]]]

  init(_ reading: Reading, _ view: PositionsView) {
    self.reading = reading
    self.view = view
    var positions: [Case.Issue.ID: [Case.Actor.ID: [String: PositionsView.OptionPosition]]] = [:]
    for row in view.rows {
      for cell in row.cells where !cell.isEmpty {
        var answers: [String: PositionsView.OptionPosition] = [:]
        for answer in cell.answers { answers[answer.answer] = answer }
        positions[row.issue, default: [:]][cell.party] = answers
      }
    }
    self.positions = positions
  }

  func lines() -> [ConvergenceView.Line] { view.rows.map(line) }

  private func line(_ row: PositionsView.Row) -> ConvergenceView.Line {
    let cells = row.cells.filter(\.concerned)
    var line = ConvergenceView.Line(
      issue: row.issue, title: row.title, parties: cells.map(\.party), state: .apart, answers: [],
      moves: [], silent: [], isContested: cells.contains { $0.isContested || $0.isDivided })
    line.silent = cells.filter { cell in
      !cell.answers.contains { !$0.isSuperseded && $0.stances != [.unclear] }
    }.map(\.party)
    guard cells.count > 1 else {
      line.state = .noEvidence
      return line
    }
    let joint = JointTexts(reading).agreed(row.issue, cells)
    if !joint.isEmpty {
      line.state = .agreed
      line.answers = joint
      line.silent = []
    }
    guard line.silent.isEmpty else {
      line.state = .noEvidence
      return line
    }
    let accepted = AcceptedAnswers(cells)
    let shared = (cells.first?.answers ?? []).filter { answer in
      answer.isAccepted && accepted.count(of: answer.answer) == cells.count
    }
    guard !shared.isEmpty else {
      if joint.isEmpty { line.moves = moves(row.issue, cells, accepted) }
      return line
    }
    let judged = shared.map { judge($0, of: row.issue, cells) }
    let best = judged.map(\.state).min { a, b in a.rank < b.rank } ?? .apart
    guard joint.isEmpty || best == .agreed else { return line }
    line.state = best
    line.answers = judged.filter { $0.state == best }.map(\.meeting)
    for text in joint {
      if let place = line.answers.firstIndex(where: { $0.answer == text.answer }) {
        line.answers[place].statements = unique(line.answers[place].statements + text.statements)
      } else {
        line.answers.append(text)
      }
    }
    return line
  }

  private func judge(
    _ answer: PositionsView.OptionPosition, of issue: Case.Issue.ID, _ cells: [PositionsView.Cell]
  ) -> (state: ConvergenceView.State, meeting: ConvergenceView.Meeting) {
    let held = cells.compactMap { cell in
      positions[issue]?[cell.party]?[answer.answer].map { (cell.party, $0) }
    }
    var meeting = ConvergenceView.Meeting(
      answer: answer.answer, title: answer.title,
      statements: unique(held.flatMap { $0.1.decidedBy }),
      newest: held.compactMap(\.1.newest).max(), saidBy: [], obstacles: [])
    if held.allSatisfy({ $0.1.stances == [.for] }) {
      let told = held.filter { $0.1.toldByOthersOnly }
      meeting.saidBy = unique(
        told.flatMap { _, position in
          position.decidedBy.flatMap { reading.index.statement($0)?.via ?? [] }
        })
      return (told.isEmpty ? .agreed : .saidAgreed, meeting)
    }
    for (party, position) in held {
      for statement in position.decidedBy.compactMap({ reading.index.statement($0) }) {
        for requirement in statement.standingRequirements {
          let step = StepAnswer(issue: issue, answer: answer.answer)
          if let obstacle = obstacle(requirement, holder: party, statement, before: step) {
            meeting.obstacles.append(obstacle)
          }
        }
      }
    }
    return (meeting.obstacles.isEmpty ? .withinReach : .conditional, meeting)
  }

  /// Nil where whoever must meet the requirement accepts it, or it is met already.
  private func obstacle(
    _ requirement: Requirement, holder: Case.Actor.ID, _ statement: Case.Statement,
    before step: StepAnswer
  ) -> ConvergenceView.Obstacle? {
    var obstacle = ConvergenceView.Obstacle(
      holder: holder, requirement: requirement.step.title(reading.index), kind: requirement.kind,
      inferred: requirement.inferred, rejectedBy: [], statements: [statement.id])
    switch requirement.step {
    case .issue(let id, let answer):
      let wanted = wantedAnswers(id, answer)
      let (givers, others) = givers(of: id, answer)
      // Where others must act, such as guarantors, no party's yes is enough.
      var isAccepted = !givers.isEmpty && !others && !wanted.isEmpty
      // Its holder asks for it, and so accepts it.
      for giver in givers where giver != holder {
        let held = positions[id]?[giver] ?? [:]
        let accepts = wanted.contains { held[$0]?.isAccepted ?? false }
        isAccepted = isAccepted && accepts
        let rejecting = wanted.compactMap { held[$0] }.filter { $0.stances.contains(.against) }
        if !accepts, !rejecting.isEmpty {
          obstacle.rejectedBy.append(giver)
          obstacle.statements += rejecting.flatMap(\.decidedBy)
        }
      }
      // A yes that itself waits for this step goes round in a circle.
      if requirement.kind == .before {
        isAccepted =
          isAccepted && !wanted.allSatisfy { waits(StepAnswer(issue: id, answer: $0), for: step) }
      }
      return isAccepted ? nil : obstacle
    case .milestone(let id):
      let reached = reading.index.milestone(id)?.reached
      return reached.map { reading.holds($0.date, $0.evidence) } ?? false ? nil : obstacle
    case .meeting(let id):
      guard let meeting = reading.index.meeting(id), meeting.status == .held,
        reading.holds(meeting.date?.value, meeting.evidence)
      else { return obstacle }
      return nil
    case .commitment(let id): return isDone(id) ? nil : obstacle
    case .draft(let id):
      return reading.index.draft(id).flatMap(reading.signed) == nil ? obstacle : nil
    }
  }

  /// Somebody will accept `step` only after a step that, itself or through others, waits for
  /// `awaited`.
  private func waits(_ step: StepAnswer, for awaited: StepAnswer) -> Bool {
    var seen: Set<StepAnswer> = [step]
    var next = [step]
    while let step = next.popLast() {
      for (_, answers) in positions[step.issue] ?? [:] {
        guard let position = answers[step.answer], position.isAccepted else { continue }
        let required = position.decidedBy.compactMap { reading.index.statement($0) }
          .flatMap(\.standingRequirements).filter { $0.kind == .before }
        for requirement in required {
          guard case .issue(let id, let answer) = requirement.step else { continue }
          for wanted in wantedAnswers(id, answer) {
            let other = StepAnswer(issue: id, answer: wanted)
            if other == awaited { return true }
            if seen.insert(other).inserted { next.append(other) }
          }
        }
      }
    }
    return false
  }

  /// The last report by as-of says that it is carried out.
  private func isDone(_ id: Case.Commitment.ID) -> Bool {
    var last: Case.Commitment.Report?
    for report in reading.index.commitment(id)?.status ?? [] where report.level != nil {
      guard reading.holds(report.date, report.evidence) else { continue }
      if let before = last?.date, let date = report.date, before.isLater(than: date) { continue }
      last = report
    }
    return last?.level == .full || last?.level == .met
  }

  private func wantedAnswers(_ id: Case.Issue.ID, _ answer: Answer) -> [String] {
    switch answer {
    case .options(let options): options.map(\.raw)
    case .any, .none: reading.index.issue(id)?.options.map(\.id.raw) ?? []
    case .value(let value): [value.key]
    }
  }

  /// Who must act for the step: the option's own list, a person standing for whom he speaks for;
  /// else the issue's parties. `others`: somebody must who is none of the parties.
  private func givers(
    of id: Case.Issue.ID, _ answer: Answer
  ) -> (parties: [Case.Actor.ID], others: Bool) {
    guard let issue = reading.index.issue(id) else { return ([], false) }
    let parties = issue.parties.isEmpty ? reading.theCase.header.parties : issue.parties
    guard case .options(let options) = answer else { return (parties, false) }
    let named = issue.options.filter { options.contains($0.id) }.flatMap(\.takenBy)
    if named.isEmpty { return (parties, false) }
    let voices = named.map { reading.index.spokenFor(by: $0, on: reading.lens.asOf) }
    return (
      parties.filter { party in voices.contains { $0.contains(party) } },
      voices.contains { Set($0).isDisjoint(with: parties) }
    )
  }

  /// Options that all but one accept.
  private func moves(
    _ issue: Case.Issue.ID, _ cells: [PositionsView.Cell], _ accepted: AcceptedAnswers
  ) -> [ConvergenceView.Move] {
    var moves: [ConvergenceView.Move] = []
    for cell in cells {
      let another = cells.first { $0.party != cell.party }
      for answer in another?.answers ?? [] where answer.isAccepted {
        let held = positions[issue]?[cell.party]?[answer.answer]
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

  private func unique<Element: Hashable>(_ items: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return items.filter { seen.insert($0).inserted }
  }
}

/// An issue settled on an answer, which others may wait for.
private struct StepAnswer: Hashable {
  var issue: Case.Issue.ID
  var answer: String
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
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
