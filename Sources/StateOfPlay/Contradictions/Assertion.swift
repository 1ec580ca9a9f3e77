internal import CaseModel

/// One statement's answer to an issue, ready to be set against another.
struct Assertion: Hashable {
  let position: Int
  let answer: Answered
  /// Holds the answer to be so, or not so; nil where it says neither, as one that took note.
  let isFor: Bool?
  let isDoubted: Bool
  let said: EDTFDate?

  enum Answered: Hashable {
    case option(Slug)
    case quantity(NumberInterval, Quantity)
    case date(EDTFDate)
    case set(MemberSet)
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
    // For against against on one answer conflict; without either there is nothing to conflict.
    guard let isFor, let othersFor = other.isFor else {
      return answer == other.answer && self.isFor == other.isFor ? .same : .variant
    }
    guard isFor == othersFor else { return answer == other.answer ? .conflict : .variant }
    if answer == other.answer { return .same }
    guard isFor else { return .variant }
    let areDisjoint =
      switch (answer, other.answer) {
      case (.option, .option): !answersAreMany
      case (.quantity(let a, let x), .quantity(let b, let y)):
        // Hours and persons cannot be compared.
        (x.unit == nil || y.unit == nil || x.unit == y.unit) && a.isDisjoint(from: b)
      case (.date(let a), .date(let b)): !a.overlaps(b)
      case (.set(let a), .set(let b)): a.conflicts(with: b)
      default: false
      }
    return areDisjoint ? .conflict : .variant
  }
}

extension MemberSet {
  /// The same for the same set: in order and once.
  var inOrder: MemberSet {
    MemberSet(Set(members).sorted(), open: open, except: Set(except).sorted())
  }

  /// Two closed sets conflict when they differ; an open one with a closed one when it holds
  /// something that one lacks, or leaves out by name something it holds.
  func conflicts(with other: MemberSet) -> Bool {
    let (a, b) = (held, other.held)
    switch (open, other.open) {
    case (false, false): return a != b || partsLeftOut != other.partsLeftOut
    case (true, false): return !a.isSubset(of: b) || !b.isDisjoint(with: except)
    case (false, true): return !b.isSubset(of: a) || !a.isDisjoint(with: other.except)
    case (true, true): return false
    }
  }

  /// Left out by name without being members themselves, as a part of one.
  private var partsLeftOut: Set<Slug> { Set(except).subtracting(members) }
}

/// The numbers a reported quantity leaves possible.
struct NumberInterval: Hashable {
  /// In ten-thousandths of the unit's thousand-millionth, so that a tenth more or less is exact.
  private let lower: Int128?
  private let upper: Int128?
  private let includesLower: Bool
  private let includesUpper: Bool

  init(_ quantity: Quantity) {
    let value = Self.scaled(quantity.quantity)
    switch quantity.comparator {
    case .less: (lower, upper, includesLower, includesUpper) = (nil, value, true, false)
    case .atMost: (lower, upper, includesLower, includesUpper) = (nil, value, true, true)
    case .atLeast: (lower, upper, includesLower, includesUpper) = (value, nil, true, true)
    case .more: (lower, upper, includesLower, includesUpper) = (value, nil, false, true)
    case .about:
      // `within` is a share; ten percent where nothing is said.
      let margin: Int128
      if let within = quantity.within {
        var share = Int128(within.digits)
        for _ in min(within.places, 9)..<9 { share *= 10 }
        let product = value.magnitude.multipliedReportingOverflow(by: share.magnitude)
        margin = product.overflow ? value / 10 : Int128(product.partialValue / 1_000_000_000)
      } else {
        margin = value / 10
      }
      let width = Int128(margin.magnitude)
      (lower, upper, includesLower, includesUpper) = (value - width, value + width, true, true)
    case .equal:
      let end = quantity.to.map(Self.scaled) ?? value
      (lower, upper, includesLower, includesUpper) = (value, end, true, true)
    }
  }

  private static func scaled(_ amount: Amount) -> Int128 {
    var value = Int128(amount.digits)
    for _ in min(amount.places, 9)..<9 { value *= 10 }
    return value * 10_000
  }

  func isDisjoint(from other: NumberInterval) -> Bool {
    Self.ends(self, before: other) || Self.ends(other, before: self)
  }

  private static func ends(_ a: NumberInterval, before b: NumberInterval) -> Bool {
    guard let end = a.upper, let start = b.lower else { return false }
    return end < start || (end == start && !(a.includesUpper && b.includesLower))
  }
}
