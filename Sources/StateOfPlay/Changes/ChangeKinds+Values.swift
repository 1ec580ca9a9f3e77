internal import CaseModel

/// Which way it goes when one number, date or set takes the place of another.
extension ChangeKinds {
  /// What is asked for an answer.
  struct Asked {
    let answer: Int
    let awaited: PreconditionsView.StepID
  }

  /// A number or set that is asked for.
  struct Price {
    let awaited: PreconditionsView.StepID
    let issue: Case.Issue.ID
    let value: AnswerValue
  }

  /// A yes for which all that was asked has come about, or is given with it, is the same yes.
  func isGivenAsAsked(_ delta: AnswerDelta) -> Bool {
    delta.before == [.forIf] && delta.after == [.for] && !delta.closed.isEmpty
      && delta.closed.allSatisfy { isMet(delta.answer, $0.awaited) }
  }

  /// What is asked for one number or set, and was not for the one in whose place it came; and the other
  /// way about.
  func compare(_ old: AnswerDelta, _ new: AnswerDelta, _ way: inout Direction) {
    guard let before = old.openBefore, let now = new.openNow else { return }
    // What was asked for any number is no new price of the next one, and is not dropped with the last.
    let (had, has) = (Set(before), Set(now))
    weigh(
      opened: now.filter { !had.contains($0) && !stood($0, .anyValue) }.map {
        Asked(answer: new.answer, awaited: $0)
      },
      closed: before.filter { !has.contains($0) && !isMet(old.answer, $0) && !stood($0, .whole) }
        .map { Asked(answer: old.answer, awaited: $0) }, kept: [], &way)
  }

  /// What is asked for now and what no longer is. One number in the place of another is a lower or a
  /// higher price, and no new one; beside a higher one that stands a lower one asks for nothing more.
  func weigh(opened: [Asked], closed: [Asked], kept: [Asked], _ way: inout Direction) {
    let new = opened.compactMap(price)
    // What is no number, or on an issue where none was asked for, is a new requirement.
    way.harder = way.harder || new.count < opened.count
    var old = new.isEmpty ? [:] : prices(closed)
    var left = closed.count
    let standing = new.isEmpty ? [:] : prices(kept)
    func asksLess(_ new: Price, _ old: Price) -> Bool? {
      new.awaited == old.awaited ? nil : isLess(new.value, old.value, new.issue)
    }
    for one in new {
      if let place = old[one.issue]?.firstIndex(where: { asksLess(one, $0) != nil }),
        let before = old[one.issue]?.remove(at: place)
      {
        left -= 1
        if asksLess(one, before) ?? false { way.softer = true } else { way.harder = true }
      } else if !(standing[one.issue] ?? []).contains(where: { asksLess(one, $0) ?? false }) {
        way.harder = true
      }
    }
    if left > 0 { way.softer = true }
  }

  private func prices(_ asked: [Asked]) -> [Case.Issue.ID: [Price]] {
    Dictionary(grouping: asked.compactMap(price), by: \.issue)
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
      } else if want == nil, !x.isLimit(likewise: y) {
        way.isOther = true
      } else if now.isWider(than: was) {
        way.softer = true
      } else if was.isWider(than: now) {
        way.harder = true
      } else if want == nil {
        way.isOther = true
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
  /// Both say “at least”, or both “at most”: a limit shows what its holder wants.
  fileprivate func isLimit(likewise other: NumberInterval) -> Bool {
    (lower == .min) != (upper == .max) && (lower == .min) == (other.lower == .min)
      && (upper == .max) == (other.upper == .max)
  }

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
