internal import CaseModel

/// Which way a party's demand for a set, a quantity, or several answers at once went.
struct Demand {
  enum Direction {
    case softer, harder, other
  }

  private let issue: Case.Issue
  private let want: Case.Issue.Want?

  init(_ issue: Case.Issue, _ party: Case.Actor.ID) {
    self.issue = issue
    want = issue.wants[party]
  }

  /// Demanded sets and quantities have a direction of their own; nil for options, and where no one
  /// value took the place of another.
  func direction(
    from removed: [AnswerDelta], to added: [AnswerDelta], _ sweep: PartySweep
  ) -> Direction? {
    guard issue.value != .option, let old = removed.first, let new = added.first,
      let before = sweep.value(old), let after = sweep.value(new)
    else { return nil }
    guard removed.count == 1, added.count == 1 else { return .other }
    switch (before, after) {
    case (.set(let before), .set(let after)):
      // A set that is offered grows the other way than one that is demanded.
      let want = self.want ?? (sweep.give(new.newWords) ? .less : .more)
      guard let grows = Self.grows(from: before, to: after) else { return .other }
      return grows == (want == .more) ? .harder : .softer
    case (.quantity(let before), .quantity(let after)):
      guard let want, let grows = Self.grows(from: before, to: after) else { return .other }
      return grows == (want == .more) ? .harder : .softer
    default: return .other
    }
  }

  /// What other parties make of an answer.
  struct Reception {
    var isAccepted: Bool
    var isRejected: Bool

    /// To ask for it is to ask for more than others give.
    var isMore: Bool { isRejected || !isAccepted }
  }

  /// Where several answers may hold at once, what is asked for is a demanded set: one more that no
  /// other party accepts, or some other rejects, is harder, and one fewer softer. What is given, or
  /// what another party accepts too, goes the other way about.
  func directions(
    from removed: [AnswerDelta], to added: [AnswerDelta], _ sweep: PartySweep,
    reception: (_ answer: Int) -> Reception
  ) -> (softer: Bool, harder: Bool) {
    var found = (softer: false, harder: false)
    for delta in added {
      let received = reception(delta.answer)
      let isGiven = sweep.give(delta.newWords)
      found.softer = found.softer || isGiven || received.isAccepted
      found.harder = found.harder || (!isGiven && received.isMore)
    }
    for delta in removed {
      let received = reception(delta.answer)
      let wasGiven = sweep.give(delta.oldWords)
      found.harder = found.harder || wasGiven || received.isAccepted
      found.softer = found.softer || (!wasGiven && received.isMore)
    }
    return found
  }

  /// Nil where neither holds the other.
  private static func grows(from old: MemberSet, to new: MemberSet) -> Bool? {
    let (before, after) = (old.held, new.held)
    if before == after {
      let (leftOut, leavesOut) = (Set(old.except), Set(new.except))
      if leavesOut.isStrictSubset(of: leftOut) { return true }
      return leftOut.isStrictSubset(of: leavesOut) ? false : nil
    }
    if before.isStrictSubset(of: after) { return true }
    return after.isStrictSubset(of: before) ? false : nil
  }

  /// Nil where the ends of a range go apart, or units differ.
  private static func grows(from old: Quantity, to new: Quantity) -> Bool? {
    guard old.unit == new.unit else { return nil }
    let (low, high) = (old.quantity, old.to ?? old.quantity)
    let (newLow, newHigh) = (new.quantity, new.to ?? new.quantity)
    if newLow == low, newHigh == high { return nil }
    if newLow >= low, newHigh >= high { return true }
    return newLow <= low && newHigh <= high ? false : nil
  }
}

extension MemberSet {
  /// Its members without those left out by name.
  var held: Set<Slug> { Set(members).subtracting(except) }
}
