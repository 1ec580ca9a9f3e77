internal import CaseModel

/// Finds the dates, windows and lengths of time in a text and says which days they mean.
///
/// English in full; of Ukrainian and Russian months, weekdays, seasons and the commonest ways to count
/// from today. A weekday or a date without a year goes by the tense of the nearest verb.
package struct DateReader {
  let text: SpanText
  let scanner: DateScanner
  private let tenses: Tenses
  private(set) var resolver: DateResolver
  let context: DateContext
  /// Where the year was named that later dates may share.
  private var yearPlace = 0

  private init(_ text: SpanText, _ context: DateContext) {
    self.text = text
    self.context = context
    scanner = DateScanner(text: text)
    tenses = Tenses(text)
    resolver = DateResolver(context)
  }

  /// In the order of the text; none overlaps another.
  /// - Complexity: O(text).
  package static func mentions(in text: SpanText, _ context: DateContext = DateContext())
    -> [DateMention]
  {
    var reader = DateReader(text, context)
    return reader.mentions()
  }

  private mutating func mentions() -> [DateMention] {
    var found: [DateMention] = []
    var place = 0
    while place < text.count {
      if DateStart.isPossible(at: place, in: text),
        let (mention, end) = window(at: place) ?? prefixed(at: place) ?? plain(at: place)
      {
        found.append(mention)
        place = max(end, place + 1)
      } else {
        place += 1
      }
    }
    return found
  }

  // MARK: Windows

  /// `from 28 April to 2 May`, `between 9 and 16 May`, `June–August 2025`.
  private mutating func window(at place: Int) -> (DateMention, Int)? {
    let opening = text.lower(place)
    let isOpened = ["from", "between", "с", "со", "з", "із", "від", "от", "між", "между"].contains(
      opening)
    let start = isOpened ? place + 1 : place
    guard let first = scanner.scan(at: start) else { return nil }
    if isOpened, case .days = first.expression.core {
      return single(first, .at, from: place)
    }
    var next = first.end
    if text.has(",", at: next) { next += 1 }
    let joint = text.lower(next)
    let isJoint: Bool
    switch joint {
    case "to", "until", "till", "through", "по", "до":
      isJoint = isOpened || Self.canSpan(first.expression)
    case "-": isJoint = Self.canSpan(first.expression)
    case "and", "і", "та", "и":
      isJoint = ["between", "між", "между"].contains(opening)
    default: isJoint = false
    }
    guard isJoint, let last = scanner.scan(at: next + 1) else { return nil }
    let tense = tenses.tense(at: place)
    let (from, to) = sharing(first.expression, last.expression)
    guard let a = resolver.answer(from, tense) else {
      return unresolved(from: place, last.end, .at)
    }
    guard let b = ending(to, after: a, tense), let value = Self.joined(a.value, b.value) else {
      return nil
    }
    let words = text.words(place..<last.end)
    let answer = DateResolver.Answer(value, a.rule == b.rule ? a.rule : "\(a.rule); \(b.rule)")
    return (
      DateMention(
        place: text.place(place..<last.end), role: .at, dating: answer.dating(words), length: nil),
      last.end
    )
  }

  private static func canSpan(_ expression: DateExpression) -> Bool {
    switch expression.core {
    case .month, .year, .day, .weekday: true
    default: false
    }
  }

  /// A year that stands at the end is the beginning's as well.
  private func sharing(
    _ first: DateExpression, _ last: DateExpression
  ) -> (DateExpression, DateExpression) {
    var first = first
    switch (first.core, last.core) {
    case (.day(nil, let month, let day), .day(let year?, let lastMonth, _)):
      first.core = .day(year: month > lastMonth ? year - 1 : year, month: month, day: day)
    case (.month(nil, let month), .month(let year?, let lastMonth)):
      first.core = .month(year: month > lastMonth ? year - 1 : year, month)
    case (.month(nil, let month), .day(let year?, let lastMonth, _)):
      first.core = .month(year: month > lastMonth ? year - 1 : year, month)
    default: break
    }
    return (first, last)
  }

  /// The end of a window, the first such date after its beginning.
  private func ending(
    _ expression: DateExpression, after first: DateResolver.Answer, _ tense: Tenses.Tense?
  ) -> DateResolver.Answer? {
    guard let start = try? EDTFDate(first.value), !start.hasOpenStart else { return nil }
    var expression = expression
    let year = start.earliest.civil.year
    switch expression.core {
    case .day(nil, let month, let day):
      let sameYear = CivilDay(year: year, month: month, day: day)
      let isLater = sameYear.map { $0 >= start.earliest } ?? false
      expression.core = .day(year: isLater ? year : year + 1, month: month, day: day)
      return resolver.answer(expression, tense).map { .init($0.value, first.rule) }
    case .month(nil, let month):
      expression.core = .month(year: month < start.earliest.civil.month ? year + 1 : year, month)
      return resolver.answer(expression, tense).map { .init($0.value, first.rule) }
    case .weekday(let day) where start.isDay:
      let ahead = (day - start.earliest.weekday + 7) % 7
      return .init(start.earliest.adding(days: ahead == 0 ? 7 : ahead).iso, first.rule)
    default: return resolver.answer(expression, tense)
    }
  }

  private static func joined(_ first: String, _ last: String) -> String? {
    func end(_ text: String, _ isLast: Bool) -> String {
      let parts = text.split(separator: "/")
      return String((isLast ? parts.last : parts.first) ?? "")
    }
    let value = "\(end(first, false))/\(end(last, true))"
    return (try? EDTFDate(value)).map { _ in value }
  }

  // MARK: Dates with a word before them

  private mutating func prefixed(at place: Int) -> (DateMention, Int)? {
    guard let opening = DateOpening.at(place, in: text) else { return nil }
    let start = opening.end
    // `up to three months` is a length with a bound.
    if text.comparator(at: place) != nil, let (length, end, _, _) = length(at: place) {
      return lasting(length, place..<end)
    }
    if let (length, end, counts, unit) = length(at: start) {
      switch opening.role {
      case .within:
        return counted(counts, unit, length, .within, place: start..<end)
      case .in:
        guard tenses.tense(at: place) != .past else {
          return lasting(length, start..<end)
        }
        return counted(counts, unit, length, .in, place: start..<end)
      case .lasting, .by, .until: return lasting(length, start..<end)
      case .before, .after, .since, .at: return nil
      }
    }
    guard opening.role != .within, let date = scanner.scan(at: start) else { return nil }
    let isPlain = opening.role == .in || opening.role == .lasting
    return single(date, isPlain ? .at : opening.role, from: start)
  }

  private mutating func plain(at place: Int) -> (DateMention, Int)? {
    if let date = scanner.scan(at: place) { return single(date, .at, from: place) }
    // `a 60-day truce`, `three hours`; `a day` alone counts nothing.
    guard !text.has("a", at: place), !text.has("an", at: place), !text.has("one", at: place),
      let (length, end, _, _) = length(at: place)
    else { return nil }
    return lasting(length, place..<end)
  }

  private mutating func single(
    _ date: ScannedDate, _ written: DateMention.Role, from place: Int
  ) -> (DateMention, Int) {
    var role = written
    let isLatest = text.has("at", "the", "latest", at: date.end)
    if role == .at, isLatest { role = .by }
    if role == .at, text.has("onwards", at: date.end) || text.has("onward", at: date.end) {
      role = .since
    }
    let isDeadline = role == .by || role == .until || role == .before
    var tense = tenses.tense(at: place)
    // A last day lies ahead but where the sentence begins with it: By June, the talks had failed.
    if isDeadline, tenses.sentence(of: place).lowerBound < place - 1 { tense = .future }
    if role == .since, tense == nil || !isAhead(place) { tense = .past }
    if let year = resolver.year, !sharesYear(place), year != 0 { resolver.year = nil }
    if isDeadline, tense == .future, sharesYear(place), resolver.year != nil,
      tenses.tense(at: place) == .past
    {
      tense = .past
    }
    guard var answer = resolver.answer(date.expression, tense, isDeadline: isDeadline) else {
      return unresolved(from: place, date.end, role)
    }
    if let (comparator, _) = text.comparator(before: place), comparator == .about,
      let date = try? EDTFDate(answer.value + "~")
    {
      answer.value = date.text
    }
    remember(date.expression, answer, place)
    if role == .since {
      let parts = answer.value.split(separator: "/")
      answer.value = "\(parts.first ?? "")/.."
      answer.other = nil
    }
    let words = text.words(place..<date.end)
    return (
      DateMention(
        place: text.place(place..<date.end), role: role, dating: answer.dating(words), length: nil),
      isLatest ? date.end + 3 : date.end
    )
  }

  /// The verbs behind say that it is still to begin: From Tuesday the port will be closed.
  private func isAhead(_ place: Int) -> Bool {
    if text.has("since", at: place - 1) { return false }
    return tenses.tense(at: place) != .past
  }

  private func unresolved(
    from place: Int, _ end: Int, _ role: DateMention.Role
  ) -> (DateMention, Int) {
    (DateMention(place: text.place(place..<end), role: role, dating: nil, length: nil), end)
  }

  private mutating func remember(
    _ expression: DateExpression, _ answer: DateResolver.Answer, _ place: Int
  ) {
    if let date = try? EDTFDate(answer.value), date.isDay { resolver.named = date.latest }
    switch expression.core {
    case .day(let year?, _, _), .days(let year?, _, _, _), .month(let year?, _), .year(let year),
      .season(let year?, _):
      if let latest = context.latest, year >= latest.civil.year {
        resolver.year = nil
      } else {
        resolver.year = year
        yearPlace = place
      }
    default: break
    }
  }

  /// The year named before is of this sentence or the one before it.
  private func sharesYear(_ place: Int) -> Bool {
    guard resolver.year != nil else { return false }
    let sentence = tenses.sentence(of: place)
    return yearPlace >= sentence.lowerBound
      || tenses.sentence(of: yearPlace).upperBound == sentence.lowerBound
  }
}
