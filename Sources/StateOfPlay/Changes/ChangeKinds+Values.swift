internal import CaseModel

/// Which way it goes when one number, date or set takes the place of another.
extension ChangeKinds {
  /// What is asked for one number or set, and was not for the one in whose place it came; and the other
  /// way about.
  func price(_ old: AnswerDelta, _ new: AnswerDelta, _ way: inout Direction) {
    guard let before = old.openBefore, let now = new.openNow else { return }
    if !Set(now).isSubset(of: before) { way.harder = true }
    if before.contains(where: { !now.contains($0) && !isMet(old.answer, $0) }) {
      way.softer = true
    }
  }

  /// One number or set in the place of another, by what the party wants.
  func value(_ old: AnswerDelta, _ new: AnswerDelta, isOne: Bool, _ way: inout Direction) {
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
    case (.quantity, .quantity), (.date, .date):
      guard let x = values.interval(old.answer), let y = values.interval(new.answer) else {
        way.isOther = true
        return
      }
      let (was, now) = (ValueSpan(x, want), ValueSpan(y, want))
      if was == now || (y.isWithin(range: x) && ledger.give(new.newWords)) {
        // Who would take a range takes each number in it.
        way.isSame = true
      } else if want == nil {
        way.isOther = true
      } else if now.isWider(than: was) {
        way.softer = true
      } else if was.isWider(than: now) {
        way.harder = true
      } else {
        // Ranges of which neither holds the other, as “by 2035” in the place of “not before 2040”.
        let isLess = now.lower < was.lower || now.upper < was.upper
        let isMore = now.lower > was.lower || now.upper > was.upper
        if isLess == isMore {
          way.isOther = true
        } else if isLess == (want == .more) {
          way.softer = true
        } else {
          way.harder = true
        }
      }
    default: way.isOther = true
    }
  }
}

extension NumberInterval {
  /// It lies in a range that has both ends, and is narrower.
  fileprivate func isWithin(range: NumberInterval) -> Bool {
    range.lower != .min && range.upper != .max && range.lower <= lower && upper <= range.upper
      && self != range
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
