/// Reads one date in small letters, without words round it: a day, a month, a season, a quarter, a year.
struct PlainDate {
  /// Nil where a date of figures that can be read in two ways has to be asked about.
  var order: DatePhrase.Order?

  /// Its notation; nil where no form fits.
  ///
  /// A week, a time of day and a weekday stand round a date once and in this order: were each looked for in
  /// what another leaves, a text of many of them would be read in as many ways as they can be ordered.
  func read(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    guard let rest = text.without(prefix: "the week of ") ?? text.without(prefix: "week of ") else {
      return try moment(text)
    }
    guard let day = try moment(rest).flatMap({ try? EDTFDate($0) }), day.isDay else { return nil }
    let monday = day.latest.adding(days: -day.latest.weekday)
    return "\(monday.iso)/\(monday.adding(days: 6).iso)"
  }

  /// `12 May 2025, 14:00 UTC`, as the program prints it, or a date without a time.
  private func moment(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    guard text.contains(":"),
      let found = text.wholeMatch(
        of: /(.+?)(?:,? at|,)? (\d\d?):(\d\d)(?: utc([+-]\d\d(?::\d\d)?)?)?/)
    else { return try dated(text) }
    guard let day = try dated(String(found.output.1)).flatMap({ try? EDTFDate($0) }), day.isDay
    else { return nil }
    let hour = found.output.2.count == 1 ? "0\(found.output.2)" : String(found.output.2)
    let zone = found.output.4.map(String.init) ?? (text.hasSuffix(" utc") ? "Z" : "")
    return "\(day.latest.iso)T\(hour):\(found.output.3):00\(zone)"
  }

  /// `Tuesday, 12 May 2026`, which must be one, or a date without a weekday.
  private func dated(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    let parts = Self.parts(text)
    guard let first = parts.first, parts.count > 1, let weekday = Self.weekday(first) else {
      return try bare(text)
    }
    guard let notation = try bare(parts.dropFirst().joined(separator: " ")) else { return nil }
    guard let date = try? EDTFDate(notation) else { return notation }
    guard date.isDay, date.latest.weekday == weekday else {
      throw WrittenDate.SyntaxError(
        reason: date.isDay
          ? "\(date.words) is a \(Self.weekdays[date.latest.weekday].capitalisedFirst)"
          : "no date was recognised")
    }
    return notation
  }

  private func bare(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    let notation = text.uppercased()
    if !text.contains("/"), (try? EDTFDate(notation)) != nil { return notation }
    let parts = Self.parts(text)
    return parts.contains { $0.contains(where: \.isLetter) } ? words(parts) : try numbers(text)
  }

