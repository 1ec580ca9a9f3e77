internal import CaseModel

extension FilteredCase {
  /// A text, or what one of its clauses settles, waits for the vote on that text: it may be agreed and
  /// signed before it.
  func awaitsVoteOnItself(_ condition: Condition) -> Bool {
    guard case .milestone(let id) = condition.awaited, let vote = index.milestone(id),
      vote.kind == .vote, case .draft(let text)? = vote.of
    else { return false }
    switch condition.step {
    case .draft(let own): return own == text
    case .issue(let issue, _):
      return index.draft(text)?.clauses.flatMap(\.subjects).contains { $0.issue == issue } ?? false
    case .milestone, .meeting, .commitment, .package: return false
    }
  }
}

/// What was done that ends a condition.
extension StepBook {
  /// What was done that ends a condition: what it awaits, or its own step without that; the first of
  /// the two.
  func performance(ending condition: Condition) -> (reason: Closing.Reason, taken: Taken)? {
    // What had been done before it was asked for is not what was asked for. When others report that it
    // is asked for says nothing of that.
    func since(_ taken: Taken?) -> Taken? {
      guard condition.voice == .own, let date = taken?.date, let newest = condition.newestNearest
      else { return taken }
      return newest.isLater(than: date) ? nil : taken
    }
    let met =
      since(done(condition.awaited, ever: true, for: condition.holder))
      ?? settledTogether(condition)
    let passed =
      tookPart(condition.holder, condition.step) && !condition.isOnEffect
      ? since(done(condition.step, ever: true)) : nil
    guard let met else {
      return passed.map { (.overtaken, $0) } ?? otherwise(condition).map { (.replaced, $0) }
    }
    if let a = met.date, let b = passed?.date, let passed, a.isLater(than: b) {
      return (.overtaken, passed)
    }
    return (.fulfilled, met)
  }

  /// It was carried out once, and is so no longer.
  func isUndone(_ step: Step) -> Bool {
    done(step) == nil && done(step, ever: true) != nil
  }

  /// Its holder took the step, or said yes to it and asked for nothing, after what it had asked for was
  /// done: undoing that later does not bring the condition back.
  func hasActed(on condition: Condition, since date: EDTFDate?) -> Bool {
    if done(condition.step, ever: true) != nil { return true }
    guard let date, let (answer, _, spoken) = words(of: condition.holder, on: condition.step) else {
      return false
    }
    let grounds = Set(condition.grounds.map(\.statement))
    return spoken.contains { one in
      guard one.voice == .own, one.stance == .for, !one.isDoubted, one.time == .counts,
        one.answers.contains(answer.answer), let said = one.said,
        !grounds.contains(filtered.theCase.statements[one.position].id)
      else { return false }
      return !date.isLater(than: said)
    }
  }

  /// It was set with the very words that took its step: what waits is not the step, but its effect,
  /// as of a text that is signed subject to a vote.
  func isOnEffect(_ condition: Condition) -> Bool {
    if filtered.awaitsVoteOnItself(condition) { return done(condition.step) != nil }
    switch condition.step {
    case .draft, .issue, .milestone: break
    // Words on coming are evidence of a meeting, too.
    case .meeting, .commitment, .package: return false
    }
    guard let taken = done(condition.step) else { return false }
    return condition.grounds.contains { ground in
      if taken.evidence.contains(ground.statement) { return true }
      // What a signatory says on the day of the signature, of the text it signs, is said with it.
      guard case .draft = condition.step, let date = taken.date,
        let said = filtered.index.statement(ground.statement).flatMap({ filtered.index.said($0) })
      else { return false }
      return said == date
    }
  }

  /// That the holder carried out another option, which excludes its step, after it set the condition.
  private func otherwise(_ condition: Condition) -> Taken? {
    guard let (taken, by) = rival(of: condition.step), by.contains(condition.holder),
      let date = taken.date, condition.newestNearest.map({ !$0.isLater(than: date) }) ?? true
    else { return nil }
    return taken
  }

  /// False of a meeting held whose delegations are on record without the holder's, and of a text that is
  /// between others.
  func tookPart(_ holder: Case.Actor.ID, _ step: Step) -> Bool {
    switch step {
    case .meeting(let id):
      guard let meeting = filtered.index.meeting(id), !meeting.delegations.isEmpty,
        filtered.theCase.header.parties.contains(holder)
      else { return true }
      return meeting.delegations.contains { delegation in
        filtered.index.spokenFor(by: delegation.party, on: meeting.day).contains(holder)
      }
    case .draft(let id):
      guard let draft = filtered.index.draft(id) else { return true }
      let joined = table.packages.joined.parties(to: id)
      let theirs = draft.by + draft.to + draft.signed.flatMap(\.by)
      if theirs.isEmpty, joined.isEmpty { return true }
      return joined.contains(holder)
        || theirs.contains { actor in
          filtered.index.spokenFor(by: actor, on: draft.date).contains(holder)
        }
    case .issue, .milestone, .commitment, .package: return true
    }
  }
}
