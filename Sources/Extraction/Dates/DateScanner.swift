/// Reads the date that begins at a piece of a text, without saying yet which day it is.
struct DateScanner {
  let text: SpanText

  /// The longest date that begins at a piece.
  func scan(at place: Int) -> ScannedDate? {
    guard let piece = text[place] else { return nil }
    let found: ScannedDate?
    switch piece.kind {
    case .sign: return nil
    case .number: found = numeric(at: place) ?? dayAndMonth(at: place) ?? plainYear(at: place)
    case .word: found = named(at: place)
    }
    return found.map(withAbout)
  }

  func word(_ place: Int) -> DateWord? {
    guard let piece = text[place], piece.kind == .word else { return nil }
    return DateWord.of(piece.lower)
  }

  // MARK: Days and months

  private func named(at place: Int) -> ScannedDate? {
    // `the` belongs to an ordinal, a part or a unit: the first of June, the end of May.
    let start = text.has("the", at: place) ? place + 1 : place
    if start == place, let found = weekday(at: place) ?? monthFirst(at: place) { return found }
    return dayAndMonth(at: start) ?? partOfDate(at: start) ?? relative(at: start)
      ?? month(at: start) ?? season(at: start) ?? quarter(at: start) ?? decade(at: start)
  }

  /// `Friday`, `Friday, 16 May 2025`, `Monday night`.
  private func weekday(at place: Int) -> ScannedDate? {
    guard case .weekday(let day) = word(place), isSure(place) else { return nil }
    var next = place + 1
    if text.has(",", at: next) { next += 1 }
    if text.has("the", at: next) { next += 1 }
    if let date = dayAndMonth(at: next) ?? monthFirst(at: next) {
      if case .day = date.expression.core { return date }
    }
    var found = ScannedDate(.weekday(day), place + 1)
    takePartOfDay(&found)
    return found
  }

  /// `16 May 2025`, `16th of May`, `the first of June`, `9–16 May`, `9 to 16 May`.
  func dayAndMonth(at place: Int) -> ScannedDate? {
    guard let (first, afterFirst) = dayNumber(at: place) else { return nil }
    var end = afterFirst
    var last = first
    if let to = rangeSign(at: end), let (second, after) = dayNumber(at: to), second > first,
      month(after: after) != nil
    {
      (last, end) = (second, after)
    }
    guard let (month, after) = month(after: end) else { return nil }
    let (year, final) = year(after: after)
    guard last > first else {
      return ScannedDate(.day(year: year, month: month, day: first), final)
    }
    return ScannedDate(.days(year: year, month: month, from: first, to: last), final)
  }

  /// `May 16`, `May 16th, 2024`, `May 12-14`.
  private func monthFirst(at place: Int) -> ScannedDate? {
    guard case .month(let month) = word(place), text[place]?.isCapital == true else { return nil }
    var next = place + 1
    if text.has(".", at: next), text[next + 1]?.kind == .number { next += 1 }
    guard text[next]?.kind == .number, let (first, afterFirst) = dayNumber(at: next) else {
      return nil
    }
    if let to = rangeSign(at: afterFirst), let (last, after) = dayNumber(at: to), last > first,
      self.month(after: after) == nil
    {
      let (year, end) = year(after: after)
      return ScannedDate(.days(year: year, month: month, from: first, to: last), end)
    }
    let (year, end) = year(after: afterFirst)
    return ScannedDate(.day(year: year, month: month, day: first), end)
  }

  private func dayNumber(at place: Int) -> (Int, Int)? {
    if let (value, end) = text.ordinal(at: place) {
      return (1...31).contains(value) ? (value, end) : nil
    }
    guard let piece = text[place], piece.kind == .number, piece.lower.utf8.count <= 2,
      let value = Int(piece.lower), (1...31).contains(value)
    else { return nil }
    return (value, place + 1)
  }

  private func month(after place: Int) -> (Int, Int)? {
    let place = text.has("of", at: place) ? place + 1 : place
    guard case .month(let month) = word(place), let piece = text[place] else { return nil }
    // A month of a Latin script bears a capital, or `may` is a verb.
    guard piece.isCapital || !DateWord.doubtful.contains(piece.lower) else { return nil }
    let isShort = piece.end - piece.start <= 4 && text.has(".", at: place + 1)
    return (month, isShort && !text.endsSentence(place + 1) ? place + 2 : place + 1)
  }

  private func rangeSign(at place: Int) -> Int? {
    let word = text.lower(place)
    return ["-", "to", "and", "по", "до", "through", "until"].contains(word) ? place + 1 : nil
  }

