internal import CaseModel

extension DateScanner {
  /// Dates that need a day to count from: `yesterday`, `last week`, `three days ago`, `the end of the
  /// month`.
  func relative(at place: Int) -> ScannedDate? {
    named(dayAt: place) ?? fixedPhrase(at: place) ?? which(at: place) ?? distance(at: place)
  }

  /// `yesterday`, `tomorrow night`.
  private func named(dayAt place: Int) -> ScannedDate? {
    guard case .day(let offset) = word(place) else { return nil }
    var found = ScannedDate(.dayOffset(offset), place + 1)
    takePartOfDay(&found)
    return found
  }

  private func fixedPhrase(at place: Int) -> ScannedDate? {
    if text.has("day", "before", "yesterday", at: place) {
      return ScannedDate(.dayOffset(-2), place + 3)
    }
    if text.has("day", "after", "tomorrow", at: place) {
      return ScannedDate(.dayOffset(2), place + 3)
    }
    if text.has("last", "night", at: place) || text.has("overnight", at: place) {
      var found = ScannedDate(.dayOffset(-1), text.has("last", at: place) ? place + 2 : place + 1)
      found.expression.isNight = true
      return found
    }
    if text.has("tonight", at: place) { return ScannedDate(.dayOffset(0), place + 1) }
    if text.has("this", at: place), case .partOfDay = word(place + 1) {
      return ScannedDate(.dayOffset(0), place + 2)
    }
    if text.has("same", "day", at: place) { return ScannedDate(.sameDay, place + 2) }
    // Of a day named before: without `the`, `next day` is no date.
    guard text.has("the", at: place - 1) else { return nil }
    if text.has("following", "day", at: place) || text.has("next", "day", at: place) {
      return ScannedDate(.distance(1...1, .day, isFuture: true, fromNamed: true), place + 2)
    }
    if text.has("previous", "day", at: place) || text.has("day", "before", at: place) {
      return ScannedDate(.distance(1...1, .day, isFuture: false, fromNamed: true), place + 2)
    }
    if text.has("following", at: place), case .unit(let unit) = word(place + 1),
      unit == .week || unit == .month
    {
      return ScannedDate(.distance(1...1, unit, isFuture: true, fromNamed: true), place + 2)
    }
    return nil
  }

  /// `last week`, `next Wednesday`, `this summer`, `the past three months`, `на прошлой неделе`.
  private func which(at place: Int) -> ScannedDate? {
    var start = place
    if text.has("на", at: start), case .which = word(start + 1) { start += 1 }
    if let found = stretch(at: start) { return found }
    guard case .which(let which) = word(start) else { return nil }
    switch word(start + 1) {
    case .unit(let unit):
      // `past` and `coming` take a stretch, not a calendar unit.
      return ScannedDate(.unit(unit, which), start + 2)
    case .weekday(let day):
      guard text[start + 1]?.isLatin == false || text[start + 1]?.isCapital == true else {
        return nil
      }
      var found = ScannedDate(.weekday(day), start + 2)
      found.expression.which = which
      takePartOfDay(&found)
      return found
    case .season(let season):
      var found = ScannedDate(.season(year: nil, season), start + 2)
      found.expression.which = which
      return found
    case .month(let month):
      guard text[start + 1]?.isLatin == false || text[start + 1]?.isCapital == true else {
        return nil
      }
      let (year, end) = year(after: start + 2)
      var found = ScannedDate(.month(year: year, month), end)
      found.expression.which = which
      return found
    default: return nil
    }
  }

  /// `the past three months`, `the next 48 hours`, `the coming weeks`, `recent days`.
  private func stretch(at place: Int) -> ScannedDate? {
    let isFuture: Bool
    switch text.lower(place) {
    case "past", "last", "recent", "previous", "последние", "последних", "останні", "останніх":
      isFuture = false
    case "next", "coming", "following", "ближайшие", "найближчі", "следующие", "наступні":
      isFuture = true
    default: return nil
    }
    let next = place + 1
    if text.has("few", at: next) || text.has("several", at: next),
      case .unit(let unit) = word(next + 1)
    {
      return ScannedDate(.stretch(nil, unit, isFuture: isFuture), next + 2)
    }
    if let (count, end) = text.count(at: next), count > 0, case .unit(let unit) = word(end) {
      return ScannedDate(.stretch(count, unit, isFuture: isFuture), end + 1)
    }
    if case .unit(let unit) = word(next), isPlural(next) {
      return ScannedDate(.stretch(nil, unit, isFuture: isFuture), next + 1)
    }
    return nil
  }

