internal import CaseModel

/// One statement's answer to an issue, ready to be set against another.
struct Assertion: Equatable {
  /// Its statement's place in the case.
  var position: Int
  let answer: Answered
  /// The answer's number in its issue: the same for the same answer.
  let number: Int
  /// The number of the unit it is measured in.
  let scale: Int
  /// Holds the answer to be so, or not so; nil where it says neither, as one that took note.
  let isFor: Bool?
  let isDoubted: Bool
  let said: EDTFDate?
  let at: Case.Meeting.ID?
  let act: Case.Statement.Act
  /// The number of its source and the reporters in between: the same for the same.
  let reporter: Int
  /// The number of its dates: the same for the very same ones; -1 without a date.
  let time: Int
  /// The number of what is asked for the answer: the same for the same, 0 where nothing is.
  let terms: Int

  /// The same, of a number that its speaker asks for or gives: who wants more and asks 20 would take
  /// more, too.
  func bounded(by want: Case.Issue.Want) -> Assertion {
    guard case .quantity(let interval, let quantity) = answer, isFor == true else { return self }
    let span = ValueSpan(interval, want)
    return Assertion(
      position: position,
      answer: .quantity(NumberInterval(lower: span.lower, upper: span.upper), quantity),
      number: number, scale: scale, isFor: isFor, isDoubted: isDoubted, said: said, at: at,
      act: act, reporter: reporter, time: time, terms: terms)
  }

  enum Answered: Hashable {
    case option(Slug)
    // Apart, as these are large and most answers are options.
    indirect case quantity(NumberInterval, Quantity)
    case date(EDTFDate)
    indirect case set(MemberSet, SetContents)
  }

  /// How two assertions stand to each other.
  enum Relation {
    case same, variant, conflict
  }

  func relation(to other: Assertion, answersAreMany: Bool) -> Relation {
    let relation = values(other, answersAreMany: answersAreMany)
    return relation == .conflict && (isDoubted || other.isDoubted) ? .variant : relation
  }

  private func values(_ other: Assertion, answersAreMany: Bool) -> Relation {
    let isSame = number == other.number
    // For against against on one answer conflict; without either there is nothing to conflict.
    guard let isFor, let othersFor = other.isFor else {
      return isSame && self.isFor == other.isFor ? .same : .variant
    }
    guard isFor == othersFor else { return isSame ? .conflict : .variant }
    if isSame { return .same }
    // 55, and 65 if others follow, is one offer in two steps: on other terms another number excludes
    // nothing.
    guard isFor, terms == other.terms else { return .variant }
    let areDisjoint =
      switch (answer, other.answer) {
      case (.option, .option): !answersAreMany
      case (.quantity(let a, let x), .quantity(let b, let y)):
        // Hours and persons cannot be compared.
        (x.unit == nil || y.unit == nil || x.unit == y.unit) && a.isDisjoint(from: b)
      case (.date(let a), .date(let b)): !a.overlaps(b)
      case (.set(_, let a), .set(_, let b)): a.conflicts(with: b)
      default: false
      }
    return areDisjoint ? .conflict : .variant
  }

  /// Of one occasion, or of dates of which neither is later.
  func isSimultaneous(with other: Assertion) -> Bool {
    if let at, at == other.at { return true }
    guard let said, let others = other.said else { return false }
    return said.overlaps(others)
  }

  /// Of one occasion, or of the very same dates: where one date is vaguer than the other no one knows
  /// which came first, and the two may be a change.
  func isOfOneTime(as other: Assertion) -> Bool {
    if let at, at == other.at { return true }
    guard let said, let others = other.said else { return false }
    return said.begins == others.begins && said.ends == others.ends
  }

  /// Answers the same question: one option, or any value.
  func isOnQuestion(of other: Assertion) -> Bool {
    switch (answer, other.answer) {
    case (.option, .option): number == other.number
    default: true
    }
  }
}
