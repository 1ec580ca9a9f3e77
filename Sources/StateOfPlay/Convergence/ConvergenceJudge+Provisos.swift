internal import CaseModel

/// The provisos of an answer that does for all.
extension ConvergenceJudge {
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
    // A text that some must consent to is not agreed without them: signed, agreed, or accepted by all
    // and so what the answer rests on.
    let bearing = isAgreed ? texts.filter { bears($0, line) } : []
    let needed =
      (isAgreed ? issue.consent + filtered.theCase.header.consent : [])
      + (signed + bearing).flatMap(\.consent)
    line.consentMissing = needed.uniqued.filter { actor in
      !steps.contains { $0.map { consents(actor, to: $0) } ?? false }
    }
    reserve(&line, texts.filter { signed.contains($0) || bearing.contains($0) })
    for step in steps.compactMap(\.self) { reserve(&line, step) }
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
      && !ledger.conditions(of: actor, holdingBack: step)
        .contains { ledger.holdsBack(ledger.conditions[$0]) }
  }

  /// What a statement asks for and has not come about.
  private func open(_ statement: Case.Statement.ID) -> [Requirement] {
    (filtered.index.statement(statement)?.standingRequirements ?? [])
      .filter { !ledger.steps.isMet($0) }
  }

  /// What is agreed was said of the text.
  private func bears(_ draft: Case.Draft, _ line: ConvergenceView.Line) -> Bool {
    guard filtered.ended(draft) == nil else { return false }
    return line.answers.flatMap(\.statements).contains { id in
      guard case .draft(draft.id, _)? = filtered.index.statement(id)?.about else { return false }
      return true
    }
  }

  /// What those whose consent is missing, and those who belong to them, ask for a text, and who refuses
  /// that. What a member asks for holds back its own yes, and not the body's.
  private func reserve(_ line: inout ConvergenceView.Line, _ texts: [Case.Draft]) {
    var isRefused = false
    for actor in line.consentMissing {
      for holder in [actor] + (members[actor] ?? []) {
        for draft in texts {
          guard let reply = ledger.replies.accepting(draft.id, holder) else { continue }
          for requirement in open(reply) {
            for awaited in requirement.step.awaited(filtered.index) {
              let demand = Demand(
                holder, awaited, requirement.kind, [reply], inferred: requirement.inferred)
              let (found, isAccepted) = obstacle(demand, [])
              if holder == actor {
                isRefused = isRefused || !found.rejectedBy.isEmpty || found.state == .blocked
              }
              for place in line.answers.indices {
                add((found, isAccepted), &line.answers[place])
              }
            }
          }
        }
      }
    }
    if isRefused { line.state = .blocked }
  }

  /// The same of what they ask for the answer itself.
  private func reserve(_ line: inout ConvergenceView.Line, _ step: Step) {
    for actor in line.consentMissing {
      for holder in [actor] + (members[actor] ?? []) {
        for place in ledger.conditions(of: holder, holdingBack: step) {
          let condition = ledger.conditions[place]
          guard ledger.holdsBack(condition) else { continue }
          let found = obstacle(Demand(condition), ledger.replies.replies(to: condition))
          for answer in line.answers.indices { add(found, &line.answers[answer]) }
        }
      }
    }
  }
}