  private static func parts(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// A month or a season by its name, a quarter, a decade; a year, perhaps a day.
  private func words(_ parts: [String]) -> String? {
    var named = parts.filter { !["of", "the", "in"].contains($0) }
    if let decade = named.first, named.count == 1, decade.count == 5, decade.hasSuffix("0s"),
      Self.year(String(decade.dropLast())) != nil
    {
      return "\(decade.prefix(3))X"
    }
    // `2026 May 12`
    if let year = named.first, Self.year(year) != nil, named.count > 1 {
      named = Array(named.dropFirst()) + [year]
    }
    guard let year = named.last.flatMap(Self.year), named.count <= 4 else { return nil }
    let rest = named.dropLast()
    if rest.count == 1, let season = Self.seasons.firstIndex(of: rest[0]) {
      return "\(year)-\(season == 4 ? 23 : 21 + season)"
    }
    if let quarter = Self.quarter(Array(rest)) {
      return "\(year)-\(Self.padded(quarter * 3 - 2))/\(year)-\(Self.padded(quarter * 3))"
    }
    guard let place = rest.firstIndex(where: { Self.month($0) != nil }),
      let month = Self.month(rest[place])
    else { return nil }
    var others = Array(rest)
    others.remove(at: place)
    switch others.count {
    case 0: return "\(year)-\(Self.padded(month))"
    case 1:
      return Self.day(others[0]).map { "\(year)-\(Self.padded(month))-\(Self.padded($0))" }
    default: return nil
    }
  }

  /// `q1`, `first quarter`.
  private static func quarter(_ words: [String]) -> Int? {
    if words.count == 1 { return ["q1", "q2", "q3", "q4"].firstIndex(of: words[0]).map { $0 + 1 } }
    guard words.count == 2, words[1] == "quarter" else { return nil }
    let names = [["first", "1st"], ["second", "2nd"], ["third", "3rd"], ["fourth", "4th"]]
    return names.firstIndex { $0.contains(words[0]) }.map { $0 + 1 }
  }

  /// `16.5.2025`, `2025/5/16`, `2025-5-16`; `5.2025` for the month.
  private func numbers(_ text: String) throws(WrittenDate.SyntaxError) -> String? {
    guard let sign = [".", "/", "-"].first(where: { text.contains($0) }) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false).map {
      $0.drop { $0 == " " }
    }.map(String.init)
    let values = parts.map { $0.count <= 4 && $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    guard values.allSatisfy({ $0 != nil }) else { return nil }
    let known = values.compactMap(\.self)
    if parts[0].count == 4, known.count > 1 {
      guard parts.dropFirst().allSatisfy({ $0.count <= 2 }) else { return nil }
      return ([parts[0]] + known.dropFirst().map(Self.padded)).joined(separator: "-")
    }
    guard known.count == 2 || known.count == 3 else { return nil }
    guard let year = parts.last.flatMap(Self.year) else {
      guard known.count == 3, parts.allSatisfy({ (1...2).contains($0.count) }) else { return nil }
      throw WrittenDate.SyntaxError(reason: "write the year with four digits")
    }
    if known.count == 2 { return "\(year)-\(Self.padded(known[0]))" }
    func date(_ day: Int, _ month: Int) -> String {
      "\(year)-\(Self.padded(month))-\(Self.padded(day))"
    }
    // Between dots the day comes first everywhere; between strokes that depends on the country.
    if sign == ".", known[1] <= 12 || known[0] > 12 { return date(known[0], known[1]) }
    if known[0] > 12 { return date(known[0], known[1]) }
    if known[1] > 12 { return date(known[1], known[0]) }
    switch order {
    case _ where known[0] == known[1], .dayFirst?: return date(known[0], known[1])
    case .monthFirst?: return date(known[1], known[0])
    case nil:
      throw WrittenDate.SyntaxError(reason: "it can be read in two ways; write the month as a word")
    }
  }

  // MARK: Words

  static let seasons = ["spring", "summer", "autumn", "winter", "fall"]
  private static let months = EDTFDate.months.map { $0.lowercased() }
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static func month(_ word: String) -> Int? {
    let word = word.without(suffix: ".") ?? word
    let name = word == "sept" ? "sep" : word
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0 == name || (name.count == 3 && $0.hasPrefix(name)) }.map {
      $0 + 1
    }
  }

  /// Why a day that no month has, as in `31 April`, is none; nil where there is no such day.
  static func dayThatIsNone(_ words: [String]) -> String? {
    guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place])
    else { return nil }
    let beside = [place - 1, place + 1].filter { words.indices.contains($0) }
    // A leap year, as the year may be missing.
    let last = CivilDay.days(inMonth: month, of: 2024)
    guard let day = beside.lazy.compactMap({ Self.day(words[$0]) }).first,
      !(1...last).contains(day)
    else { return nil }
    return "\(EDTFDate.months[month - 1]) has no day \(day)"
  }

  private static func weekday(_ word: String) -> Int? {
    let word = word.without(suffix: ".") ?? word
    return weekdays.firstIndex {
      $0 == word || ((3...4).contains(word.count) && $0.hasPrefix(word))
    }
  }

  private static func day(_ word: String) -> Int? {
    var digits = word.without(suffix: ".") ?? word
    for ending in ["st", "nd", "rd", "th"] { digits = digits.without(suffix: ending) ?? digits }
    guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(digits)
  }

  static func year(_ word: String) -> String? {
    word.count == 4 && word.allSatisfy(\.isASCIIDigit) ? word : nil
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
