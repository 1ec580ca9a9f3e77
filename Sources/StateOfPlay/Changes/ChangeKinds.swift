internal import CaseModel

/// Which kinds of change one moment of a party's ledger is.
struct ChangeKinds {
  let want: Case.Issue.Want?
  /// The issue is no one else's concern, so that nothing on it is nearer to another party or further.
  private let isAlone: Bool
  let ledger: PartyLedger
  let values: ValueReader
  /// What was met by then is not dropped.
  let isMet: (_ answer: Int, _ awaited: PreconditionsView.StepID) -> Bool
  /// The party had promised to take the answer, which it must.
  private let wasPromised: (_ delta: AnswerDelta) -> Bool
  /// The party had asked for it before: for whatever settles the issue, or for another number of its.
  let stood: (_ awaited: PreconditionsView.StepID, _ scope: Scope) -> Bool
  /// The number or set that is asked for an answer; nil where it is something else.
  let price: (_ asked: Asked) -> Price?
  /// Of two values asked for on one issue the new one asks for less; nil where neither holds the other.
  let isLess: (_ new: AnswerValue, _ old: AnswerValue, _ issue: Case.Issue.ID) -> Bool?
  /// No other party had given the answer by then, and one of them had said nothing on the issue.
  private let isUnanswered: (_ delta: AnswerDelta) -> Bool

  /// What a condition had been set for.
  enum Scope {
    /// The issue, whatever it is settled on.
    case whole
    /// That, or any of its numbers, dates or sets.
    case anyValue
  }

  init(
    _ party: Case.Actor.ID, _ ledger: PartyLedger, _ values: ValueReader,
    isMet: @escaping (Int, PreconditionsView.StepID) -> Bool,
    wasPromised: @escaping (AnswerDelta) -> Bool,
    stood: @escaping (PreconditionsView.StepID, Scope) -> Bool,
    price: @escaping (Asked) -> Price?,
    isLess: @escaping (AnswerValue, AnswerValue, Case.Issue.ID) -> Bool?,
    isUnanswered: @escaping (AnswerDelta) -> Bool
  ) {
    self.ledger = ledger
    self.values = values
    self.isMet = isMet
    self.wasPromised = wasPromised
    self.stood = stood
    self.price = price
    self.isLess = isLess
    self.isUnanswered = isUnanswered
    want = values.issue.wants[party]
    isAlone = values.issue.parties == [party]
  }

  struct Direction {
    var softer = false
    var harder = false
    var isOther = false
    /// One value took another's place of which the party would take the same.
    var isSame = false
  }

  func kinds(of moment: IssueLedger.Moment) -> [ChangesView.Kind] {
    // To refuse a package is to refuse the whole, and moves nothing on each of its parts.
    // What is said again once it lapsed is measured against what was said last.
    let moved = moment.deltas.filter { !$0.isSetAsideAgain }.map(\.sinceLapse).filter { delta in
      delta.after != [.against] || !delta.hadWords || !ledger.isOfPackage(delta.newWords)
    }
    if moved.isEmpty || moved.allSatisfy({ isSilence($0) }) { return [] }
    // By the text's own account it is no move: what it had said in between no longer holds.
    if !moment.isNew, moved.allSatisfy({ ledger.saysAgain($0) }) { return [.reaffirmed] }
    // To refuse what one had promised is no first word on it.
    let isBroken = moved.contains { delta in
      !delta.hadWords && delta.after == [.against] && wasPromised(delta)
    }
    if moment.isNew { return isBroken ? [.reversed] : first(moved) }
    // What takes another answer's place is no first word on the issue.
    let replaces = moved.contains { delta in
      delta.supersededBy != nil
        || (values.issue.answers == .one && delta.wasAccepted && !delta.isAccepted)
    }
    let fresh = moved.filter { !$0.hadWords && !(replaces && $0.isAccepted) }
    let deltas = moved.filter { $0.hadWords || (replaces && $0.isAccepted) }
    let further = fresh.filter { ledger.isInAddition($0.answer) }
    var kinds: [ChangesView.Kind] =
      isBroken ? [.reversed] : first(fresh.filter { !ledger.isInAddition($0.answer) })
    var way = Direction()
    for delta in further {
      // More than was signed is given or asked for.
      if ledger.give(delta.newWords) { way.softer = true } else { way.harder = true }
    }
    for delta in deltas {
      // To leave open what one had refused, or to refuse what one had left open, reverses nothing.
      if delta.before.isYes, delta.after == [.against] { kinds.append(.reversed) }
      if delta.before == [.against], delta.after.isYes, !ledger.isOfPackage(delta.oldWords) {
        kinds.append(.reversed)
      }
      if delta.before.contains(where: { $0 != .unclear }), delta.before != delta.after,
        !delta.isSuperseded, !(delta.wasAccepted && delta.isAccepted),
        ledger.isWithdrawal(delta)
      {
        kinds.append(.withdrawn)
      }
      conditions(delta, &way)
      way.softer = way.softer || delta.redLineDropped
    }
    for delta in deltas { firmness(delta, &way) }
    answers(deltas, keeps: moment.keeps, &way)
    // A line drawn at a number nearer to the others is nearer all the same.
    if deltas.contains(where: \.redLineAdded), values.issue.value == .option || !way.softer {
      way.harder = true
    }
    if isAlone, way.softer || way.harder {
      way = Direction(isOther: kinds.isEmpty)
    }
    if way.harder, !way.softer, deltas.contains(where: wasPledged) { kinds.append(.reversed) }
    if way.softer || way.harder {
      kinds.append(way.softer && way.harder ? .mixed : way.softer ? .softened : .hardened)
    } else if way.isOther {
      kinds.append(.changed)
    }
    if kinds.isEmpty {
      // What had ended before it was taken back is not said again by that.
      if deltas.flatMap(\.newWords).allSatisfy({ ledger.spoken[$0].act == .withdraw }) { return [] }
      let isOther = !way.isSame && deltas.contains { $0.before != $0.after && !isGivenAsAsked($0) }
      kinds.append(isOther ? .changed : .reaffirmed)
    }
    return plain(kinds)
  }