  private func isPlural(_ place: Int) -> Bool {
    let word = text.lower(place)
    return [
      "days", "weeks", "months", "years", "hours", "дни", "недели", "месяцы", "годы", "дні",
      "тижні", "місяці", "роки",
    ].contains(word)
  }

  /// `three days ago`, `a week earlier`, `two days later`, `два тижні тому`.
  private func distance(at place: Int) -> ScannedDate? {
    guard let (counts, unit, end) = counted(at: place) else { return nil }
    // `not an hour earlier` is no date.
    if unit == .hour || unit == .minute, text.lower(end) != "ago" { return nil }
    switch text.lower(end) {
    case "ago", "назад", "тому":
      return ScannedDate(.distance(counts, unit, isFuture: false, fromNamed: false), end + 1)
    case "earlier", "before":
      guard text.lower(end) == "earlier" || isEdge(end + 1) else { return nil }
      return ScannedDate(.distance(counts, unit, isFuture: false, fromNamed: true), end + 1)
    case "later", "afterwards", "спустя", "потому":
      return ScannedDate(.distance(counts, unit, isFuture: true, fromNamed: true), end + 1)
    default: return nil
    }
  }

  private func isEdge(_ place: Int) -> Bool { text[place].map { $0.kind == .sign } ?? true }

  /// `three days`, `two or three weeks`, `10–14 days`, `a fortnight`, `30-day`, `half a year`.
  func counted(at place: Int) -> (ClosedRange<Int>, TimeSpan, end: Int)? {
    if text.has("half", "a", "year", at: place) { return (6...6, .month, place + 3) }
    if text.has("a", "few", at: place) || text.has("several", at: place) { return nil }
    guard let (low, afterLow) = text.count(at: place), low >= 0 else { return nil }
    var (counts, end) = (low...low, afterLow)
    if ["or", "to", "-", "или", "або"].contains(text.lower(afterLow)),
      let (high, afterHigh) = text.count(at: afterLow + 1), high > low, afterHigh > afterLow + 1,
      !text.has("a", at: afterLow + 1)
    {
      (counts, end) = (low...high, afterHigh)
    }
    if text.has("-", at: end), text[end]?.isSpaced == false { end += 1 }
    for filler in ["full", "calendar", "working", "consecutive"] where text.has(filler, at: end) {
      end += 1
    }
    guard case .unit(let unit) = word(end), unit != .weekend else { return nil }
    // `2014 года` is a year.
    if unit == .year, counts.upperBound >= 1500 { return nil }
    return (counts, unit, end + 1)
  }

  /// `early April`, `mid-June`, `the end of the month`, `the second half of April`, `end of 2025`.
  func partOfDate(at place: Int) -> ScannedDate? {
    var next = place
    var part: DatePart
    if let (ordinal, end) = text.ordinal(at: place), ordinal <= 2, text.has("half", at: end) {
      part = ordinal == 1 ? .firstHalf : .secondHalf
      next = end + 1
    } else {
      guard case .part(let found) = word(place) else { return nil }
      part = found
      next = place + 1
    }
    if text.has("-", at: next), text[next]?.isSpaced == false { next += 1 }
    let hasOf = text.has("of", at: next)
    if hasOf { next += 1 }
    // `start`, `close` and `end` are words of other things but for `of`.
    let needsOf = ["start", "close", "end", "beginning", "middle"].contains(text.lower(place))
    if needsOf, !hasOf { return nil }
    if text.has("in", at: next), !hasOf { next += 1 }
    if text.has("the", at: next) { next += 1 }
    guard var found = month(at: next) ?? partBase(at: next) else { return nil }
    if part == .late, needsOf { part = .end }
    found.expression.part = part
    return found
  }

  /// What may have parts other than months.
  private func partBase(at place: Int) -> ScannedDate? {
    if case .which(let which) = word(place) {
      switch word(place + 1) {
      case .unit(let unit) where unit != .day: return ScannedDate(.unit(unit, which), place + 2)
      case .month(let month):
        var found = ScannedDate(.month(year: nil, month), place + 2)
        found.expression.which = which
        return found
      case .season(let season):
        var found = ScannedDate(.season(year: nil, season), place + 2)
        found.expression.which = which
        return found
      default: return nil
      }
    }
    switch word(place) {
    case .unit(let unit) where [.week, .month, .year, .quarter, .decade].contains(unit):
      return ScannedDate(.unit(unit, 0), place + 1)
    case .season(let season):
      let (year, end) = year(after: place + 1)
      return ScannedDate(.season(year: year, season), end)
    default:
      if let year = yearNumber(at: place) {
        return ScannedDate(.year(year), afterYearWord(place + 1))
      }
      return nil
    }
  }
}
