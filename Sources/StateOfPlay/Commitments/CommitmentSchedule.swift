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

  /// One of its dues.
  struct Due {
    let first: EDTFDate
    /// By which it is due, where more time was given.
    let date: EDTFDate
    let quantity: Amount?
    /// As much as has fallen due with it; nil where that is not known.
    let owed: Int128?
  }

  /// By the day on which each is due; of those that come round no more than a century from `now`.
  private func allDues(
    of commitment: Case.Commitment, now: EDTFDate?, _ filtered: FilteredCase
  ) -> [Due] {
    let days: [(EDTFDate, Amount?)]
    switch self {
    case .instalments(let parts):
      days = parts.map { ($0.due, $0.quantity) }.sorted { $0.0 < $1.0 }
    case .recurring(let turn):
      guard let now, !now.hasOpenEnd else { return [] }
      let most = 100_000
      let passed = turn.days(agreed: commitment.agreed, through: now.latest, limit: most).count
      // Of what has no end a few are enough to find the next.
      days = turn.days(
        agreed: commitment.agreed, through: now.latest.adding(days: 36_600),
        limit: isEndless ? min(most, passed + 24) : most
      ).map { (EDTFDate($0), turn.quantity) }
    }
    var owed: Int128? = 0
    let dues = days.map { day, quantity in
      owed = owed.flatMap { before in quantity.map { before + $0.scaled(to: 18) } }
      return Due(
        first: day, date: filtered.due(day, of: commitment.id), quantity: quantity, owed: owed)
    }
    return dues.sorted { $0.date < $1.date }
  }

  /// The first due after `now` that is not carried out, else the last of all; with the last, where it has
  /// an end.
  func next(
    after now: EDTFDate?, of commitment: Case.Commitment, _ accounts: CommitmentAccounts?,
    _ filtered: FilteredCase
  ) -> (due: Due, last: EDTFDate?)? {
    let dues = allDues(of: commitment, now: now, filtered)
    guard let last = dues.last else { return nil }
    let next = dues.first { due in
      now.map { due.date.ends >= $0.ends } ?? true
        && !(accounts?.isDone(due.first, due.owed) ?? false)
    }
    return (next ?? last, isEndless ? nil : last.date)
  }

  private var isEndless: Bool {
    guard case .recurring(let turn) = self else { return false }
    return turn.times == nil && turn.until.map(\.hasOpenEnd) ?? true
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
