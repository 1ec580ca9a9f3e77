/// Dates that begin with digits.
extension DateScanner {
  /// `2025-04-30`, `30.04.2025`, `5/6/2025`.
  func numeric(at place: Int) -> ScannedDate? {
    if let found = decade(at: place) { return found }
    guard let first = text[place] else { return nil }
    let dotted = first.lower.split(separator: ".").map { Int($0) ?? 0 }
    if dotted.count == 3, first.lower.filter({ $0 == "." }).count == 2, !first.lower.contains(",") {
      return fromNumbers(dotted[0], dotted[1], dotted[2], isPoint: true, end: place + 1)
    }
    let sign = text.lower(place + 1)
    guard sign == "/" || sign == "-", text.has(sign, at: place + 3),
      text[place + 1]?.isSpaced == false, text[place + 2]?.isSpaced == false,
      let second = text[place + 2], let third = text[place + 4], !third.isSpaced,
      let a = Int(first.lower), let b = Int(second.lower), let c = Int(third.lower)
    else { return nil }
    if sign == "-" {
      guard first.lower.utf8.count == 4, (1...12).contains(b), (1...31).contains(c) else {
        return nil
      }
      return ScannedDate(.day(year: a, month: b, day: c), place + 5)
    }
    return fromNumbers(a, b, c, isPoint: false, end: place + 5)
  }

  private func fromNumbers(_ a: Int, _ b: Int, _ year: Int, isPoint: Bool, end: Int) -> ScannedDate?
  {
    guard (1500...2200).contains(year), (1...31).contains(a), (1...31).contains(b) else {
      return nil
    }
    if isPoint || a > 12 {
      guard b <= 12 else { return nil }
      return ScannedDate(.day(year: year, month: b, day: a), afterYearWord(end))
    }
    if b > 12 { return ScannedDate(.day(year: year, month: a, day: b), end) }
    return ScannedDate(.numbers(year: year, first: a, second: b), end)
  }

  /// A year that words of time introduce, or that a noun follows: `since 2014`, `the 2022 talks`.
  func plainYear(at place: Int) -> ScannedDate? {
    guard let year = yearNumber(at: place), year >= 1800 else { return nil }
    let end = afterYearWord(place + 1)
    if end > place + 1 { return ScannedDate(.year(year), end) }
    let (before, after) = (text.lower(place - 1), text[place + 1])
    if let after, after.kind == .sign, !after.isSpaced, ["%", "°"].contains(after.lower) {
      return nil
    }
    if Self.counted.contains(after?.lower ?? "") { return nil }
    if Self.beforeYears.contains(before) { return ScannedDate(.year(year), end) }
    if before == "the" || before == "that" || before == "a", after?.kind == .word,
      after?.isSpaced == true
    {
      return ScannedDate(.year(year), end)
    }
    if before == "-", let earlier = yearNumber(at: place - 2), earlier < year {
      return ScannedDate(.year(year), end)
    }
    if text.has("-", at: place + 1), let later = yearNumber(at: place + 2), later > year {
      return ScannedDate(.year(year), end)
    }
    return nil
  }

  private static let beforeYears: Set<String> = [
    "in", "since", "until", "till", "by", "of", "before", "after", "from", "during", "for", "to",
    "and", "between", "late", "early", "mid", "through", "summer", "spring", "autumn", "winter",
    "в", "у", "з", "с", "до", "после", "після", "по", "від",
  ]

  private static let counted: Set<String> = [
    "people", "men", "troops", "soldiers", "prisoners", "tonnes", "tons", "dollars", "euros",
    "percent", "per", "cubic", "megawatts", "families", "houses", "jobs", "workers", "times",
    "км", "человек", "осіб", "солдат",
  ]

  func decade(at place: Int) -> ScannedDate? {
    guard let piece = text[place], piece.kind == .number, piece.lower.utf8.count == 4,
      piece.lower.hasSuffix("0"), let year = Int(piece.lower), (1500...2200).contains(year)
    else { return nil }
    if text.has("s", at: place + 1), text[place + 1]?.isSpaced == false {
      return ScannedDate(.decade(year / 10), place + 2)
    }
    if text.has("'", at: place + 1), text.has("s", at: place + 2) {
      return ScannedDate(.decade(year / 10), place + 3)
    }
    return nil
  }
}
