internal import CaseModel

/// A date as documents write it: `2025-05-16T10:00:00Z`, `16 May 2025`, `May 16, 2025`, `16.05.2025`,
/// `16 травня 2025`.
enum WrittenDate {
  /// The first date in a short text, with day, as it is written there; no time zone is applied.
  static func first(in text: String) -> EDTFDate? {
    let words = tokens(text)
    for index in words.indices {
      if let day = iso(words, index) ?? dayFirst(words, index) ?? monthFirst(words, index)
        ?? eastAsian(words, index)
      {
        return EDTFDate(day)
      }
    }
    return nil
  }

  /// A month's name or how one begins, in any of the languages.
  static func isMonth(_ word: String) -> Bool { month(word) != nil }

  private enum Token {
    case number(Int, digits: Int)
    case month(Int)
    case sign(Unicode.Scalar)
    case word
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var number = ""
    func close() {
      if !number.isEmpty { tokens.append(.number(Int(number) ?? -1, digits: number.utf8.count)) }
      if !word.isEmpty { tokens.append(month(word).map { .month($0) } ?? .word) }
      (word, number) = ("", "")
    }
    for scalar in text.unicodeScalars.prefix(200) {
      if (0x30...0x39).contains(scalar.value) {
        if !word.isEmpty { close() }
        number.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic, ![0x5E74, 0x6708, 0x65E5].contains(scalar.value) {
        if !number.isEmpty { close() }
        word.unicodeScalars.append(scalar)
      } else {
        close()
        if !scalar.properties.isWhitespace { tokens.append(.sign(scalar)) }
      }
    }
    close()
    // `16th`, `1er`, `16 de mayo`, `16. Mai` say no more than `16`.
    return tokens
  }

  private static func month(_ word: String) -> Int? {
    let word = word.lowercased()
    guard word.unicodeScalars.count >= 3 else { return nil }
    return months.firstIndex { starts in starts.contains { word.hasPrefix($0) } }.map { $0 + 1 }
  }

  /// How the months' names begin, in the languages of the cases so far and their neighbours.
  private static let months: [[String]] = [
    ["jan", "янв", "січ", "ene", "gen", "janv", "sty", "oca", "يناير", "jän"],
    ["feb", "фев", "лют", "fév", "fev", "lut", "şub", "فبراير"],
    ["mar", "мар", "бер", "mär", "mrz", "مارس"],
    ["apr", "апр", "кві", "avr", "abr", "kwi", "nis", "أبريل"],
    ["may", "мая", "май", "тра", "mai", "mag", "maj", "mayıs", "مايو"],
    ["jun", "июн", "чер", "juin", "giu", "cze", "haz", "يونيو"],
    ["jul", "июл", "лип", "juil", "lug", "lip", "tem", "يوليو"],
    ["aug", "авг", "сер", "aoû", "ago", "sie", "ağu", "أغسطس"],
    ["sep", "сен", "вер", "set", "wrz", "eyl", "سبتمبر"],
    ["oct", "окт", "жов", "okt", "ott", "out", "paź", "eki", "أكتوبر"],
    ["nov", "ноя", "лис", "lis", "kas", "نوفمبر"],
    ["dec", "дек", "гру", "déc", "dez", "dic", "gru", "ara", "ديسمبر"],
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
    (1000...2999).contains(year) ? CivilDay(year: year, month: month, day: day) : nil
  }

  private static func number(_ tokens: [Token], _ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard tokens.indices.contains(index), case .number(let value, let count) = tokens[index],
      digits.contains(count)
    else { return nil }
    return value
  }

  private static func sign(_ tokens: [Token], _ index: Int) -> Unicode.Scalar? {
    guard tokens.indices.contains(index), case .sign(let sign) = tokens[index] else { return nil }
    return sign
  }

  private static func iso(_ tokens: [Token], _ index: Int) -> CivilDay? {
    if let all = number(tokens, index, digits: 8...8) {
      return day(all / 10_000, all / 100 % 100, all % 100)
    }
    guard let year = number(tokens, index, digits: 4...4), let sign = sign(tokens, index + 1),
      ["-", "/", "."].contains(sign), let month = number(tokens, index + 2, digits: 1...2),
      self.sign(tokens, index + 3) == sign, let number = number(tokens, index + 4, digits: 1...2)
    else { return nil }
    return day(year, month, number)
  }

  /// With a point between the day comes first everywhere; with a slash not, so that it is no date here
  /// unless it can be read in one way only.
  private static func dayFirst(_ tokens: [Token], _ index: Int) -> CivilDay? {
    guard let first = number(tokens, index, digits: 1...2) else { return nil }
    if let sign = sign(tokens, index + 1), let month = number(tokens, index + 2, digits: 1...2),
      self.sign(tokens, index + 3) == sign, let year = number(tokens, index + 4, digits: 4...4)
    {
      if sign == "." { return day(year, month, first) }
      guard sign == "/" || sign == "-" else { return nil }
      if first > 12 || first == month { return day(year, month, first) }
      if month > 12 { return day(year, first, month) }
      return nil
    }
    var next = index + 1
    for _ in 0..<3 where tokens.indices.contains(next) {
      switch tokens[next] {
      case .month(let month):
        for place in next + 1...next + 3 {
          if let year = number(tokens, place, digits: 4...4) { return day(year, month, first) }
        }
        return nil
      case .word, .sign("."): next += 1
      default: return nil
      }
    }
    return nil
  }

  private static func monthFirst(_ tokens: [Token], _ index: Int) -> CivilDay? {
    guard tokens.indices.contains(index), case .month(let month) = tokens[index] else { return nil }
    var next = index + 1
    if sign(tokens, next) == "." { next += 1 }
    guard let first = number(tokens, next, digits: 1...2) else { return nil }
    for place in next + 1...next + 3 {
      if let year = number(tokens, place, digits: 4...4) { return day(year, month, first) }
    }
    return nil
  }

  /// `2025年5月16日`
  private static func eastAsian(_ tokens: [Token], _ index: Int) -> CivilDay? {
    guard let year = number(tokens, index, digits: 4...4), sign(tokens, index + 1) == "年",
      let month = number(tokens, index + 2, digits: 1...2), sign(tokens, index + 3) == "月",
      let number = number(tokens, index + 4, digits: 1...2)
    else { return nil }
    return day(year, month, number)
  }
}
