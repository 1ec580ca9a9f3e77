internal import CaseModel

/// When a commitment falls due that does so more than once, and of which of those days an account speaks.
struct SeveralDues {
  private let schedule: Case.Commitment.Schedule
  private let agreed: EDTFDate?
  private let first: EDTFDate?
  /// By the day that each was due first.
  private let extended: [EDTFDate: EDTFDate]

  /// Nil of what falls due once, or is to be kept.
  init?(_ commitment: Case.Commitment, _ filtered: FilteredCase) {
    guard commitment.due == nil, !commitment.isKept, let schedule = commitment.schedule else {
      return nil
    }
    self.schedule = schedule
    agreed = commitment.agreed
    extended = filtered.extended[commitment.id] ?? [:]
    first =
      switch schedule {
      case .instalments(let parts): parts.map(\.due).min { $0.begins < $1.begins }
      case .recurring(let turn): turn.firstDay(agreed: agreed).map { EDTFDate($0) }
      }
  }

  /// All of them; nil where they have no end.
  var all: [EDTFDate]? {
    switch schedule {
    case .instalments(let parts): return parts.map(\.due)
    case .recurring(let turn): return turn.allDays(agreed: agreed)?.map { EDTFDate($0) }
    }
  }

  /// A report counts for the due that it names, and otherwise for those that had come by its own date.
  /// That another promise took its place is said of whatever is still to come, and what is said to be
  /// carried out before anything was due is the first.
  func isOf(_ day: EDTFDate, _ account: CommitmentAccount) -> Bool {
    if let due = account.due { return due == day }
    guard let date = account.date, account.level != .superseded, !account.denies else {
      return true
    }
    return date.ends >= day.begins || (account.isCarriedOut && day == first)
  }

  /// How much had fallen due before a date; nil where that cannot be counted.
  func owed(before date: EDTFDate) -> Int128? {
    switch schedule {
    case .instalments(let parts):
      let passed = parts.filter { date.isLater(than: extended[$0.due] ?? $0.due) }
      let shares = passed.compactMap { $0.quantity?.scaled(to: 18) }
      return shares.count == passed.count && !shares.isEmpty ? shares.reduce(0, +) : nil
    case .recurring(let turn):
      guard let each = turn.quantity, !date.hasOpenStart else { return nil }
      let passed = turn.days(agreed: agreed, through: date.earliest).map { EDTFDate($0) }
        .count { date.isLater(than: extended[$0] ?? $0) }
      return passed == 0 ? nil : each.scaled(to: 18) * Int128(passed)
    }
  }
}

extension Case.Commitment.Recurrence {
  /// More than any record plans for.
  private static let longest = 366_000

  private func begins(agreed: EDTFDate?) -> CivilDay? {
    (from ?? agreed).flatMap { $0.hasOpenStart ? nil : $0.earliest }
  }

  fileprivate func firstDay(agreed: EDTFDate?) -> CivilDay? {
    begins(agreed: agreed).flatMap { begins in
      days(agreed: agreed, through: begins.adding(days: Self.longest), limit: 1).first
    }
  }

  /// Nil where they have no end.
  fileprivate func allDays(agreed: EDTFDate?) -> [CivilDay]? {
    guard times != nil || until.map({ !$0.hasOpenEnd }) ?? false,
      let begins = begins(agreed: agreed)
    else { return nil }
    return days(agreed: agreed, through: begins.adding(days: Self.longest), limit: 100_000)
  }
}
