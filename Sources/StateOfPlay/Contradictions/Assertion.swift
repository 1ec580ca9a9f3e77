internal import CaseModel

/// One statement's answer to an issue, ready to be set against another.
struct Assertion: Hashable {
  let position: Int
  let answer: Answered
  let isFor: Bool
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
    switch (answer, other.answer) {
    case (.option(let a), .option(let b)):
      if a == b { return isFor == other.isFor ? .same : .conflict }
      return isFor && other.isFor && !answersAreMany ? .conflict : .variant
    case (.quantity(let a, let x), .quantity(let b, let y)):
      if isFor != other.isFor { return x == y ? .conflict : .variant }
      guard isFor else { return x == y ? .same : .variant }
      if a.isDisjoint(from: b) { return .conflict }
      return x == y ? .same : .variant
    case (.date(let a), .date(let b)):
      if isFor != other.isFor { return a == b ? .conflict : .variant }
      guard isFor else { return a == b ? .same : .variant }
      if !a.overlaps(b) { return .conflict }
      return a == b ? .same : .variant
    case (.set(let a), .set(let b)):
      if isFor != other.isFor { return a == b ? .conflict : .variant }
      guard isFor else { return a == b ? .same : .variant }
      return a.conflicts(with: b) ? .conflict : a == b ? .same : .variant
    default: return .variant
    }
  }
}

extension MemberSet {
  /// Two closed sets conflict when they differ; an open one with a closed one when it holds
  /// something that one lacks, or leaves out by name something it holds.
  func conflicts(with other: MemberSet) -> Bool {
    let (a, b) = (Set(members), Set(other.members))
    let excluded =
      !b.isDisjoint(with: Set(except)) || !a.isDisjoint(with: Set(other.except))
    switch (open, other.open) {
    case (false, false): return a != b
    case (true, false): return !a.isSubset(of: b) || excluded
    case (false, true): return !b.isSubset(of: a) || excluded
    case (true, true): return false
    }
  }
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
        for _ in within.places..<9 { share *= 10 }
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
    for _ in amount.places..<9 { value *= 10 }
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
