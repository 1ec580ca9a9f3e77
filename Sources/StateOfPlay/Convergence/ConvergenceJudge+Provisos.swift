internal import CaseModel

/// What is said where no answer does for all, and the provisos of one that does.
extension ConvergenceJudge {
  /// Options that all but one accept.
  func moves(_ cells: [PositionsView.Cell], at row: Int) -> [ConvergenceView.Move] {
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
            isAgainst: held.map {
              $0.stances.contains(.against) && !isOnlyOfTheWhole($0, of: cell.party, at: row)
            }
              ?? isRuledOut(answer, by: cell.party, at: row),
            instead: cell.answers.first { $0.isAccepted && $0.voice == .own }?.title,
            obstacles: asked(for: answer, by: cells.filter { $0.party != cell.party }, at: row)))
      }
    }
    return moves + refrainings(cells, at: row)
  }

  /// What each of `cells` asks for an answer and has not been given.
  private func asked(
    for answer: PositionsView.OptionPosition, by cells: [PositionsView.Cell], at row: Int
  ) -> [ConvergenceView.Obstacle] {
    var meeting = ConvergenceView.Meeting(
      answer: answer.answer, title: answer.title, statements: [], newest: nil, saidBy: [],
      obstacles: [])
    let step = ledger.step(row, answer.answer, isValue: answer.isValue)
    _ = weigh(cells.map { ($0.party, step) }, &meeting)
    return meeting.obstacles
  }

  /// An option that one party alone takes, must itself take, and all the others refuse without asking
  /// for anything in its place.
  private func refrainings(
    _ cells: [PositionsView.Cell], at row: Int
  ) -> [ConvergenceView.Move] {
    let issue = ledger.table.rows[row].issue
    let asking = cells.filter { $0.answers.contains(where: \.isAccepted) }
    guard issue.value == .option, asking.count == 1, let cell = asking.first else { return [] }
    let taken = cell.answers.filter(\.isAccepted)
    guard taken.count == 1, let answer = taken.first,
      ledger.steps.done(ledger.step(row, answer.answer, isValue: false)) == nil,
      filtered.takers(of: Slug(answer.answer), issue) == [cell.party],
      cells.allSatisfy({ other in
        other.party == cell.party
          || other.answers.contains {
            $0.answer == answer.answer && refuses($0, other.party, at: row)
          }
      })
    else { return [] }
    return [
      .init(
        party: cell.party, answer: answer.answer, title: answer.title, isAgainst: false,
        instead: nil, givesUp: true)
    ]
  }

  /// What it says of other numbers rules the answer out.
  private func isRuledOut(
    _ answer: PositionsView.OptionPosition, by party: Case.Actor.ID, at row: Int
  ) -> Bool {
    answer.isValue
      && ledger.steps.beyondLimits(
        of: party, ledger.step(row, answer.answer, isValue: true)) != nil
  }

  // MARK: Provisos

  func qualify(_ line: inout ConvergenceView.Line, at row: Int) {
    guard line.state.rank <= ConvergenceView.State.conditional.rank else { return }
    let issue = ledger.table.rows[row].issue
    let steps = line.answers.map { ledger.table.rows[row].step(named: $0.answer) }
    line.barredBy = steps.compactMap(\.self).flatMap { bars[$0.id] ?? [] }.uniqued
    let texts = steps.compactMap(\.self).flatMap { drafts[$0.id] ?? [] }.uniqued
      .compactMap { filtered.index.draft($0) }
    let signed = texts.filter { draft in
      (filtered.signed(draft) != nil || filtered.status(of: draft)?.level == .agreed)
        && filtered.ended(draft) == nil
    }
    let isAgreed = line.state == .agreed || line.state == .saidAgreed
    // A text that some must consent to is not agreed without them, signed or agreed.
    let needed =
      (isAgreed ? issue.consent + filtered.theCase.header.consent : [])
      + signed.flatMap(\.consent)
    line.consentMissing = needed.uniqued.filter { actor in
      !steps.contains { $0.map { consents(actor, to: $0) } ?? false }
    }
    reserve(&line, signed)
    guard isAgreed else { return }
    line.disowned = texts.flatMap { draft -> [ConvergenceView.Disowning] in
      let clauses = Set(
        draft.clauses.filter { $0.subjects.contains { $0.issue == line.issue } }.map(\.id))
      return filtered.remarks(on: draft).compactMap { remark -> ConvergenceView.Disowning? in
        if case .draft(_, let clause?)? = filtered.index.statement(remark.statement)?.about,
          !clauses.contains(clause)
        {
          return nil
        }
        return remark.disowns.map {
          ConvergenceView.Disowning(party: $0, by: remark.speakers, statement: remark.statement)
        }
      }
    }
    line.isProvisional = filtered.theCase.header.singleUndertaking
  }

  /// To consent to a text is to consent to what it settles, where nothing is asked for it that has not
  /// come about.
  private func consents(_ actor: Case.Actor.ID, to step: Step) -> Bool {
    let isToText = (drafts[step.id] ?? []).contains { draft in
      ledger.replies.accepting(draft, actor).map { open($0).isEmpty } ?? false
    }
    if isToText { return true }
    guard let (answer, _, _) = ledger.steps.words(of: actor, on: step) else { return false }
    return answer.isOwn && answer.state.stances == [.for] && !answer.isSuperseded
  }

  /// What a statement asks for and has not come about.
  private func open(_ statement: Case.Statement.ID) -> [Requirement] {
    (filtered.index.statement(statement)?.standingRequirements ?? [])
      .filter { !ledger.steps.isMet($0) }
  }

  /// What those whose consent a signed text needs ask for it, and who refuses that.
  private func reserve(_ line: inout ConvergenceView.Line, _ signed: [Case.Draft]) {
    var isRefused = false
    for draft in signed {
      for actor in draft.consent.uniqued where line.consentMissing.contains(actor) {
        guard let reply = ledger.replies.accepting(draft.id, actor) else { continue }
        for requirement in open(reply) {
          for awaited in requirement.step.awaited(filtered.index) {
            let demand = Demand(
              actor, awaited, requirement.kind, [reply], inferred: requirement.inferred)
            let (found, isAccepted) = obstacle(demand, [])
            isRefused = isRefused || !found.rejectedBy.isEmpty || found.state == .blocked
            for place in line.answers.indices {
              add((found, isAccepted), &line.answers[place])
            }
          }
        }
      }
    }
    if isRefused { line.state = .blocked }
  }
}

/// How many parties accept each answer to an issue.
struct AcceptedAnswers {
  private var parties: [String: Int] = [:]

  init(_ cells: [PositionsView.Cell]) {
    for answer in cells.lazy.flatMap(\.answers) where answer.isAccepted {
      parties[answer.answer, default: 0] += 1
    }
  }

  func count(of answer: String) -> Int { parties[answer] ?? 0 }
}
