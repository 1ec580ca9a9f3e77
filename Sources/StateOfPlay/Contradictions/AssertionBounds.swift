internal import CaseModel

/// What some assertions have in common, for ``AssertionSearch`` to pass over those that cannot
/// qualify. Of one assertion it is that assertion's own.
struct AssertionBounds {
  /// One number, or several, or none.
  enum Sole: Equatable {
    case none, one(Int), several

    func with(_ other: Sole) -> Sole {
      if self == other || other == .none { return self }
      return self == .none ? other : .several
    }

    /// Some may be other than `number`.
    func holdsOther(than number: Int) -> Bool { self != .none && self != .one(number) }
    /// Some may be `number`.
    func mayHold(_ number: Int) -> Bool { self == .several || self == .one(number) }
  }

  private(set) var isEmpty = true
  /// The first and the last day of any.
  private var start = Int32.max
  private var end = Int32.min
  private var reporter = Sole.none
  /// The dates as one number.
  private var time = Sole.none
  /// Answer, stance and act as one number.
  private var wording = Sole.none
  /// Something is neither a yes nor a no, or a no, or doubted, or given on terms: it need not conflict
  /// with another value.
  private var hasLoose = false
  /// The answers of those who say no, and of those who say yes, where not doubted.
  private var no = Sole.none
  private var yes = Sole.none
  // Of the yeses: the ends of what they leave possible.
  private var lowers = (least: Int128.max, most: Int128.min)
  private var uppers = (least: Int128.max, most: Int128.min)
  private var sets: SetBounds?
  /// In what the values are measured.
  private var scale = Sole.none

  init() {}

  init(_ one: Assertion, ignoringDates: Bool) {
    isEmpty = false
    start = ignoringDates ? .min : one.said?.earliest.number ?? .max
    end = ignoringDates ? .max : one.said?.latest.number ?? .min
    reporter = .one(one.reporter)
    time = .one(one.time)
    wording = .one(one.wording)
    scale = .one(one.scale)
    hasLoose = one.isFor != true || one.isDoubted || one.terms != 0
    if one.isDoubted { return }
    if one.isFor == false { no = .one(one.number) }
    guard one.isFor == true else { return }
    yes = .one(one.number)
    let (lower, upper) = one.span
    lowers = (lower, lower)
    uppers = (upper, upper)
    if case .set(_, let contents) = one.answer { sets = SetBounds(contents) }
  }

  func with(_ other: AssertionBounds) -> AssertionBounds {
    if isEmpty { return other }
    if other.isEmpty { return self }
    var both = self
    both.start = min(start, other.start)
    both.end = max(end, other.end)
    both.reporter = reporter.with(other.reporter)
    both.time = time.with(other.time)
    both.wording = wording.with(other.wording)
    both.scale = scale.with(other.scale)
    both.hasLoose = hasLoose || other.hasLoose
    both.no = no.with(other.no)
    both.yes = yes.with(other.yes)
    both.lowers = (min(lowers.least, other.lowers.least), max(lowers.most, other.lowers.most))
    both.uppers = (min(uppers.least, other.uppers.least), max(uppers.most, other.uppers.most))
    both.sets = sets.map { mine in other.sets.map(mine.with) ?? mine } ?? other.sets
    return both
  }

  /// By date, then by value.
  func isBefore(_ other: AssertionBounds) -> Bool {
    if start != other.start { return start < other.start }
    if end != other.end { return end < other.end }
    return lowers.least < other.lowers.least
  }

  /// Something within may conflict with what `one` bounds.
  func mayConflict(with one: AssertionBounds) -> Bool {
    guard isSimultaneous(with: one) else { return false }
    if case .one(let answer) = one.no { return yes.mayHold(answer) }
    guard case .one(let answer) = one.yes else { return false }
    if no.mayHold(answer) { return true }
    guard yes.holdsOther(than: answer) else { return false }
    if lowers.most > one.uppers.least || uppers.least < one.lowers.most { return true }
    guard let sets else { return false }
    return one.sets.map(sets.mayConflict) ?? false
  }

