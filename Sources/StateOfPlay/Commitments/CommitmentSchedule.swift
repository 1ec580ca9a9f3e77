internal import CaseModel

extension Case.Commitment.Schedule {
  /// Less is reported as done than had fallen due; nil if that cannot be determined.
  func isBehind(
    done: Amount?, of commitment: Case.Commitment, _ filtered: FilteredCase
  ) -> Bool? {
    guard let now = filtered.now, !now.hasOpenEnd, let done else { return nil }
    var owed: Int128 = 0
    let places: UInt8 = 18
    switch self {
    case .instalments(let parts):
      for part in parts where filtered.hasPassed(filtered.due(part.due, of: commitment.id)) {
        owed += part.quantity?.scaled(to: places) ?? 0
      }
    case .recurring(let turn):
      guard let each = turn.quantity else { return nil }
      let days = turn.days(agreed: commitment.agreed, through: now.latest).filter { day in
        filtered.isPast(filtered.due(EDTFDate(day), of: commitment.id).latest)
      }
      owed = each.scaled(to: places) * Int128(days.count)
    }
    return done.scaled(to: places) < owed
  }

  /// As much is done as was due by that day.
  func isCovered(_ day: EDTFDate, by done: Amount?) -> Bool {
    guard let done, case .instalments(let parts) = self else { return false }
    let shares = parts.filter { $0.due.ends <= day.ends }.map(\.quantity)
    if shares.isEmpty || shares.contains(nil) { return false }
    let owed = shares.compactMap { $0?.scaled(to: 18) }.reduce(0, +)
    return done.scaled(to: 18) >= owed
  }

  /// The days by as-of on which something falls due, of instalments all.
  func dues(agreed: EDTFDate?, _ filtered: FilteredCase) -> [EDTFDate] {
    switch self {
    case .instalments(let parts): return parts.map(\.due)
    case .recurring(let turn):
      guard let now = filtered.now, !now.hasOpenEnd else { return [] }
      return turn.days(agreed: agreed, through: now.latest).map { EDTFDate($0) }
    }
  }

  /// The first day after `now` on which something falls due, else the last of all.
  func next(
    after now: EDTFDate?, of commitment: Case.Commitment, _ filtered: FilteredCase
  ) -> EDTFDate? {
    switch self {
    case .instalments(let parts):
      let dues = parts.map { filtered.due($0.due, of: commitment.id) }.sorted()
      return dues.first { due in now.map { due.ends >= $0.ends } ?? true } ?? dues.last
    case .recurring(let turn):
      guard let now, !now.hasOpenEnd else { return nil }
      let days = turn.days(
        agreed: commitment.agreed, through: now.latest.adding(days: 36_600), limit: 1000)
      return (days.first { $0 >= now.latest } ?? days.last).map { EDTFDate($0) }
    }
  }

  var words: String {
    switch self {
    case .instalments(let parts):
      parts.map { part in
        part.due.words + (part.quantity.map { " (\($0.words))" } ?? "")
      }.joined(separator: ", ")
    case .recurring(let turn): turn.words
    }
  }
}
