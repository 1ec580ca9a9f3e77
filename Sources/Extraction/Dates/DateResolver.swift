internal import CaseModel

/// Finds the day or stretch that a date's words mean.
struct DateResolver {
  let context: DateContext
  /// The day last named, from which `two days later` counts.
  var named: CivilDay?
  /// A year named before, which dates of the past without a year share.
  var year: Int?

  init(_ context: DateContext) { self.context = context }

  /// A value in EDTF, how it was found, and another reading.
  struct Answer {
    var value: String
    var rule: String
    var other: String?

    init(_ value: String, _ rule: String, or other: String? = nil) {
      self.value = value
      self.rule = rule
      self.other = other
    }

    func dating(_ words: String) -> Dating? {
      guard let date = try? EDTFDate(value) else { return nil }
      let second = other.flatMap { try? EDTFDate($0) }
      return Dating(date, text: words, rule: rule, or: second == date ? nil : second)
    }
  }

  /// Nil where a day to count from is missing, or there is no such day.
  func answer(
    _ expression: DateExpression, _ tense: Tenses.Tense?, isDeadline: Bool = false
  ) -> Answer? {
    guard var answer = core(expression, tense, isDeadline: isDeadline) else { return nil }
    if let part = expression.part { take(part, expression, isDeadline, &answer) }
    if expression.isNight, answer.other == nil, let date = try? EDTFDate(answer.value), date.isDay {
      answer.other = date.latest.adding(days: 1).iso
      answer.rule += "; a night runs into the next day"
    }
    return answer
  }

  private func core(
    _ expression: DateExpression, _ tense: Tenses.Tense?, isDeadline: Bool
  ) -> Answer? {
    switch expression.core {
    case .day(let year, let month, let day):
      if let year { return Self.day(year, month, day).map { Answer($0.iso, "as given") } }
      return nearest(tense, isDeadline) { Self.day($0, month, day).map { ($0, $0) } }
        .flatMap { year, rule in Self.day(year, month, day).map { Answer($0.iso, rule) } }
    case .days(let year, let month, let from, let to):
      let found =
        year.map { ($0, "as given") }
        ?? nearest(tense, isDeadline) { year in
          Self.day(year, month, from).map { ($0, $0) }
        }
      guard let (year, rule) = found, let first = Self.day(year, month, from),
        let last = Self.day(year, month, to)
      else { return nil }
      return Answer("\(first.iso)/\(last.iso)", rule)
    case .numbers(let year, let first, let second):
      guard let day = Self.day(year, second, first) else { return nil }
      return Answer(
        day.iso, "read as day, month, year",
        or: first == second ? nil : Self.day(year, first, second)?.iso)
    case .month(let year, let month):
      return self.month(year, month, expression.which, tense, isDeadline)
    case .year(let year): return Answer(Self.padded(year), "year as given")
    case .decade(let decade): return Answer("\(decade)X", "the decade")
    case .season(let year, let season):
      return self.season(year, season, expression.which, tense, isDeadline)
    case .quarter(let year, let quarter):
      let known =
        year.map { ($0, "the quarter") }
        ?? nearest(tense, isDeadline) { Self.monthSpan($0, quarter * 3 - 2) }
      guard let (year, rule) = known else { return nil }
      let text = Self.padded(year)
      return Answer(
        "\(text)-\(Self.two(quarter * 3 - 2))/\(text)-\(Self.two(quarter * 3))", rule)
    case .weekday(let day): return weekday(day, expression.which, tense, isDeadline)
    case .dayOffset(let days):
      let rule =
        switch days {
        case 0: "the day of \(context.origin)"
        case -1: "the day before \(context.origin)"
        case 1: "the day after \(context.origin)"
        default: "counted from \(context.origin)"
        }
      return context.day.map { Answer($0.adding(days: days).iso, rule) }
    case .unit(let unit, let offset): return self.unit(unit, offset)
    case .distance(let counts, let unit, let isFuture, let fromNamed):
      guard let anchor = fromNamed ? named ?? context.day : context.day else { return nil }
      let rule =
        fromNamed && named != nil
        ? "counted from \(EDTFDate(anchor).words), named before" : "counted from \(context.origin)"
      let sign = isFuture ? 1 : -1
      guard let near = Self.moved(anchor, counts.lowerBound * sign, unit),
        let far = Self.moved(anchor, counts.upperBound * sign, unit)
      else { return nil }
      if near == far { return Answer(near, rule) }
      return Answer(isFuture ? "\(near)/\(far)" : "\(far)/\(near)", rule)
    case .stretch(let count, let unit, let isFuture): return stretch(count, unit, isFuture)
    case .sameDay:
      guard let day = named ?? context.day else { return nil }
      return Answer(day.iso, named == nil ? "the day of \(context.origin)" : "the day named before")
    }
  }

