internal import CaseModel

/// The numbers, or days, that someone named on an issue, in its unit, by the answer's name in the
/// positions.
struct NamedNumbers {
  private var numbers: [String: Int128] = [:]
  private var intervals: [String: NumberInterval] = [:]

  init(_ ledger: Ledger, _ issue: Case.Issue.ID) {
    guard ledger.filtered.index.issue(issue)?.isMeasured ?? false else { return }
    for step in ledger.namedAnswers(on: issue) {
      guard case .issue(_, .value(let value)) = step,
        let interval = ledger.steps.interval(of: value, on: issue)
      else { continue }
      let key = value.key
      intervals[key] = interval
      // Of "at least 20" and "at most 20" the number is 20, of "by 2035" its last day.
      switch (interval.lower == .min, interval.upper == .max) {
      case (false, true): numbers[key] = interval.lower
      case (true, false): numbers[key] = interval.upper
      case (false, false):
        numbers[key] = interval.lower + (interval.upper - interval.lower) / 2
      case (true, true): continue
      }
    }
  }

  subscript(answer: String) -> Int128? { numbers[answer] }

  /// The first is a limit, as “at most 20”, beyond which the other lies.
  func excludes(_ limit: String, _ answer: String) -> Bool {
    guard let limit = intervals[limit], let other = intervals[answer] else { return false }
    return (limit.lower == .min) != (limit.upper == .max)
      && (other.lower > limit.upper || other.upper < limit.lower)
  }
}

/// What one option is worth to a party, as a scenario is drafted.
struct DraftedWorth {
  let number: Int128?
  /// The party still stands by what it said of this very option.
  let isSaid: Bool
  var worth: Case.Scenario.Number
}

extension [DraftedWorth] {
  /// Of options that are numbers: what was not said is placed between what was, and nothing is worth
  /// less than what the party wants less.
  mutating func settle(_ want: Case.Issue.Want) {
    let numbered = indices.filter { self[$0].number != nil }
    // From the worst to the best.
    let order = numbered.sorted { a, b in
      let (x, y) = (self[a].number ?? 0, self[b].number ?? 0)
      return want == .more ? x < y : x > y
    }
    let known = order.filter { self[$0].isSaid }
    guard order.count > 1, !known.isEmpty else { return }
    for (rank, place) in order.enumerated() where !self[place].isSaid {
      let worse = order[..<rank].last { self[$0].isSaid }
      let better = order[(rank + 1)...].first { self[$0].isSaid }
      self[place].worth = between(worse, better, at: place)
    }
    var floor = (value: 0.0, from: 0.0, to: 0.0)
    for place in order {
      let worth = self[place].worth
      let now = (
        value: Swift.max(floor.value, worth.value?.approximate ?? 0),
        from: Swift.max(floor.from, worth.from?.approximate ?? 0),
        to: Swift.max(floor.to, worth.to?.approximate ?? 0)
      )
      if now.value > worth.value?.approximate ?? 0 || now.from > worth.from?.approximate ?? 0
        || now.to > worth.to?.approximate ?? 0
      {
        var raised = Case.Scenario.Number.drafted(
          now.value, Swift.min(now.from, now.value), Swift.max(now.to, now.value),
          note: (worth.note.map { "\($0); " } ?? "") + "no less than what it wants less")
        (raised.evidence, raised.basis) = (worth.evidence, worth.basis)
        self[place].worth = raised
      }
      floor = now
    }
  }

  /// A default between what the party said of a worse and of a better number.
  private func between(_ worse: Int?, _ better: Int?, at place: Int) -> Case.Scenario.Number {
    func worth(_ place: Int) -> (value: Double, from: Double, to: Double) {
      let number = self[place].worth
      return (
        number.value?.approximate ?? 0.5, number.from?.approximate ?? 0,
        number.to?.approximate ?? 1
      )
    }
    var number: Case.Scenario.Number
    switch (worse, better) {
    case (let a?, let b?):
      let (x, y) = (worth(a), worth(b))
      let (from, to) = (Double(self[a].number ?? 0), Double(self[b].number ?? 0))
      let share = from == to ? 0.5 : (Double(self[place].number ?? 0) - from) / (to - from)
      let value = x.value + Swift.max(0, y.value - x.value) * share
      number = .drafted(
        value, Swift.min(x.from, value), Swift.max(y.to, value),
        note: "between a worse and a better one it named")
    case (let a?, nil):
      let x = worth(a)
      let value = Swift.max(0.5, x.value)
      number = .drafted(
        value, Swift.min(x.from, value), 1, note: "better than any it named")
    case (nil, let b?):
      let y = worth(b)
      let value = Swift.min(0.5, y.value)
      number = .drafted(
        value, 0, Swift.max(y.to, value), note: "worse than any it named")
    case (nil, nil): number = .drafted(0.5, 0, 1, note: "nothing said")
    }
    number.basis = .standard
    return number
  }
}