  /// It leaves what it had signed or promised.
  private func wasPledged(_ delta: AnswerDelta) -> Bool {
    delta.wasAccepted && !delta.isAccepted
      && delta.oldWords.contains { ledger.spoken[$0].isSigned || ledger.spoken[$0].act == .commit }
  }

  /// It was asked and did not answer.
  private func isSilence(_ delta: AnswerDelta) -> Bool {
    !delta.newWords.isEmpty && delta.newWords.allSatisfy { ledger.spoken[$0].act == .silent }
  }

  /// Of an option that others reject, to leave open what it had been for is softer, and the other way
  /// about of one that others accept.
  private func firmness(_ delta: AnswerDelta, _ way: inout Direction) {
    let (was, now) = (delta.before, delta.after)
    guard values.issue.value == .option,
      (was == [.for] && now == [.open]) || (was == [.open] && now == [.for])
    else { return }
    let isLess = now == [.open]
    if delta.reception.isRejected {
      if isLess { way.softer = true } else { way.harder = true }
    } else if delta.reception.isAccepted {
      if isLess { way.harder = true } else { way.softer = true }
    }
  }

  /// At most two words: which way it went, and what else is to be said of it.
  private func plain(_ kinds: [ChangesView.Kind]) -> [ChangesView.Kind] {
    var left = ChangesView.Kind.allCases.filter(kinds.contains)
    for kind in [ChangesView.Kind.withdrawn, .new] where left.count > 2 {
      left.removeAll { $0 == kind }
    }
    return left
  }

  /// Of first words. To take back what one had said otherwise, as a threat, is none.
  private func first(_ deltas: [AnswerDelta]) -> [ChangesView.Kind] {
    let fresh = deltas.filter { delta in
      delta.newWords.contains {
        ledger.spoken[$0].act != .withdraw || ledger.spoken[$0].drops.isEmpty
      }
    }
    var kinds: [ChangesView.Kind] = fresh.count < deltas.count ? [.withdrawn] : []
    let words = fresh.flatMap(\.newWords)
    if !words.isEmpty {
      kinds.append(words.allSatisfy { ledger.spoken[$0].saysAgain } ? .reaffirmed : .new)
    }
    return kinds
  }