  // MARK: Years that are not named

  /// The year in which a date lies: named before, or by tense the last or next such day, else the
  /// nearest.
  private func nearest(
    _ tense: Tenses.Tense?, _ isDeadline: Bool, _ span: (Int) -> (CivilDay, CivilDay)?
  ) -> (Int, String)? {
    if let year, tense != .future, span(year) != nil {
      return (year, "year from \(year), named before")
    }
    guard let latest = context.latest else { return nil }
    let present = latest.civil.year
    let years = ((present - 1)...(present + 1)).compactMap { year in span(year).map { (year, $0) } }
    let past = years.last { $0.1.0 <= latest }
    let future = years.first { $0.1.1 >= latest }
    let direction = isDeadline && tense == nil ? Tenses.Tense.future : tense
    let rule = "year from the date of publication"
    switch direction {
    case .past?:
      guard let past else { return future.map { ($0.0, rule) } }
      // A verb of the past may govern what was still to come: agreed on a meeting of 24 May.
      if let future, Self.days(from: past.1.1, to: latest) > 300,
        Self.days(from: latest, to: future.1.0) < 62
      {
        return (future.0, rule)
      }
      return (past.0, rule)
    case .future?:
      guard let future else { return past.map { ($0.0, rule) } }
      if let past, Self.days(from: latest, to: future.1.0) > 300,
        Self.days(from: past.1.1, to: latest) < 31
      {
        return (past.0, rule)
      }
      return (future.0, rule)
    case nil:
      guard let past, let future else { return (past ?? future).map { ($0.0, rule) } }
      let isPastNearer =
        Self.days(from: past.1.1, to: latest) <= Self.days(from: latest, to: future.1.0)
      return (isPastNearer ? past.0 : future.0, "\(rule), the nearest")
    }
  }

  private func month(
    _ year: Int?, _ month: Int, _ which: Int?, _ tense: Tenses.Tense?, _ isDeadline: Bool
  ) -> Answer? {
    if let year { return Answer("\(Self.padded(year))-\(Self.two(month))", "month as given") }
    let tense = which.map { $0 < 0 ? Tenses.Tense.past : .future } ?? tense
    // `last June` in June is the year before's, `this June` is not.
    let skips = which == -1 || which == 1
    let found = nearest(tense, isDeadline) { year in
      guard let span = Self.monthSpan(year, month) else { return nil }
      if skips, let latest = context.latest, span.0 <= latest, latest <= span.1 { return nil }
      return span
    }
    return found.map { Answer("\(Self.padded($0.0))-\(Self.two(month))", $0.1) }
  }

  private func season(
    _ year: Int?, _ season: Int, _ which: Int?, _ tense: Tenses.Tense?, _ isDeadline: Bool
  ) -> Answer? {
    let months = [
      "March to May", "June to August", "September to November", "December to February",
    ]
    let rule = "the season, \(months[(season - 21) & 3])"
    if let year { return Answer("\(Self.padded(year))-\(season)", rule) }
    let tense = which.map { $0 < 0 ? Tenses.Tense.past : .future } ?? tense
    let found = nearest(tense, isDeadline) { year in
      guard let date = try? EDTFDate("\(Self.padded(year))-\(season)") else { return nil }
      if which == -1 || which == 1, let latest = context.latest, date.earliest <= latest,
        latest <= date.latest
      {
        return nil
      }
      return (date.earliest, date.latest)
    }
    return found.map { Answer("\(Self.padded($0.0))-\(season)", "\(rule); \($0.1)") }
  }