  /// Something within may conflict with what `one` bounds and be of other dates.
  func mayConflictAtOtherDates(with one: AssertionBounds) -> Bool {
    guard case .one(let dates) = one.time else { return mayConflict(with: one) }
    return time.holdsOther(than: dates) && mayConflict(with: one)
  }

  /// Something within may be a yes to another of several alternatives than what `one` bounds.
  func mayBeAlternative(to one: AssertionBounds) -> Bool {
    guard case .one(let answer) = one.yes else { return mayConflict(with: one) }
    return isSimultaneous(with: one) && (yes.holdsOther(than: answer) || no.mayHold(answer))
  }

  /// The same of other dates.
  func mayBeAlternativeAtOtherDates(to one: AssertionBounds) -> Bool {
    guard case .one(let dates) = one.time else { return mayBeAlternative(to: one) }
    return time.holdsOther(than: dates) && mayBeAlternative(to: one)
  }

  /// Something within may be reported by others and in other words than what `one` bounds, without
  /// conflicting with it.
  func mayDiffer(from one: AssertionBounds) -> Bool {
    guard isSimultaneous(with: one), case .one(let other) = one.reporter,
      case .one(let words) = one.wording, case .one(let scale) = one.scale,
      reporter.holdsOther(than: other), wording.holdsOther(than: words)
    else { return false }
    // Hours and persons never conflict.
    if hasLoose || one.hasLoose || self.scale.holdsOther(than: scale) { return true }
    return lowers.least <= one.uppers.most && uppers.most >= one.lowers.least
  }

  private func isSimultaneous(with one: AssertionBounds) -> Bool {
    !isEmpty && start <= one.end && one.start <= end
  }
}

/// What some sets have in common.
struct SetBounds {
  private var openHeld: NameBits?
  private var openExcept = NameBits()
  private var heldByAllClosed: NameBits?
  private var heldBySomeClosed = NameBits()

  init(_ one: SetContents) {
    if one.isOpen {
      openHeld = one.held
      openExcept = one.except
    } else {
      heldByAllClosed = one.held
      heldBySomeClosed = one.held
    }
  }

  func with(_ other: SetBounds) -> SetBounds {
    var both = self
    both.openHeld = openHeld.map { $0.union(other.openHeld ?? NameBits()) } ?? other.openHeld
    both.openExcept = openExcept.union(other.openExcept)
    both.heldByAllClosed =
      heldByAllClosed.map { mine in other.heldByAllClosed.map(mine.intersection) ?? mine }
      ?? other.heldByAllClosed
    both.heldBySomeClosed = heldBySomeClosed.union(other.heldBySomeClosed)
    return both
  }

  /// Exact, but for closed sets that hold the same and are written otherwise.
  func mayConflict(with one: SetBounds) -> Bool {
    if let held = one.heldByAllClosed {
      if heldByAllClosed != nil { return true }
      return openHeld.map { !$0.isSubset(of: held) || !held.isDisjoint(with: openExcept) } ?? false
    }
    guard let held = one.openHeld, let all = heldByAllClosed else { return false }
    return !held.isSubset(of: all) || !heldBySomeClosed.isDisjoint(with: one.openExcept)
  }
}

extension Assertion {
  /// Answer, stance and act as one number.
  fileprivate var wording: Int {
    let stance = isFor.map { $0 ? 1 : 2 } ?? 0
    let acts = Case.Statement.Act.allCases
    return (number * 3 + stance) * acts.count + (acts.firstIndex(of: act) ?? 0)
  }

  /// The numbers or days it leaves possible; everything for options and sets.
  fileprivate var span: (lower: Int128, upper: Int128) {
    switch answer {
    case .option, .set: (.min, .max)
    case .quantity(let interval, _): (interval.lower, interval.upper)
    case .date(let date): (Int128(date.earliest.number), Int128(date.latest.number))
    }
  }
}