  /// What is asked for an answer that was and is accepted.
  private func conditions(_ delta: AnswerDelta, _ way: inout Direction) {
    guard delta.isAccepted, delta.wasAccepted else { return }
    if delta.opened.isEmpty, delta.closed.isEmpty {
      // What is asked for the whole of a package, or not named, is asked all the same.
      way.softer = way.softer || (delta.before == [.forIf] && delta.after == [.for])
      way.harder = way.harder || (delta.before == [.for] && delta.after == [.forIf])
    }
    let closed = delta.closed.filter { !isMet(delta.answer, $0.awaited) && $0.reason != .lapsed }
    weigh(
      opened: delta.opened.filter { !stood($0, .anyValue) }.map {
        Asked(answer: delta.answer, awaited: $0)
      },
      closed: closed.map { Asked(answer: delta.answer, awaited: $0.awaited) },
      kept: (delta.openBefore ?? []).map { Asked(answer: delta.answer, awaited: $0) }, &way)
  }

  /// The set of what is accepted.
  private func answers(_ deltas: [AnswerDelta], keeps: Bool, _ way: inout Direction) {
    let added = deltas.filter { !$0.wasAccepted && $0.isAccepted }
    let left = deltas.filter { $0.wasAccepted && !$0.isAccepted }
    let said = deltas.filter(isSaidNow).flatMap(\.newWords)
    if !said.isEmpty, said.allSatisfy({ ledger.spoken[$0].saysAgain }) {
      // By the text's own account it is no move, whatever is on record before.
      way.isSame = true
      return
    }
    let taken = added.isEmpty ? deltas.filter(isSaidNow) : added
    if values.issue.value != .option, let old = left.first, let new = taken.first {
      let isOne = left.count == 1 && taken.count == 1
      value(old, new, isOne: isOne, &way)
      if isOne { compare(old, new, &way) }
    } else if values.issue.answers == .many {
      if added.contains(where: \.hasMet) { way.softer = true }
      if left.contains(where: { $0.hasParted && !isOpenDemandDropped($0) }) { way.harder = true }
      several(added, left, &way)
    } else {
      exclusive(added, left, taking: deltas.filter(isSaidNow), keeps: keeps, &way)
    }
  }

  /// Accepted by words said now.
  private func isSaidNow(_ delta: AnswerDelta) -> Bool {
    delta.isAccepted && delta.newWords.contains { !delta.oldWords.contains($0) }
  }

  /// Where options exclude each other: towards what another party accepts is softer, and so is to give
  /// where one demanded; to take back what was given to who accepts it is harder, and so is to leave
  /// what all the others had accepted. One demand in another's place goes neither way by itself.
  private func exclusive(
    _ added: [AnswerDelta], _ left: [AnswerDelta], taking: [AnswerDelta], keeps: Bool,
    _ way: inout Direction
  ) {
    let removed = left.filter { !ledger.isDemandWithdrawn($0) }
    if removed.count < left.count { way.softer = true }
    if added.contains(where: \.hasMet) {
      // Who was content with several answers, each of them another's, concedes nothing by a further.
      if removed.count > 1, !keeps, removed.allSatisfy(\.wasShared) {
        way.isOther = true
        return
      }
      way.softer = true
    }
    if left.contains(where: { delta in
      (delta.hasPartedFromAll && !isOpenDemandDropped(delta))
        || (delta.hasParted && wasGiven(delta))
    }) {
      way.harder = true
    }
    let isReplaced = removed.allSatisfy { $0.supersededBy != nil }
    if removed.isEmpty {
      if added.contains(where: isConcession) { way.softer = true }
    } else if added.isEmpty, !isReplaced {
      way.harder = true
    } else if isReplaced, !removed.contains(where: wasGiven),
      taking.allSatisfy({ ledger.give($0.newWords) })
    {
      // It no longer insists.
      way.softer = true
    } else {
      way.isOther = true
    }
  }

  private func wasGiven(_ delta: AnswerDelta) -> Bool { ledger.give(delta.oldWords) }

  /// It no longer asks for what others merely asked for with it, while one of whom it may have been asked
  /// is silent: that leaves no common ground.
  private func isOpenDemandDropped(_ delta: AnswerDelta) -> Bool {
    ledger.isDemandWithdrawn(delta) && isUnanswered(delta)
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
      if isOpenDemandDropped(delta) {
        way.softer = true
        continue
      }
      let wasGiven = ledger.give(delta.oldWords)
      way.harder = way.harder || wasGiven || delta.reception.isAccepted
      way.softer = way.softer || (!wasGiven && delta.reception.isMore)
    }
  }
}

extension [PositionStance] {
  /// For it, with or without an if.
  fileprivate var isYes: Bool { contains(.for) || contains(.forIf) }
}