  // MARK: Counted from the day of publication

  private func weekday(
    _ day: Int, _ which: Int?, _ tense: Tenses.Tense?, _ isDeadline: Bool
  ) -> Answer? {
    guard let published = context.day else { return nil }
    let back = (published.weekday - day + 7) % 7
    let ahead = (day - published.weekday + 7) % 7
    let name = published.adding(days: ahead).weekdayName
    func last(_ days: Int, or other: Int? = nil) -> Answer {
      Answer(
        published.adding(days: -days).iso,
        days == 0 ? "the day of \(context.origin)" : "the \(name) before \(context.origin)",
        or: other.map { published.adding(days: -$0).iso })
    }
    func next(_ days: Int, or other: Int? = nil) -> Answer {
      Answer(
        published.adding(days: days).iso,
        days == 0 ? "the day of \(context.origin)" : "the \(name) after \(context.origin)",
        or: other.map { published.adding(days: $0).iso })
    }
    switch which {
    case .some(-1):
      let days = back == 0 ? 7 : back
      return last(days, or: day < published.weekday ? days + 7 : nil)
    case .some(1):
      let days = ahead == 0 ? 7 : ahead
      return next(days, or: day > published.weekday ? days + 7 : nil)
    case .some:
      let shift = day - published.weekday
      return shift < 0 ? last(-shift) : next(shift)
    case nil: break
    }
    let direction: Tenses.Tense? = isDeadline && tense == nil ? .future : tense
    switch direction {
    case .past?: return last(back)
    case .future?: return next(ahead)
    case nil: return last(back, or: back == 0 ? nil : -ahead)
    }
  }

  private func unit(_ unit: TimeSpan, _ offset: Int) -> Answer? {
    guard let latest = context.latest else { return nil }
    let rule = "counted from \(context.origin)"
    switch unit {
    case .year: return Answer(Self.padded(latest.civil.year + offset), rule)
    case .month: return Answer(latest.monthMoved(by: offset).isoMonth, rule)
    case .quarter:
      let date = latest.monthMoved(by: offset * 3).civil
      let first = (date.month - 1) / 3 * 3 + 1
      let year = Self.padded(date.year)
      return Answer("\(year)-\(Self.two(first))/\(year)-\(Self.two(first + 2))", rule)
    case .decade:
      return Answer("\(Self.padded(latest.civil.year + offset * 10).dropLast())X", rule)
    case .week, .weekend, .fortnight, .day, .hour, .minute: break
    }
    guard let day = context.day else { return nil }
    switch unit {
    case .week:
      let monday = day.adding(days: -day.weekday + 7 * offset)
      return Answer("\(monday.iso)/\(monday.adding(days: 6).iso)", "the week, Monday to Sunday")
    case .weekend:
      let saturday = day.adding(
        days: 5 - day.weekday + 7 * (day.weekday > 4 && offset < 0 ? offset : min(offset, 1)))
      return Answer(
        "\(saturday.iso)/\(saturday.adding(days: 1).iso)",
        "the weekend, counted from \(context.origin)")
    case .day: return Answer(day.adding(days: offset).iso, rule)
    default: return nil
    }
  }

  private func stretch(_ count: Int?, _ unit: TimeSpan, _ isFuture: Bool) -> Answer? {
    guard let day = context.day else { return nil }
    let rule = "counted from \(context.origin)"
    guard let count else { return Answer(isFuture ? "\(day.iso)/.." : "../\(day.iso)", rule) }
    guard let end = Self.day(day, count * (isFuture ? 1 : -1), unit) else { return nil }
    return Answer(isFuture ? "\(day.iso)/\(end.iso)" : "\(end.iso)/\(day.iso)", rule)
  }
}
