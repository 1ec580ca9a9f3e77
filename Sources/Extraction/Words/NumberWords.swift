package import CaseModel

/// Numbers as texts write them, in digits and in words.
package enum NumberWords {
  /// What a number word adds or multiplies.
  enum Part: Sendable {
    /// 0 to 19, and the tens.
    case unit(Int)
    case tens(Int)
    /// 100 and up: a power of ten.
    case scale(Int128)
  }

  static func part(_ word: String) -> Part? { parts[word] }

  static var words: [String] { Array(parts.keys) + Array(ordinals.keys) }

  /// The place in a series that an ordinal names: `first`, `21st` is read elsewhere.
  package static func ordinal(_ word: String) -> Int? { ordinals[word] }

  private static let units: [(Int, String)] = [
    (0, "zero ноль нуль"), (1, "one один одна одно один одна одне одного"),
    (2, "two два две дві двух двох"), (3, "three три трёх трех трьох"),
    (4, "four четыре чотири четырёх четырех чотирьох"), (5, "five пять п'ять пяти п'яти"),
    (6, "six шесть шість шести"), (7, "seven семь сім семи"),
    (8, "eight восемь вісім восьми"), (9, "nine девять дев'ять девяти дев'яти"),
    (10, "ten десять десяти"), (11, "eleven одиннадцать одинадцять"),
    (12, "twelve dozen двенадцать дванадцять"), (13, "thirteen тринадцать тринадцять"),
    (14, "fourteen четырнадцать чотирнадцять"), (15, "fifteen пятнадцать п'ятнадцять"),
    (16, "sixteen шестнадцать шістнадцять"), (17, "seventeen семнадцать сімнадцять"),
    (18, "eighteen восемнадцать вісімнадцять"), (19, "nineteen девятнадцать дев'ятнадцять"),
  ]

  private static let tens: [(Int, String)] = [
    (20, "twenty двадцать двадцять"), (30, "thirty тридцать тридцять"),
    (40, "forty сорок"), (50, "fifty пятьдесят п'ятдесят"),
    (60, "sixty шестьдесят шістдесят"), (70, "seventy семьдесят сімдесят"),
    (80, "eighty восемьдесят вісімдесят"), (90, "ninety девяносто дев'яносто"),
  ]

  private static let scales: [(Int128, String)] = [
    (100, "hundred сто"),
    (1000, "thousand тысяча тысячи тысяч тыс тисяча тисячі тисяч тис"),
    (1_000_000, "million mln mn миллион миллиона миллионов млн мільйон мільйона мільйонів"),
    (
      1_000_000_000,
      "billion bn миллиард миллиарда миллиардов млрд мільярд мільярда мільярдів"
    ),
    (1_000_000_000_000, "trillion tn триллион триллиона триллионов трлн трильйон трильйонів"),
  ]

  private static let parts: [String: Part] = {
    var parts: [String: Part] = [:]
    for (value, words) in units {
      for word in words.split(separator: " ") { parts[String(word)] = .unit(value) }
    }
    for (value, words) in tens {
      for word in words.split(separator: " ") { parts[String(word)] = .tens(value) }
    }
    for (value, words) in scales {
      for word in words.split(separator: " ") { parts[String(word)] = .scale(value) }
    }
    return parts
  }()

  private static let ordinals: [String: Int] = {
    let words = """
      first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
      fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
      """
    var ordinals: [String: Int] = [:]
    for (place, word) in words.split(separator: " ").enumerated() {
      ordinals[String(word)] = place + 1
    }
    ordinals["thirtieth"] = 30
    return ordinals
  }()
}

/// An exact number while it is being read.
package struct ReadNumber: Hashable, Sendable {
  package var numerator: Int128
  package var denominator: Int128

  package init(_ numerator: Int128, _ denominator: Int128 = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nil where it has more digits than any text reports.
  package var amount: Amount? {
    guard denominator != 0 else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder == 0 ? Amount(String(quotient)) : Amount(numerator, over: denominator)
  }

  /// Nil where it is no whole number, or too large to count days with.
  package var whole: Int? {
    guard denominator != 0, numerator % denominator == 0 else { return nil }
    guard let value = Int(exactly: numerator / denominator), value.magnitude < 10_000_000 else {
      return nil
    }
    return value
  }

  func times(_ other: Int128) -> ReadNumber? {
    let (product, overflow) = numerator.multipliedReportingOverflow(by: other)
    return overflow ? nil : ReadNumber(product, denominator)
  }

  func over(_ other: Int128) -> ReadNumber? {
    let (product, overflow) = denominator.multipliedReportingOverflow(by: other)
    return overflow || product <= 0 ? nil : ReadNumber(numerator, product)
  }

  func plus(_ other: ReadNumber) -> ReadNumber? {
    let (a, first) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (b, second) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (bottom, third) = denominator.multipliedReportingOverflow(by: other.denominator)
    let (top, fourth) = a.addingReportingOverflow(b)
    return first || second || third || fourth ? nil : ReadNumber(top, bottom)
  }
}
