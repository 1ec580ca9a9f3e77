internal import CaseModel

/// Which kinds of change one moment of a party's ledger is.
struct ChangeKinds {
  private let issue: Case.Issue
  private let want: Case.Issue.Want?
  private let ledger: PartyLedger
  private let values: ValueReader
  /// What was met by then is not dropped.
  private let isMet: (_ answer: Int, _ awaited: PreconditionsView.StepID) -> Bool
  /// The party had promised to take the answer, which it must.
  private let wasPromised: (_ delta: AnswerDelta) -> Bool

  init(
    _ issue: Case.Issue, _ party: Case.Actor.ID, _ ledger: PartyLedger, _ values: ValueReader,
    isMet: @escaping (Int, PreconditionsView.StepID) -> Bool,
    wasPromised: @escaping (AnswerDelta) -> Bool
  ) {
    self.issue = issue
    self.ledger = ledger
    self.values = values
    self.isMet = isMet
    self.wasPromised = wasPromised
    want = issue.wants[party]
  }

  private struct Direction {
    var softer = false
    var harder = false
    var isOther = false
  }

  func kinds(of moment: IssueLedger.Moment) -> [ChangesView.Kind] {
    if moment.deltas.isEmpty { return [] }
    // To refuse what one had promised is no first word on it.
    let isBroken = moment.deltas.contains { delta in
      !delta.hadWords && delta.after == [.against] && wasPromised(delta)
    }
    if moment.isNew { return isBroken ? [.reversed] : [first(moment.deltas)] }
    // What takes another answer's place is no first word on the issue.
    let replaces = moment.deltas.contains { $0.supersededBy != nil }
    let fresh = moment.deltas.filter { !$0.hadWords && !(replaces && $0.isAccepted) }
    let deltas = moment.deltas.filter { $0.hadWords || (replaces && $0.isAccepted) }
    var kinds: [ChangesView.Kind] = isBroken ? [.reversed] : fresh.isEmpty ? [] : [first(fresh)]
    var way = Direction()
    for delta in deltas {
      if delta.wasAccepted, delta.after == [.against] { kinds.append(.reversed) }
      if delta.before == [.against], delta.isAccepted { kinds.append(.reversed) }
      if delta.before.contains(where: { $0 != .unclear }), delta.before != delta.after,
        !delta.isSuperseded, ledger.isWithdrawal(delta)
      {
        kinds.append(.withdrawn)
      }
      conditions(delta, &way)
      way.softer = way.softer || delta.redLineDropped
      way.harder = way.harder || delta.redLineAdded
    }
    answers(deltas, &way)
    if way.softer || way.harder {
      kinds.append(way.softer && way.harder ? .mixed : way.softer ? .softened : .hardened)
    } else if way.isOther {
      kinds.append(.changed)
    }
    if kinds.isEmpty {
      kinds.append(deltas.contains { $0.before != $0.after } ? .changed : .reaffirmed)
    }
    return ChangesView.Kind.allCases.filter(kinds.contains)
  }

  private func first(_ deltas: [AnswerDelta]) -> ChangesView.Kind {
    let words = deltas.flatMap(\.newWords)
    let isAgain = !words.isEmpty && words.allSatisfy { ledger.spoken[$0].saysAgain }
    return isAgain ? .reaffirmed : .new
  }

  /// What is asked for an answer that was and is accepted.
  private func conditions(_ delta: AnswerDelta, _ way: inout Direction) {
    guard delta.isAccepted, delta.wasAccepted else { return }
    way.harder = way.harder || !delta.opened.isEmpty
    way.softer =
      way.softer
      || delta.closed.contains { !isMet(delta.answer, $0.awaited) && $0.reason != .lapsed }
  }

  /// The set of what is accepted.
  private func answers(_ deltas: [AnswerDelta], _ way: inout Direction) {
    let added = deltas.filter { !$0.wasAccepted && $0.isAccepted }
    let left = deltas.filter { $0.wasAccepted && !$0.isAccepted }
    if issue.value != .option, let old = left.first, let new = added.first {
      value(old, new, isOne: left.count == 1 && added.count == 1, &way)
      return
    }
    if added.contains(where: \.hasMet) { way.softer = true }
    if left.contains(where: \.hasParted) { way.harder = true }
    let removed = issue.answers == .many ? left : left.filter { !ledger.isDemandWithdrawn($0) }
    if removed.count < left.count { way.softer = true }
    if issue.answers == .many {
      several(added, removed, &way)
      return
    }
    if !added.isEmpty, !removed.isEmpty {
      way.isOther = true
    } else if !removed.isEmpty {
      way.harder = true
    } else if added.contains(where: isConcession) {
      way.softer = true
    }
  }

  /// A demand that others do not accept softens nothing.
  private func isConcession(_ delta: AnswerDelta) -> Bool {
    delta.reception.isAccepted || !delta.newWords.allSatisfy { ledger.spoken[$0].act == .demand }
  }

  /// Where several answers may hold at once, what is asked for is a demanded set: one that no other
  /// party accepts, or some other rejects, is harder, and one fewer softer. What is given, or what
  /// another party accepts too, goes the other way about.
  private func several(_ added: [AnswerDelta], _ removed: [AnswerDelta], _ way: inout Direction) {
    for delta in added {
      let isGiven = ledger.give(delta.newWords)
      way.softer = way.softer || isGiven || delta.reception.isAccepted
      way.harder = way.harder || (!isGiven && delta.reception.isMore)
    }
    for delta in removed {
      let wasGiven = ledger.give(delta.oldWords)
      way.harder = way.harder || wasGiven || delta.reception.isAccepted
      way.softer = way.softer || (!wasGiven && delta.reception.isMore)
    }
  }

  /// One number or set in the place of another, by what the party wants.
  private func value(_ old: AnswerDelta, _ new: AnswerDelta, isOne: Bool, _ way: inout Direction) {
    guard isOne, let before = ledger.value(old), let after = ledger.value(new) else {
      way.isOther = true
      return
    }
    switch (before, after) {
    case (.set(let before), .set(let after)):
      // A set that is offered grows the other way than one that is demanded.
      let want = self.want ?? (ledger.give(new.newWords) ? .less : .more)
      guard let grows = before.grows(to: after) else {
        way.isOther = true
        return
      }
      if grows == (want == .more) { way.harder = true } else { way.softer = true }
    case (.quantity, .quantity):
      guard let want, let x = values.interval(old.answer), let y = values.interval(new.answer)
      else {
        way.isOther = true
        return
      }
      let (was, now) = (ValueSpan(x, want), ValueSpan(y, want))
      if now.isWider(than: was) {
        way.softer = true
      } else if was.isWider(than: now) {
        way.harder = true
      } else {
        way.isOther = true
      }
    default: way.isOther = true
    }
  }
}

extension MemberSet {
  /// Its members without those left out by name.
  var held: Set<Slug> { Set(members).subtracting(except) }

  /// Nil where neither holds the other.
  func grows(to new: MemberSet) -> Bool? {
    let (before, after) = (held, new.held)
    if before == after {
      let (leftOut, leavesOut) = (Set(except), Set(new.except))
      if leavesOut.isStrictSubset(of: leftOut) { return true }
      return leftOut.isStrictSubset(of: leavesOut) ? false : nil
    }
    if before.isStrictSubset(of: after) { return true }
    return after.isStrictSubset(of: before) ? false : nil
  }
}