  /// The year that follows, with a comma, `of` or `року` round it.
  func year(after place: Int) -> (Int?, Int) {
    var next = place
    if text.has(",", at: next) || text.has("of", at: next) { next += 1 }
    guard let year = yearNumber(at: next) else { return (nil, place) }
    return (year, afterYearWord(next + 1))
  }

  /// Past `года`, `року`, `г.`, `р.`
  func afterYearWord(_ place: Int) -> Int {
    if ["года", "году", "год", "року", "році", "рік"].contains(text.lower(place)) {
      return place + 1
    }
    if ["г", "р"].contains(text.lower(place)), text.has(".", at: place + 1) { return place + 2 }
    return place
  }

  func yearNumber(at place: Int) -> Int? {
    guard let piece = text[place], piece.kind == .number, piece.lower.utf8.count == 4,
      let year = Int(piece.lower), (1500...2200).contains(year)
    else { return nil }
    return year
  }

  /// `November 2023`, `in March`.
  func month(at place: Int) -> ScannedDate? {
    guard case .month(let month) = word(place), let piece = text[place] else { return nil }
    let (year, end) = year(after: place + 1)
    guard year != nil || isSure(place) else { return nil }
    // Short forms alone are names: Jan, Dec.
    guard year != nil || piece.end - piece.start > 3 || piece.lower == "may" || !piece.isLatin
    else { return nil }
    return ScannedDate(.month(year: year, month), end)
  }

  /// Not a verb, a name or part of one: a doubtful word needs a capital and a word of time before it.
  private func isSure(_ place: Int) -> Bool {
    guard let piece = text[place] else { return false }
    guard piece.isLatin else { return true }
    guard piece.isCapital else { return false }
    guard DateWord.doubtful.contains(piece.lower) else { return true }
    if piece.lower.utf8.count == 3, piece.lower != "may" { return false }
    let before = text.lower(place - 1)
    return Self.beforeMonths.contains(before)
      || (before == "-" && text.has("mid", at: place - 2))
  }

  private static let beforeMonths: Set<String> = [
    "in", "by", "since", "until", "till", "from", "to", "of", "last", "next", "this", "early",
    "late", "mid", "before", "after", "during", "through", "between", "and", "for", "every", "back",
  ]

  private func season(at place: Int) -> ScannedDate? {
    guard case .season(let season) = word(place) else { return nil }
    var next = place + 1
    if text.has("of", at: next) { next += 1 }
    if let year = yearNumber(at: next) {
      return ScannedDate(.season(year: year, season), afterYearWord(next + 1))
    }
    guard isSeasonal(place) else { return nil }
    return ScannedDate(.season(year: nil, season), place + 1)
  }

  /// `in the spring`, `this spring`; a Cyrillic word in the case that answers when.
  private func isSeasonal(_ place: Int) -> Bool {
    guard let piece = text[place] else { return false }
    guard piece.isLatin else {
      return ["весной", "летом", "осенью", "зимой", "навесні", "влітку", "восени", "взимку"]
        .contains(piece.lower)
    }
    let before = text.lower(place - 1)
    if before == "the" {
      return ["in", "by", "of", "since", "until", "from", "during", "before", "after", "for"]
        .contains(text.lower(place - 2)) && !["session", "term"].contains(text.lower(place + 1))
    }
    return ["in", "by", "since", "until", "early", "late", "next", "last", "this", "during"]
      .contains(before)
  }

  /// `the first quarter of 2026`, `Q1 2026`, `the first half of 2025` is a part.
  private func quarter(at place: Int) -> ScannedDate? {
    if let piece = text[place], piece.lower.utf8.count == 2, piece.lower.hasPrefix("q"),
      let number = Int(piece.lower.dropFirst()), (1...4).contains(number)
    {
      let (year, end) = year(after: place + 1)
      return year.map { ScannedDate(.quarter(year: $0, number), end) }
    }
    guard let (number, after) = text.ordinal(at: place), (1...4).contains(number),
      text.has("quarter", at: after)
    else { return nil }
    let (year, end) = year(after: after + 1)
    return ScannedDate(.quarter(year: year, number), end)
  }

  // MARK: What follows

  /// `Monday night`, `on Sunday morning`.
  func takePartOfDay(_ found: inout ScannedDate) {
    guard case .partOfDay = word(found.end) else { return }
    found.expression.isNight = text.has("night", at: found.end)
    found.end += 1
  }

  private func withAbout(_ found: ScannedDate) -> ScannedDate {
    var found = found
    if case .day = found.expression.core { takePartOfDay(&found) }
    return found
  }
}

extension SpanText.Piece {
  /// Begins with a letter of the Latin script.
  var isLatin: Bool { (lower.unicodeScalars.first?.value ?? 0) < 0x250 }
}
